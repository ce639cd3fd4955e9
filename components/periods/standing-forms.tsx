"use client";

import { Fragment, type ReactNode, useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptUnits, confirmUnit, lockPeriod, returnUnit } from "@/lib/periods/actions";
import type { PeriodFinding } from "@/lib/periods/rules/period";
import type { SnapshotFinding } from "@/lib/periods/rules/snapshot";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { wrongLines } from "./period-lines";

/** A period as the page shows it. */
type Shown = { id: string; version: number };
/** A unit as the page shows it: `version` of what it said, 0 where it said nothing. */
type ShownUnit = { unit: { code: string; name: string }; version: number };
type UnitProps = { period: Shown; standing: ShownUnit };

/** The unit says that its data are complete; `inPlace`: the one above says so for it. */
export function ConfirmForm({ period, standing, inPlace }: UnitProps & { inPlace: boolean }) {
  const [state, send] = useActionState<FormState<PeriodFinding>, FormData>(confirmUnit, initialFormState);
  return (
    <form action={send}>
      <UnitFields period={period} standings={[standing]} state={state} />
      <SubmitButton look={inPlace ? "panel" : "main"}>
        {inPlace ? "Xác nhận thay" : "Xác nhận số liệu"}
        <span className="sr-only">: {standing.unit.name}</span>
      </SubmitButton>
    </form>
  );
}

/** Accepts the data of one unit, or of all that are ready. */
export function AcceptForm({
  period,
  standings,
  look = "panel",
  children,
}: {
  period: Shown;
  standings: ShownUnit[];
  look?: "panel" | "main";
  children: ReactNode;
}) {
  const [state, send] = useActionState<FormState<PeriodFinding>, FormData>(acceptUnits, initialFormState);
  return (
    <form action={send}>
      <UnitFields period={period} standings={standings} state={state} />
      <SubmitButton look={look}>{children}</SubmitButton>
    </form>
  );
}

/** Sends a unit's data back; what has to be mended is asked. */
export function ReturnForm({ period, standing }: UnitProps) {
  const [state, send] = useActionState<FormState<PeriodFinding>, FormData>(returnUnit, initialFormState);
  const values = state.values as Record<string, string>;
  const wrong = wrongLines(state, "reason").length > 0;
  return (
    <details open={wrong || undefined}>
      <summary className="link cursor-pointer py-2">
        Trả lại<span className="sr-only">: {standing.unit.name}</span>
      </summary>
      <form action={send} noValidate className="mt-2 max-w-[460px] space-y-3">
        <UnitFields period={period} standings={[standing]} state={state} />
        <div key={JSON.stringify(values)}>
          <TextArea
            name="reason"
            label={`Cần sửa gì, ${standing.unit.name}`}
            hint="Không ghi tên người."
            defaultValue={values.reason ?? ""}
            errors={state.fieldErrors.reason}
          />
        </div>
        <SubmitButton look="danger">Trả lại số liệu</SubmitButton>
      </form>
    </details>
  );
}

/** Locks the period; asked, for it cannot go back. */
export function LockForm({ periodId, version, days }: { periodId: string; version: number; days: string }) {
  const [state, send] = useActionState<FormState<PeriodFinding | SnapshotFinding>, FormData>(
    lockPeriod,
    initialFormState,
  );
  const told = wrongLines(state, "");
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="periodId" value={periodId} />
      <input type="hidden" name="version" value={version} />
      <ConfirmDialog
        open="Khóa kỳ báo cáo"
        openLook="main"
        question={`Khóa kỳ ${days}?`}
        consequence="Số liệu mọi báo cáo của kỳ được chốt. Dữ liệu vẫn sửa được; phần sửa hiện ở kỳ sau là điều chỉnh."
        fields={
          told.length > 0 &&
          told.map(({ sentence }) => <Notice key={sentence} tone="blocks" title={sentence} />)
        }
        harmless="Chưa khóa"
      >
        <SubmitButton pending="Đang chốt số liệu…">Khóa kỳ</SubmitButton>
      </ConfirmDialog>
    </form>
  );
}

function UnitFields({
  period,
  standings,
  state,
}: {
  period: Shown;
  standings: ShownUnit[];
  state: FormState<PeriodFinding>;
}) {
  return (
    <>
      <RequestKey key={JSON.stringify(state)} />
      <input type="hidden" name="periodId" value={period.id} />
      <input type="hidden" name="version" value={period.version} />
      {standings.map(({ unit: { code }, version }) => (
        <Fragment key={code}>
          <input type="hidden" name="unit" value={code} />
          <input type="hidden" name="standing" value={version} />
        </Fragment>
      ))}
      {state.findings.map((finding) => {
        const [line] = wrongLines({ ...state, fieldErrors: {}, findings: [finding] }, "");
        return line && <Notice key={line.sentence} tone="blocks" title={line.sentence} />;
      })}
    </>
  );
}
