import { z } from "zod";
import { parseDay } from "@/lib/shared/days";
import { normalise } from "@/lib/shared/vietnamese";
import { FORMS } from "./rules/catalogue";

const MOST_BASE64 = 1_500_000;

const form = z.enum(FORMS.map(({ id }) => id) as [string, ...string[]], "Mẫu: không có mẫu này.");

/** A template sent to stand in the place of the default one; the file's bytes as base64. */
export const replaceTemplateSchema = z.object({
  form,
  fromDay: z
    .string()
    .default("")
    .transform((typed, context) => {
      const day = parseDay(typed);
      if (day === null) {
        context.addIssue(
          typed.trim() === ""
            ? "Dùng từ ngày: hãy ghi ngày, ví dụ 01/06/2024."
            : `Dùng từ ngày: không có ngày ${typed.trim()}.`,
        );
      }
      return day ?? "";
    }),
  fileName: z
    .string()
    .default("")
    .transform((typed) => normalise(typed).slice(0, 120) || "mau.docx"),
  file: z
    .string()
    .default("")
    .transform((typed, context) => {
      if (typed === "") context.addIssue("Tệp Word: hãy chọn tệp .docx.");
      if (typed.length > MOST_BASE64) context.addIssue("Tệp Word: tệp lớn hơn 1 MB.");
      return Uint8Array.from(Buffer.from(typed.slice(0, MOST_BASE64), "base64"));
    }),
});

export const withdrawTemplateSchema = z.object({ templateId: z.string(), version: z.coerce.number().int() });
