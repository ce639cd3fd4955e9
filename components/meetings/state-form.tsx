"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropMeeting, reopenMeeting } from "@/lib/meetings/actions";
import { meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type StateFormProps = { meetingId: string; version: number; heldOn: string };

/** Takes back what the meeting recorded, of all its people at once. */
export function ReopenForm({ meetingId, version }: StateFormProps) {
  const [state, send] = useActionState<FormState<MeetingFinding>, FormData>(reopenMeeting, initialFormState);
  return (
    <form action={send} className="contents">
      <Hidden meetingId={meetingId} version={version} />
      <Refusals state={state} />
      <SubmitButton look="panel" pending="Đang mở lại…">
        Mở lại phiên họp
      </SubmitButton>
    </form>
  );
}

/** Asked for a meeting opened by mistake: what was typed is no longer shown. */
export function DropForm({ meetingId, version, heldOn }: StateFormProps) {
  const [state, send] = useActionState<FormState<MeetingFinding>, FormData>(dropMeeting, initialFormState);
  return (
    <form action={send} className="contents">
      <Hidden meetingId={meetingId} version={version} />
      <Refusals state={state} />
      <ConfirmDialog
        open="Bỏ phiên họp"
        openLook="quiet"
        question={`Bỏ phiên họp ngày ${heldOn}?`}
        consequence="Chưa có kết quả nào được ghi. Các hồ sơ lại chờ một phiên họp khác."
        harmless="Giữ phiên họp"
      >
        <SubmitButton look="danger" pending="Đang bỏ…">
          Bỏ phiên họp
        </SubmitButton>
      </ConfirmDialog>
    </form>
  );
}

function Hidden({ meetingId, version }: Pick<StateFormProps, "meetingId" | "version">) {
  return (
    <>
      <RequestKey />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Refusals({ state }: { state: FormState<MeetingFinding> }) {
  const [finding] = state.findings;
  return finding ? (
    <div className="w-full">
      <Notice tone="blocks" title={meetingFindingText(finding)} />
    </div>
  ) : null;
}
