import { z } from "zod";
import { dayField, typedText } from "@/lib/shared/fields";
import { normalise } from "@/lib/shared/vietnamese";
import { OFFICIAL_REPORTS } from "../rules/layout";

const MOST_BASE64 = 700_000;

const words = (label: string, example: string) =>
  typedText.pipe(z.string().min(1, `${label}: hãy ghi, ví dụ ${example}.`).max(200, `${label}: quá dài.`));

/** A table laid out anew: its number, title, instruction, first day, and the file of its rows as base64. */
export const putLayoutSchema = z.object({
  report: z.enum(OFFICIAL_REPORTS, "Biểu: hãy chọn."),
  formNumber: words("Số biểu", "Biểu số 2-BTCTW"),
  title: words("Tên biểu", "Thống kê đảng viên mới kết nạp"),
  document: words("Văn bản", "Hướng dẫn 40-HD/BTCTW ngày 10/10/2025"),
  from: dayField("Dùng từ ngày", "01/01/2026"),
  fileName: z
    .string()
    .default("")
    .transform((typed) => normalise(typed).slice(0, 120) || "bieu.xlsx"),
  file: z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed === "") context.addIssue("Tệp: hãy chọn tệp XLSX, ODS hoặc CSV.");
      if (typed.length > MOST_BASE64) context.addIssue("Tệp: tệp lớn hơn 500 KB.");
      return Uint8Array.from(Buffer.from(typed.slice(0, MOST_BASE64), "base64"));
    }),
});

const countBy = z.enum(["decision", "ceremony"], "Theo ngày: hãy chọn.");

/** By which day a province counts an admission; `seen`: what the page said before. */
export const countBySchema = z.object({ countBy, seen: countBy });
