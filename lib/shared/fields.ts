import { z } from "zod";
import { parseDay } from "./days";
import { normalise } from "./vietnamese";

/** Words as typed, their spaces put in order; nothing sent is nothing typed. */
export const typedText = z.string().default("").transform(normalise);

/** A day typed as dd/mm/yyyy; the sentence names what was typed. */
export const dayField = (label: string, example = "04/05/2024") =>
  typedText.transform((typed, context) => {
    const day = parseDay(typed);
    if (day === null)
      context.addIssue(
        typed === "" ? `${label}: hãy ghi ngày, ví dụ ${example}.` : `${label}: không có ngày ${typed}.`,
      );
    return day ?? "";
  });

/** A day that may be left out; null then. */
export const optionalDay = (label: string) =>
  typedText.transform((typed, context) => {
    if (typed === "") return null;
    const day = parseDay(typed);
    if (day === null) context.addIssue(`${label}: không có ngày ${typed}.`);
    return day;
  });
