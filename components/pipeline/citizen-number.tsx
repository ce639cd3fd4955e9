"use client";

import { useActionState } from "react";
import { maskedCitizenNumber } from "@/lib/people/rules";
import { openCitizenNumber } from "@/lib/pipeline/actions/person";
import { initialFormState } from "@/lib/shared/form-state";

/** The last four digits; opening the full number is logged. */
export function CitizenNumber({
  candidateId,
  last4,
  mayOpen,
}: {
  candidateId: string;
  last4: string | null;
  mayOpen: boolean;
}) {
  const [state, open] = useActionState(openCitizenNumber, initialFormState);
  if (last4 === null) return <>Chưa ghi</>;
  if (state.done) return <span className="figures">{state.done.message}</span>;
  return (
    <form action={open} className="inline">
      <input type="hidden" name="candidateId" value={candidateId} />
      <span className="figures">{maskedCitizenNumber(last4)}</span>{" "}
      {mayOpen && (
        <button type="submit" className="link ml-1" title="Việc mở số được ghi vào nhật ký">
          Xem
        </button>
      )}
    </form>
  );
}
