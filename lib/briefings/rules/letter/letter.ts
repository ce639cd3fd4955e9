import { writeChange } from "./change";
import { writeDifficulties, writeDue, writePromises } from "./coming";
import type { LetterFacts } from "./facts";
import type { Paragraph, ParagraphKey, Sentence } from "./parts";
import { PARAGRAPHS } from "./parts";
import { writeStanding } from "./standing";
import { writeNotBegun, writeWell } from "./units";

/** The letter of a month: a paragraph per question, in their order; one with nothing to say is left out. */
export function writeLetter(facts: LetterFacts): Paragraph[] {
  const written: Record<ParagraphKey, Sentence[]> = {
    standing: writeStanding(facts),
    change: writeChange(facts),
    well: writeWell(facts),
    notBegun: writeNotBegun(facts),
    due: writeDue(facts),
    difficulties: writeDifficulties(facts),
    promises: writePromises(facts),
  };
  return PARAGRAPHS.flatMap((key) => (written[key].length > 0 ? [{ key, sentences: written[key] }] : []));
}
