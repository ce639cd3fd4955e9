"use server";

import { defineAction } from "@/lib/access/action";
import { findUnit, findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { loadLetterFacts } from "../queries/letter-facts";
import {
  addEdit,
  findEdits,
  findLetter,
  type Letter,
  saveEdit,
  saveIssued,
  saveLetter,
  saveRecounted,
} from "../repository/letters";
import { prepareParagraphs } from "../rules/edits";
import { dayOfLetter, type LetterFinding } from "../rules/issue";
import { writeLetter } from "../rules/letter/letter";
import type { Paragraph } from "../rules/letter/parts";
import { editParagraphSchema, issueSchema, recountSchema, writeLetterSchema } from "../schema";

const PAGES = ["/briefings/letters"];

type Held = Letter & { paragraphs: Paragraph[] };

const issuedAlready = ({ issuedOn }: Held): LetterFinding | null =>
  issuedOn === null ? null : { is: "issuedAlready", blocks: true, on: issuedOn };
const letterChanged = ({ writtenByName }: Held): LetterFinding => ({
  is: "letterChanged",
  blocks: true,
  by: writtenByName,
});

/** Writes the letter of a month from what is counted today. */
export const writeMonthlyLetter = defineAction<typeof writeLetterSchema, Unit, LetterFinding>({
  name: "writeMonthlyLetter",
  permission: "letter.write",
  schema: writeLetterSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input: { month } }) {
    const asOf = dayOfLetter(month, scope.today);
    if (asOf === null) return { refused: [{ is: "monthNotBegun", blocks: true, day: month }] };
    const paragraphs = writeLetter(await loadLetterFacts(scope, unit, month, asOf));
    const id = await saveLetter(scope, unit.id, { month, asOf, paragraphs });
    if (id === null) return { refused: [{ is: "writtenAlready", blocks: true }] };
    return { done: { message: "Đã lập thư.", redirectTo: `/briefings/letters/${id}?done=written` } };
  },
});

/** Puts a paragraph into one's own words, or back as it was counted; earlier words are kept. */
export const editParagraph = defineAction<typeof editParagraphSchema, Held, LetterFinding>({
  name: "editParagraph",
  permission: "letter.write",
  schema: editParagraphSchema,
  target: (scope, { letterId }) => findLetter(scope, letterId),
  revalidates: PAGES,
  async run({ scope, target: letter, input: { version, paragraph, words } }) {
    const issued = issuedAlready(letter);
    if (issued) return { refused: [issued] };
    if (!letter.paragraphs.some(({ key }) => key === paragraph))
      return { refused: [{ is: "paragraphUnknown", blocks: true }] };
    if (!(await saveEdit(scope, { ...letter, version }, paragraph, words)))
      return { refused: [letterChanged(letter)] };
    return { done: { message: "Đã sửa.", redirectTo: `/briefings/letters/${letter.id}?done=edited` } };
  },
});

/** Counts a draft anew as of today; edits stay only where that was asked for. */
export const recountLetter = defineAction<typeof recountSchema, Held, LetterFinding>({
  name: "recountLetter",
  permission: "letter.write",
  schema: recountSchema,
  target: (scope, { letterId }) => findLetter(scope, letterId),
  revalidates: PAGES,
  async run({ scope, target: letter, input: { version, edits } }) {
    const issued = issuedAlready(letter);
    if (issued) return { refused: [issued] };
    const unit = await findUnit(scope, letter.unit.id);
    const asOf = dayOfLetter(letter.month, scope.today);
    if (!unit || asOf === null) throw new Error("a letter of a month that has not begun");
    const paragraphs = writeLetter(await loadLetterFacts(scope, unit, letter.month, asOf));
    if (!(await saveRecounted(scope, { ...letter, version }, { asOf, paragraphs })))
      return { refused: [letterChanged(letter)] };
    if (edits === "leave") {
      const shown = prepareParagraphs(letter.paragraphs, await findEdits(scope, letter.id));
      for (const { key, edit } of shown) if (edit) await addEdit(scope, letter, key, null);
    }
    return {
      done: { message: "Đã tính lại.", redirectTo: `/briefings/letters/${letter.id}?done=recounted` },
    };
  },
});

/** Issues a letter: it stands as it is from now on. */
export const issueLetter = defineAction<typeof issueSchema, Held, LetterFinding>({
  name: "issueLetter",
  permission: "letter.write",
  schema: issueSchema,
  target: (scope, { letterId }) => findLetter(scope, letterId),
  revalidates: PAGES,
  async run({ scope, target: letter, input: { version, documentNumber } }) {
    const issued = issuedAlready(letter);
    if (issued) return { refused: [issued] };
    if (!(await saveIssued(scope, { ...letter, version }, documentNumber)))
      return { refused: [letterChanged(letter)] };
    return { done: { message: "Đã phát hành.", redirectTo: `/briefings/letters/${letter.id}?done=issued` } };
  },
});
