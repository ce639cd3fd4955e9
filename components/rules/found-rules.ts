import { phaseLabel, writerLabel } from "@/lib/forms/labels";
import { type DatedForm, formsOn } from "@/lib/forms/rules/catalogue";
import { bookFieldLabel, bookValueLabel, topicLabel } from "@/lib/pipeline/labels/rules";
import type { RulesPage } from "@/lib/pipeline/queries/rules";
import { RULEBOOKS, type Rulebook } from "@/lib/pipeline/rulebook";
import { DEADLINES, type DeadlineEntry, RULES, type RuleEntry } from "@/lib/pipeline/rules/catalogue";
import { answersSearch } from "@/lib/pipeline/rules/catalogue-search";
import { type RulebookChange, rulebookChanges } from "@/lib/pipeline/rules/rulebook-changes";

/** A book with what it changed of the one before it. */
export type BookLine = { book: Rulebook; changes: RulebookChange[]; first: boolean };

export type FoundRules = {
  books: BookLine[];
  rules: RuleEntry[];
  deadlines: DeadlineEntry[];
  forms: DatedForm[];
};

/** Everything that what was typed finds; the newest book first. */
export function foundRules({ book: inForce, today }: RulesPage, typed: string): FoundRules {
  const books = RULEBOOKS.map((book, place) => ({
    book,
    changes: rulebookChanges(book, RULEBOOKS[place - 1]),
    first: place === 0,
  })).toReversed();
  return {
    books: books.filter((line) => answersSearch({ id: "", texts: wordsOfBook(line) }, typed)),
    rules: RULES.filter(({ id, topic, condition, source }) =>
      answersSearch({ id, texts: [topicLabel(topic), condition(inForce), source] }, typed),
    ),
    deadlines: DEADLINES.filter(({ id, what, from, source, rule }) =>
      answersSearch({ id, texts: [what, from(inForce), source, rule ?? ""] }, typed),
    ),
    forms: formsOn(today).filter(({ code, title, phase, writer }) =>
      answersSearch({ id: "", texts: [code ?? "", title, phaseLabel(phase), writerLabel(writer)] }, typed),
    ),
  };
}

const wordsOfBook = ({ book, changes }: BookLine): string[] => [
  book.regulation,
  book.guidance,
  book.formGuidance,
  ...changes.flatMap(({ field, after }) => [bookFieldLabel(field), bookValueLabel(field, after)]),
];

/** "208-QĐ/TW". */
export const textOf = ({ regulation }: Rulebook): string => regulation.replace("Quy định ", "");
