"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeSubstitute } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type SubstituteFormProps = { classId: string; enrolmentId: string; version: number; name: string };

/** Takes the person whom a cell proposed. */
export function SubstituteForm({ classId, enrolmentId, version, name }: SubstituteFormProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(takeSubstitute, initialFormState);
  const [finding] = state.findings;
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton look="panel">
        Nhận người thay<span className="sr-only">: {name}</span>
      </SubmitButton>
      {finding && (
        <p role="alert" className="mt-1 text-note text-red-hover">
          {classFindingText(finding)}
        </p>
      )}
    </form>
  );
}
