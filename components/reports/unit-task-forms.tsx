"use client";

import { useActionState, useId } from "react";
import { controlClass } from "@/components/ui/field";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerTask, closeTask, returnTask } from "@/lib/reports/actions";
import { unitTaskFindingText } from "@/lib/reports/labels";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type TaskFormProps = { taskId: string; version: number; name: string };

type AnswerProps = TaskFormProps & {
  /** A number is asked for. */
  figure: boolean;
  answer: string | null;
  number: number | null;
  /** It was sent already and is changed. */
  sent: boolean;
};

/** What the unit did, in words, or the figure that is asked for. Several stand on one page. */
export function AnswerTaskForm({ taskId, version, name, figure, answer, number, sent }: AnswerProps) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(answerTask, initialFormState);
  const values = state.values as Record<string, string>;
  const id = useId();
  return (
    <form action={send} noValidate className="w-full space-y-3">
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="version" value={version} />
      {wrongLines(state, "answer", unitTaskFindingText).map(({ sentence }) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      <div key={JSON.stringify(values)}>
        {figure && (
          <div className="mb-3">
            <label htmlFor={`${id}number`} className="mb-1.5 block font-semibold">
              Số<span className="sr-only">: {name}</span>
            </label>
            <input
              id={`${id}number`}
              name="number"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={values.number ?? (number === null ? "" : String(number).replace(".", ","))}
              aria-invalid={state.fieldErrors.number ? true : undefined}
              className={controlClass(Boolean(state.fieldErrors.number), "figures max-w-40")}
            />
          </div>
        )}
        <label htmlFor={`${id}answer`} className="mb-1.5 block font-semibold">
          {figure ? "Ghi chú" : "Trả lời"}
          <span className="sr-only">: {name}</span>
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
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="as" value="send">
          {sent ? "Sửa trả lời" : "Gửi trả lời"}
          <span className="sr-only">: {name}</span>
        </SubmitButton>
        {!sent && (
          <SubmitButton name="as" value="draft" look="panel">
            Lưu bản đang soạn<span className="sr-only">: {name}</span>
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

/** Sends an answer back; what has to be mended is asked. */
export function ReturnTaskForm({ taskId, version, name }: TaskFormProps) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(returnTask, initialFormState);
  const values = state.values as Record<string, string>;
  const wrong = wrongLines(state, "reason", unitTaskFindingText);
  const id = useId();
  return (
    <details open={wrong.length > 0 || undefined}>
      <summary className="link cursor-pointer py-2">
        Trả lại<span className="sr-only">: {name}</span>
      </summary>
      <form action={send} noValidate className="mt-2 space-y-3">
        <RequestKey key={JSON.stringify(values)} />
        <input type="hidden" name="taskId" value={taskId} />
        <input type="hidden" name="version" value={version} />
        {wrong.map(({ sentence }) => (
          <Notice key={sentence} tone="blocks" title={sentence} />
        ))}
        <div key={JSON.stringify(values)}>
          <label htmlFor={`${id}reason`} className="mb-1.5 block font-semibold">
            Cần sửa gì<span className="sr-only">: {name}</span>
          </label>
          <textarea
            id={`${id}reason`}
            name="reason"
            rows={2}
            defaultValue={values.reason ?? ""}
            className={controlClass(Boolean(state.fieldErrors.reason), "py-2")}
          />
        </div>
        <SubmitButton look="danger">Trả lại để sửa</SubmitButton>
      </form>
    </details>
  );
}

/** Accepts an answer, or ends a task; the unit is no longer asked. */
export function CloseTaskForm({ taskId, version, name, accepts }: TaskFormProps & { accepts: boolean }) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(closeTask, initialFormState);
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="version" value={version} />
      {wrongLines(state, "answer", unitTaskFindingText).map(({ sentence }) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      <SubmitButton look="panel">
        {accepts ? "Nhận trả lời" : "Kết thúc việc"}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </form>
  );
}
