"use client";

import { useActionState, useId } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  editParagraph,
  issueLetter,
  recountLetter,
  writeMonthlyLetter,
} from "@/lib/briefings/actions/letters";
import { letterFindingText, paragraphLabel } from "@/lib/briefings/labels";
import type { LetterFinding } from "@/lib/briefings/rules/issue";
import type { ParagraphKey } from "@/lib/briefings/rules/letter/parts";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type State = FormState<LetterFinding>;
type OnLetter = { letterId: string; version: number };

/** Begins the letter of a month. */
export function WriteLetterForm({ unit, month }: { unit: string; month: string }) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(writeMonthlyLetter, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <Refusals state={state} words={letterFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="unit" value={unit} />
      <div key={JSON.stringify(values)} className="flex flex-wrap items-end gap-4">
        <TextInput
          name="month"
          id={`${id}-month`}
          label="Tháng"
          placeholder="11/2026"
          defaultValue={values.month ?? month}
          errors={state.fieldErrors.month}
          fieldClassName="max-w-48"
        />
        <SubmitButton pending="Đang lập…">Lập thư</SubmitButton>
      </div>
    </form>
  );
}

/** One paragraph in one's own words. */
export function EditParagraphForm({
  letterId,
  version,
  paragraph,
  words,
  edited,
}: OnLetter & { paragraph: ParagraphKey; words: string; edited: boolean }) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(editParagraph, initialFormState);
  const values = state.values as Record<string, string>;
  const of = paragraphLabel(paragraph);
  const rows = Math.min(14, 2 + Math.ceil(words.length / 90));
  return (
    <form action={send} noValidate className="mt-3 space-y-3">
      <Refusals state={state} words={letterFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <OnThisLetter letterId={letterId} version={version} />
      <input type="hidden" name="paragraph" value={paragraph} />
      <div key={JSON.stringify(values)}>
        <TextArea
          name="words"
          id={`${id}-words`}
          label="Đoạn văn"
          of={of}
          hint={
            edited
              ? "Để trống rồi ghi để lấy lại lời tính từ số liệu. Số sửa tay được đánh dấu."
              : "Số sửa tay được đánh dấu bên cạnh số phần mềm đếm được."
          }
          rows={rows}
          defaultValue={values.words ?? words}
          errors={state.fieldErrors.words}
        />
      </div>
      <SubmitButton look="panel">
        Ghi đoạn văn<span className="sr-only">: {of}</span>
      </SubmitButton>
    </form>
  );
}

/** Counts the draft anew; edits stay only where asked for. */
export function RecountForm({ letterId, version, edits }: OnLetter & { edits: number }) {
  const [state, send] = useActionState<State, FormData>(recountLetter, initialFormState);
  return (
    <form action={send} className="contents">
      <Refusals state={state} words={letterFindingText} />
      <RequestKey key={JSON.stringify(state.findings)} />
      <OnThisLetter letterId={letterId} version={version} />
      {edits === 0 ? (
        <SubmitButton look="panel" pending="Đang tính…">
          Tính lại số liệu
        </SubmitButton>
      ) : (
        <ConfirmDialog
          open="Tính lại số liệu"
          question="Tính lại theo số liệu hôm nay?"
          consequence={`${edits} đoạn đã sửa tay sẽ trở lại lời tính từ số liệu, trừ khi giữ lại. Lời cũ vẫn được lưu.`}
          harmless="Chưa tính lại"
        >
          <SubmitButton look="panel" name="edits" value="keep" pending="Đang tính…">
            Tính lại, giữ đoạn đã sửa
          </SubmitButton>
          <SubmitButton look="danger" name="edits" value="leave" pending="Đang tính…">
            Tính lại tất cả
          </SubmitButton>
        </ConfirmDialog>
      )}
    </form>
  );
}

/** Issues the letter; from then on it stands. */
export function IssueForm({ letterId, version, month }: OnLetter & { month: string }) {
  const id = useId();
  const [state, send] = useActionState<State, FormData>(issueLetter, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="contents">
      <Refusals state={state} words={letterFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <OnThisLetter letterId={letterId} version={version} />
      <ConfirmDialog
        open="Phát hành"
        openLook="main"
        question={`Phát hành thư ${month}?`}
        consequence="Sau khi phát hành, thư không sửa và không tính lại được nữa."
        harmless="Chưa phát hành"
        fields={
          <TextInput
            name="documentNumber"
            id={`${id}-documentNumber`}
            label="Số văn bản (không bắt buộc)"
            defaultValue={values.documentNumber ?? ""}
            errors={state.fieldErrors.documentNumber}
          />
        }
      >
        <SubmitButton pending="Đang phát hành…">Phát hành thư</SubmitButton>
      </ConfirmDialog>
    </form>
  );
}

function OnThisLetter({ letterId, version }: OnLetter) {
  return (
    <>
      <input type="hidden" name="letterId" value={letterId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
