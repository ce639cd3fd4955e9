import { z } from "zod";
import { dayField, typedText } from "@/lib/shared/fields";
import { normalise } from "@/lib/shared/vietnamese";
import { FORMS } from "./rules/catalogue";

const MOST_BASE64 = 1_500_000;

const form = z.enum(FORMS.map(({ id }) => id) as [string, ...string[]], "Mẫu: không có mẫu này.");

/** A template sent to stand in the place of the default one; the file's bytes as base64. */
export const replaceTemplateSchema = z.object({
  form,
  fromDay: dayField("Dùng từ ngày", "01/06/2024"),
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

/** The registers that a number is taken from by hand: kinds of documents by their sign. */
export const REGISTERS = ["QĐ", "NQ", "CV", "BC", "TB", "GCN"] as const;

const register = z.enum(REGISTERS, "Loại văn bản: hãy chọn.");

export const takeNumberSchema = z.object({
  register,
  onDay: dayField("Ngày văn bản", "01/06/2024"),
  subject: typedText.pipe(
    z
      .string()
      .min(1, "Về việc: hãy ghi, ví dụ phân công cấp ủy phụ trách chi bộ.")
      .max(200, "Về việc: quá dài."),
  ),
});

/** The address of the register's page. */
export const registerAddress = z.object({
  register: register.catch("QĐ"),
  year: z.coerce.number().int().min(1930).max(2999).nullable().catch(null).default(null),
  before: z.coerce.number().int().positive().nullable().catch(null).default(null),
});
export type RegisterAddress = z.output<typeof registerAddress>;
