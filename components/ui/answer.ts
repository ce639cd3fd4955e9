"use client";

import { createContext, use } from "react";
import type { TypedValues } from "@/lib/shared/form-state";

/** What an action answered to the form around its fields. */
type Answer = {
  values: TypedValues;
  /** What the fields hold before anything is sent. */
  initial: TypedValues;
  fieldErrors: Record<string, string[]>;
  /** Changes with what was typed: a control that is shown anew holds it. */
  key: string;
  /** Begins the ids of the fields of one of several forms on a page. */
  id: string | undefined;
  of: string | undefined;
};

export const AnswerContext = createContext<Answer | null>(null);

/** What a field shows by its name: what was typed, else what the form began with; nothing outside a form. */
export function useAnswer(name: string) {
  const answer = use(AnswerContext);
  if (!answer) return null;
  const { values, initial, fieldErrors, key, id, of } = answer;
  const sent = Object.keys(values).length > 0;
  return {
    key,
    of,
    id: id && `${id}-${name}`,
    errors: fieldErrors[name],
    text: [values[name] ?? initial[name]].flat()[0],
    /** The ticked values of boxes; null while nothing says which. */
    ticked: sent ? [values[name] ?? []].flat() : name in initial ? [initial[name] ?? []].flat() : null,
  };
}
