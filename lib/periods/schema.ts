import { z } from "zod";
import { UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { COVERAGE_LISTS } from "@/lib/reports/rules/coverage";
import { isTooLong } from "@/lib/reports/schema";
import { parseDay } from "@/lib/shared/days";
import { dayField, typedText } from "@/lib/shared/fields";
import { PERIOD_KINDS } from "./rules/period";
import { SNAPSHOT_REPORTS } from "./rules/reports";

export const SNAPSHOT_FORMATS = ["xlsx", "pdf", "docx", "csv", "json"] as const;
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number];

/** Parameters of a snapshot's file. */
export const snapshotFileQuery = z.object({ format: z.enum(SNAPSHOT_FORMATS).default("json") });

/** A frozen report as JSON: its head is that of every report (formats.md §4), the rest as it was then. */
export const snapshotAnswer = z.looseObject({
  report: z.enum(SNAPSHOT_REPORTS),
  unit: z.looseObject({ code: z.string(), name: z.string() }),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  asOf: z.string(),
});

const uuid = z.uuid();
const version = z.coerce.number().int();

const periodDays = {
  from: dayField("Từ ngày", "01/10/2026"),
  to: dayField("Đến ngày", "31/10/2026"),
  cutOff: dayField("Ngày chốt số liệu", "31/10/2026"),
  dueOn: dayField("Hạn gửi", "05/11/2026"),
};

/** A wrong day is told by its own field. */
const isSensible = ({ from, to }: { from: string; to: string }) =>
  from === "" || to === "" || !isTooLong({ from, to });
const TOO_LONG = {
  path: ["to"],
  message: "Đến ngày: hãy ghi kỳ trong khoảng 1900 – 2100, dài nhất 100 năm.",
};

/** A period as the province sets it. */
export const setPeriodSchema = z
  .object({
    unit: z.string().min(1).max(80),
    kind: z.enum(PERIOD_KINDS, { error: "Loại kỳ: hãy chọn." }),
    ...periodDays,
  })
  .refine(isSensible, TOO_LONG);

/** Other days of a period that is open. */
export const changePeriodSchema = z
  .object({ periodId: uuid, version, ...periodDays })
  .refine(isSensible, TOO_LONG);

const unitCode = z.string().min(1).max(80);

/** `version` of the period and `standing` of the unit, as the page showed them. */
export const confirmUnitSchema = z.object({
  periodId: uuid,
  version,
  unit: unitCode,
  standing: version,
});

/** One unit, or several ticked in a list. */
export const acceptUnitsSchema = z
  .object({
    periodId: uuid,
    version,
    unit: z
      .union([unitCode, z.array(unitCode).max(200)])
      .default([])
      .transform((given) => [given].flat())
      .refine((units) => units.length > 0, "Hãy chọn ít nhất một đơn vị."),
    standing: z
      .union([version, z.array(version)])
      .default([])
      .transform((given) => [given].flat()),
  })
  .transform(({ unit, standing, ...rest }) => ({
    ...rest,
    units: unit.map((code, place) => ({ code, standing: standing[place] })),
  }));

export const returnUnitSchema = z.object({
  periodId: uuid,
  version,
  unit: unitCode,
  standing: version,
  reason: typedText.pipe(
    z
      .string()
      .min(1, "Lý do: hãy ghi cần sửa gì, ví dụ số người kết nạp chưa khớp danh sách.")
      .max(500, "Lý do: hãy ghi ngắn hơn, nhiều nhất 500 chữ."),
  ),
});

export const lockPeriodSchema = z.object({ periodId: uuid, version });

/** A report with its parameters, as the page that shows it was asked. */
export const makeSnapshotSchema = z
  .object({
    report: z.enum(SNAPSHOT_REPORTS, { error: "Báo cáo: hãy chọn." }),
    unit: typedText.pipe(z.string().min(1, "Đơn vị: hãy ghi mã đơn vị, ví dụ KRONGPAC.").max(80)),
    from: dayField("Từ ngày", "01/01/2026"),
    to: dayField("Đến ngày", "31/12/2026"),
    asOf: z
      .string()
      .default("")
      .refine((typed) => typed.trim() === "" || parseDay(typed) !== null, "Tính đến ngày: không có ngày này.")
      .transform((typed) => parseDay(typed) ?? undefined),
    countBy: z.enum(["decision", "ceremony"]).optional().catch(undefined),
    tree: z.enum(["as-was", "as-is"]).catch("as-was"),
    months: z.coerce.number().int().min(1).max(120).optional().catch(undefined),
    years: z.coerce.number().int().min(0).max(50).optional().catch(undefined),
    list: z.enum(COVERAGE_LISTS).optional().catch(undefined),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "Đến ngày: phải bằng hoặc sau từ ngày." })
  .refine(isSensible, TOO_LONG);

/** What the form of a new snapshot begins with, as the page of a report leads there. */
export const snapshotEntryAddress = z.object({
  report: z.enum(SNAPSHOT_REPORTS).catch("attainment"),
  unit: z.string().max(80).catch(""),
  from: z.string().max(10).catch(""),
  to: z.string().max(10).catch(""),
  asOf: z.string().max(10).catch(""),
  countBy: z.string().max(10).catch(""),
  tree: z.string().max(10).catch(""),
  months: z.string().max(4).catch(""),
  years: z.string().max(4).catch(""),
  list: z.string().max(40).catch(""),
});
export type SnapshotEntryAddress = z.output<typeof snapshotEntryAddress>;

export const approveSnapshotSchema = z.object({ snapshotId: uuid });

const ordinal = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt)
  .nullable()
  .catch(null);
const shownUnit = unitCode.nullable().catch(null);

/** Which unit's view of a period, and from where on the list beneath it. */
export const periodAddress = z.object({ unit: shownUnit, after: ordinal });
export type PeriodAddress = z.output<typeof periodAddress>;

/** Who has not confirmed: beneath which unit, of which level, from where on. */
export const missingAddress = z.object({
  unit: shownUnit,
  kind: z.enum(UNIT_KINDS).nullable().catch(null),
  after: ordinal,
});
export type MissingAddress = z.output<typeof missingAddress>;

/** Which snapshots are listed, and from where on. */
export const snapshotsAddress = z.object({
  report: z.enum(SNAPSHOT_REPORTS).nullable().catch(null),
  after: z
    .string()
    .max(100)
    .transform((key) => {
      const [madeAt = "", id = ""] = key.split("_");
      return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(madeAt) &&
        uuid.safeParse(id).success
        ? { madeAt, id }
        : null;
    })
    .nullable()
    .catch(null),
});
export type SnapshotsAddress = z.output<typeof snapshotsAddress>;

const typedOfPaper = z.string().max(200).catch("").default("");

/** What a paper says, as it was scanned or typed into the verification page: its hash, totals, a number of a line. */
export const verifyAddress = z
  .object({ h: typedOfPaper, line: typedOfPaper, number: typedOfPaper })
  .catchall(typedOfPaper)
  .transform(({ h, line, number, ...totals }) => ({ h, line, number, totals }));
