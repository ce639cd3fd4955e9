import { z } from "zod";
import { UNIT_KINDS, UNIT_TYPES, type UnitKind, type UnitType } from "@/lib/organisation/rules/kinds";
import { parseDay } from "@/lib/shared/days";
import { typedText } from "@/lib/shared/fields";
import { normalise } from "@/lib/shared/vietnamese";
import { ACT_KINDS, type Act, type ActKind } from "./rules/act";
import type { Choices } from "./rules/landing";

const day = typedText.transform((typed, context) => {
  const parsed = parseDay(typed);
  if (parsed === null)
    context.addIssue({ code: "custom", message: "Hãy ghi ngày có thật, ví dụ 01/07/2025." });
  return parsed ?? "";
});

const MOST_ACTS = 2000;

/** The fields of a line, in the order of the file's columns. */
export const ACT_FIELDS = ["is", "unit", "to", "name", "kind", "type", "parent", "decides"] as const;

/** A line with its place in the form: empty ones between are left out. */
export type TypedAct = { at: number; act: Act };

const FIELD = /^act\.(\d{1,4})\.(is|unit|to|name|kind|type|parent|decides)$/;

/** The lines of a form by their fields `act.0.unit`. */
function actsOf(typed: Record<string, unknown>, wrong: (path: string, message: string) => void): TypedAct[] {
  const lines = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(typed)) {
    const [, at, field] = FIELD.exec(name) ?? [];
    if (at === undefined || field === undefined || typeof value !== "string") continue;
    lines.set(Number(at), { ...lines.get(Number(at)), [field]: normalise(value) });
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, line]) => {
      if (ACT_FIELDS.every((field) => field === "is" || !line[field])) return [];
      if (!isOneOf(ACT_KINDS, line.is)) wrong(`act.${at}.is`, "Hãy chọn việc.");
      if (line.kind && !isOneOf(UNIT_KINDS, line.kind)) wrong(`act.${at}.kind`, "Hãy chọn loại tổ chức.");
      if (line.type && !isOneOf(UNIT_TYPES, line.type)) wrong(`act.${at}.type`, "Hãy chọn loại hình.");
      if ((line.name ?? "").length > 200) wrong(`act.${at}.name`, "Tên dài nhất 200 ký tự.");
      const act: Act = {
        is: line.is as ActKind,
        unit: line.unit || null,
        to: line.to || null,
        name: line.name || null,
        kind: (line.kind || null) as UnitKind | null,
        type: (line.type || null) as UnitType | null,
        parent: line.parent || null,
        decides: line.decides ? line.decides === "yes" : null,
      };
      return [{ at, act }];
    });
}

const isOneOf = (words: readonly string[], word: string | undefined): boolean => words.includes(word ?? "");

/** The decision, its day, and the lines. */
export const draftSchema = z
  .object({
    decisionNumber: typedText.pipe(
      z.string().min(1, "Hãy ghi số quyết định.").max(60, "Số dài nhất 60 ký tự."),
    ),
    documentDay: day,
    day,
  })
  .loose()
  .transform(({ decisionNumber, documentDay, day: firstDay, ...rest }, context) => {
    const acts = actsOf(rest, (path, message) => context.addIssue({ code: "custom", path: [path], message }));
    if (acts.length === 0)
      context.addIssue({ code: "custom", path: ["act.0.unit"], message: "Hãy ghi ít nhất một việc." });
    if (acts.length > MOST_ACTS)
      context.addIssue({ code: "custom", path: [""], message: `Nhiều nhất ${MOST_ACTS} việc một lần.` });
    if (documentDay > firstDay && firstDay !== "")
      context.addIssue({
        code: "custom",
        path: ["documentDay"],
        message: "Ngày quyết định không sau ngày có hiệu lực.",
      });
    return { decisionNumber, documentDay, day: firstDay, acts };
  });

const seen = { id: typedText, version: z.coerce.number().int() };

/** A reorganisation as it was seen. */
export const seenReorganisationSchema = z.object(seen);

/** What is chosen on the preview; `go` is "look" where it is only to be shown again. */
export const carryOutSchema = z
  .object({ ...seen, addQuotas: z.string().optional(), go: typedText })
  .loose()
  .transform(({ id, version, addQuotas, go, ...rest }) => {
    const chosen = (prefix: string) =>
      Object.fromEntries(
        Object.entries(rest).flatMap(([name, value]) =>
          name.startsWith(prefix) && typeof value === "string" && value !== ""
            ? [[name.slice(prefix.length), value]]
            : [],
        ),
      );
    const choices: Choices = {
      people: chosen("person."),
      hats: Object.fromEntries(
        Object.entries(chosen("hat.")).flatMap(([hat, word]) =>
          word === "keep" || word === "end" ? [[hat, word]] : [],
        ),
      ),
      addQuotas: addQuotas === "yes",
    };
    return { id, version, go, choices };
  });
