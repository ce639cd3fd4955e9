"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { DoneBar } from "@/components/ui/states";
import { undoStep } from "@/lib/pipeline/actions/person";
import { stepLabel } from "@/lib/pipeline/labels/words";
import type { UndoFinding } from "@/lib/pipeline/rules/entry";
import { isStepKind } from "@/lib/pipeline/rules/step";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

const WORDS: Record<string, string> = { edited: "Đã sửa thông tin", undone: "Đã hoàn tác" };

type DoneNoteProps = { done: string; candidateId: string; version: number; stepId: string | null };

type OfClassProps = Extract<UndoFinding, { is: "ofClass" }>;

/** Where a certificate of a class is taken back. */
function OfClass({ classId, name, organiser, mayOpen }: OfClassProps) {
  if (!mayOpen)
    return (
      <>
        Giấy chứng nhận này do {organiser} cấp ở lớp {name}, chỉ nơi ấy thu hồi được.
      </>
    );
  return (
    <>
      Giấy chứng nhận này do lớp cấp. Hãy thu hồi ở trang lớp{" "}
      <a href={`/classes/${classId}`} className="font-semibold underline">
        {name}
      </a>
      .
    </>
  );
}

/** "Đã ghi … Hoàn tác": stays until one goes on. */
export function DoneNote({ done, candidateId, version, stepId }: DoneNoteProps) {
  const [state, undo] = useActionState<FormState<UndoFinding>, FormData>(undoStep, initialFormState);
  const [finding] = state.findings;
  const refused =
    state.fieldErrors[""]?.[0] ??
    (finding?.is === "ofClass" ? <OfClass {...finding} /> : null) ??
    (finding ? "Hồ sơ vừa được sửa, không hoàn tác được." : null);
  const message = WORDS[done] ?? (isStepKind(done) ? `Đã ghi: ${stepLabel(done).toLowerCase()}` : "Đã ghi");
  return (
    <DoneBar
      message={refused ?? message}
      undo={
        stepId && !refused ? (
          <form action={undo}>
            <RequestKey />
            <input type="hidden" name="candidateId" value={candidateId} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="stepId" value={stepId} />
            <button type="submit" className="min-h-8 px-2 font-semibold underline">
              Hoàn tác
            </button>
          </form>
        ) : undefined
      }
    />
  );
}
