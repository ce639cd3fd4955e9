"use client";

import { Fragment, type ReactNode } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextArea } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptUnits, confirmUnit, lockPeriod, returnUnit } from "@/lib/periods/actions";
import { initialFormState } from "@/lib/shared/form-state";
import { refusalText } from "./refusal-text";

/** A period as the page shows it. */
type Shown = { id: string; version: number };
/** A unit as the page shows it: `version` of what it said, 0 where it said nothing. */
type ShownUnit = { unit: { code: string; name: string }; version: number };
type UnitProps = { period: Shown; standing: ShownUnit };

/** The unit says that its data are complete; `inPlace`: the one above says so for it. */
export function ConfirmForm({ period, standing, inPlace }: UnitProps & { inPlace: boolean }) {
  return (
    <AnsweredForm action={confirmUnit} words={refusalText}>
      <UnitFields period={period} standings={[standing]} />
      <SubmitButton look={inPlace ? "panel" : "main"}>
        {inPlace ? "Xác nhận thay" : "Xác nhận số liệu"}
        <span className="sr-only">: {standing.unit.name}</span>
      </SubmitButton>
    </AnsweredForm>
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
  return (
    <AnsweredForm action={acceptUnits} words={refusalText}>
      <UnitFields period={period} standings={standings} />
      <SubmitButton look={look}>{children}</SubmitButton>
    </AnsweredForm>
  );
}

/** Sends a unit's data back; what has to be mended is asked. */
export function ReturnForm({ period, standing }: UnitProps) {
  const { name } = standing.unit;
  return (
    <AnsweredForm
      action={returnUnit}
      words={refusalText}
      fold={
        <>
          Trả lại<span className="sr-only">: {name}</span>
        </>
      }
      className="mt-2 max-w-[460px] space-y-3"
    >
      <UnitFields period={period} standings={[standing]} />
      <TextArea name="reason" label={`Cần sửa gì, ${name}`} hint="Không ghi tên người." />
      <SubmitButton look="danger">Trả lại số liệu</SubmitButton>
    </AnsweredForm>
  );
}

/** Locks the period; asked, for it cannot go back. */
export function LockForm({ periodId, version, days }: { periodId: string; version: number; days: string }) {
  return (
    <AnsweredForm action={lockPeriod} look="own" hidden={{ periodId, version }}>
      {(state) => (
        <ConfirmDialog
          open="Khóa kỳ báo cáo"
          openLook="main"
          question={`Khóa kỳ ${days}?`}
          consequence="Số liệu mọi báo cáo của kỳ được chốt. Dữ liệu vẫn sửa được; phần sửa hiện ở kỳ sau là điều chỉnh."
          fields={state !== initialFormState && <Refusals state={state} words={refusalText} />}
          harmless="Chưa khóa"
        >
          <SubmitButton pending="Đang chốt số liệu…">Khóa kỳ</SubmitButton>
        </ConfirmDialog>
      )}
    </AnsweredForm>
  );
}

function UnitFields({ period, standings }: { period: Shown; standings: ShownUnit[] }) {
  return (
    <>
      <input type="hidden" name="periodId" value={period.id} />
      <input type="hidden" name="version" value={period.version} />
      {standings.map(({ unit: { code }, version }) => (
        <Fragment key={code}>
          <input type="hidden" name="unit" value={code} />
          <input type="hidden" name="standing" value={version} />
        </Fragment>
      ))}
    </>
  );
}
