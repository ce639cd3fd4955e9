import { Cells } from "@/lib/imports/cells";
import { Faults } from "@/lib/imports/fault";
import type { ImportColumn } from "@/lib/imports/kind";
import { matchTable } from "@/lib/imports/table";
import { kindLabel, parseKind, parseType } from "@/lib/organisation/labels";
import { UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { openTable } from "@/lib/platform/spreadsheet/open-table";
import { actFieldLabel, actLabel, parseAct } from "./labels";
import { ACT_KINDS, type ActField } from "./rules/act";
import { ACT_FIELDS } from "./schema";

const EXAMPLES: Record<ActField, string> = {
  is: "Sáp nhập",
  unit: "EAP-08",
  to: "EAP-09",
  name: "",
  kind: "",
  type: "",
  parent: "",
  decides: "",
};

/** The columns of a file of acts. */
export const ACT_COLUMNS: readonly ImportColumn[] = ACT_FIELDS.map((key) => ({
  key,
  header: actFieldLabel(key),
  required: key === "is",
  example: EXAMPLES[key],
}));

/** The lines of a file as the form shows them: fields by name, and what could not be read, by `act.0.kind`. */
export type ReadActs = {
  rows: Record<ActField, string>[];
  errors: Record<string, string[]>;
  notes: string[];
};

/** Reads a file of acts; words that are not understood stay empty and are told at their field. */
export async function readActs(bytes: Uint8Array, fileName: string): Promise<ReadActs> {
  const faults = new Faults();
  const table = await matchTable(await openTable(bytes, fileName), ACT_COLUMNS, faults);
  const lines = new Map<number, number>();
  const rows = table.rows.map((row, line) => {
    lines.set(row.row, line);
    const cells = new Cells(row, ACT_COLUMNS, faults);
    return {
      is: cells.word("is", parseAct, ACT_KINDS.map(actLabel).join(", ")) ?? "",
      unit: cells.text("unit") ?? "",
      to: cells.text("to") ?? "",
      name: cells.text("name") ?? "",
      kind: cells.word("kind", parseKind, UNIT_KINDS.map(kindLabel).join(", ")) ?? "",
      type: cells.word("type", parseType) ?? "",
      parent: cells.text("parent") ?? "",
      decides: { true: "yes", false: "no", null: "" }[
        String(cells.yesNo("decides")) as "true" | "false" | "null"
      ],
    };
  });
  const errors: ReadActs["errors"] = {};
  const notes: string[] = [];
  for (const { row, column, message } of faults.list) {
    const line = lines.get(row);
    const field = ACT_FIELDS.find((key) => actFieldLabel(key) === column);
    if (line === undefined || field === undefined) notes.push(message);
    else errors[`act.${line}.${field}`] = [...(errors[`act.${line}.${field}`] ?? []), message];
  }
  return { rows, errors, notes };
}
