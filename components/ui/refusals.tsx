import type { AnyFinding, FormState } from "@/lib/shared/form-state";
import type { SummaryLine } from "./error-summary";
import { Notice } from "./states";

type RefusalsProps<Finding extends AnyFinding> = {
  state: Pick<FormState<Finding>, "fieldErrors" | "findings">;
  /** Findings in words; without it only the sentences of the whole form are told. */
  words?: ((finding: Finding) => string) | undefined;
  /** A line stands beside a button. */
  look?: "notice" | "line";
};

/** What refuses a form as a whole; its fields tell of themselves. */
export function Refusals<Finding extends AnyFinding>({
  state: { fieldErrors, findings },
  words,
  look = "notice",
}: RefusalsProps<Finding>) {
  const sentences = [...(fieldErrors[""] ?? []), ...(words ? findings.map(words) : [])];
  return sentences.map((sentence) =>
    look === "notice" ? (
      <Notice key={sentence} tone="blocks" title={sentence} />
    ) : (
      <p key={sentence} role="alert" className="text-red-hover">
        {sentence}
      </p>
    ),
  );
}

/**
 * All that a form was refused for, for its summary: its fields first, then the findings in `words`, which lead
 * to `field`.
 */
export function wrongLines<Finding extends AnyFinding>(
  { fieldErrors, findings }: Pick<FormState<Finding>, "fieldErrors" | "findings">,
  field: string,
  words?: (finding: Finding) => string,
): SummaryLine[] {
  return [
    ...Object.entries(fieldErrors).flatMap(([name, told]) =>
      told.map((sentence) => ({ field: name, sentence })),
    ),
    ...(words ? findings.map((finding) => ({ field, sentence: words(finding) })) : []),
  ];
}
