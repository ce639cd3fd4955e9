"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawQuota } from "@/lib/quotas/actions";
import { quotaFindingText } from "@/lib/quotas/labels";
import { initialFormState } from "@/lib/shared/form-state";

/** Takes one document's quota out of force, after asking. */
export function WithdrawForm({
  unit,
  quota: { id, version },
  words,
}: {
  unit: string;
  quota: { id: string; version: number };
  words: string;
}) {
  const [state, send] = useActionState(withdrawQuota, initialFormState);
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="quota" value={id} />
      <input type="hidden" name="version" value={version} />
      {state.findings.map((finding) => (
        <span key={finding.is} role="alert" className="text-note text-red-hover">
          {quotaFindingText(finding)}
        </span>
      ))}
      <ConfirmDialog
        open="Bỏ"
        openLook="quiet"
        question={`Bỏ chỉ tiêu ${words}?`}
        consequence="Bảng và báo cáo không tính chỉ tiêu này nữa. Dòng đã ghi vẫn nằm trong nhật ký."
        harmless="Giữ lại"
      >
        <SubmitButton look="danger" pending="Đang bỏ…">
          Bỏ chỉ tiêu
        </SubmitButton>
      </ConfirmDialog>
    </form>
  );
}
