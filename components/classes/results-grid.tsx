"use client";

import { type KeyboardEvent, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlClass } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveResults } from "@/lib/classes/actions";
import { classFindingText, gradeLabel } from "@/lib/classes/labels";
import { GRADES, type Grade } from "@/lib/classes/rules/enrolment";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type Learner = { id: string; name: string; cell: string; sessions: string; grade: Grade | null };
type ResultsGridProps = { classId: string; version: number; learners: Learner[] };

/** A list of native choices: the first letter chooses, Enter goes to the next person. */
export function ResultsGrid({ classId, version, learners }: ResultsGridProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(saveResults, initialFormState);
  const typed = [state.values.grade ?? []].flat();
  return (
    <form action={send} noValidate onKeyDown={goOn}>
      <ErrorSummary lines={wrongLines(state, "grade", classFindingText)} />
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="version" value={version} />
      <Panel
        flush
        heading={`${learners.length} học viên`}
        aside="Bấm chữ đầu để chọn, Enter để sang người tiếp theo"
      >
        <ul key={JSON.stringify(typed)} className="border-t border-line">
          {learners.map(({ id, name, cell, sessions, grade }, place) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-5 py-2.5 last:border-0"
            >
              <label htmlFor={`grade-${id}`} className="min-w-52 flex-1">
                <span className="font-semibold">{name}</span>
                <span className="block text-note text-ink2">
                  {cell && `${cell}, `}
                  {sessions}
                </span>
              </label>
              <input type="hidden" name="learner" value={id} />
              <select
                id={`grade-${id}`}
                name="grade"
                defaultValue={typed[place] ?? grade ?? ""}
                className={controlClass(false, "max-w-44")}
              >
                <option value="">Chưa có</option>
                {GRADES.map((one) => (
                  <option key={one} value={one}>
                    {gradeLabel(one)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </Panel>
      <SubmitButton className="mt-5" look={learners.every(({ grade }) => grade) ? "panel" : "main"}>
        Ghi kết quả
      </SubmitButton>
    </form>
  );
}

/** Enter in a choice leads to the next one, from the last to the button. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("select, button[type=submit]")];
  stops[stops.indexOf(event.target) + 1]?.focus();
}
