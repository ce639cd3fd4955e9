import { z } from "zod";
import { typedText } from "@/lib/shared/fields";
import { normalise } from "@/lib/shared/vietnamese";

/** Words that have to be there; the example stands in the error. */
export const text = (label: string, example: string) =>
  typedText.pipe(z.string().min(1, `${label}: hãy ghi, ví dụ ${example}.`).max(200, `${label}: quá dài.`));
/** Words that may be left out; null then. */
export const optionalText = z
  .string()
  .default("")
  .transform((typed) => normalise(typed) || null);
/** A whole number of at most four digits. */
export const count = (label: string) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      if (!/^\d{1,4}$/.test(typed.trim())) context.addIssue(`${label}: hãy ghi một số nguyên.`);
      return Number(typed.trim());
    });
/** One of the codes, or null. */
export const choice = <Code extends string>(codes: readonly Code[]) =>
  z
    .string()
    .default("")
    .transform((typed): Code | null => codes.find((code) => code === typed) ?? null);
/** "yes", "no", or null for neither. */
export const yesNo = z
  .string()
  .default("")
  .transform((typed): boolean | null => (typed === "yes" ? true : typed === "no" ? false : null));

/** The candidate that a form is about, and the version of it that was seen. */
export const candidateId = z.string();
export const version = z.coerce.number().int();
