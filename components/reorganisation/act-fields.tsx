"use client";

import { useState } from "react";
import { UnitPicker } from "@/components/organisation/unit-picker";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/inputs";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import { UNIT_KINDS, UNIT_TYPES } from "@/lib/organisation/rules/kinds";
import { actLabel } from "@/lib/reorganisation/labels";
import { ACT_KINDS, type ActField, type ActKind } from "@/lib/reorganisation/rules/act";

export type ActTexts = Record<ActField, string>;

type Props = {
  /** Its number in the form's field names; the number shown may be another after lines were taken out. */
  at: number;
  place: number;
  texts: ActTexts;
  errors: Record<string, string[]>;
  onRemove(): void;
};

/** One act: what is done, to whom, and who receives. Fields that the act has no use for are not shown. */
export function ActFields({ at, place, texts, errors, onRemove }: Props) {
  const [is, setIs] = useState<ActKind | "">(texts.is as ActKind | "");
  const field = (name: ActField) => ({
    name: `act.${at}.${name}`,
    errors: errors[`act.${at}.${name}`],
  });
  const makes = is === "merge" || is === "split";
  const newUnit = ["name", "kind", "type", "parent", "decides"] as const;
  const opened = newUnit.some((name) => texts[name] !== "" || errors[`act.${at}.${name}`]);

  return (
    <fieldset className="border-t border-line px-5 py-5 first:border-0">
      <legend className="sr-only">Việc {place}</legend>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Select
          {...field("is")}
          label={`Việc ${place}`}
          key={`is ${texts.is}`}
          defaultValue={texts.is}
          onChange={(event) => setIs(event.target.value as ActKind | "")}
          empty="Hãy chọn việc"
          choices={ACT_KINDS.map((value) => ({ value, label: actLabel(value) }))}
          className="min-w-52"
        />
        <Button look="quiet" onClick={onRemove}>
          Bỏ việc {place}
        </Button>
      </div>
      {is !== "" && (
        <div className="mt-4 grid gap-4 desk:grid-cols-2">
          {is !== "add" && <UnitPicker {...field("unit")} label={unitWords(is)} initial={texts.unit} />}
          {(is === "close" || makes) && (
            <UnitPicker
              {...field("to")}
              label={is === "close" ? "Đơn vị kế tục" : "Đơn vị nhận"}
              initial={texts.to}
              optional={is === "close"}
              hint={
                is === "close"
                  ? "Để trống: những gì còn lại tính vào cấp trên."
                  : "Tên, mã đơn vị đang có, hoặc mã của đơn vị lập mới."
              }
            />
          )}
          {is === "add" && (
            <TextInput {...field("to")} label="Mã đơn vị mới" defaultValue={texts.to} maxLength={40} />
          )}
          {is === "move" && (
            <UnitPicker {...field("parent")} label="Chuyển về trực thuộc" initial={texts.parent} />
          )}
          {(is === "rename" || is === "add") && <NameFields field={field} texts={texts} act={is} />}
        </div>
      )}
      {makes && (
        <details className="mt-4" open={opened}>
          <summary className="py-2 text-staff font-semibold">
            Đơn vị nhận lập mới: tên, loại, cấp trên
          </summary>
          <div className="mt-2 grid gap-4 desk:grid-cols-2">
            <NameFields field={field} texts={texts} act={is} />
          </div>
        </details>
      )}
    </fieldset>
  );
}

function NameFields({
  field,
  texts,
  act,
}: {
  field: (name: ActField) => { name: string; errors: string[] | undefined };
  texts: ActTexts;
  act: ActKind;
}) {
  const some = act !== "add";
  return (
    <>
      <TextInput
        {...field("name")}
        label="Tên mới"
        defaultValue={texts.name}
        maxLength={200}
        optional={some}
      />
      <Select
        key={`kind ${texts.kind}`}
        {...field("kind")}
        label="Loại tổ chức"
        optional={some}
        defaultValue={texts.kind}
        empty={some ? "Như đơn vị cũ" : "Hãy chọn"}
        choices={UNIT_KINDS.map((value) => ({ value, label: kindLabel(value) }))}
      />
      <Select
        key={`type ${texts.type}`}
        {...field("type")}
        label="Loại hình"
        optional
        defaultValue={texts.type}
        empty={some ? "Như đơn vị cũ" : "Chưa rõ"}
        choices={UNIT_TYPES.map((value) => ({ value, label: typeLabel(value) }))}
      />
      <Select
        key={`decides ${texts.decides}`}
        {...field("decides")}
        label="Quyết định kết nạp"
        optional
        defaultValue={texts.decides}
        empty={some ? "Như đơn vị cũ" : "Không"}
        choices={[
          { value: "yes", label: "Được quyết định kết nạp" },
          { value: "no", label: "Không được quyết định" },
        ]}
      />
      {act !== "rename" && (
        <UnitPicker
          {...field("parent")}
          label="Trực thuộc"
          initial={texts.parent}
          optional={some}
          {...(some ? { hint: "Để trống: như đơn vị cũ." } : {})}
        />
      )}
    </>
  );
}

function unitWords(is: ActKind): string {
  switch (is) {
    case "close":
      return "Đơn vị giải thể";
    case "merge":
      return "Đơn vị sáp nhập";
    case "split":
      return "Đơn vị chia tách";
    case "move":
      return "Đơn vị chuyển";
    default:
      return "Đơn vị đổi tên";
  }
}
