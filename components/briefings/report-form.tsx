"use client";

import { useActionState, useId } from "react";
import { TextArea } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { reportCommitment } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { BriefingFinding, Commitment } from "@/lib/briefings/rules/briefing";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** The doer's word that it is done. */
export function ReportForm({ commitment }: { commitment: Commitment }) {
  const { version, words, report } = commitment;
  const id = useId();
  const [state, send] = useActionState<FormState<BriefingFinding>, FormData>(
    reportCommitment,
    initialFormState,
  );
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="mt-3 space-y-3">
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="commitmentId" value={commitment.id} />
      <input type="hidden" name="version" value={version} />
      <div key={JSON.stringify(values)}>
        <TextArea
          rows={2}
          name="report"
          id={`${id}-report`}
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
