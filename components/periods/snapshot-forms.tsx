"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { approveSnapshot, makeSnapshot } from "@/lib/periods/actions";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import type { SnapshotFinding } from "@/lib/periods/rules/snapshot";
import type { SnapshotEntryAddress } from "@/lib/periods/schema";
import { reportLabel } from "@/lib/reports/labels";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { wrongLines } from "./period-lines";

/** Which report to freeze, with the days as the page before told them. */
export function MakeSnapshotForm({ told }: { told: SnapshotEntryAddress }) {
  const [state, send] = useActionState<FormState<SnapshotFinding>, FormData>(makeSnapshot, initialFormState);
  const values = { ...told, ...(state.values as Record<string, string>) };
  const day = (name: "from" | "to" | "asOf", label: string, hint?: string) => (
    <DayInput
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      defaultValue={values[name]}
      errors={state.fieldErrors[name]}
    />
  );
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(state)} />
      <ErrorSummary lines={wrongLines(state, "report")} verb="chốt" />
      {(["countBy", "tree", "months", "years", "list"] as const).map(
        (name) => values[name] && <input key={name} type="hidden" name={name} value={values[name]} />,
      )}
      <div key={JSON.stringify(state.values)} className="max-w-[560px] space-y-5">
        <Select
          name="report"
          label="Báo cáo"
          choices={SNAPSHOT_REPORTS.map((name) => ({ value: name, label: reportLabel(name) }))}
          defaultValue={values.report}
          errors={state.fieldErrors.report}
        />
        <TextInput
          name="unit"
          label="Mã đơn vị"
          defaultValue={values.unit}
          errors={state.fieldErrors.unit}
          autoComplete="off"
        />
        {day("from", "Từ ngày")}
        {day("to", "Đến ngày")}
        {day("asOf", "Tính đến ngày", "Để trống: ngày cuối kỳ, hoặc hôm nay nếu kỳ chưa hết.")}
        <SubmitButton pending="Đang chốt số liệu…">Chốt số liệu</SubmitButton>
      </div>
    </form>
  );
}

/** Somebody else than the maker answers for the figures. */
export function ApproveForm({ snapshotId }: { snapshotId: string }) {
  const [state, send] = useActionState<FormState<SnapshotFinding>, FormData>(
    approveSnapshot,
    initialFormState,
  );
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="snapshotId" value={snapshotId} />
      {wrongLines(state, "").map(({ sentence }) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      <SubmitButton>Phê duyệt</SubmitButton>
    </form>
  );
}
