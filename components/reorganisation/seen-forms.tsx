"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropReorganisation, undoReorganisation } from "@/lib/reorganisation/actions";
import { reorganisationFindingText } from "@/lib/reorganisation/labels";
import { initialFormState } from "@/lib/shared/form-state";

type Seen = { id: string; version: number };

/** Takes a draft or a plan away. */
export function DropForm(seen: Seen) {
  const [state, send] = useActionState(dropReorganisation, initialFormState);
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <SeenFields {...seen} />
      <Refusals state={state} words={reorganisationFindingText} look="line" />
      <SubmitButton look="quiet" pending="Đang bỏ…">
        Bỏ đợt này
      </SubmitButton>
    </form>
  );
}

/** Takes back all that was carried out. */
export function UndoReorganisationForm(seen: Seen) {
  const [state, send] = useActionState(undoReorganisation, initialFormState);
  return (
    <form action={send} className="flex flex-wrap items-center gap-3">
      <SeenFields {...seen} />
      <Refusals state={state} words={reorganisationFindingText} look="line" />
      <ConfirmDialog
        open="Hoàn tác"
        question="Hoàn tác cả đợt sắp xếp?"
        consequence="Tổ chức, hồ sơ, chỉ tiêu, vai và lớp trở lại như trước khi thực hiện."
        harmless="Giữ nguyên"
      >
        <SubmitButton pending="Đang hoàn tác…">Hoàn tác</SubmitButton>
      </ConfirmDialog>
    </form>
  );
}

function SeenFields({ id, version }: Seen) {
  return (
    <>
      <RequestKey key={version} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
