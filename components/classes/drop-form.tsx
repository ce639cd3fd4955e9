"use client";

import { useActionState, useId } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { controlClass } from "@/components/ui/field";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropClass } from "@/lib/classes/actions";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { summaryLines } from "./summary-lines";

type DropFormProps = { classId: string; version: number; name: string; people: number };

/** Asked with a reason: the class is not held, and whoever was called is on the list again. */
export function DropForm({ classId, version, name, people }: DropFormProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(dropClass, initialFormState);
  const values = state.values as Record<string, string>;
  const id = useId();
  return (
    <form action={send} noValidate className="contents">
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="version" value={version} />
      <ConfirmDialog
        open="Bỏ lớp"
        openLook="quiet"
        question={`Bỏ lớp ${name}?`}
        consequence={`Chưa có ai đi học. ${people} người được gọi trở về danh sách cần học.`}
        harmless="Giữ lớp"
        fields={
          <>
            {summaryLines(state, "reason").map(({ sentence }) => (
              <Notice key={sentence} tone="blocks" title={sentence} />
            ))}
            <label htmlFor={id} className="mb-1.5 block font-semibold">
              Lý do bỏ lớp
            </label>
            <input
              key={JSON.stringify(values)}
              id={id}
              name="reason"
              defaultValue={values.reason ?? ""}
              className={controlClass(Boolean(state.fieldErrors.reason))}
              aria-invalid={state.fieldErrors.reason ? true : undefined}
            />
          </>
        }
      >
        <SubmitButton look="danger" pending="Đang bỏ…">
          Bỏ lớp
        </SubmitButton>
      </ConfirmDialog>
    </form>
  );
}
