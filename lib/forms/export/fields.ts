import type { Sheet } from "@/lib/platform/spreadsheet/sheet";
import { FIELD_GROUPS, LIST_FIELDS } from "../rules/fields";

/** Every field with its meaning and an example, as the page shows them. */
export function fieldsSheet(): Sheet {
  const column = (title: string, width: number) => ({ title, kind: "text" as const, width });
  return {
    name: "Các trường",
    columns: [column("Trường", 36), column("Ý nghĩa", 70), column("Ví dụ", 44), column("Nhóm", 36)],
    rows: [
      ...FIELD_GROUPS.flatMap(({ heading, fields }) =>
        fields.map(({ name, meaning, sample }) => [`{${name}}`, meaning, sample, heading]),
      ),
      ...LIST_FIELDS.flatMap((list) => [
        [`{#${list.name}} … {/${list.name}}`, list.meaning, "", "Danh sách, lặp lại từng dòng"],
        ...list.fields.map(({ name, meaning, sample }) => [
          `{${name}}`,
          meaning,
          sample,
          `Trong {#${list.name}}`,
        ]),
      ]),
    ],
  };
}
