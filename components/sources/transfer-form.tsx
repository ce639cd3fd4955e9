"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { transferMember } from "@/lib/sources/actions/members";

/** Moves a member to another chi đoàn from a day on. */
export function TransferForm({ memberId, version }: { memberId: string; version: number }) {
  return (
    <AnsweredForm action={transferMember} summary="" hidden={{ memberId, version }}>
      <div className="space-y-4">
        <TextInput name="to" label="Mã chi đoàn chuyển đến" />
        <DayInput name="onDay" label="Ngày chuyển sinh hoạt" />
      </div>
      <SubmitButton look="panel" className="mt-4">
        Ghi chuyển sinh hoạt
      </SubmitButton>
    </AnsweredForm>
  );
}
