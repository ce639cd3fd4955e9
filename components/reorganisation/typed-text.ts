import type { FormState } from "@/lib/shared/form-state";

/** What was typed in a field, or what it begins with. */
export function typedText({ values }: Pick<FormState, "values">, name: string, initial = ""): string {
  const typed = values[name];
  if (typed === undefined) return initial;
  return Array.isArray(typed) ? typed.join("; ") : typed;
}
