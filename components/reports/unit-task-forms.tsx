"use client";

import { useActionState, useId } from "react";
import { controlClass } from "@/components/ui/field";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerTask, closeTask } from "@/lib/reports/actions";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { taskLines } from "./task-lines";

type TaskFormProps = { taskId: string; version: number; name: string };

/** What the cell did, in words. Several stand on one page. */
export function AnswerTaskForm({ taskId, version, name, answer }: TaskFormProps & { answer: string | null }) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(answerTask, initialFormState);
  const values = state.values as Record<string, string>;
  const id = useId();
  return (
    <form action={send} noValidate className="w-full space-y-3">
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="version" value={version} />
      {taskLines(state, "answer").map(({ sentence }) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      <div key={JSON.stringify(values)}>
        <label htmlFor={`${id}answer`} className="mb-1.5 block font-semibold">
          Trả lời<span className="sr-only">: {name}</span>
        </label>
        <textarea
          id={`${id}answer`}
          name="answer"
          rows={2}
          defaultValue={values.answer ?? answer ?? ""}
          aria-invalid={state.fieldErrors.answer ? true : undefined}
          aria-describedby={`${id}hint`}
          className={controlClass(Boolean(state.fieldErrors.answer), "py-2")}
        />
        <p id={`${id}hint`} className="mt-1 text-note text-ink2">
          Không ghi tên người.
        </p>
      </div>
      <SubmitButton>
        {answer === null ? "Gửi trả lời" : "Sửa trả lời"}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </form>
  );
}

/** Ends a task; the cell is no longer asked. */
export function CloseTaskForm({ taskId, version, name }: TaskFormProps) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(closeTask, initialFormState);
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="version" value={version} />
      {taskLines(state, "answer").map(({ sentence }) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      <SubmitButton look="panel">
        Kết thúc việc<span className="sr-only">: {name}</span>
      </SubmitButton>
    </form>
  );
}
