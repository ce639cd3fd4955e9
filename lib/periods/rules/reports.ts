import { REPORTS, type ReportName, type ReportQuery } from "@/lib/reports/schema";

/** Lists with names, which a snapshot never holds. */
const NAMING_REPORTS = ["people", "name-list"] as const;

/** Reports that may be frozen: all the others. */
export type SnapshotReport = Exclude<ReportName, (typeof NAMING_REPORTS)[number]>;
export const SNAPSHOT_REPORTS = REPORTS.filter(
  (name): name is SnapshotReport => !NAMING_REPORTS.some((naming) => naming === name),
);

/** What a report alone is asked for. */
export type ReportExtras = Pick<ReportQuery, "months" | "years" | "list">;
