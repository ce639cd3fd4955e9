import { z } from "zod";
import { dayField, optionalDay, typedText } from "@/lib/shared/fields";
import { hasDecimals, parseNumber } from "@/lib/shared/numbers";
import { GROUPS, INDICATORS, QUOTA_KINDS, QUOTA_SOURCES, yearsOfTerm } from "./rules/quota";

const textOrNone = typedText.transform((typed) => typed.slice(0, 200) || null);

const numberOf = (label: string, example: string, needed: boolean) =>
  typedText.transform((typed, context) => {
    if (typed === "") {
      if (needed) context.addIssue(`${label}: hãy ghi số, ví dụ ${example}.`);
      return null;
    }
    const value = parseNumber(typed);
    if (value === null || value > 1_000_000 || !hasDecimals(value, 4))
      context.addIssue(`${label}: "${typed}" không phải là số, ví dụ ${example}.`);
    return value;
  });

/** A quota by one document, as typed. */
export const quotaSchema = z
  .object({
    unit: typedText.pipe(z.string().min(1, "Hãy chọn đơn vị.")),
    source: z.enum(QUOTA_SOURCES, "Nguồn: hãy chọn nguồn của chỉ tiêu."),
    indicator: z.enum(INDICATORS, "Chỉ tiêu: hãy chọn việc được giao."),
    group: z.enum(GROUPS, "Nhóm: hãy chọn nhóm người."),
    kind: z.enum(QUOTA_KINDS, "Kiểu: hãy chọn cách giao."),
    each: z.enum(["period", "year"]).default("period"),
    value: numberOf("Giá trị", "18", true),
    valueTo: numberOf("Giá trị đến", "20", false),
    from: dayField("Từ ngày", "01/01/2024"),
    to: dayField("Đến ngày", "01/01/2024"),
    dueOn: optionalDay("Hạn hoàn thành"),
    membersDay: optionalDay("Ngày chốt đảng viên"),
    documentNumber: textOrNone,
    documentDay: optionalDay("Ngày văn bản"),
    note: textOrNone,
  })
  .transform((typed, context) => {
    const { value, valueTo, from, to, dueOn, kind } = typed;
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const share = kind === "SHARE_OF_MEMBERS" || kind === "SHARE_OF_ADMITTED";
    if (from && to && to < from) wrong("to", "Đến ngày: phải sau ngày bắt đầu của kỳ.");
    if (dueOn && from && to && (dueOn < from || dueOn > to))
      wrong("dueOn", "Hạn hoàn thành: phải nằm trong kỳ.");
    if (value !== null && !share && !Number.isInteger(value))
      wrong("value", "Giá trị: hãy ghi số người nguyên.");
    if (value !== null && share && value > 100) wrong("value", "Giá trị: tỷ lệ không thể quá 100 %.");
    const years = from && to && typed.each === "year" ? yearsOfTerm(from, to) : null;
    if (typed.each === "year" && from && to && years === null)
      wrong("to", "Đến ngày: bình quân mỗi năm cần các năm trọn, từ 01/01 đến 31/12, nhiều nhất 10 năm.");
    if (typed.each === "year" && (dueOn || typed.membersDay))
      wrong(dueOn ? "dueOn" : "membersDay", "Bình quân mỗi năm: hãy để trống, mỗi năm theo ngày của năm đó.");
    if (kind === "RANGE" && valueTo === null) wrong("valueTo", "Giá trị đến: kiểu Khoảng cần cả số trên.");
    if (kind === "RANGE" && valueTo !== null && value !== null && valueTo < value)
      wrong("valueTo", "Giá trị đến: phải bằng hoặc lớn hơn giá trị.");
    return {
      ...typed,
      value: value ?? 0,
      valueTo: kind === "RANGE" ? valueTo : null,
      /** The years an average a year is asked of; none: one quota for the whole period. */
      years: years ?? [],
      membersDay: kind === "SHARE_OF_MEMBERS" ? typed.membersDay : null,
    };
  });

/** A quota as it was seen, to be taken out of force. */
export const seenQuotaSchema = z.object({
  unit: typedText,
  quota: z.uuid(),
  version: z.coerce.number().int(),
});

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Numbers for the units beneath one, by one document; an empty cell says nothing of its unit. */
export const allocationSchema = z
  .object({
    unit: typedText.pipe(z.string().min(1, "Hãy chọn đơn vị.")),
    year: z.coerce.number().int().min(1930).max(2200),
    source: z.enum(QUOTA_SOURCES),
    child: list,
    asked: list,
    documentNumber: typedText.pipe(z.string().min(1, "Số văn bản: hãy ghi, ví dụ 402-QĐ/HU.").max(100)),
    documentDay: dayField("Ngày văn bản", "01/01/2024"),
  })
  .transform(({ child, asked, ...typed }, context) => ({
    ...typed,
    documentDay: typed.documentDay ?? "",
    rows: child.flatMap((code, place) => {
      const written = (asked[place] ?? "").trim();
      if (written === "") return [];
      const value = parseNumber(written);
      if (value === null || !Number.isInteger(value) || value > 100_000) {
        context.addIssue({
          code: "custom",
          path: [`asked-${code}`],
          message: `"${written}" không phải là số người, ví dụ 4.`,
        });
        return [];
      }
      return [{ code, value }];
    }),
  }));

/** What a unit would rather be asked, and why; the names differ from those of the quota's form beside it. */
export const proposalSchema = z
  .object({
    unit: typedText,
    proposedYear: z.coerce.number().int().min(1930).max(2200),
    proposedSource: z.enum(QUOTA_SOURCES),
    proposedValue: numberOf("Số đề nghị", "4", true).transform((value, context) => {
      if (value !== null && !Number.isInteger(value))
        context.addIssue("Số đề nghị: hãy ghi số người nguyên.");
      return value ?? 0;
    }),
    reason: typedText.pipe(
      z
        .string()
        .min(1, "Lý do: hãy ghi vì sao, ví dụ chi bộ chỉ còn 2 nguồn.")
        .max(500, "Lý do: hãy ghi ngắn hơn, nhiều nhất 500 chữ."),
    ),
  })
  .transform(({ proposedYear: year, proposedSource: source, proposedValue: value, ...rest }) => ({
    ...rest,
    year,
    source,
    value,
  }));

/** A proposal as it was seen, with the reason for declining it. */
export const declineProposalSchema = z.object({
  proposal: z.uuid(),
  version: z.coerce.number().int(),
  answer: typedText.pipe(
    z
      .string()
      .min(1, "Lý do: hãy ghi vì sao không nhận, ví dụ tỉnh không giảm chỉ tiêu.")
      .max(500, "Lý do: hãy ghi ngắn hơn, nhiều nhất 500 chữ."),
  ),
});

export const withdrawProposalSchema = z.object({ proposal: z.uuid(), version: z.coerce.number().int() });
