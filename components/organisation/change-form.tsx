"use client";

import { type ReactNode, useCallback } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import type { SummaryLine } from "@/components/ui/error-summary";
import { Panel } from "@/components/ui/panel";
import { wrongLines } from "@/components/ui/refusals";
import { StatusShape } from "@/components/ui/shapes";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeFindingText, headcountFindingText } from "@/lib/organisation/labels";
import type { ChangeFinding } from "@/lib/organisation/rules/change";
import type { HeadcountFinding } from "@/lib/organisation/rules/headcount";
import type { FormState } from "@/lib/shared/form-state";

type Finding = ChangeFinding | HeadcountFinding;

const AS_FOUND: Record<string, string> = {};

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
  children: ReactNode;
};

/** A form of the organisation: what is wrong on top, the fields, what follows, one main button. */
export function ChangeForm<F extends Finding>(props: Props<F>) {
  const { action, hidden, submit, back, follows, insteadOf = AS_FOUND, children } = props;
  const lines = useCallback((state: FormState<F>) => linesOf(state, insteadOf), [insteadOf]);

  return (
    <AnsweredForm
      action={action}
      summary={lines}
      errors={(state) => byField(lines(state))}
      hidden={hidden}
      className="max-w-3xl"
    >
      {(state) => (
        <Panel>
          <div className="grid gap-5">
            {children}
            {state.findings
              .filter(({ blocks }) => !blocks)
              .map((finding) => (
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
      )}
    </AnsweredForm>
  );
}

/** Wrong fields and refusals alike: a sentence and the field it is about. */
function linesOf<F extends Finding>(state: FormState<F>, insteadOf: Record<string, string>): SummaryLine[] {
  const refusals = state.findings
    .filter(({ blocks }) => blocks)
    .map((finding) => {
      const field = fieldOf(finding);
      return { field: insteadOf[field] ?? field, sentence: sentenceOf(finding) };
    });
  return [...wrongLines(state, ""), ...refusals];
}

function byField(lines: SummaryLine[]): Record<string, string[]> {
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
