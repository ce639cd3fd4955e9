import type { PlainDate } from "@/lib/shared/days";

export type CountBy = "decision" | "ceremony";
export type TreeMode = "as-was" | "as-is";

/** What a report is asked for; `asOf` cuts everything after it. */
export type ReportParameters = {
  unit: string;
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  /** null: as the province says. */
  countBy: CountBy | null;
  tree: TreeMode;
};

/** Head of every report (formats.md §4). */
export type ReportHead = {
  report: string;
  unit: UnitHead;
  period: { from: PlainDate; to: PlainDate };
  asOf: PlainDate;
  tree: TreeMode;
  countBy: CountBy;
  generatedAt: string;
};

export type UnitHead = { code: string; name: string; kind: string };

/** A unit as a report names it. */
export function unitHead({ code, name, kind }: UnitHead): UnitHead {
  return { code, name, kind };
}
