"use client";

import { DayInput, NumberInput } from "@/components/ui/inputs";
import { recordHeadcount } from "@/lib/organisation/actions";
import { headcountPartLabel } from "@/lib/organisation/labels";
import type { UnitFormPage } from "@/lib/organisation/queries/unit";
import type { StoredHeadcount } from "@/lib/organisation/repository/headcounts";
import { HEADCOUNT_PARTS } from "@/lib/organisation/rules/headcount";
import { formatDay } from "@/lib/shared/days";
import { ChangeForm } from "./change-form";

type Props = { page: UnitFormPage & { headcount: StoredHeadcount | null } };

/** Members of a unit and all beneath it on a day, with the parts that are known. */
export function HeadcountForm({ page: { unit, headcount, today } }: Props) {
  const numberOf = (count: number | null | undefined): string => (count == null ? "" : String(count));
  const capital = (words: string): string => words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
  return (
    <ChangeForm
      action={recordHeadcount}
      hidden={{ unit: unit.code, replaces: headcount ? String(headcount.version) : "" }}
      submit="Ghi số đảng viên"
      back={{ href: `/organisation/${encodeURIComponent(unit.code)}`, label: "Quay lại đơn vị" }}
      follows="Đây là số của cả đơn vị và mọi tổ chức trực thuộc; mọi tỷ lệ trên số đảng viên lấy số này làm mẫu số."
    >
      <DayInput
        name="onDay"
        label="Tính đến ngày"
        defaultValue={formatDay(headcount?.onDay ?? today)}
        readOnly={headcount !== null}
      />
      <NumberInput name="total" label="Tổng số đảng viên" defaultValue={numberOf(headcount?.total)} />
      <fieldset>
        <legend className="mb-3 text-staff text-ink2">Trong đó (để trống nếu chưa có số)</legend>
        <div className="grid grid-cols-2 gap-5 phone:grid-cols-3">
          {HEADCOUNT_PARTS.map((part) => (
            <NumberInput
              key={part}
              name={part}
              label={capital(headcountPartLabel(part))}
              defaultValue={numberOf(headcount?.[part])}
            />
          ))}
        </div>
      </fieldset>
    </ChangeForm>
  );
}
