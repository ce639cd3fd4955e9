"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { commitImport, undoImportBatch } from "@/lib/intake/actions";
import { initialFormState } from "@/lib/shared/form-state";
import { formatNumber } from "@/lib/shared/ratio";
import { WrittenImport } from "./progress-lines";

/** Says how many rows it writes; asks first where rows were refused. */
export function CommitForm({ batchId, rows, refused }: { batchId: string; rows: number; refused: number }) {
  const [state, commit] = useActionState(commitImport, initialFormState);
  const words = `Ghi ${formatNumber(rows)} dòng nhận được`;
  if (rows === 0) return <span className="text-ink2">Không có dòng nào cần ghi.</span>;
  return (
    <form action={commit} className="flex flex-wrap items-center gap-3">
      <RequestKey />
      <input type="hidden" name="batchId" value={batchId} />
      <Refusals state={state} look="line" />
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
    </form>
  );
}

export function UndoForm({ batchId }: { batchId: string }) {
  const [state, undo] = useActionState(undoImportBatch, initialFormState);
  return (
    <form action={undo} className="flex flex-wrap items-center gap-3">
      <RequestKey />
      <input type="hidden" name="batchId" value={batchId} />
      <Refusals state={state} look="line" />
      <SubmitButton look="panel" pending="Đang hoàn tác…">
        Hoàn tác cả lần nhập
      </SubmitButton>
    </form>
  );
}
