import { z } from "zod";
import { UNIT_TYPES } from "@/lib/organisation/rules/kinds";
import { OCCUPATIONS } from "@/lib/people/rules";
import { SOURCES } from "@/lib/pipeline/labels/words";
import { choice, optionalText, text, version, yesNo } from "@/lib/pipeline/schema/fields";
import { personFields } from "@/lib/pipeline/schema/person";
import { dayField, optionalDay, typedText } from "@/lib/shared/fields";
import { isUuid } from "@/lib/shared/uuid";
import { normalise } from "@/lib/shared/vietnamese";
import type { ReferralFilter, RegisterFilter } from "./rules/list";
import { AGE_DAYS, saysSomething } from "./rules/programme";
import { RATINGS } from "./rules/rating";
import { REFERRAL_STATES } from "./rules/referral";
import { BLOCS } from "./rules/tree";

/** A field that stands once for each line of a grid. */
const lines = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((typed) => [typed].flat());

const unitCode = z.string().min(1, "Chi đoàn: hãy chọn.").max(40);
const year = z.coerce.number("Năm: hãy ghi bốn chữ số.").int().min(1990).max(2100);

/** The rating of a chi đoàn for a year: as many ratings, scores and versions as members, in one order. */
export const ratingSchema = z
  .object({ unit: unitCode, year, member: lines, rating: lines, training: lines, version: lines })
  .transform(({ unit, year: of, member, rating, training, version: versions }, context) => ({
    unit,
    year: of,
    ratings: member.map((id, place) => {
      const score = (training[place] ?? "").trim();
      if (score !== "" && !/^(\d{1,2}|100)$/.test(score))
        context.addIssue({
          code: "custom",
          path: [`training-${id}`],
          message: `Điểm rèn luyện: "${score}" không phải số từ 0 đến 100.`,
        });
      return {
        id,
        rating: RATINGS.find((known) => known === rating[place]) ?? null,
        training: score === "" ? null : Number(score),
        version: Number(versions[place] ?? 0),
      };
    }),
  }));

/** Who was chosen as outstanding: the votes each got; an empty field was not proposed. */
export const outstandingSchema = z
  .object({
    unit: unitCode,
    year,
    votedOn: dayField("Ngày họp"),
    present: z
      .string()
      .default("")
      .transform((typed, context) => {
        if (!/^[1-9]\d{0,2}$/.test(typed.trim())) context.addIssue("Có mặt: hãy ghi số đoàn viên có mặt.");
        return Number(typed.trim());
      }),
    ballot: z.enum(["secret", "show"], "Cách biểu quyết: hãy chọn."),
    member: lines,
    agreed: lines,
  })
  .transform(({ member, agreed, ...rest }, context) => ({
    ...rest,
    chosen: member.flatMap((id, place) => {
      const votes = (agreed[place] ?? "").trim();
      if (votes === "") return [];
      if (!/^\d{1,3}$/.test(votes))
        context.addIssue({
          code: "custom",
          path: [`agreed-${id}`],
          message: `Tán thành: "${votes}" không phải số nguyên.`,
        });
      return [{ memberId: id, agreed: Number(votes) }];
    }),
  }));

const cell = typedText.pipe(z.string().min(1, "Chi bộ nhận: hãy chọn hoặc ghi mã chi bộ.").max(40));

/** A list of members introduced to one cell by one resolution. */
export const introductionSchema = z.object({
  unit: unitCode,
  member: lines.pipe(z.array(z.uuid()).min(1, "Đoàn viên: hãy chọn ít nhất một đồng chí.").max(200)),
  cell,
  onDay: dayField("Ngày nghị quyết"),
  resolution: text("Số nghị quyết", "12-NQ/ĐTN"),
});

const { name, birth, sex } = personFields;

/** Somebody introduced by an organisation without a register here, or by the cell itself. */
export const referralSchema = z.object({
  by: z.enum(SOURCES, "Tổ chức giới thiệu: hãy chọn."),
  organisation: optionalText,
  name,
  birth,
  sex,
  cell,
  onDay: dayField("Ngày giới thiệu"),
  resolution: optionalText,
});

const referralId = z.string();
export const takeUpSchema = z.object({
  referralId,
  onDay: dayField("Ngày tiếp nhận"),
  otherPerson: z
    .string()
    .default("")
    .transform((typed) => typed === "yes"),
});
export const returnSchema = z.object({
  referralId,
  version,
  onDay: dayField("Ngày trả lại"),
  reason: text("Lý do", "chưa đủ thời gian rèn luyện"),
});

export const transferSchema = z.object({
  memberId: z.string(),
  version,
  to: text("Mã chi đoàn chuyển đến", "D-EAP-02"),
  onDay: dayField("Ngày chuyển sinh hoạt"),
});

/** A share of 1 to 100 per cent, or null where nothing is limited. */
const share = (label: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const written = typed.replace("%", "").trim();
      if (written === "") return null;
      const percent = /^\d{1,3}([.,]\d{1,2})?$/.test(written) ? Number(written.replace(",", ".")) : 0;
      if (percent <= 0 || percent > 100)
        context.addIssue(`${label}: hãy ghi tỷ lệ từ 1 đến 100, ví dụ 15, hoặc để trống.`);
      return percent;
    });

/** What a province's Union limits, by which document and from which day on. */
export const limitsSchema = z
  .object({
    from: dayField("Áp dụng từ ngày"),
    document: text("Số văn bản", "45-HD/TĐTN-BTC"),
    /** The versions that were seen, to notice another editor. */
    seen: z.string().default(""),
    excellentPercent: share("Tỷ lệ hoàn thành xuất sắc nhiệm vụ"),
    outstandingPercent: share("Tỷ lệ đoàn viên ưu tú"),
  })
  .transform(({ excellentPercent, outstandingPercent, ...rest }) => ({
    ...rest,
    options: { excellentPercent, outstandingPercent },
  }));

/** Boxes that were ticked, of the codes there are. */
const ticked = <Code extends string>(codes: readonly Code[]) =>
  lines.transform((typed) => codes.filter((code) => typed.includes(code)));

const age = (label: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      if (!/^[1-9]\d?$/.test(typed.trim())) context.addIssue(`${label}: hãy ghi số tuổi tròn, ví dụ 18.`);
      return Number(typed.trim());
    });

const programmeFields = z.object({
  name: text("Tên chương trình", "Đảng viên tuổi 18"),
  from: dayField("Từ ngày"),
  to: optionalDay("Đến ngày"),
  occupations: ticked(OCCUPATIONS),
  ageFrom: age("Tuổi từ"),
  ageTo: age("Tuổi đến"),
  ageOn: z.enum(AGE_DAYS).default("introduction"),
  types: ticked(UNIT_TYPES),
  sources: ticked(SOURCES),
  sex: choice(["male", "female"]),
  unionMember: yesNo,
});

/** Name, days and rule of a programme; a rule that chooses everybody is none. */
const programme = programmeFields.transform(({ name: title, from, to, ...rule }, context) => {
  const wrong = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (to !== null && from !== "" && to < from) wrong("to", "Đến ngày: hãy ghi ngày không trước Từ ngày.");
  if (rule.ageFrom !== null && rule.ageTo !== null && rule.ageTo < rule.ageFrom)
    wrong("ageTo", "Tuổi đến: hãy ghi số không nhỏ hơn Tuổi từ.");
  if (!saysSomething(rule))
    wrong("ageFrom", "Điều kiện: hãy ghi ít nhất một điều kiện, ví dụ tuổi hoặc nghề nghiệp.");
  return { name: title, from, to, rule };
});
const seenProgramme = z.object({ programmeId: z.string(), version });
export const openProgrammeSchema = z.intersection(z.object({ unit: z.string().default("") }), programme);
export const editProgrammeSchema = z.intersection(seenProgramme, programme);
export const endProgrammeSchema = seenProgramme.extend({ to: dayField("Ngày cuối") });

type Told = Record<string, string | string[] | undefined>;
const once = (told: Told, key: string): string => {
  const value = told[key];
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? "";
};
const codeOf = <Code extends string>(codes: readonly Code[], typed: string): Code | null =>
  codes.find((code) => code === typed) ?? null;

/** The year an address tells, or else the one of today. */
export function yearOfAddress(typed: string, today: string): number {
  return /^(19|20)\d\d$/.test(typed) ? Number(typed) : Number(today.slice(0, 4));
}

/** What the register's address may hold; what makes no sense there counts as not told. */
export function registerAddress(told: Told, today: string): RegisterFilter {
  const [givenName, full, id] = once(told, "after").split("|");
  return {
    unit: once(told, "unit") || null,
    typed: normalise(once(told, "q")),
    bloc: codeOf(BLOCS, once(told, "bloc")),
    rating: codeOf(RATINGS, once(told, "rating")),
    year: yearOfAddress(once(told, "year"), today),
    outstanding: once(told, "outstanding") === "yes",
    party: codeOf(["yes", "no"], once(told, "party")),
    after: givenName && full && id && isUuid(id) ? { givenName, name: full, id } : null,
  };
}

/** What the address of the list of referrals may hold. */
export function referralAddress(told: Told): ReferralFilter {
  const [onDay, id] = once(told, "after").split("|");
  const typedYear = once(told, "year");
  return {
    unit: once(told, "unit") || null,
    state: codeOf(REFERRAL_STATES, once(told, "state")),
    by: codeOf(SOURCES, once(told, "by")),
    year: /^(19|20)\d\d$/.test(typedYear) ? Number(typedYear) : null,
    typed: normalise(once(told, "q")),
    after: onDay && id && /^\d{4}-\d{2}-\d{2}$/.test(onDay) && isUuid(id) ? { onDay, id } : null,
  };
}
