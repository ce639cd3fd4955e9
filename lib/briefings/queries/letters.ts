import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findLineUp, findUnitByCode } from "@/lib/organisation/repository/units";
import type { HeadedUnit } from "@/lib/organisation/rules/letterhead";
import type { PlainDate } from "@/lib/shared/days";
import { findEdits, findLetter, findLetters, type Letter } from "../repository/letters";
import { prepareParagraphs, type ShownParagraph } from "../rules/edits";

/** "Thư hằng tháng": the letters of a unit. */
export type LettersPage = {
  unit: { code: string; name: string };
  letters: Letter[];
  today: PlainDate;
  mayWrite: boolean;
  mayHold: boolean;
};

/** The letters of a unit, the actor's own without a code. */
export function loadLetters(code: string | null): Promise<LettersPage> {
  return withScope("letter.read", async (scope) => {
    const unit = (await findUnitByCode(scope, code ?? scope.actor.unit.code)) ?? notFound();
    return {
      unit: { code: unit.code, name: unit.name },
      letters: await findLetters(scope, unit.id),
      today: scope.today,
      mayWrite: can(scope.actor, "letter.write"),
      mayHold: can(scope.actor, "briefing.hold"),
    };
  });
}

/** A letter as it is to go out, or went out. */
export type LetterPage = {
  letter: Letter;
  /** The unit and those above it, the unit first. */
  line: HeadedUnit[];
  paragraphs: ShownParagraph[];
  today: PlainDate;
  mayWrite: boolean;
};

/** A letter with its paragraphs as they read now. */
export function loadLetter(id: string): Promise<LetterPage> {
  return withScope("letter.read", async (scope) => {
    const { paragraphs, ...letter } = (await findLetter(scope, id)) ?? notFound();
    return {
      letter,
      line: await findLineUp(scope, letter.unit.id),
      paragraphs: prepareParagraphs(paragraphs, await findEdits(scope, id)),
      today: scope.today,
      mayWrite: can(scope.actor, "letter.write") && letter.state === "draft",
    };
  });
}
