"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { commitImport, undoImportBatch } from "@/lib/intake/actions";
import { formatNumber } from "@/lib/shared/ratio";
import { WrittenImport } from "./progress-lines";

/** Says how many rows it writes; asks first where rows were refused. */
export function CommitForm({ batchId, rows, refused }: { batchId: string; rows: number; refused: number }) {
  const words = `Ghi ${formatNumber(rows)} dòng nhận được`;
  if (rows === 0) return <span className="text-ink2">Không có dòng nào cần ghi.</span>;
  return (
    <AnsweredForm
      action={commitImport}
      look="line"
      hidden={{ batchId }}
      className="flex flex-wrap items-center gap-3"
    >
      <WrittenImport batchId={batchId} />
      {refused > 0 ? (
        <ConfirmDialog
          open={words}
          openLook="main"
          question={`Ghi ${formatNumber(rows)} dòng, bỏ ${formatNumber(refused)} dòng lỗi?`}
          consequence="Những dòng lỗi không được ghi; tải về, sửa rồi nhập lại sau."
          harmless="Chưa ghi"
        >
          <SubmitButton pending="Đang ghi…">{words}</SubmitButton>
        </ConfirmDialog>
      ) : (
        <SubmitButton pending="Đang ghi…">{words}</SubmitButton>
      )}
    </AnsweredForm>
  );
}

export function UndoForm({ batchId }: { batchId: string }) {
  return (
    <AnsweredForm
      action={undoImportBatch}
      look="line"
      hidden={{ batchId }}
      className="flex flex-wrap items-center gap-3"
    >
      <SubmitButton look="panel" pending="Đang hoàn tác…">
        Hoàn tác cả lần nhập
      </SubmitButton>
    </AnsweredForm>
  );
}
