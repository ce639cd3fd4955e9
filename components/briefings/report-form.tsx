"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { TextArea } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { reportCommitment } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { Commitment } from "@/lib/briefings/rules/briefing";

/** The doer's word that it is done. */
export function ReportForm({ commitment }: { commitment: Commitment }) {
  const { version, words, report } = commitment;
  return (
    <AnsweredForm
      action={reportCommitment}
      words={briefingFindingText}
      hidden={{ commitmentId: commitment.id, version }}
      of={words}
      className="mt-3 space-y-3"
    >
      <TextArea
        rows={2}
        name="report"
        label="Đã làm được gì"
        hint="Không ghi tên người."
        defaultValue={report ?? ""}
      />
      <SubmitButton look="panel">
        Báo đã xong<span className="sr-only">: {words}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
