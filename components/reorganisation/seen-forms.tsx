"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropReorganisation, undoReorganisation } from "@/lib/reorganisation/actions";
import { reorganisationFindingText } from "@/lib/reorganisation/labels";

type Seen = { id: string; version: number };

/** Takes a draft or a plan away. */
export function DropForm(seen: Seen) {
  return (
    <AnsweredForm
      action={dropReorganisation}
      words={reorganisationFindingText}
      look="line"
      hidden={seen}
      className="inline-flex flex-wrap items-center gap-3"
    >
      <SubmitButton look="quiet" pending="Đang bỏ…">
        Bỏ đợt này
      </SubmitButton>
    </AnsweredForm>
  );
}

/** Takes back all that was carried out. */
export function UndoReorganisationForm(seen: Seen) {
  return (
    <AnsweredForm
      action={undoReorganisation}
      words={reorganisationFindingText}
      look="line"
      hidden={seen}
      className="flex flex-wrap items-center gap-3"
    >
      <ConfirmDialog
        open="Hoàn tác"
        question="Hoàn tác cả đợt sắp xếp?"
        consequence="Tổ chức, hồ sơ, chỉ tiêu, vai và lớp trở lại như trước khi thực hiện."
        harmless="Giữ nguyên"
      >
        <SubmitButton pending="Đang hoàn tác…">Hoàn tác</SubmitButton>
      </ConfirmDialog>
    </AnsweredForm>
  );
}
