import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { inChunks, remembered, type Wrote, wasBefore } from "@/lib/imports/repository/bulk";
import { holdRows } from "@/lib/imports/repository/changes";
import type { Education, Occupation, PoliticalTheory, Profession, Religion, Sex } from "@/lib/people/rules";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Source } from "../labels/words";
import type { Step } from "../rules/step";
import { STANDING_COLUMNS, type StandingRow } from "./rows";

/** A person as an import reads and writes them; null is "chưa rõ". */
export type ImportPerson = {
  id: string;
  /** 0: new. */
  version: number;
  unitId: number;
  name: string;
  givenName: string;
  nameFold: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: Sex | null;
  ethnicity: string | null;
  religion: Religion | null;
  citizenHash: string | null;
  citizenCipher: string | null;
  citizenLast4: string | null;
  occupation: Occupation | null;
  education: Education | null;
  profession: Profession | null;
  politicalTheory: PoliticalTheory | null;
  unionMember: boolean | null;
  privateOwner: boolean | null;
  foreignSpouse: boolean | null;
};

export type ImportCandidate = {
  id: string;
  /** 0: new. */
  version: number;
  personId: string;
  unitId: number;
  source: Source;
  readmission: boolean;
};

export type ImportCell = { id: number; code: string; name: string; kind: string; lo: bigint };

export type KnownCandidate = ImportCandidate & { steps: Step[] };

/** The cells of the scope that people belong to. */
export function findCells(scope: UnitScope, which: Prisma.Sql = Prisma.sql`true`): Promise<ImportCell[]> {
  return scope.db.$queryRaw<ImportCell[]>`
    SELECT id, code, name, kind, lo FROM unit
    WHERE lo BETWEEN ${scope.lo} AND ${scope.hi} AND kind IN ('CELL', 'BASE_CELL') AND NOT closed AND ${which}`;
}

/** Those of them with these codes; all of them where a code names none, so that the nearest can be told. */
export async function findCellsNamed(scope: UnitScope, codes: readonly string[]): Promise<ImportCell[]> {
  const keys = [...new Set(codes.map((code) => code.trim().toUpperCase()))];
  const named = await findCells(scope, Prisma.sql`code_key = ANY (${keys}::text[])`);
  return named.length < keys.length ? findCells(scope) : named;
}

/** Those of them with these ids. */
export function findCellsById(scope: UnitScope, ids: readonly number[]): Promise<ImportCell[]> {
  return findCells(scope, Prisma.sql`id = ANY (${[...new Set(ids)]}::int[])`);
}

const PERSON = Prisma.sql`p.id, p.version, p.unit_id AS "unitId", p.name, p.given_name AS "givenName", p.name_fold AS "nameFold",
  p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, p.ethnicity, p.religion, p.citizen_hash AS "citizenHash",
  p.citizen_cipher AS "citizenCipher", p.citizen_last4 AS "citizenLast4", p.occupation, p.education, p.profession,
  p.political_theory AS "politicalTheory", p.union_member AS "unionMember", p.private_owner AS "privateOwner",
  p.foreign_spouse AS "foreignSpouse"`;

/** Persons of the scope who may be meant: by the hash of their number, or by folded name and what is known of the birth. */
export function findLikelyPersons(
  scope: UnitScope,
  hashes: readonly string[],
  names: readonly Pick<ImportPerson, "nameFold" | "birthYear" | "birthDate">[],
): Promise<ImportPerson[]> {
  return scope.db.$queryRaw<ImportPerson[]>`
    SELECT ${PERSON} FROM person p WHERE p.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND p.id IN (
      SELECT k.id FROM person k WHERE k.citizen_hash = ANY (${[...hashes]}::text[])
      UNION
      SELECT k.id FROM unnest(${names.map(({ nameFold }) => nameFold)}::text[], ${names.map(({ birthYear }) => birthYear)}::int[],
          ${names.map(({ birthDate }) => birthDate)}::date[]) AS n (fold, year, born)
        JOIN person k ON k.name_fold = n.fold AND k.birth_year = n.year
      WHERE coalesce(k.birth_date = n.born, true))`;
}

/** Which of these numbers belong to somebody the actor may not see. */
export async function findForeignNumbers(scope: UnitScope, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await scope.db.$queryRaw<{ hash: string }[]>`
    SELECT hash FROM sec.foreign_numbers(${[...hashes]}::text[]) AS hash`;
  return new Set(rows.map(({ hash }) => hash));
}

/** The candidacies of these persons with their steps. */
export async function findCandidacies(
  scope: UnitScope,
  personIds: readonly string[],
): Promise<KnownCandidate[]> {
  const candidates = await scope.db.$queryRaw<ImportCandidate[]>`
    SELECT id, version, person_id AS "personId", unit_id AS "unitId", source, readmission FROM candidate
    WHERE person_id = ANY (${[...personIds]}::uuid[]) AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY created_at, id`;
  const steps = await scope.db.$queryRaw<(Step & { candidateId: string })[]>`
    SELECT s.candidate_id AS "candidateId", s.id, s.kind, s.on_day::text AS "onDay", s.document_number AS "documentNumber", s.data,
      s.recorded_at::text AS "recordedAt", s.recorded_by_name AS "recordedByName", s.undone_at::text AS "undoneAt"
    FROM step s WHERE s.candidate_id = ANY (${candidates.map(({ id }) => id)}::uuid[]) AND s.undone_at IS NULL`;
  const byCandidate = new Map<string, Step[]>(candidates.map(({ id }) => [id, []]));
  for (const step of steps) byCandidate.get(step.candidateId)?.push(step);
  return candidates.map((candidate) => ({ ...candidate, steps: byCandidate.get(candidate.id) ?? [] }));
}

export type BulkStep = {
  id: string;
  candidateId: string;
  kind: string;
  onDay: PlainDate;
  documentNumber: string | null;
  data: unknown;
  rulebook: string;
};

export type BulkChange = {
  persons: { isNew: boolean; person: ImportPerson }[];
  candidates: { isNew: boolean; candidate: ImportCandidate; standing: StandingRow }[];
  steps: BulkStep[];
  /** Steps that a new day replaces. */
  undoneSteps: string[];
};

/** How many records a change writes. */
export function recordsOf({ persons, candidates, steps }: BulkChange): number {
  return persons.length + candidates.length + steps.length;
}

/** Writes persons, candidates and steps of one import, remembers what they were, and tells how many are written. */
export async function saveBulk(
  scope: UnitScope,
  change: BulkChange,
  batch: { id: string; recordedBy: string },
  wrote: Wrote = () => undefined,
): Promise<void> {
  await savePersons(scope, change.persons, batch.id, wrote);
  await saveCandidates(scope, change.candidates, batch.id, wrote);
  await saveUndoneSteps(scope, change.undoneSteps, batch);
  await saveSteps(scope, change.steps, batch, wrote);
  await rememberJoinedReferrals(scope, change.candidates, batch.id);
}

const idsOfKnown = (rows: readonly { id: string; version: number }[]): string[] =>
  rows.filter(({ version }) => version > 0).map(({ id }) => id);

const PERSON_ROW = Prisma.sql`(id uuid, "unitId" int, name text, "givenName" text, "nameFold" text, "birthDate" date,
  "birthYear" int, sex text, ethnicity text, religion text, "citizenHash" text, "citizenCipher" text, "citizenLast4" text, occupation text,
  education text, profession text, "politicalTheory" text, "unionMember" boolean, "privateOwner" boolean, "foreignSpouse" boolean)`;

async function savePersons(
  scope: UnitScope,
  persons: BulkChange["persons"],
  batchId: string,
  wrote: Wrote,
): Promise<void> {
  const known = persons.filter(({ isNew }) => !isNew).map(({ person }) => person);
  await holdRows(scope, "person", known);
  await inChunks(
    persons.map(({ person }) => person),
    wrote,
    (rows, chunk) => scope.db.$executeRaw`
      WITH ${wasBefore("person", idsOfKnown(chunk))}, saved AS (
        INSERT INTO person AS p (id, unit_id, unit_ord, name, given_name, name_fold, birth_date, birth_year, sex, ethnicity, religion, citizen_hash,
          citizen_cipher, citizen_last4, occupation, education, profession, political_theory, union_member, private_owner, foreign_spouse, import_batch_id)
        SELECT r.id, r."unitId", u.lo, r.name, r."givenName", r."nameFold", r."birthDate", r."birthYear", r.sex, r.ethnicity, r.religion,
          r."citizenHash", r."citizenCipher", r."citizenLast4", r.occupation, r.education, r.profession, r."politicalTheory", r."unionMember",
          r."privateOwner", r."foreignSpouse", ${batchId}::uuid
        FROM jsonb_to_recordset(${rows}::jsonb) AS r ${PERSON_ROW} JOIN unit u ON u.id = r."unitId"
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, given_name = excluded.given_name, name_fold = excluded.name_fold,
          birth_year = excluded.birth_year, birth_date = excluded.birth_date, sex = excluded.sex, ethnicity = excluded.ethnicity,
          religion = excluded.religion, citizen_hash = excluded.citizen_hash, citizen_cipher = excluded.citizen_cipher,
          citizen_last4 = excluded.citizen_last4, occupation = excluded.occupation, education = excluded.education,
          profession = excluded.profession, political_theory = excluded.political_theory, union_member = excluded.union_member,
          private_owner = excluded.private_owner, foreign_spouse = excluded.foreign_spouse, version = p.version + 1
        RETURNING p.id, p.unit_ord, p.version
      ), written AS (SELECT * FROM saved LEFT JOIN was USING (id))
      ${remembered(batchId, "person", "unit_ord")}`,
  );
}

async function saveCandidates(
  scope: UnitScope,
  candidates: BulkChange["candidates"],
  batchId: string,
  wrote: Wrote,
): Promise<void> {
  const known = candidates.filter(({ isNew }) => !isNew).map(({ candidate }) => candidate);
  await holdRows(scope, "candidate", known);
  const names = Prisma.raw(STANDING_COLUMNS.map(([name]) => name).join(", "));
  const given = Prisma.raw(STANDING_COLUMNS.map(([name]) => `r.${name}`).join(", "));
  const typed = Prisma.raw(STANDING_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", "));
  const updates = Prisma.raw(STANDING_COLUMNS.map(([name]) => `${name} = excluded.${name}`).join(", "));
  await inChunks(
    candidates.map(({ candidate, standing }) => ({ ...standing, ...candidate })),
    wrote,
    (rows, chunk) => scope.db.$executeRaw`
      WITH ${wasBefore("candidate", idsOfKnown(chunk))}, saved AS (
        INSERT INTO candidate AS c (id, person_id, unit_id, unit_ord, source, readmission, import_batch_id, ${names})
        SELECT r.id, r."personId", r."unitId", u.lo, r.source, r.readmission, ${batchId}::uuid, ${given}
        FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "personId" uuid, "unitId" int, source text, readmission boolean, ${typed})
          JOIN unit u ON u.id = r."unitId"
        ON CONFLICT (id) DO UPDATE SET source = excluded.source, readmission = excluded.readmission, ${updates}, version = c.version + 1
        RETURNING c.id, c.unit_ord, c.version
      ), written AS (SELECT * FROM saved LEFT JOIN was USING (id))
      ${remembered(batchId, "candidate", "unit_ord")}`,
  );
}

async function saveUndoneSteps(
  scope: UnitScope,
  ids: readonly string[],
  batch: { id: string; recordedBy: string },
): Promise<void> {
  if (ids.length === 0) return;
  await scope.db.$executeRaw`
    WITH ${wasBefore("step", ids)}, written AS (
      UPDATE step s SET undone_at = now(), undone_by_name = ${batch.recordedBy} FROM was WHERE s.id = was.id
      RETURNING s.id, s.unit_ord, 0 AS version, was.before
    ) ${remembered(batch.id, "step", "unit_ord")}`;
}

async function saveSteps(
  scope: UnitScope,
  steps: readonly BulkStep[],
  batch: { id: string; recordedBy: string },
  wrote: Wrote,
): Promise<void> {
  await inChunks(
    steps,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        INSERT INTO step (id, candidate_id, unit_ord, kind, on_day, document_number, data, rulebook, recorded_by, recorded_by_name, import_batch_id)
        SELECT r.id, r."candidateId", c.unit_ord, r.kind, r."onDay", r."documentNumber", r.data, r.rulebook, ${scope.actor.accountId}::uuid,
          ${batch.recordedBy}, ${batch.id}::uuid
        FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "candidateId" uuid, kind text, "onDay" date, "documentNumber" text, data jsonb,
          rulebook text) JOIN candidate c ON c.id = r."candidateId"
        RETURNING id, unit_ord, 0 AS version, NULL::jsonb AS before
      ) ${remembered(batch.id, "step", "unit_ord")}`,
  );
}

/** Waiting referrals that new candidacies took up by themselves: who takes these back lets them wait again. */
async function rememberJoinedReferrals(
  scope: UnitScope,
  candidates: BulkChange["candidates"],
  batchId: string,
): Promise<void> {
  const made = candidates.filter(({ isNew }) => isNew).map(({ candidate }) => candidate.id);
  await scope.db.$executeRaw`
    WITH written AS (
      SELECT r.id, r.unit_ord, r.version, to_jsonb(r) || '{"candidate_id": null, "taken_up_on": null}' AS before
      FROM referral r WHERE r.candidate_id = ANY (${made}::uuid[])
    ) ${remembered(batchId, "referral", "unit_ord")}`;
}
