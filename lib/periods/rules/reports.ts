import { REPORTS, type ReportName, type ReportQuery } from "@/lib/reports/schema";

/** Reports that may be frozen: all but lists with names, which a snapshot never holds. */
export type SnapshotReport = Exclude<ReportName, "people">;
export const SNAPSHOT_REPORTS = REPORTS.filter((name): name is SnapshotReport => name !== "people");

/** What a report alone is asked for. */
export type ReportExtras = Pick<ReportQuery, "months" | "years" | "list">;
