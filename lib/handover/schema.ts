import { z } from "zod";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { isTooLong, TOO_LONG } from "@/lib/reports/schema";
import { isDay, type PlainDate } from "@/lib/shared/days";

const day = z.string().refine(isDay, "must be an existing day, yyyy-mm-dd").describe("yyyy-mm-dd");

/** Parameters of the file as they come from an address or a command line. */
export const handOverQuery = z
  .object({
    unit: z.string().min(1, "is required").describe("code of the unit"),
    from: day,
    to: day,
    format: z.enum(["xlsx", "json"]).default("xlsx"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before `from`" })
  .refine((period) => !isTooLong(period), { path: ["to"], message: TOO_LONG });

export type HandOverQuery = z.infer<typeof handOverQuery>;

/** The file as JSON: the same cells by the names of their columns; an empty one is "". */
export const handOverAnswer = z.strictObject({
  unit: z.strictObject({ code: z.string(), name: z.string(), kind: z.string() }),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  count: z.number().int(),
  people: z.array(z.record(z.string(), z.string())),
});

export type HandOverAnswer = z.infer<typeof handOverAnswer>;

/** The people admitted in these days as they stand today: by the way the province counts, in the tree of the day. */
export function handOverParameters({ unit, from, to }: HandOverQuery, today: PlainDate): ReportParameters {
  return { unit, from, to, asOf: to < today ? to : today, countBy: null, tree: "as-was" };
}
