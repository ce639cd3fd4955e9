import { z } from "zod";
import { formatDay, type PlainDate, parseDay } from "@/lib/shared/days";
import { dayField } from "@/lib/shared/fields";
import { isWorkingDay } from "@/lib/shared/working-days";
import { rulebookOn } from "../rulebook";
import type { ProvinceOptions } from "../rules/options";
import { text } from "./fields";

const switched = z
  .string()
  .default("")
  .transform((typed) => typed === "yes");

/** A whole number within bounds, or null where nothing is asked for. */
const number = (label: string, least: number, most: number) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const written = typed.trim();
      if (written === "") return null;
      const value = Number(written);
      if (!/^\d{1,4}$/.test(written)) context.addIssue(`${label}: "${written}" không phải là số nguyên.`);
      else if (value < least || value > most)
        context.addIssue(`${label}: ghi từ ${least} đến ${most}, không phải ${value}.`);
      return value;
    });

const FIRST_DAY = "2016-01-01";
const LAST_DAY = "2099-12-31";

/** Days on lines or between commas, each once and in their order; `fits` says what is wrong with a day. */
const days = (label: string, fault: (day: PlainDate) => string | null) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const written = typed.split(/[\s,;]+/).filter((word) => word !== "");
      const read = written.flatMap((word) => {
        const day = parseDay(word);
        const wrong =
          day === null || day < FIRST_DAY || day > LAST_DAY ? `không có ngày ${word}` : fault(day);
        if (wrong) context.addIssue(`${label}: ${wrong}.`);
        return day === null || wrong ? [] : [day];
      });
      return [...new Set(read)].toSorted();
    });

/** The options of a province as typed: from which day, by which document, and every ⚙ of domain §10. */
export const optionsSchema = z
  .object({
    from: dayField("Áp dụng từ ngày"),
    document: text("Số văn bản", "02-HD/BTCTU"),
    /** The versions that were seen, to notice another editor. */
    seen: z.string().default(""),
    parentsOpinion: switched,
    permissionToStart: switched,
    adoptedChildren: switched,
    sendUpWorkingDays: number("Chi bộ gửi hồ sơ", 1, 60),
    baseWorkingDays: number("Đảng ủy cơ sở ra nghị quyết", 1, 60),
    decisionWorkingDays: number("Quyết định kết nạp", 1, 90),
    decisionExtensionWorkingDays: number("Gia hạn quyết định", 1, 90),
    prolongationMonths: number("Kéo dài dự bị", 1, 12),
    recognitionRedoWorkingDays: number("Biểu quyết lại khi chậm công nhận", 1, 90),
    youthAge: number("Tuổi Đoàn", 18, 35),
    helpedAtOnce: number("Số người một đảng viên giúp đỡ", 1, 20),
    notesEvery: z.enum(["month", "quarter", "none"], "Nhận xét của người giúp đỡ: hãy chọn."),
    off: days("Ngày nghỉ thêm", (day) =>
      isWorkingDay(day) ? null : `${formatDay(day)} vốn đã là ngày nghỉ`,
    ),
    worked: days("Ngày làm bù", (day) =>
      isWorkingDay(day) ? `${formatDay(day)} vốn đã là ngày làm việc` : null,
    ),
  })
  .transform(({ from, document, seen, notesEvery, off, worked, ...numbers }, context) => {
    const options: ProvinceOptions = {
      ...numbers,
      notesEvery: notesEvery === "none" ? null : notesEvery,
      calendar: { off, worked },
    };
    for (const [field, message] of faultsBetween(options, from))
      context.addIssue({ code: "custom", path: [field], message });
    return { from, document, seen, options };
  });

/** What does not go together: a later step before an earlier one, a province laxer than the centre. */
function faultsBetween(options: ProvinceOptions, from: PlainDate): [field: string, message: string][] {
  const book = rulebookOn(from || LAST_DAY);
  const { sendUpWorkingDays: sendUp, baseWorkingDays: base, decisionWorkingDays: decision } = options;
  const { decisionExtensionWorkingDays: extension, recognitionRedoWorkingDays: redo } = options;
  const faults: [string, string][] = [];
  if (from !== "" && (from < FIRST_DAY || from > LAST_DAY))
    faults.push(["from", `Áp dụng từ ngày: ${formatDay(from)} quá xa.`]);
  if (sendUp !== null && base !== null && sendUp > base)
    faults.push(["sendUpWorkingDays", "Chi bộ gửi hồ sơ: không thể lâu hơn hạn của đảng ủy cơ sở."]);
  if (base !== null && decision !== null && base > decision)
    faults.push([
      "baseWorkingDays",
      "Đảng ủy cơ sở ra nghị quyết: không thể lâu hơn hạn quyết định kết nạp.",
    ]);
  if (decision !== null && decision > book.decisionWorkingDays)
    faults.push([
      "decisionWorkingDays",
      `Quyết định kết nạp: Trung ương quy định tối đa ${book.decisionWorkingDays} ngày làm việc.`,
    ]);
  if (extension !== null && decision === null)
    faults.push(["decisionExtensionWorkingDays", "Gia hạn quyết định: hãy ghi cả hạn quyết định kết nạp."]);
  if (extension !== null && extension > book.decisionExtensionWorkingDays)
    faults.push([
      "decisionExtensionWorkingDays",
      `Gia hạn quyết định: Trung ương quy định tối đa ${book.decisionExtensionWorkingDays} ngày làm việc.`,
    ]);
  if (redo !== null && redo < book.recognitionWorkingDays)
    faults.push([
      "recognitionRedoWorkingDays",
      `Biểu quyết lại khi chậm công nhận: không sớm hơn ${book.recognitionWorkingDays} ngày của Trung ương.`,
    ]);
  return faults;
}
