import { z } from "zod";
import { parseDay } from "@/lib/shared/days";
import { typedText } from "@/lib/shared/fields";
import { parseWhole } from "@/lib/shared/numbers";
import { UNIT_KINDS, UNIT_TYPES } from "./rules/kinds";

const WRONG_DAY = "Hãy ghi ngày có thật, ví dụ 01/07/2025.";
const WRONG_COUNT = "Hãy ghi số người, ví dụ 1905.";

const day = typedText.transform((typed, context) => {
  const parsed = parseDay(typed);
  if (parsed === null) context.addIssue({ code: "custom", message: WRONG_DAY });
  return parsed ?? "";
});

const dayOrNone = typedText.transform((typed, context) => {
  if (typed === "") return null;
  const parsed = parseDay(typed);
  if (parsed === null) context.addIssue({ code: "custom", message: WRONG_DAY });
  return parsed;
});

const code = typedText.pipe(
  z
    .string()
    .regex(
      /^[A-Za-z0-9.-]{1,40}$/,
      "Mã gồm chữ không dấu, số, dấu chấm hoặc gạch nối, nhiều nhất 40 ký tự, ví dụ 38.168.053.",
    ),
);

/** A unit chosen in a picker or typed by its code. */
const unitCode = typedText.pipe(z.string().min(1, "Hãy chọn đơn vị."));

const version = z.coerce.number().int();

const count = typedText.transform((typed, context) => {
  const number = parseWhole(typed) ?? Number.NaN;
  if (!Number.isSafeInteger(number) || number > 10_000_000)
    context.addIssue({ code: "custom", message: WRONG_COUNT });
  return number;
});

const countOrNone = typedText.transform((typed, context) => {
  if (typed === "") return null;
  const parsed = count.safeParse(typed);
  if (!parsed.success) context.addIssue({ code: "custom", message: WRONG_COUNT });
  return parsed.success ? parsed.data : null;
});

const form = {
  name: typedText.pipe(z.string().min(1, "Hãy ghi tên đơn vị.").max(200, "Tên dài nhất 200 ký tự.")),
  kind: z.enum(UNIT_KINDS, "Hãy chọn loại tổ chức."),
  type: z
    .union([z.enum(UNIT_TYPES, "Hãy chọn loại hình trong danh sách."), z.literal("").transform(() => null)])
    .default(null),
  mayDecideAdmission: z
    .string()
    .optional()
    .transform((typed) => typed !== undefined && typed !== "" && typed !== "0"),
};

/** A new unit beneath `parent`; without a day it has been there since before our records. */
export const additionSchema = z.object({ parent: unitCode, code, ...form, from: dayOrNone });

/** Name, kind, type and power to decide from a day on. */
export const renamingSchema = z.object({ unit: unitCode, version, ...form, from: day });

/** Beneath another unit from a day on. */
export const moveSchema = z.object({ unit: unitCode, version, parent: unitCode, from: day });

/** The last day, and the units that continue it: by code, several by `;` or as several fields. */
export const closingSchema = z.object({
  unit: unitCode,
  version,
  lastDay: day,
  successors: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((typed) => [
      ...new Set(
        [typed]
          .flat()
          .flatMap((part) => part.split(/[;,\s]+/))
          .filter(Boolean),
      ),
    ]),
  documentNumber: typedText.transform((typed) => typed || null),
  documentDay: dayOrNone,
});

/** A unit as it was seen. */
export const seenUnitSchema = z.object({ unit: unitCode, version });

/** Members on a day; the parts may stay empty. `version` empty: there was none on that day. */
export const headcountSchema = z.object({
  unit: unitCode,
  onDay: day,
  total: count,
  women: countOrNone,
  ethnicMinority: countOrNone,
  religious: countOrNone,
  unionMembers: countOrNone,
  probationary: countOrNone,
  replaces: z
    .string()
    .optional()
    .transform((typed) => (typed ? Number(typed) : null)),
});

/** A headcount to take back. */
export const seenHeadcountSchema = z.object({ unit: unitCode, onDay: day, version });
