import { Checkbox, Select, TextInput } from "@/components/ui/inputs";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import { UNIT_TYPES, type UnitKind, type UnitType } from "@/lib/organisation/rules/kinds";
import type { FormState } from "@/lib/shared/form-state";
import { typedText } from "./typed-text";

type Initial = { name: string; kind: UnitKind | ""; type: UnitType | null; mayDecideAdmission: boolean };

/** Name, kind, type and power to decide: what a unit is called and is. */
export function UnitFields({
  state,
  kinds,
  initial,
}: {
  state: FormState;
  kinds: readonly UnitKind[];
  initial: Initial;
}) {
  const sent = Object.keys(state.values).length > 0;
  const kind = typedText(state, "kind", initial.kind);
  const type = typedText(state, "type", initial.type ?? "");
  return (
    <>
      <TextInput
        name="name"
        label="Tên đơn vị"
        errors={state.fieldErrors.name}
        defaultValue={typedText(state, "name", initial.name)}
        maxLength={200}
      />
      <div className="grid gap-5 phone:grid-cols-2">
        <Select
          key={`kind ${kind}`}
          name="kind"
          label="Loại tổ chức"
          errors={state.fieldErrors.kind}
          defaultValue={kind}
          {...(initial.kind === "" ? { empty: "Hãy chọn" } : {})}
          choices={kinds.map((value) => ({ value, label: kindLabel(value) }))}
        />
        <Select
          key={`type ${type}`}
          name="type"
          label="Loại hình"
          optional
          errors={state.fieldErrors.type}
          defaultValue={type}
          empty="Chưa rõ"
          choices={UNIT_TYPES.map((value) => ({ value, label: typeLabel(value) }))}
        />
      </div>
      <Checkbox
        name="mayDecideAdmission"
        label="Được quyết định kết nạp đảng viên"
        hint="Cấp ủy có thẩm quyền hoặc được ủy quyền ra quyết định kết nạp."
        defaultChecked={sent ? typedText(state, "mayDecideAdmission") !== "" : initial.mayDecideAdmission}
      />
    </>
  );
}
