import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { inChunks, remembered, type Wrote } from "@/lib/imports/repository/bulk";
import { holdRows } from "@/lib/imports/repository/changes";
import type { Sex } from "@/lib/people/rules";
import type { ImportCell } from "@/lib/pipeline/repository/bulk";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Rating } from "../rules/rating";
import type { Bloc } from "../rules/tree";

/** A member as an import reads and writes them; version 0: new. */
export type BulkMember = {
  id: string;
  version: number;
  unionUnitId: number;
  name: string;
  givenName: string;
  nameFold: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: Sex;
  citizenHash: string | null;
  citizenCipher: string | null;
  citizenLast4: string | null;
  joined: PlainDate | null;
  arrived: PlainDate | null;
  partyMember: boolean;
};
export type BulkRating = {
  id: string;
  version: number;
  memberId: string;
  year: number;
  rating: Rating | null;
  outstanding: boolean;
};
export type BulkReferral = {
  id: string;
  memberId: string;
  unionUnitId: number;
  bloc: Bloc | null;
  unitId: number;
  onDay: PlainDate;
  until: PlainDate;
  candidateId: string | null;
};

/** Members of these organisations, and those with one of these numbers. */
export function findKnownMembers(
  scope: UnitScope,
  unitIds: readonly number[],
  hashes: readonly string[],
): Promise<BulkMember[]> {
  return scope.db.$queryRaw<BulkMember[]>`
    SELECT m.id, m.version, m.union_unit_id AS "unionUnitId", m.name, m.given_name AS "givenName", m.name_fold AS "nameFold",
      m.birth_date::text AS "birthDate", m.birth_year AS "birthYear", m.sex, m.citizen_hash AS "citizenHash", m.citizen_cipher AS "citizenCipher",
      m.citizen_last4 AS "citizenLast4", m.joined_on::text AS joined, m.arrived_on::text AS arrived, m.party_member AS "partyMember"
    FROM union_member m WHERE m.union_ord BETWEEN ${scope.lo} AND ${scope.hi} AND m.left_on IS NULL
      AND (m.union_unit_id = ANY (${[...unitIds]}::int[]) OR m.citizen_hash = ANY (${[...hashes]}::text[]))`;
}

/** What is recorded of these years of the members of these organisations. */
export function findKnownRatings(
  scope: UnitScope,
  unitIds: readonly number[],
  years: readonly number[],
): Promise<BulkRating[]> {
  return scope.db.$queryRaw<BulkRating[]>`
    SELECT r.id, r.version, r.member_id AS "memberId", r.year, r.rating, r.outstanding
    FROM union_rating r JOIN union_member m ON m.id = r.member_id
    WHERE r.union_ord BETWEEN ${scope.lo} AND ${scope.hi} AND m.union_unit_id = ANY (${[...unitIds]}::int[])
      AND r.year = ANY (${[...years]}::int[])`;
}

/** Which referrals these organisations made already. */
export function findKnownReferrals(
  scope: UnitScope,
  unitIds: readonly number[],
): Promise<{ memberId: string; unitId: number; onDay: PlainDate }[]> {
  return scope.db.$queryRaw`
    SELECT member_id AS "memberId", unit_id AS "unitId", on_day::text AS "onDay" FROM referral
    WHERE union_ord BETWEEN ${scope.lo} AND ${scope.hi} AND union_unit_id = ANY (${[...unitIds]}::int[]) AND member_id IS NOT NULL`;
}

/** Cells that may be told of somebody, wherever they stand. */
export function findReceivingCells(scope: UnitScope, codes: readonly string[]): Promise<ImportCell[]> {
  return scope.db.$queryRaw<ImportCell[]>`
    SELECT id, code, name, kind, lo FROM unit
    WHERE code_key = ANY (${codes.map((code) => code.trim().toUpperCase())}::text[]) AND kind IN ('CELL', 'BASE_CELL') AND NOT closed`;
}

const MEMBER = Prisma.sql`(id uuid, "unionUnitId" int, name text, "givenName" text, "nameFold" text, "birthDate" date, "birthYear" int, sex text,
  "citizenHash" text, "citizenCipher" text, "citizenLast4" text, joined date, arrived date, "partyMember" boolean)`;

/** Writes new and changed members of one import, and remembers what they were. */
export async function saveMembers(
  scope: UnitScope,
  members: { added: readonly BulkMember[]; changed: readonly BulkMember[] },
  batchId: string,
  wrote: Wrote,
): Promise<void> {
  await inChunks(
    members.added,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        INSERT INTO union_member (id, union_unit_id, name, given_name, name_fold, birth_date, birth_year, sex, citizen_hash, citizen_cipher,
          citizen_last4, joined_on, arrived_on, party_member, import_batch_id)
        SELECT id, "unionUnitId", name, "givenName", "nameFold", "birthDate", "birthYear", sex, "citizenHash", "citizenCipher", "citizenLast4",
          joined, arrived, "partyMember", ${batchId}::uuid
        FROM jsonb_to_recordset(${rows}::jsonb) AS r ${MEMBER}
        RETURNING id, union_ord, version, NULL::jsonb AS before
      ) ${remembered(batchId, "union_member", "union_ord")}`,
  );
  await holdRows(scope, "union_member", members.changed);
  await inChunks(
    members.changed,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        UPDATE union_member m SET union_unit_id = r."unionUnitId", citizen_hash = r."citizenHash", citizen_cipher = r."citizenCipher",
          citizen_last4 = r."citizenLast4", sex = r.sex, joined_on = r.joined, arrived_on = r.arrived, party_member = r."partyMember", version = m.version + 1
        FROM jsonb_to_recordset(${rows}::jsonb) AS r ${MEMBER}, union_member was
        WHERE m.id = r.id AND was.id = r.id RETURNING m.id, m.union_ord, m.version, to_jsonb(was) AS before
      ) ${remembered(batchId, "union_member", "union_ord")}`,
  );
}

const RATING = Prisma.sql`(id uuid, "memberId" uuid, year int, rating text, outstanding boolean)`;

/** Writes new and changed ratings of one import, and remembers what they were. */
export async function saveImportedRatings(
  scope: UnitScope,
  ratings: { added: readonly BulkRating[]; changed: readonly BulkRating[] },
  batchId: string,
  wrote: Wrote,
): Promise<void> {
  await inChunks(
    ratings.added,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        INSERT INTO union_rating (id, member_id, year, rating, outstanding, import_batch_id)
        SELECT id, "memberId", year, rating, outstanding, ${batchId}::uuid FROM jsonb_to_recordset(${rows}::jsonb) AS r ${RATING}
        RETURNING id, union_ord, version, NULL::jsonb AS before
      ) ${remembered(batchId, "union_rating", "union_ord")}`,
  );
  await holdRows(scope, "union_rating", ratings.changed);
  await inChunks(
    ratings.changed,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        UPDATE union_rating t SET rating = r.rating, outstanding = r.outstanding, version = t.version + 1
        FROM jsonb_to_recordset(${rows}::jsonb) AS r ${RATING}, union_rating was
        WHERE t.id = r.id AND was.id = r.id RETURNING t.id, t.union_ord, t.version, to_jsonb(was) AS before
      ) ${remembered(batchId, "union_rating", "union_ord")}`,
  );
}

/** Writes the referrals of one import; a member joined to a candidacy is joined to its person. */
export async function saveImportedReferrals(
  scope: UnitScope,
  referrals: readonly BulkReferral[],
  batch: { id: string; recordedBy: string },
  wrote: Wrote,
): Promise<void> {
  await inChunks(
    referrals,
    wrote,
    (rows) => scope.db.$executeRaw`
      WITH written AS (
        INSERT INTO referral ("by", union_unit_id, member_id, bloc, name, given_name, name_fold, birth_date, birth_year, sex, citizen_hash,
          unit_id, on_day, until_day, candidate_id, taken_up_on, recorded_by_name, import_batch_id, id)
        SELECT 'UNION', r."unionUnitId", m.id, r.bloc, m.name, m.given_name, m.name_fold, m.birth_date, m.birth_year, m.sex, m.citizen_hash,
          r."unitId", r."onDay", r.until, r."candidateId", CASE WHEN r."candidateId" IS NOT NULL THEN r."onDay" END, ${batch.recordedBy}, ${batch.id}::uuid, r.id
        FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "memberId" uuid, "unionUnitId" int, bloc text, "unitId" int, "onDay" date, until date, "candidateId" uuid)
          JOIN union_member m ON m.id = r."memberId"
        RETURNING id, union_ord, version, NULL::jsonb AS before
      ) ${remembered(batch.id, "referral", "union_ord")}`,
  );
  await scope.db.$executeRaw`
    UPDATE union_member m SET person_id = c.person_id FROM referral r JOIN candidate c ON c.id = r.candidate_id
    WHERE r.import_batch_id = ${batch.id}::uuid AND m.id = r.member_id AND m.person_id IS DISTINCT FROM c.person_id`;
}
