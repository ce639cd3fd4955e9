"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawTemplate } from "@/lib/forms/actions";

/** Takes an own template out of use. */
export function WithdrawForm({ templateId, version }: { templateId: string; version: number }) {
  return (
    <AnsweredForm
      action={withdrawTemplate}
      look="line"
      hidden={{ templateId, version }}
      className="inline-flex flex-wrap items-center gap-3"
    >
      <SubmitButton look="quiet" pending="Đang ghi…">
        Thôi dùng
      </SubmitButton>
    </AnsweredForm>
  );
}
