import type { ReactNode } from "react";
import { RadioCards } from "@/components/ui/choices";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { opinionFromLabel } from "@/lib/pipeline/labels/words";
import type { OpinionFrom } from "@/lib/pipeline/rules/step";
import type { RecordableKind } from "@/lib/pipeline/schema/forms";
import { VoteFields } from "./vote-fields";

/** What the record page knows beforehand: offered, never asked twice. */
export type RecordFacts = {
  officialMembers: number | null;
  helpers: string[];
  /** The day a recognition counts from. */
  probationEnd: string | null;
  isBaseCell: boolean;
  /** The next number of the deciding committee's register, for its own officers. */
  proposedNumber: string | null;
  /** What the deciding committee needs (§2.4). */
  threshold: "twoThirds" | "moreThanHalf";
  /** The letter that the stage asks of a move (§3.18). */
  letter: string;
  /** The next period for which the helper reports, as typed: "09/2026", "quý 3/2026". */
  period: string;
  /** A target or a paper that the page was opened for. */
  chosen: string;
};

export type RecordFieldsProps = {
  kind: RecordableKind;
  /** What was typed, for the fields that hold their text themselves. */
  values: Record<string, string>;
  errors: Record<string, string[]>;
  facts: RecordFacts;
};

const OPINIONS: OpinionFrom[] = ["massOrganisation", "residenceCell", "employer"];

/** The fields that many forms share, filled with what was typed. */
export function fieldsOf({ values, errors, facts }: RecordFieldsProps) {
  const day = (label: string, initial = "") => <DayInput name="onDay" label={label} defaultValue={initial} />;
  const otherDay = (name: string, label: string, optional = false) => (
    <DayInput name={name} label={label} optional={optional} />
  );
  const number = (label: string, example: string, optional = false) => (
    <TextInput
      name="documentNumber"
      label={label}
      placeholder={example}
      defaultValue={facts.proposedNumber ?? ""}
      {...(facts.proposedNumber
        ? { hint: "Số kế tiếp trong sổ quyết định. Sửa được nếu sổ giấy khác." }
        : {})}
      optional={optional}
      className="max-w-64"
    />
  );
  const words = (name: string, label: string, optional = false, hint?: string) => (
    <TextInput name={name} label={label} optional={optional} {...(hint ? { hint } : {})} />
  );
  const choice = (name: string, legend: string, choices: [value: string, label: string][], first = "") => (
    <RadioCards
      name={name}
      legend={legend}
      chosen={first}
      choices={choices.map(([value, label]) => ({ value, label }))}
    />
  );
  const meeting = (example: string): ReactNode => (
    <div className="grid gap-5 phone:grid-cols-2">
      {day("Ngày họp")}
      {number("Số nghị quyết", example)}
    </div>
  );
  const vote = (who: string, threshold: "twoThirds" | "moreThanHalf", listed: number | null) => (
    <VoteFields initial={values} errors={errors} listed={listed} threshold={threshold} who={who} />
  );
  const opinion = () =>
    choice(
      "from",
      "Ý kiến của",
      OPINIONS.map((from) => [from, sentence(opinionFromLabel(from))]),
      facts.chosen,
    );
  return { day, otherDay, number, words, choice, meeting, vote, opinion, facts };
}

/** The first letter in capitals. */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
