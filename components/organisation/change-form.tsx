"use client";

import { type ReactNode, useActionState, useMemo } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { StatusShape } from "@/components/ui/shapes";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeFindingText, headcountFindingText } from "@/lib/organisation/labels";
import type { ChangeFinding } from "@/lib/organisation/rules/change";
import type { HeadcountFinding } from "@/lib/organisation/rules/headcount";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type Finding = ChangeFinding | HeadcountFinding;

type Props<F extends Finding> = {
  action: (previous: FormState<F>, form: FormData) => Promise<FormState<F>>;
  /** Fields nobody types: the unit, its version. */
  hidden: Record<string, string>;
  submit: string;
  back: { href: string; label: string };
  /** One sentence of what follows. */
  follows?: ReactNode;
  /** Where this form has another field for what a finding is about: `{ kind: "parent" }`. */
  insteadOf?: Record<string, string>;
  children: (state: FormState<F>) => ReactNode;
};

/** A form of the organisation: what is wrong on top, the fields, what follows, one main button. */
export function ChangeForm<F extends Finding>(props: Props<F>) {
  const { action, hidden, submit, back, follows, insteadOf, children } = props;
  const [state, send] = useActionState(action, initialFormState);
  // Its identity tells the summary that something new is wrong, so that it takes the focus once.
  const lines = useMemo(() => linesOf(state, insteadOf ?? {}), [state, insteadOf]);
  const warnings = state.findings.filter(({ blocks }) => !blocks);

  return (
    <form action={send} className="max-w-3xl" noValidate>
      <RequestKey key={JSON.stringify(state.values)} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary lines={lines} />
      <Panel>
        <div className="grid gap-5">
          {children({ ...state, fieldErrors: byField(lines) })}
          {warnings.map((finding) => (
            <p key={finding.is} className="flex items-start gap-2 text-staff">
              <span className="mt-1">
                <StatusShape shape="warns" />
              </span>
              {sentenceOf(finding)}
            </p>
          ))}
          {follows && <p className="rounded-menu bg-sunken px-4 py-3 text-staff text-ink2">{follows}</p>}
          <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
            <SubmitButton>{submit}</SubmitButton>
            <ButtonLink href={back.href} look="quiet">
              {back.label}
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </form>
  );
}

type Line = { field: string; sentence: string };

/** Wrong fields and refusals alike: a sentence and the field it is about. */
function linesOf<F extends Finding>(
  { fieldErrors, findings }: FormState<F>,
  insteadOf: Record<string, string>,
): Line[] {
  const refusals = findings
    .filter(({ blocks }) => blocks)
    .map((finding) => {
      const field = fieldOf(finding);
      return { field: insteadOf[field] ?? field, sentence: sentenceOf(finding) };
    });
  const wrong = Object.entries(fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  return [...wrong, ...refusals];
}

function byField(lines: Line[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { field, sentence } of lines) errors[field] = [...(errors[field] ?? []), sentence];
  return errors;
}

function sentenceOf(finding: Finding): string {
  switch (finding.is) {
    case "partExceedsTotal":
    case "headcountInFuture":
    case "headcountOutsideLife":
    case "headcountKnown":
    case "headcountChangedMuch":
      return headcountFindingText(finding);
    default:
      return changeFindingText(finding);
  }
}

/** The field a finding is about. */
function fieldOf(finding: Finding): string {
  switch (finding.is) {
    case "codeTaken":
      return "code";
    case "unitUnknown":
      return finding.role === "parent" ? "parent" : "successors";
    case "kindNotBeneath":
    case "kindNotAbove":
      return "kind";
    case "beneathItself":
      return "parent";
    case "successorIsItself":
      return "successors";
    case "partExceedsTotal":
      return finding.part;
    case "headcountInFuture":
    case "headcountOutsideLife":
    case "headcountKnown":
      return "onDay";
    case "laterChange":
    case "unitNotOpen":
      return "from";
    default:
      return "name";
  }
}
