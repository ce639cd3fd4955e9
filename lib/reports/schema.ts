import { z } from "zod";
import { UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { GROUPS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { isDay, type PlainDate, parseDay, yearOf } from "@/lib/shared/days";
import { dayField, typedText } from "@/lib/shared/fields";
import { hasDecimals, parseNumber } from "@/lib/shared/numbers";
import { isUuid, UUID } from "@/lib/shared/uuid";
import { RANKS, SORTS, STATUSES } from "./chart/board";
import { periodOf } from "./chart/period";
import { COVERAGE_LISTS, type CoverageLimits, USUAL_LIMITS } from "./rules/coverage";
import { OFFICIAL_REPORTS } from "./rules/layout";
import { NAME_LISTS } from "./rules/name-list";
import type { ReportParameters } from "./rules/parameters";
import { TASK_STATES } from "./rules/unit-task";

export const REPORTS = [
  "attainment",
  "funnel",
  "sources",
  "classes",
  "coverage",
  "probation",
  ...OFFICIAL_REPORTS,
  "name-list",
  "people",
] as const;
export type ReportName = (typeof REPORTS)[number];
export const FORMATS = ["json", "csv", "xlsx", "docx", "pdf"] as const;
export type ReportFormat = (typeof FORMATS)[number];

const day = z.string().refine(isDay, "must be an existing day, yyyy-mm-dd").describe("yyyy-mm-dd");

/** The most people of one page of the API; files hold everybody. */
export const MOST_PEOPLE = 1000;

/** Where a page of people begins: part of the figure, id, and the day where one person may stand twice. No names. */
const PEOPLE_CURSOR = new RegExp(`^\\d{1,2}\\.${UUID}(\\.(?<day>[\\d-]{10}))?$`);

function isPeopleCursor(text: string): boolean {
  const found = PEOPLE_CURSOR.exec(text);
  return found !== null && (found.groups?.day === undefined || isDay(found.groups.day));
}

/** Periods that are counted: working days are told from the calendar of each of their years. */
const [FIRST_YEAR, LAST_YEAR, MOST_YEARS] = [1900, 2100, 100];

/** Is a period too long, or too far away, to be counted? */
export const isTooLong = ({ from, to }: { from: PlainDate; to: PlainDate }): boolean =>
  yearOf(from) < FIRST_YEAR || yearOf(to) > LAST_YEAR || yearOf(to) - yearOf(from) > MOST_YEARS;

export const TOO_LONG = `is no end of a period: from ${FIRST_YEAR} to ${LAST_YEAR}, at most ${MOST_YEARS} years`;

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
    months: z.coerce
      .number()
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe("for `coverage`: certified but not reviewed for so long"),
    years: z.coerce
      .number()
      .int()
      .min(0)
      .max(50)
      .optional()
      .describe("for `coverage`: no admission for so long; 0: in the period"),
    list: z
      .enum([...COVERAGE_LISTS, ...NAME_LISTS])
      .optional()
      .describe("for `coverage` as a file: one list instead of the table; for `name-list`: which list"),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MOST_PEOPLE)
      .optional()
      .describe(`for \`people\` as JSON: so many people a page, at most ${MOST_PEOPLE}`),
    after: z
      .string()
      .refine(isPeopleCursor, "is no `next` of an earlier page")
      .optional()
      .describe("for `people` as JSON: the `next` of the page before"),
    format: z.enum(FORMATS).default("json"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before `from`" })
  .refine((period) => !isTooLong(period), { path: ["to"], message: TOO_LONG });

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

/** How long is long for the lists of `coverage`; as usual unless told. */
export function limitsOf({ months, years }: Pick<ReportQuery, "months" | "years">): CoverageLimits {
  return { months: months ?? USUAL_LIMITS.months, years: years ?? USUAL_LIMITS.years };
}

const addressDay = z
  .string()
  .transform((typed) => parseDay(typed))
  .catch(null);

/** What the board's address may hold; what makes no sense there counts as not told. */
export const boardAddress = z.object({
  unit: z.string().min(1).max(80).nullable().catch(null),
  period: z
    .string()
    .transform((key) => periodOf(key))
    .catch(null),
  from: addressDay,
  to: addressDay,
  asOf: addressDay,
  countBy: z.enum(["decision", "ceremony"]).nullable().catch(null),
  tree: z.enum(["as-was", "as-is"]).catch("as-was"),
  group: z.enum(GROUPS).catch("ALL"),
  source: z.enum(QUOTA_SOURCES).nullable().catch(null),
  type: z.string().max(80).nullable().catch(null),
  kind: z.enum(UNIT_KINDS).nullable().catch(null),
  sort: z.enum(SORTS).catch("code"),
  order: z.enum(["up", "down"]).catch("up"),
  rank: z.enum(RANKS).catch("percent"),
  status: z.enum(STATUSES).nullable().catch(null),
  q: z.string().max(200).catch(""),
  chart: z.enum(["line", "table"]).catch("line"),
  figure: z.string().max(400).nullable().catch(null),
  list: z.enum(COVERAGE_LISTS).nullable().catch(null),
  months: z.coerce.number().int().min(1).max(120).catch(USUAL_LIMITS.months),
  years: z.coerce.number().int().min(0).max(50).catch(USUAL_LIMITS.years),
  after: z.string().max(80).nullable().catch(null),
  tab: z.enum(["people", "how", "structure"]).catch("people"),
});

/** Where a page of people begins; what makes no sense counts as not told. */
export const afterPerson = z
  .string()
  .max(400)
  .transform((typed) => {
    const [givenName, name, id] = typed.split("|");
    return givenName && name && isUuid(id) ? { givenName, name, id } : null;
  })
  .nullable()
  .catch(null);

export type BoardAddress = z.output<typeof boardAddress>;

/** The days that an address tells, where a period can be made of them. */
function sensible({ from, to }: Pick<BoardAddress, "from" | "to">) {
  return from && to && from <= to && !isTooLong({ from, to }) ? { from, to } : null;
}

/** The period, day and way of counting an address asks for; this year as of today unless told. */
export function boardParameters(address: BoardAddress, unit: string, today: string): ReportParameters {
  const year = periodOf(today.slice(0, 4));
  const { from, to } = address.period ?? sensible(address) ?? year ?? { from: today, to: today };
  const asOf = address.asOf ?? ([to, today].toSorted()[0] || today);
  const { countBy, tree } = address;
  return { unit: address.unit ?? unit, from, to, asOf, countBy, tree };
}

const uuid = z.uuid();
const version = z.coerce.number().int();

/** Which tasks the page shows: those that wait, and from where on. */
export const unitTasksAddress = z.object({
  state: z.enum(TASK_STATES).catch("open"),
  after: z
    .string()
    .transform((key) => {
      const [dueOn = "", id = ""] = key.split("_");
      return isDay(dueOn) && uuid.safeParse(id).success ? { dueOn, id } : null;
    })
    .nullable()
    .catch(null),
});

export type UnitTasksAddress = z.output<typeof unitTasksAddress>;

/** A list of the report on coverage, the cells chosen from it or all, and what is asked of them. */
export const giveTasksSchema = z
  .object({
    unit: z.string(),
    from: day,
    to: day,
    list: z.enum(COVERAGE_LISTS),
    months: z.coerce.number().int().min(1).max(120),
    years: z.coerce.number().int().min(0).max(50),
    cell: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((given) => [given].flat()),
    whom: z.enum(["chosen", "all"]).default("chosen"),
    dueOn: dayField("Hạn"),
    note: typedText
      .pipe(z.string().max(500, "Lời dặn: hãy ghi ngắn hơn, nhiều nhất 500 chữ."))
      .transform((typed) => typed || null),
  })
  .refine(({ whom, cell }) => whom === "all" || cell.length > 0, {
    path: ["cell"],
    message: "Hãy chọn ít nhất một chi bộ, hoặc giao cho cả danh sách.",
  });

/** An answer, sent or kept as a draft; of a figure the number says it, and words are not needed. */
export const answerTaskSchema = z
  .object({
    taskId: uuid,
    version,
    answer: typedText.pipe(z.string().max(500, "Trả lời: hãy ghi ngắn hơn, nhiều nhất 500 chữ.")),
    number: z
      .string()
      .optional()
      .transform((typed, context) => {
        if (typed === undefined) return undefined;
        if (typed.trim() === "") return null;
        const number = parseNumber(typed);
        if (number === null || number >= 1e12 || !hasDecimals(number, 2)) {
          context.addIssue("Số: hãy ghi một số, ví dụ 12 hoặc 12,5.");
          return z.NEVER;
        }
        return number;
      }),
    as: z.enum(["draft", "send"]).catch("send"),
  })
  .refine(({ answer, number }) => answer !== "" || number !== undefined, {
    path: ["answer"],
    message: "Trả lời: hãy ghi đơn vị đã làm gì, ví dụ đã cử 2 người đi học lớp tháng 12.",
  });

export const returnTaskSchema = z.object({
  taskId: uuid,
  version,
  reason: typedText.pipe(
    z
      .string()
      .min(1, "Lý do: hãy ghi cần sửa gì, ví dụ số này chưa tính chi bộ mới.")
      .max(500, "Lý do: hãy ghi ngắn hơn, nhiều nhất 500 chữ."),
  ),
});

/** What is asked of the units beneath one: to check their data, or to fill in a figure. */
export const askUnitsSchema = z.object({
  unit: z.string().min(1).max(80),
  ask: z.enum(["check", "figure"], { error: "Loại việc: hãy chọn." }),
  to: z.enum(["children", "cells"], { error: "Giao cho: hãy chọn." }),
  title: typedText.pipe(
    z
      .string()
      .min(1, "Tên việc: hãy ghi cần gì, ví dụ Số đoàn viên dự lớp tháng 11.")
      .max(200, "Tên việc: hãy ghi ngắn hơn, nhiều nhất 200 chữ."),
  ),
  note: typedText
    .pipe(z.string().max(500, "Lời dặn: hãy ghi ngắn hơn, nhiều nhất 500 chữ."))
    .transform((typed) => typed || null),
  dueOn: dayField("Hạn"),
});

export const closeTaskSchema = z.object({ taskId: uuid, version });

/** A view to be kept under a name: an address of the board or of a report. */
export const saveViewSchema = z.object({
  name: typedText.pipe(
    z
      .string()
      .min(1, "Tên: hãy ghi tên, ví dụ Các xã chậm tiến độ.")
      .max(80, "Tên: hãy ghi ngắn hơn, nhiều nhất 80 chữ."),
  ),
  address: z
    .string()
    .max(2000)
    .regex(/^\/(quotas|reports)(\/[a-z-]+)*(\?[^#\s]*)?$/),
});

export const dropViewSchema = z.object({ view: uuid });
