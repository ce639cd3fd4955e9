"use client";

import { useState, useTransition } from "react";
import { classNames } from "@/components/ui/class-names";
import { StatusShape } from "@/components/ui/shapes";
import { markAttendance } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type Learner = { id: string; name: string; cell: string; came: boolean };
type RollCallProps = { classId: string; session: number; closed: boolean; learners: Learner[] };

/** One wide button a person: tapped, they are here; tapped again, they are not. What was not stored says so. */
export function RollCall({ classId, session, closed, learners }: RollCallProps) {
  const [came, setCame] = useState(() => new Set(learners.filter((one) => one.came).map(({ id }) => id)));
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const [pending, start] = useTransition();

  const show = (id: string, here: boolean) =>
    setCame((known) => new Set(here ? [...known, id] : [...known].filter((one) => one !== id)));
  const tell = (id: string, sentence: string | null) =>
    setFailed((known) => {
      const next = new Map(known);
      if (sentence === null) next.delete(id);
      else next.set(id, sentence);
      return next;
    });
  const tap = ({ id }: Learner) => {
    const here = !came.has(id);
    show(id, here);
    start(async () => {
      const sentence = await send({
        classId,
        enrolmentId: id,
        session: String(session),
        came: here ? "yes" : "no",
      });
      tell(id, sentence);
      if (sentence !== null) show(id, !here);
    });
  };
  return (
    <>
      <p role="status" className="border-t border-line px-5 py-2.5 text-ink2">
        Có mặt {came.size}/{learners.length} người{pending ? ", đang ghi…" : "."}
      </p>
      <ul className="border-t border-line">
        {learners.map((one) => {
          const here = came.has(one.id);
          return (
            <li key={one.id} className="border-b border-line last:border-0">
              <button
                type="button"
                aria-pressed={here}
                disabled={closed}
                onClick={() => tap(one)}
                className={classNames(
                  "flex min-h-14 w-full items-center gap-4 px-5 py-3 text-left",
                  here ? "bg-petrol-soft" : "hover:bg-hover",
                )}
              >
                <StatusShape shape={here ? "done" : "none"} size={24} />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{one.name}</span>
                  <span className="block text-note text-ink2">{one.cell}</span>
                </span>
                <span className="text-staff">{here ? "Có mặt" : "Chưa có mặt"}</span>
              </button>
              {failed.has(one.id) && (
                <p role="alert" className="px-5 pb-3 text-note text-red-hover">
                  {failed.get(one.id)}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Sends one tap; answers why it was not stored, or null. */
async function send(fields: Record<string, string>): Promise<string | null> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const state = (await markAttendance(initialFormState, form)) as FormState<ClassFinding>;
    const [finding] = state.findings;
    if (state.done) return null;
    return finding ? classFindingText(finding) : "Chưa ghi được. Hãy tải lại trang.";
  } catch {
    return "Chưa ghi được vì mất kết nối. Hãy bấm lại khi có mạng.";
  }
}
