import type { FormSheet, WholeSheet } from "@/lib/reports/export/form";
import type { ReportParameters, UnitHead } from "@/lib/reports/rules/parameters";
import type { PlainDate } from "@/lib/shared/days";
import type { ReportExtras, SnapshotReport } from "./reports";

/** A number with the ids of the persons behind it, in the order of ids; null: nobody stands behind it. */
export type FrozenFigure = {
  path: string;
  /** The unit or row it stands in; null: the report's own unit. */
  line: string | null;
  label: string;
  number: number;
  people: string[] | null;
};

/** A sheet as it is printed. */
export type FrozenSheet = WholeSheet;

/** The form that is signed, and the sheets that go with it. */
export type FrozenSheets = [FormSheet, ...FrozenSheet[]];

/** All that a snapshot freezes; its canonical JSON is what the hash is taken of. */
export type SnapshotContent = {
  format: 1;
  report: SnapshotReport;
  title: string;
  unit: UnitHead;
  parameters: ReportParameters;
  extras: ReportExtras;
  rulebook: string;
  /** The quotas that were in force, with their versions. */
  quotas: { id: string; version: number }[];
  madeOn: PlainDate;
  madeByName: string;
  madeAtUnit: string;
  sheets: FrozenSheets;
  /** The report as the machine reads it (formats.md §4). */
  body: unknown;
  figures: FrozenFigure[];
  /** The few that the verification page shows to anyone. */
  totals: KeyTotal[];
};

/** JSON with the keys in order and nothing between them: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value);
}

/** A total that anyone with the paper may compare. */
export type KeyTotal = { key: string; label: string; number: number };

const MOST_TOTALS = 8;

/** Does a figure tell of ethnicity or religion? Small numbers of these never leave the committee (domain.md §9.7). */
export const isKeptInside = (path: string): boolean => /ethnic|relig/i.test(path);

/** The first totals of the report's own line, or of its first row where it has rows of its own kind. */
export function keyTotals(figures: readonly FrozenFigure[]): KeyTotal[] {
  const own = figures.filter(({ path }) => path.includes(":total.") && !path.includes("["));
  return (own.length > 0 ? own : ofFirstRow(figures))
    .filter(({ path }) => !isKeptInside(path))
    .slice(0, MOST_TOTALS)
    .map(({ path, line, label, number }) => ({
      key: path,
      label: line === null ? label : `${line}: ${label}`,
      number,
    }));
}

function ofFirstRow(figures: readonly FrozenFigure[]): FrozenFigure[] {
  const path = figures[0]?.path ?? "";
  return figures.filter((figure) => figure.path.startsWith(path.slice(0, path.lastIndexOf(".") + 1)));
}
