"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextInput } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropClass } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";

type DropFormProps = { classId: string; version: number; name: string; people: number };

/** Asked with a reason: the class is not held, and whoever was called is on the list again. */
export function DropForm({ classId, version, name, people }: DropFormProps) {
  return (
    <AnsweredForm action={dropClass} look="own" hidden={{ classId, version }} className="contents">
      {(state) => (
        <ConfirmDialog
          open="Bỏ lớp"
          openLook="quiet"
          question={`Bỏ lớp ${name}?`}
          consequence={`Chưa có ai đi học. ${people} người được gọi trở về danh sách cần học.`}
          harmless="Giữ lớp"
          fields={
            <>
              <Refusals state={state} words={classFindingText} />
              <TextInput name="reason" label="Lý do bỏ lớp" />
            </>
          }
        >
          <SubmitButton look="danger" pending="Đang bỏ…">
            Bỏ lớp
          </SubmitButton>
        </ConfirmDialog>
      )}
    </AnsweredForm>
  );
}
