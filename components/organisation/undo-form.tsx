"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeHeadcount, removeUnit, undoUnitChange } from "@/lib/organisation/actions";
import { changeFindingText } from "@/lib/organisation/labels";
import type { ChangeFinding } from "@/lib/organisation/rules/change";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type Undoing = "unit" | "change" | "headcount";

type Action = (previous: FormState<ChangeFinding>, form: FormData) => Promise<FormState<ChangeFinding>>;

const ACTIONS: Record<Undoing, Action> = {
  unit: removeUnit,
  change: undoUnitChange,
  headcount: removeHeadcount,
};

/** Takes something back with one press, and says why where it cannot be. */
export function UndoForm({
  undoes,
  fields,
  label,
  onDark = false,
}: {
  undoes: Undoing;
  fields: Record<string, string>;
  label: string;
  onDark?: boolean;
}) {
  const [state, send] = useActionState(ACTIONS[undoes], initialFormState);
  const refused = state.findings.map(changeFindingText).join(" ");
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <RequestKey key={refused} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {refused && (
        <span role="alert" className="text-note">
          {refused}
        </span>
      )}
      <SubmitButton
        look="quiet"
        pending="Đang bỏ…"
        className={
          onDark ? "text-white underline underline-offset-4 hover:bg-bar1" : "underline underline-offset-4"
        }
      >
        {label}
      </SubmitButton>
    </form>
  );
}
