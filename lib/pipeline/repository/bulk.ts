import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { holdRows, type RowChange } from "@/lib/imports/repository/changes";
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
export function findCells(scope: UnitScope): Promise<ImportCell[]> {
  return scope.db.$queryRaw<ImportCell[]>`
    SELECT id, code, name, kind, lo FROM unit
    WHERE lo BETWEEN ${scope.lo} AND ${scope.hi} AND kind IN ('CELL', 'BASE_CELL') AND NOT closed`;
}

const PERSON = Prisma.sql`p.id, p.version, p.unit_id AS "unitId", p.name, p.given_name AS "givenName", p.name_fold AS "nameFold",
  p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, p.ethnicity, p.religion, p.citizen_hash AS "citizenHash",
  p.citizen_cipher AS "citizenCipher", p.citizen_last4 AS "citizenLast4", p.occupation, p.education, p.profession,
  p.political_theory AS "politicalTheory", p.union_member AS "unionMember", p.private_owner AS "privateOwner",
  p.foreign_spouse AS "foreignSpouse"`;

/** Persons of the scope who may be meant: by the hash of their number, or by folded name and birth year. */
export function findLikelyPersons(
  scope: UnitScope,
  hashes: readonly string[],
  names: readonly { fold: string; birthYear: number }[],
): Promise<ImportPerson[]> {
  return scope.db.$queryRaw<ImportPerson[]>`
    SELECT ${PERSON} FROM person p WHERE p.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND (
      p.citizen_hash = ANY (${[...hashes]}::text[])
      OR (p.name_fold, p.birth_year) IN (SELECT * FROM unnest(${names.map(({ fold }) => fold)}::text[], ${names.map(({ birthYear }) => birthYear)}::int[])))`;
}

/** Which of these numbers belong to somebody the actor may not see. */
export async function findForeignNumbers(scope: UnitScope, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await scope.db.$queryRaw<{ hash: string }[]>`
    SELECT h AS hash FROM unnest(${[...hashes]}::text[]) h, LATERAL sec.likely_same_person(h, NULL, NULL, NULL) known
    WHERE NOT known.visible`;
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

/** Writes persons, candidates and steps of one import, and tells after each how many; answers what it changed. */
export async function saveBulk(
  scope: UnitScope,
  change: BulkChange,
  batch: { id: string; recordedBy: string },
  wrote: (records: number) => void = () => undefined,
): Promise<RowChange[]> {
  const persons = await savePersons(scope, change.persons, batch.id);
  wrote(change.persons.length);
  const candidates = await saveCandidates(scope, change.candidates, batch.id);
  wrote(change.candidates.length);
  const steps = await saveSteps(scope, change, batch);
  wrote(change.steps.length);
  return [...persons, ...candidates, ...steps, ...(await joinedReferrals(scope, change))];
}

/** Waiting referrals that new candidacies took up by themselves: who takes these back lets them wait again. */
async function joinedReferrals(scope: UnitScope, { candidates }: BulkChange): Promise<RowChange[]> {
  const made = candidates.filter(({ isNew }) => isNew).map(({ candidate }) => candidate.id);
  return scope.db.$queryRaw<RowChange[]>`
    SELECT 'referral' AS "table", r.id::text AS "rowId", r.unit_ord AS "unitOrd", r.version AS "versionAfter",
      to_jsonb(r) || '{"candidate_id": null, "taken_up_on": null}' AS before
    FROM referral r WHERE r.candidate_id = ANY (${made}::uuid[])`;
}

async function savePersons(
  scope: UnitScope,
  persons: BulkChange["persons"],
  batchId: string,
): Promise<RowChange[]> {
  const rows = JSON.stringify(persons.map(({ person }) => person));
  const known = persons.filter(({ isNew }) => !isNew).map(({ person }) => person);
  await holdRows(scope, "person", known);
  const before = await beforeOf(
    scope,
    "person",
    known.map(({ id }) => id),
  );
  const written = await scope.db.$queryRaw<Written[]>`
    INSERT INTO person AS p (id, unit_id, name, given_name, name_fold, birth_date, birth_year, sex, ethnicity, religion, citizen_hash,
      citizen_cipher, citizen_last4, occupation, education, profession, political_theory, union_member, private_owner, foreign_spouse, import_batch_id)
    SELECT id, "unitId", name, "givenName", "nameFold", "birthDate", "birthYear", sex, ethnicity, religion, "citizenHash", "citizenCipher",
      "citizenLast4", occupation, education, profession, "politicalTheory", "unionMember", "privateOwner", "foreignSpouse", ${batchId}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "unitId" int, name text, "givenName" text, "nameFold" text, "birthDate" date,
      "birthYear" int, sex text, ethnicity text, religion text, "citizenHash" text, "citizenCipher" text, "citizenLast4" text, occupation text,
      education text, profession text, "politicalTheory" text, "unionMember" boolean, "privateOwner" boolean, "foreignSpouse" boolean)
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, given_name = EXCLUDED.given_name, name_fold = EXCLUDED.name_fold,
      birth_year = EXCLUDED.birth_year, birth_date = excluded.birth_date, sex = excluded.sex, ethnicity = excluded.ethnicity,
      religion = excluded.religion, citizen_hash = excluded.citizen_hash, citizen_cipher = excluded.citizen_cipher,
      citizen_last4 = excluded.citizen_last4, occupation = excluded.occupation, education = excluded.education,
      profession = excluded.profession, political_theory = excluded.political_theory, union_member = excluded.union_member,
      private_owner = excluded.private_owner, foreign_spouse = excluded.foreign_spouse, version = p.version + 1
    RETURNING p.id::text AS "rowId", p.unit_ord AS "unitOrd", p.version`;
  return changesOf("person", written, before);
}

async function saveCandidates(
  scope: UnitScope,
  candidates: BulkChange["candidates"],
  batchId: string,
): Promise<RowChange[]> {
  const rows = JSON.stringify(candidates.map(({ candidate, standing }) => ({ ...candidate, ...standing })));
  const known = candidates.filter(({ isNew }) => !isNew).map(({ candidate }) => candidate);
  await holdRows(scope, "candidate", known);
  const before = await beforeOf(
    scope,
    "candidate",
    known.map(({ id }) => id),
  );
  const names = Prisma.raw(STANDING_COLUMNS.map(([name]) => name).join(", "));
  const typed = Prisma.raw(STANDING_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", "));
  const updates = Prisma.raw(STANDING_COLUMNS.map(([name]) => `${name} = excluded.${name}`).join(", "));
  const written = await scope.db.$queryRaw<Written[]>`
    INSERT INTO candidate AS c (id, person_id, unit_id, source, readmission, import_batch_id, ${names})
    SELECT id, "personId", "unitId", source, readmission, ${batchId}::uuid, ${names}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "personId" uuid, "unitId" int, source text, readmission boolean, ${typed})
    ON CONFLICT (id) DO UPDATE SET source = excluded.source, readmission = excluded.readmission, ${updates}, version = c.version + 1
    RETURNING c.id::text AS "rowId", c.unit_ord AS "unitOrd", c.version`;
  return changesOf("candidate", written, before);
}

async function saveSteps(
  scope: UnitScope,
  change: BulkChange,
  batch: { id: string; recordedBy: string },
): Promise<RowChange[]> {
  const before = await beforeOf(scope, "step", change.undoneSteps);
  const undone = await scope.db.$queryRaw<Written[]>`
    UPDATE step s SET undone_at = now(), undone_by_name = ${batch.recordedBy} WHERE id = ANY (${change.undoneSteps}::uuid[])
    RETURNING s.id::text AS "rowId", s.unit_ord AS "unitOrd", 0 AS version`;
  const written = await scope.db.$queryRaw<Written[]>`
    INSERT INTO step AS s (id, candidate_id, kind, on_day, document_number, data, rulebook, recorded_by, recorded_by_name, import_batch_id)
    SELECT id, "candidateId", kind, "onDay", "documentNumber", data, rulebook, ${scope.actor.accountId}::uuid, ${batch.recordedBy}, ${batch.id}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(change.steps)}::jsonb) AS r (id uuid, "candidateId" uuid, kind text, "onDay" date,
      "documentNumber" text, data jsonb, rulebook text)
    RETURNING s.id::text AS "rowId", s.unit_ord AS "unitOrd", 0 AS version`;
  return [...changesOf("step", undone, before), ...changesOf("step", written, before)];
}

type Written = { rowId: string; unitOrd: bigint; version: number };

async function beforeOf(
  scope: UnitScope,
  table: "person" | "candidate" | "step",
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db.$queryRaw<{ rowId: string; before: unknown }[]>`
    SELECT t.id::text AS "rowId", to_jsonb(t) AS before FROM ${Prisma.raw(table)} t WHERE t.id = ANY (${[...ids]}::uuid[])`;
  return new Map(rows.map(({ rowId, before }) => [rowId, before]));
}

function changesOf(
  table: RowChange["table"],
  written: readonly Written[],
  before: ReadonlyMap<string, unknown>,
): RowChange[] {
  return written.map(({ rowId, unitOrd, version }) => ({
    table,
    rowId,
    unitOrd,
    before: before.get(rowId) ?? null,
    versionAfter: version,
  }));
}
