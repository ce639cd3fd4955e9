"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropMeeting, reopenMeeting } from "@/lib/meetings/actions";
import { meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";

type StateFormProps = { meetingId: string; version: number; heldOn: string };

/** Takes back what the meeting recorded, of all its people at once. */
export function ReopenForm({ meetingId, version }: StateFormProps) {
  return (
    <AnsweredForm action={reopenMeeting} look="own" hidden={{ meetingId, version }} className="contents">
      {({ findings }) => (
        <>
          <Refused findings={findings} />
          <SubmitButton look="panel" pending="Đang mở lại…">
            Mở lại phiên họp
          </SubmitButton>
        </>
      )}
    </AnsweredForm>
  );
}

/** Asked for a meeting opened by mistake: what was typed is no longer shown. */
export function DropForm({ meetingId, version, heldOn }: StateFormProps) {
  return (
    <AnsweredForm action={dropMeeting} look="own" hidden={{ meetingId, version }} className="contents">
      {({ findings }) => (
        <>
          <Refused findings={findings} />
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
        </>
      )}
    </AnsweredForm>
  );
}

function Refused({ findings: [finding] }: { findings: readonly MeetingFinding[] }) {
  return finding ? (
    <div className="w-full">
      <Notice tone="blocks" title={meetingFindingText(finding)} />
    </div>
  ) : null;
}
