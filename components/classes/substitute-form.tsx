"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeSubstitute } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";

type SubstituteFormProps = { classId: string; enrolmentId: string; version: number; name: string };

/** Takes the person whom a cell proposed. */
export function SubstituteForm({ classId, enrolmentId, version, name }: SubstituteFormProps) {
  return (
    <AnsweredForm action={takeSubstitute} look="own" hidden={{ classId, enrolmentId, version }}>
      {({ findings: [finding] }) => (
        <>
          <SubmitButton look="panel">
            Nhận người thay<span className="sr-only">: {name}</span>
          </SubmitButton>
          {finding && (
            <p role="alert" className="mt-1 text-note text-red-hover">
              {classFindingText(finding)}
            </p>
          )}
        </>
      )}
    </AnsweredForm>
  );
}
