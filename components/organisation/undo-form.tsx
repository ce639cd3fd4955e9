"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeHeadcount, removeUnit, undoUnitChange } from "@/lib/organisation/actions";
import { changeFindingText } from "@/lib/organisation/labels";
import type { ChangeFinding } from "@/lib/organisation/rules/change";
import type { FormState } from "@/lib/shared/form-state";

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
  return (
    <AnsweredForm
      action={ACTIONS[undoes]}
      look="own"
      hidden={fields}
      className="inline-flex flex-wrap items-center gap-3"
    >
      {({ findings }) => (
        <>
          {findings.length > 0 && (
            <span role="alert" className="text-note">
              {findings.map(changeFindingText).join(" ")}
            </span>
          )}
          <SubmitButton
            look="quiet"
            pending="Đang bỏ…"
            className={
              onDark
                ? "text-white underline underline-offset-4 hover:bg-bar1"
                : "underline underline-offset-4"
            }
          >
            {label}
          </SubmitButton>
        </>
      )}
    </AnsweredForm>
  );
}
