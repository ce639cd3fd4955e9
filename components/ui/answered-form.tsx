"use client";

import { type ReactNode, useActionState, useId, useMemo, useState } from "react";
import { type AnyFinding, type FormState, initialFormState, type TypedValues } from "@/lib/shared/form-state";
import { AnswerContext } from "./answer";
import { ErrorSummary, type SummaryLine } from "./error-summary";
import { Refusals, wrongLines } from "./refusals";
import { RequestKey } from "./request-key";
import { Notice } from "./states";

type AnsweredFormProps<Finding extends AnyFinding> = {
  action: (previous: FormState<Finding>, form: FormData) => Promise<FormState<Finding>>;
  /** Findings in words. */
  words?: (finding: Finding) => string;
  /**
   * Counts on top what is wrong: the field that a finding leads to, or lines of its own. Without it the form
   * is one of several on a page: its fields have ids of their own and speak up themselves.
   */
  summary?: string | ((state: FormState<Finding>) => SummaryLine[]);
  /** What the summary says was not done. */
  verb?: string;
  /** How refusals look without a summary; "own": the form says what is wrong at a place of its own. */
  look?: "notice" | "line" | "own";
  /** Fields nobody types. */
  hidden?: Record<string, string | number>;
  /** What its fields hold before anything is sent. */
  initial?: TypedValues;
  /** What tells this form from others of the page, for a screen reader. */
  of?: string;
  /** Sentences of the fields where they are not those of the answer alone. */
  errors?: (state: FormState<Finding>) => Record<string, string[]>;
  /** Says on top what was done. */
  tellsDone?: boolean;
  /** Opens the form, which is folded while nothing is wrong. */
  fold?: ReactNode;
  className?: string | undefined;
  /** `lines`: those of the summary, where the form shows them at a place of its own. */
  children: ReactNode | ((state: FormState<Finding>, lines: SummaryLine[]) => ReactNode);
};

/**
 * The form of an action: sent twice it does one thing, says what is wrong, and its fields keep what was typed.
 * They find their value and their errors by their name.
 */
export function AnsweredForm<Finding extends AnyFinding>({
  action,
  words,
  summary,
  verb = "ghi",
  look = "notice",
  hidden = {},
  initial = {},
  of,
  errors,
  tellsDone = false,
  fold,
  className,
  children,
}: AnsweredFormProps<Finding>) {
  const own = useId();
  const [state, send] = useActionState<FormState<Finding>, FormData>(action, initialFormState);
  const turn = useTurn(state);
  // Its identity tells the summary that something new is wrong, so that it takes the focus once.
  const lines = useMemo(
    () => (typeof summary === "function" ? summary(state) : wrongLines(state, summary ?? "", words)),
    [state, summary, words],
  );
  const answer = {
    values: state.values,
    initial,
    fieldErrors: errors?.(state) ?? state.fieldErrors,
    key: JSON.stringify(state.values),
    id: summary === undefined ? own : undefined,
    of,
  };
  const form = (
    <form action={send} noValidate className={className}>
      {look !== "own" &&
        (summary === undefined ? (
          <Refusals state={state} words={words} look={look} />
        ) : (
          <ErrorSummary lines={lines} verb={verb} />
        ))}
      {tellsDone && state.done && <Notice tone="passes" title={state.done.message} />}
      <RequestKey key={turn} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AnswerContext value={answer}>
        {typeof children === "function" ? children(state, lines) : children}
      </AnswerContext>
    </form>
  );
  return fold ? (
    <details open={lines.length > 0 || undefined}>
      <summary className="link cursor-pointer py-2">{fold}</summary>
      {form}
    </details>
  ) : (
    form
  );
}

/** Counts the answers of an action, so that what is sent after each has a key of its own, also after the same answer. */
function useTurn(state: object): number {
  const [answered, setAnswered] = useState({ state, turn: 0 });
  if (answered.state === state) return answered.turn;
  setAnswered({ state, turn: answered.turn + 1 });
  return answered.turn + 1;
}
