import { z } from "zod";
import { isDay, parseDay } from "@/lib/shared/days";
import { dayField, typedText } from "@/lib/shared/fields";
import { COMMITMENT_STATES, DOERS, OUTCOMES, TOPICS } from "./rules/briefing";
import { PARAGRAPHS } from "./rules/letter/parts";
import { DIFFICULTY_STATES } from "./rules/matters";

const id = z.uuid();
const version = z.coerce.number().int();
const unitCode = typedText.pipe(z.string().min(1, "Đơn vị: hãy chọn đơn vị."));

const words = (label: string, example: string, longest = 500) =>
  typedText.pipe(
    z
      .string()
      .min(1, `${label}: hãy ghi, ví dụ ${example}.`)
      .max(longest, `${label}: hãy ghi ngắn hơn, nhiều nhất ${longest} chữ.`),
  );

const choices = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat());

const head = {
  heldOn: dayField("Ngày họp"),
  place: words("Nơi họp", "Hội trường Ủy ban nhân dân xã", 200),
  ledBy: words("Chủ trì", "Bí thư Đảng ủy Nguyễn Văn A", 200),
  present: choices,
};

/** A briefing as it was held, with the units that came. */
export const holdBriefingSchema = z.object({ unit: unitCode, ...head });

export const briefingHeadSchema = z.object({ briefingId: id, version, ...head });

/** What a unit found difficult. */
export const difficultySchema = z.object({
  briefingId: id,
  unit: unitCode,
  topic: z.enum(TOPICS, "Loại khó khăn: hãy chọn một loại."),
  words: words("Khó khăn", "thanh niên trong thôn đi làm ăn xa"),
});

export const settleSchema = z.object({ difficultyId: id, version });

/** What was agreed. */
export const commitmentSchema = z.object({
  briefingId: id,
  unit: unitCode,
  doer: z.enum(DOERS, "Ai làm: hãy chọn đơn vị hoặc cấp ủy."),
  words: words("Việc thống nhất", "cử 2 người đi học lớp nhận thức"),
  dueOn: dayField("Hạn"),
});

/** What a later briefing found of it; a day where it is carried on. */
export const reviewSchema = z
  .object({
    briefingId: id,
    commitmentId: id,
    version,
    outcome: z.enum(OUTCOMES, "Kết quả: hãy chọn đã xong, chuyển tiếp hoặc không làm nữa."),
    dueOn: typedText,
    note: typedText
      .pipe(z.string().max(500, "Ghi chú: hãy ghi ngắn hơn, nhiều nhất 500 chữ."))
      .transform((typed) => typed || null),
  })
  .transform(({ dueOn: typed, ...review }, context) => {
    if (review.outcome !== "carried") return { ...review, dueOn: null };
    const dueOn = parseDay(typed);
    if (dueOn === null)
      context.addIssue({
        code: "custom",
        path: ["dueOn"],
        message:
          typed === "" ? "Hạn mới: hãy ghi ngày, ví dụ 04/05/2024." : `Hạn mới: không có ngày ${typed}.`,
      });
    return { ...review, dueOn };
  });

/** The doer's word that it is done. */
export const reportSchema = z.object({
  commitmentId: id,
  version,
  report: words("Kết quả", "đã cử 2 người đi học lớp tháng 12"),
});

export const caretakerSchema = z.object({
  unit: unitCode,
  name: words("Người phụ trách", "Nguyễn Văn A, Ủy viên Ban Thường vụ", 200),
  from: dayField("Từ ngày"),
});

/** "2026-11" or "11/2026": the first day of the month. */
const monthOf = (typed: string): string | null => {
  const match = /^(\d{4})-(\d{2})$/.exec(typed.trim()) ?? null;
  const other = /^(\d{1,2})\/(\d{4})$/.exec(typed.trim());
  const first = match
    ? `${match[1]}-${match[2]}-01`
    : other
      ? `${other[2]}-${other[1]?.padStart(2, "0")}-01`
      : "";
  return isDay(first) ? first : null;
};

export const writeLetterSchema = z.object({
  unit: unitCode,
  month: typedText.transform((typed, context) => {
    const month = monthOf(typed);
    if (month === null) context.addIssue("Tháng: hãy ghi tháng và năm, ví dụ 11/2026.");
    return month ?? "";
  }),
});

/** A paragraph in one's own words; empty: as it was counted. */
export const editParagraphSchema = z.object({
  letterId: id,
  version,
  paragraph: z.enum(PARAGRAPHS),
  words: typedText
    .pipe(z.string().max(4000, "Đoạn văn: hãy ghi ngắn hơn, nhiều nhất 4000 chữ."))
    .transform((typed) => typed || null),
});

/** Counts the letter anew; edits stay only when asked for. */
export const recountSchema = z.object({
  letterId: id,
  version,
  edits: z.enum(["keep", "leave"]).default("leave"),
});

export const issueSchema = z.object({
  letterId: id,
  version,
  documentNumber: typedText
    .pipe(z.string().max(60, "Số văn bản: hãy ghi ngắn hơn, nhiều nhất 60 chữ."))
    .transform((typed) => typed || null),
});

const addressDay = z
  .string()
  .transform((typed) => parseDay(typed))
  .nullable()
  .catch(null);
const addressUnit = z.string().min(1).max(80).nullable().catch(null);
const after = z
  .string()
  .transform((key) => {
    const [on = "", rest = ""] = key.split("_");
    return isDay(on) && id.safeParse(rest).success ? { day: on, id: rest } : null;
  })
  .nullable()
  .catch(null);

export const commitmentsAddress = z.object({
  unit: addressUnit,
  state: z.enum(["waiting", ...COMMITMENT_STATES]).catch("waiting"),
  from: addressDay,
  asOf: addressDay,
  after,
});
export type CommitmentsAddress = z.output<typeof commitmentsAddress>;

export const difficultiesAddress = z.object({
  unit: addressUnit,
  state: z.enum(DIFFICULTY_STATES).catch("open"),
  topic: z.enum(TOPICS).nullable().catch(null),
  from: addressDay,
  asOf: addressDay,
  after,
});
export type DifficultiesAddress = z.output<typeof difficultiesAddress>;

/** Whose briefings, those of which days, and from where on. */
export const briefingsAddress = z.object({ unit: addressUnit, from: addressDay, asOf: addressDay, after });
export type BriefingsAddress = z.output<typeof briefingsAddress>;
