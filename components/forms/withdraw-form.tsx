"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawTemplate } from "@/lib/forms/actions";
import { initialFormState } from "@/lib/shared/form-state";

/** Takes an own template out of use. */
export function WithdrawForm({ templateId, version }: { templateId: string; version: number }) {
  const [state, send] = useActionState(withdrawTemplate, initialFormState);
  const refused = state.fieldErrors[""]?.[0];
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <RequestKey key={refused} />
      <input type="hidden" name="templateId" value={templateId} />
      <input type="hidden" name="version" value={version} />
      {refused && (
        <span role="alert" className="text-note">
          {refused}
        </span>
      )}
      <SubmitButton look="quiet" pending="Đang ghi…">
        Thôi dùng
      </SubmitButton>
    </form>
  );
}
