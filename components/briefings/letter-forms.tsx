"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  editParagraph,
  issueLetter,
  recountLetter,
  writeMonthlyLetter,
} from "@/lib/briefings/actions/letters";
import { letterFindingText, paragraphLabel } from "@/lib/briefings/labels";
import type { ParagraphKey } from "@/lib/briefings/rules/letter/parts";

type OnLetter = { letterId: string; version: number };

/** Begins the letter of a month. */
export function WriteLetterForm({ unit, month }: { unit: string; month: string }) {
  return (
    <AnsweredForm action={writeMonthlyLetter} words={letterFindingText} hidden={{ unit }}>
      <div className="flex flex-wrap items-end gap-4">
        <TextInput
          name="month"
          label="Tháng"
          placeholder="11/2026"
          defaultValue={month}
          fieldClassName="max-w-48"
        />
        <SubmitButton pending="Đang lập…">Lập thư</SubmitButton>
      </div>
    </AnsweredForm>
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
  const of = paragraphLabel(paragraph);
  const rows = Math.min(14, 2 + Math.ceil(words.length / 90));
  return (
    <AnsweredForm
      action={editParagraph}
      words={letterFindingText}
      hidden={{ letterId, version, paragraph }}
      of={of}
      className="mt-3 space-y-3"
    >
      <TextArea
        name="words"
        label="Đoạn văn"
        hint={
          edited
            ? "Để trống rồi ghi để lấy lại lời tính từ số liệu. Số sửa tay được đánh dấu."
            : "Số sửa tay được đánh dấu bên cạnh số phần mềm đếm được."
        }
        rows={rows}
        defaultValue={words}
      />
      <SubmitButton look="panel">
        Ghi đoạn văn<span className="sr-only">: {of}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}

/** Counts the draft anew; edits stay only where asked for. */
export function RecountForm({ letterId, version, edits }: OnLetter & { edits: number }) {
  return (
    <AnsweredForm
      action={recountLetter}
      words={letterFindingText}
      hidden={{ letterId, version }}
      className="contents"
    >
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
    </AnsweredForm>
  );
}

/** Issues the letter; from then on it stands. */
export function IssueForm({ letterId, version, month }: OnLetter & { month: string }) {
  return (
    <AnsweredForm
      action={issueLetter}
      words={letterFindingText}
      hidden={{ letterId, version }}
      className="contents"
    >
      <ConfirmDialog
        open="Phát hành"
        openLook="main"
        question={`Phát hành thư ${month}?`}
        consequence="Sau khi phát hành, thư không sửa và không tính lại được nữa."
        harmless="Chưa phát hành"
        fields={<TextInput name="documentNumber" label="Số văn bản (không bắt buộc)" />}
      >
        <SubmitButton pending="Đang phát hành…">Phát hành thư</SubmitButton>
      </ConfirmDialog>
    </AnsweredForm>
  );
}
