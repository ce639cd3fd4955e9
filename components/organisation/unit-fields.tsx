import { Checkbox } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/inputs";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import { UNIT_TYPES, type UnitKind, type UnitType } from "@/lib/organisation/rules/kinds";

type Initial = { name: string; kind: UnitKind | ""; type: UnitType | null; mayDecideAdmission: boolean };

/** Name, kind, type and power to decide: what a unit is called and is. */
export function UnitFields({ kinds, initial }: { kinds: readonly UnitKind[]; initial: Initial }) {
  return (
    <>
      <TextInput name="name" label="Tên đơn vị" defaultValue={initial.name} maxLength={200} />
      <div className="grid gap-5 phone:grid-cols-2">
        <Select
          name="kind"
          label="Loại tổ chức"
          defaultValue={initial.kind}
          {...(initial.kind === "" ? { empty: "Hãy chọn" } : {})}
          choices={kinds.map((value) => ({ value, label: kindLabel(value) }))}
        />
        <Select
          name="type"
          label="Loại hình"
          optional
          defaultValue={initial.type ?? ""}
          empty="Chưa rõ"
          choices={UNIT_TYPES.map((value) => ({ value, label: typeLabel(value) }))}
        />
      </div>
      <Checkbox
        name="mayDecideAdmission"
        label="Được quyết định kết nạp đảng viên"
        hint="Cấp ủy có thẩm quyền hoặc được ủy quyền ra quyết định kết nạp."
        defaultChecked={initial.mayDecideAdmission}
      />
    </>
  );
}
