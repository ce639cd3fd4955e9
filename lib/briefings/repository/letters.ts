import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { NamedUnit } from "../rules/briefing";
import type { Edit } from "../rules/edits";
import type { LetterState } from "../rules/issue";
import type { Paragraph, ParagraphKey } from "../rules/letter/parts";

/** The letter of a month as it was counted; the words of its edits are asked for apart. */
export type Letter = {
  id: string;
  unit: NamedUnit;
  month: PlainDate;
  asOf: PlainDate;
  state: LetterState;
  documentNumber: string | null;
  writtenByName: string;
  writtenOn: PlainDate;
  issuedOn: PlainDate | null;
  issuedByName: string | null;
  version: number;
};

const LETTER = Prisma.sql`l.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", l.month::text, l.as_of::text AS "asOf",
  l.state, l.document_number AS "documentNumber", l.written_by_name AS "writtenByName",
  (l.written_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "writtenOn", l.issued_on::text AS "issuedOn",
  l.issued_by_name AS "issuedByName", l.version`;

type Row = Omit<Letter, "unit"> & { unitId: number; unitCode: string; unitName: string };

const letterOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): Letter => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`l.unit_ord BETWEEN ${lo} AND ${hi}`;

/** The letter with its counted paragraphs, or null. */
export async function findLetter(
  scope: UnitScope,
  id: string,
): Promise<(Letter & { paragraphs: Paragraph[] }) | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<(Row & { paragraphs: Paragraph[] })[]>`
    SELECT ${LETTER}, l.paragraphs FROM letter l JOIN unit u ON u.id = l.unit_id WHERE l.id = ${id}::uuid AND ${within(scope)}`;
  if (!row) return null;
  const { paragraphs, ...rest } = row;
  return { ...letterOf(rest), paragraphs };
}

/** Letters of a unit, the latest month first; at most 60. */
export async function findLetters(scope: UnitScope, unitId: number): Promise<Letter[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${LETTER} FROM letter l JOIN unit u ON u.id = l.unit_id
    WHERE l.unit_id = ${unitId} AND ${within(scope)} ORDER BY l.month DESC LIMIT 60`;
  return rows.map(letterOf);
}

/** All edits of a letter. */
export function findEdits(scope: UnitScope, letterId: string): Promise<Edit[]> {
  return scope.db.$queryRaw<Edit[]>`
    SELECT l.paragraph, l.edition, l.words, l.edited_by_name AS "editedByName",
      (l.edited_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "editedOn"
    FROM letter_edit l WHERE l.letter_id = ${letterId}::uuid AND ${within(scope)} ORDER BY l.edition DESC`;
}

/** Writes a letter; null when the month has one already. */
export async function saveLetter(
  scope: UnitScope,
  unitId: number,
  { month, asOf, paragraphs }: { month: PlainDate; asOf: PlainDate; paragraphs: readonly Paragraph[] },
): Promise<string | null> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO letter (unit_id, month, as_of, paragraphs, written_by_name)
    VALUES (${unitId}, ${month}::date, ${asOf}::date, ${JSON.stringify(paragraphs)}::jsonb, ${scope.actor.name})
    ON CONFLICT (unit_id, month) DO NOTHING RETURNING id`;
  return made?.id ?? null;
}

/** Puts newly counted paragraphs into a draft; false when it changed meanwhile. */
export async function saveRecounted(
  scope: UnitScope,
  { id, version }: Pick<Letter, "id" | "version">,
  { asOf, paragraphs }: { asOf: PlainDate; paragraphs: readonly Paragraph[] },
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE letter l SET as_of = ${asOf}::date, paragraphs = ${JSON.stringify(paragraphs)}::jsonb, written_by_name = ${scope.actor.name},
      written_at = now(), version = version + 1
    WHERE l.id = ${id}::uuid AND l.version = ${version} AND l.state = 'draft' AND ${within(scope)}`;
  return changed === 1;
}

/** Adds an edit of one paragraph; false when the letter changed meanwhile. */
export async function saveEdit(
  scope: UnitScope,
  { id, version, unit }: Pick<Letter, "id" | "version" | "unit">,
  paragraph: ParagraphKey,
  words: string | null,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE letter l SET version = version + 1
    WHERE l.id = ${id}::uuid AND l.version = ${version} AND l.state = 'draft' AND ${within(scope)}`;
  if (changed !== 1) return false;
  await addEdit(scope, { id, unit }, paragraph, words);
  return true;
}

/** Writes another edition of a paragraph of a draft that this transaction holds. */
export async function addEdit(
  scope: UnitScope,
  { id, unit }: Pick<Letter, "id" | "unit">,
  paragraph: ParagraphKey,
  words: string | null,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO letter_edit (letter_id, unit_id, edition, paragraph, words, edited_by_name)
    SELECT ${id}::uuid, ${unit.id}, coalesce(max(l.edition), 0) + 1, ${paragraph}, ${words}, ${scope.actor.name}
    FROM letter_edit l WHERE l.letter_id = ${id}::uuid AND l.paragraph = ${paragraph} AND ${within(scope)}`;
}

/** Issues a letter: from now on it stands; false when it changed meanwhile. */
export async function saveIssued(
  scope: UnitScope,
  { id, version }: Pick<Letter, "id" | "version">,
  documentNumber: string | null,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE letter l SET state = 'issued', document_number = ${documentNumber}, issued_on = ${scope.today}::date,
      issued_by_name = ${scope.actor.name}, version = version + 1
    WHERE l.id = ${id}::uuid AND l.version = ${version} AND l.state = 'draft' AND ${within(scope)}`;
  return changed === 1;
}
