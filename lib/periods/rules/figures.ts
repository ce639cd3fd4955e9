import type { ReportName } from "@/lib/reports/schema";

/** A number of a report, found by walking it. */
export type WalkedFigure = {
  /** The line it stands in, as a path names it: `total`, `rows[unit.code=X]`, `rows[key=women]`. */
  line: string;
  /** Name of the unit or words of the row; null: the report's own unit. */
  lineName: string | null;
  /** The field, as a path may name it; the first that the report knows is taken. */
  fields: string[];
  number: number;
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isRatio = (value: Json): value is { numerator: number; denominator: number } =>
  typeof value.numerator === "number" && typeof value.denominator === "number" && "percent" in value;

/** What says which line it is, or how a number is shown, and is no number of people. */
const NOT_FIGURES = ["unit", "key", "label", "percent", "childrenQuotas"];

/** Every number of a report, its own line first, whatever the report is made of. */
export function walkFigures(report: object): WalkedFigure[] {
  const { total, rows } = report as { total?: unknown; rows?: unknown };
  return [
    ...(isObject(total) ? walkLine("total", null, total) : []),
    ...(Array.isArray(rows) ? rows.filter(isObject).flatMap(walkRow) : []),
  ];
}

function walkRow(row: Json): WalkedFigure[] {
  const { unit, key, label } = row;
  if (isObject(unit) && typeof unit.code === "string")
    return walkLine(`rows[unit.code=${unit.code}]`, String(unit.name ?? unit.code), row);
  return typeof key === "string" ? walkLine(`rows[key=${key}]`, String(label ?? key), row) : [];
}

const walkLine = (line: string, lineName: string | null, values: Json): WalkedFigure[] =>
  walkFields([""], values).map(({ fields, number }) => ({ line, lineName, fields, number }));

type Found = Pick<WalkedFigure, "fields" | "number">;

function walkFields(before: string[], values: Json): Found[] {
  return Object.entries(values).flatMap(([name, value]): Found[] => {
    if (NOT_FIGURES.includes(name)) return [];
    const fields = before.map((start) => start + name);
    if (typeof value === "number") return [{ fields, number: value }];
    if (Array.isArray(value)) return walkEntries(fields, value);
    if (!isObject(value)) return [];
    if (isRatio(value)) return [{ fields, number: value.numerator }];
    return walkFields(
      fields.map((field) => `${field}.`),
      value,
    );
  });
}

/** Entries named by their words: `byBloc[bloc=SCHOOL].count`, or `byStep.certified` where one word and one number. */
function walkEntries(fields: string[], entries: unknown[]): Found[] {
  const listed = entries.filter(isObject);
  if (listed.some((entry) => isObject(entry.unit))) return [{ fields, number: entries.length }];
  return listed.flatMap((entry) => {
    const words = Object.entries(entry).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string" && NAMING.includes(pair[0]),
    );
    const where = words.map(([name, word]) => `${name}=${word}`).join(",");
    const numbers = walkFields([""], entry);
    const [only] = words.length === 1 ? words : [];
    return numbers.map(({ fields: own, number }) => ({
      number,
      fields: fields.flatMap((field) => [
        ...own.map((name) => `${field}[${where}].${name}`),
        ...(only && numbers.length === 1 ? [`${field}.${only[1]}`] : []),
      ]),
    }));
  });
}

/** The words by which an entry of a list is named; others (a kind, a state) may change while it stays the same. */
const NAMING = ["source", "indicator", "group", "from", "to", "bloc", "by", "step", "form", "key"];

/** A figure's path, as the report's list of persons takes it. */
export const pathOf = (report: ReportName, line: string, field: string): string =>
  `${report}:${line}.${field}`;
