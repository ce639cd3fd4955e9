import { z } from "zod";
import { isDay } from "@/lib/shared/days";
import type { ReportParameters } from "./rules/parameters";

export const REPORTS = ["attainment", "funnel", "people"] as const;
export type ReportName = (typeof REPORTS)[number];
export const FORMATS = ["json", "csv", "xlsx"] as const;
export type ReportFormat = (typeof FORMATS)[number];

const day = z.string().refine(isDay, "must be an existing day, yyyy-mm-dd").describe("yyyy-mm-dd");

/** Parameters of a report as they come from an address or a command line. */
export const reportQuery = z
  .object({
    unit: z.string().min(1, "is required").describe("code of the unit"),
    from: day,
    to: day,
    asOf: day.optional().describe("cuts everything after it; the earlier of `to` and today unless told"),
    countBy: z.enum(["decision", "ceremony"]).optional(),
    tree: z.enum(["as-was", "as-is"]).default("as-was"),
    figure: z.string().optional().describe("for `people`: e.g. attainment:total.admitted"),
    format: z.enum(FORMATS).default("json"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before `from`" });

export type ReportQuery = z.infer<typeof reportQuery>;

/** As-of is the earlier of the period's end and today unless told. */
export function parametersOf(query: ReportQuery, today: string): ReportParameters {
  const asOf = query.asOf ?? [query.to, today].toSorted()[0] ?? today;
  return {
    unit: query.unit,
    from: query.from,
    to: query.to,
    asOf,
    countBy: query.countBy ?? null,
    tree: query.tree,
  };
}
