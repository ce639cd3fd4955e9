"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerTask, closeTask, returnTask } from "@/lib/reports/actions";
import { unitTaskFindingText } from "@/lib/reports/labels";

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
  return (
    <AnsweredForm
      action={answerTask}
      words={unitTaskFindingText}
      hidden={{ taskId, version }}
      of={name}
      className="w-full space-y-3"
    >
      {figure && (
        <TextInput
          name="number"
          label="Số"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={number === null ? "" : String(number).replace(".", ",")}
          className="figures max-w-40"
        />
      )}
      <TextArea
        name="answer"
        label={figure ? "Ghi chú" : "Trả lời"}
        hint="Không ghi tên người."
        rows={2}
        defaultValue={answer ?? ""}
      />
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
    </AnsweredForm>
  );
}

/** Sends an answer back; what has to be mended is asked. */
export function ReturnTaskForm({ taskId, version, name }: TaskFormProps) {
  return (
    <AnsweredForm
      action={returnTask}
      words={unitTaskFindingText}
      fold={
        <>
          Trả lại<span className="sr-only">: {name}</span>
        </>
      }
      hidden={{ taskId, version }}
      of={name}
      className="mt-2 space-y-3"
    >
      <TextArea name="reason" label="Cần sửa gì" rows={2} />
      <SubmitButton look="danger">Trả lại để sửa</SubmitButton>
    </AnsweredForm>
  );
}

/** Accepts an answer, or ends a task; the unit is no longer asked. */
export function CloseTaskForm({ taskId, version, name, accepts }: TaskFormProps & { accepts: boolean }) {
  return (
    <AnsweredForm action={closeTask} words={unitTaskFindingText} hidden={{ taskId, version }}>
      <SubmitButton look="panel">
        {accepts ? "Nhận trả lời" : "Kết thúc việc"}
        <span className="sr-only">: {name}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
