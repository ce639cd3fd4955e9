import type { PlainDate } from "@/lib/shared/days";

/** The official tables whose rows are data. */
export const OFFICIAL_REPORTS = [
  "new-members",
  "ethnicity-religion",
  "changes",
  "unit-types",
  "member-work",
] as const;
export type OfficialReport = (typeof OFFICIAL_REPORTS)[number];

/** A line of a table: its number as printed, its words, how far in it stands. Without a key it is a heading. */
export type LayoutLine = { number: string; label: string; level: number; key: string | null };

/** A table as an instruction lays it down, in force from a day on until the next of the same report. */
export type Layout = {
  report: OfficialReport;
  formNumber: string;
  title: string;
  from: PlainDate;
  /** The instruction. */
  document: string;
  lines: readonly LayoutLine[];
};

/** The layout in force on a day; a later one given for the same day wins. */
export function layoutOn(layouts: readonly Layout[], report: OfficialReport, day: PlainDate): Layout {
  const found = layouts
    .filter((layout) => layout.report === report && layout.from <= day)
    .reduce<Layout | null>((best, one) => (best === null || one.from >= best.from ? one : best), null);
  if (!found) throw new Error(`There is no layout of "${report}" on ${day}.`);
  return found;
}

/** The keys of a layout in their order. */
export const keysOf = ({ lines }: Pick<Layout, "lines">): string[] => lines.flatMap(({ key }) => key ?? []);
