"use client";

import { DayInput, TextInput } from "@/components/ui/inputs";
import { addUnit, closeUnit, moveUnit, renameUnit } from "@/lib/organisation/actions";
import type { UnitFormPage } from "@/lib/organisation/queries/unit";
import { UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { formatDay } from "@/lib/shared/days";
import { belongingsText } from "./belongings-text";
import { ChangeForm } from "./change-form";
import { UnitFields } from "./unit-fields";
import { UnitPicker } from "./unit-picker";

const MOVE_FIELDS = { kind: "parent", name: "parent" };
const CLOSING_FIELDS = { from: "lastDay", name: "lastDay", parent: "successors" };

const hrefOf = (code: string): string => `/organisation/${encodeURIComponent(code)}`;

const backTo = ({ unit }: UnitFormPage) => ({ href: hrefOf(unit.code), label: "Quay lại đơn vị" });

const seen = ({ unit }: UnitFormPage) => ({ unit: unit.code, version: String(unit.version) });

/** A new unit beneath this one. */
export function AddUnitForm({ page }: { page: UnitFormPage }) {
  return (
    <ChangeForm action={addUnit} hidden={{ parent: page.unit.code }} submit="Thêm đơn vị" back={backTo(page)}>
      <TextInput
        name="code"
        label="Mã đơn vị"
        hint="Chữ không dấu, số, dấu chấm hoặc gạch nối, ví dụ 38.168.053."
        maxLength={40}
        className="max-w-72"
      />
      <UnitFields
        kinds={page.kindsBeneath}
        initial={{ name: "", kind: "", type: null, mayDecideAdmission: false }}
      />
      <DayInput
        name="from"
        label="Hoạt động từ ngày"
        optional
        hint="Để trống nếu đơn vị đã có từ trước khi dùng phần mềm."
      />
    </ChangeForm>
  );
}

/** Another name, kind or type from a day on. */
export function RenameUnitForm({ page }: { page: UnitFormPage }) {
  return (
    <ChangeForm
      action={renameUnit}
      hidden={seen(page)}
      submit="Ghi thay đổi"
      back={backTo(page)}
      follows="Số liệu và tên gọi của các ngày trước đó giữ nguyên."
    >
      <UnitFields kinds={UNIT_KINDS} initial={page.unit} />
      <FromDay page={page} />
    </ChangeForm>
  );
}

/** Beneath another unit from a day on. */
export function MoveUnitForm({ page }: { page: UnitFormPage }) {
  return (
    <ChangeForm
      action={moveUnit}
      insteadOf={MOVE_FIELDS}
      hidden={seen(page)}
      submit="Chuyển đơn vị"
      back={backTo(page)}
      follows={`Chuyển theo: ${belongingsText(page.belongings)}. Số liệu các ngày trước đó vẫn tính cho ${page.aboveName ?? "đơn vị cũ"}.`}
    >
      <UnitPicker name="parent" label="Chuyển về trực thuộc" />
      <FromDay page={page} />
    </ChangeForm>
  );
}

/** Closed after a last day, continued by others. */
export function CloseUnitForm({ page }: { page: UnitFormPage }) {
  return (
    <ChangeForm
      action={closeUnit}
      insteadOf={CLOSING_FIELDS}
      hidden={seen(page)}
      submit="Ghi kết thúc hoạt động"
      back={backTo(page)}
      follows={`Từ ngày hôm sau, ${belongingsText(page.belongings)} còn lại tính vào đơn vị kế tục thứ nhất; không có đơn vị kế tục thì tính vào ${page.aboveName ?? "đơn vị cấp trên"}. Số liệu đến hết ngày cuối giữ nguyên.`}
    >
      <DayInput name="lastDay" label="Ngày hoạt động cuối cùng" />
      <UnitPicker
        name="successors"
        label="Đơn vị kế tục"
        hint="Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy; phần còn lại tính vào đơn vị ghi trước."
        optional
        several
      />
      <div className="grid gap-5 phone:grid-cols-2">
        <TextInput name="documentNumber" label="Số quyết định" optional maxLength={60} />
        <DayInput name="documentDay" label="Ngày quyết định" optional />
      </div>
    </ChangeForm>
  );
}

function FromDay({ page }: { page: UnitFormPage }) {
  return (
    <DayInput
      name="from"
      label="Từ ngày"
      hint="Ngày đầu tiên có hiệu lực; có thể là ngày sắp tới."
      defaultValue={formatDay(page.today)}
    />
  );
}
