"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { approveSnapshot, makeSnapshot } from "@/lib/periods/actions";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import type { SnapshotEntryAddress } from "@/lib/periods/schema";
import { reportLabel } from "@/lib/reports/labels";
import { refusalText } from "./refusal-text";

/** Which report to freeze, with the days as the page before told them. */
export function MakeSnapshotForm({ told }: { told: SnapshotEntryAddress }) {
  return (
    <AnsweredForm action={makeSnapshot} words={refusalText} summary="report" verb="chốt" initial={told}>
      {(["countBy", "tree", "months", "years", "list"] as const).map(
        (name) => told[name] && <input key={name} type="hidden" name={name} value={told[name]} />,
      )}
      <div className="max-w-[560px] space-y-5">
        <Select
          name="report"
          label="Báo cáo"
          choices={SNAPSHOT_REPORTS.map((name) => ({ value: name, label: reportLabel(name) }))}
        />
        <TextInput name="unit" label="Mã đơn vị" autoComplete="off" />
        <DayInput name="from" label="Từ ngày" />
        <DayInput name="to" label="Đến ngày" />
        <DayInput
          name="asOf"
          label="Tính đến ngày"
          hint="Để trống: ngày cuối kỳ, hoặc hôm nay nếu kỳ chưa hết."
        />
        <SubmitButton pending="Đang chốt số liệu…">Chốt số liệu</SubmitButton>
      </div>
    </AnsweredForm>
  );
}

/** Somebody else than the maker answers for the figures. */
export function ApproveForm({ snapshotId }: { snapshotId: string }) {
  return (
    <AnsweredForm action={approveSnapshot} words={refusalText} hidden={{ snapshotId }}>
      <SubmitButton>Phê duyệt</SubmitButton>
    </AnsweredForm>
  );
}
