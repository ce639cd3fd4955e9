"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { reportCommitment } from "@/lib/briefings/actions/briefings";
import type { BriefingFinding, Commitment } from "@/lib/briefings/rules/briefing";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { OwnTextArea } from "./fields";
import { BriefingRefusals } from "./refusals";

/** The doer's word that it is done. */
export function ReportForm({ commitment: { id, version, words, report } }: { commitment: Commitment }) {
  const [state, send] = useActionState<FormState<BriefingFinding>, FormData>(
    reportCommitment,
    initialFormState,
  );
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="mt-3 space-y-3">
      <BriefingRefusals state={state} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="commitmentId" value={id} />
      <input type="hidden" name="version" value={version} />
      <div key={JSON.stringify(values)}>
        <OwnTextArea
          name="report"
          label="Đã làm được gì"
          of={words}
          hint="Không ghi tên người."
          defaultValue={values.report ?? report ?? ""}
          errors={state.fieldErrors.report}
        />
      </div>
      <SubmitButton look="panel">
        Báo đã xong<span className="sr-only">: {words}</span>
      </SubmitButton>
    </form>
  );
}
