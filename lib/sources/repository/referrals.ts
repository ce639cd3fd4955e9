import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { Sex } from "@/lib/people/rules";
import type { Source } from "@/lib/pipeline/labels/words";
import { decrypt } from "@/lib/platform/secret";
import type { PlainDate } from "@/lib/shared/days";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import { REGISTER_PAGE, type ReferralFilter } from "../rules/list";
import type { Introduced, ReferralFacts, ReferralState } from "../rules/referral";
import { reachOf, type UnionUnit } from "./units";

/** A referral as a list shows it. */
export type ReferralRow = ReferralFacts & {
  id: string;
  by: Source;
  memberId: string | null;
  organisation: string | null;
  name: string;
  birthYear: number;
  cellCode: string;
  cellName: string;
  onDay: PlainDate;
  resolution: string | null;
  returnedReason: string | null;
};

const ROW = Prisma.sql`r.id, r."by", r.member_id AS "memberId", coalesce(CASE WHEN s.level = 'CHAPTER' THEN concat_ws(', ', s.name, a.name) ELSE s.name END, r.organisation) AS organisation, r.name, r.birth_year AS "birthYear", u.code AS "cellCode",
  u.name AS "cellName", r.on_day::text AS "onDay", r.until_day::text AS until, r.resolution, r.candidate_id AS "candidateId",
  r.taken_up_on::text AS "takenUpOn", r.returned_on::text AS "returnedOn", r.returned_reason AS "returnedReason"`;
const FROM = Prisma.sql`FROM referral r JOIN unit u ON u.id = r.unit_id LEFT JOIN union_unit s ON s.id = r.union_unit_id
  LEFT JOIN union_unit a ON a.id = s.parent_id`;

/** The rule of lib/sources/rules/referral.ts, in SQL. */
export function stateSql(today: PlainDate): Prisma.Sql {
  return Prisma.sql`CASE WHEN r.candidate_id IS NOT NULL AND r.taken_up_on <= ${today}::date THEN 'takenUp'
    WHEN r.returned_on <= ${today}::date THEN 'returned' WHEN r.until_day < ${today}::date THEN 'lapsed' ELSE 'waiting' END`;
}

function whereSql(scope: UnitScope, { unit, by, year, typed }: ReferralFilter): Prisma.Sql {
  const conditions = [
    reachOf(scope, "r"),
    unit ? Prisma.sql`(u.code_key = upper(${unit}) OR s.code_key = upper(${unit}))` : null,
    by ? Prisma.sql`r."by" = ${by}` : null,
    year ? Prisma.sql`r.on_day BETWEEN make_date(${year}, 1, 1) AND make_date(${year}, 12, 31)` : null,
    typed ? Prisma.sql`r.name_fold LIKE ${`%${fold(typed).replace(/[%_\\]/g, "\\$&")}%`}` : null,
  ].filter((condition) => condition !== null);
  return Prisma.join(conditions, " AND ");
}

/** One page of referrals, latest first; one more than a page tells that more follow. */
export function findReferrals(scope: UnitScope, filter: ReferralFilter): Promise<ReferralRow[]> {
  const state = filter.state ? Prisma.sql`AND ${stateSql(scope.today)} = ${filter.state}` : Prisma.empty;
  const after = filter.after
    ? Prisma.sql`AND (r.on_day, r.id) < (${filter.after.onDay}::date, ${filter.after.id}::uuid)`
    : Prisma.empty;
  return scope.db.$queryRaw<ReferralRow[]>`
    SELECT ${ROW} ${FROM} WHERE ${whereSql(scope, filter)} ${state} ${after}
    ORDER BY r.on_day DESC, r.id DESC LIMIT ${REGISTER_PAGE + 1}`;
}

/** How many stand in each state under the other filters; together they are all of them. */
export async function countReferrals(
  scope: UnitScope,
  filter: ReferralFilter,
): Promise<Record<ReferralState, number>> {
  const rows = await scope.db.$queryRaw<{ state: ReferralState; count: number }[]>`
    SELECT ${stateSql(scope.today)} AS state, count(*)::int AS count ${FROM} WHERE ${whereSql(scope, filter)} GROUP BY 1`;
  const none = { waiting: 0, takenUp: 0, returned: 0, lapsed: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** A referral with what taking it up needs. */
export type ReferralDetails = ReferralRow & {
  version: number;
  birthDate: PlainDate | null;
  sex: Sex;
  citizenNumber: string | null;
  cell: { id: number; kind: string; ord: bigint };
};

/** The referral inside the scope, or null: outside is the same as not existing. */
export async function findReferral(scope: UnitScope, id: string): Promise<ReferralDetails | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await scope.db.$queryRaw<
    (Omit<ReferralDetails, "cell" | "citizenNumber"> & {
      cellId: number;
      cellKind: string;
      cellOrd: bigint;
      cipher: string | null;
    })[]
  >`
    SELECT ${ROW}, r.version, r.birth_date::text AS "birthDate", r.sex, m.citizen_cipher AS cipher,
      u.id AS "cellId", u.kind AS "cellKind", u.lo AS "cellOrd"
    ${FROM} LEFT JOIN union_member m ON m.id = r.member_id WHERE r.id = ${id}::uuid AND ${reachOf(scope, "r")}`;
  if (!row) return null;
  const { cellId, cellKind, cellOrd, cipher, ...referral } = row;
  return {
    ...referral,
    citizenNumber: cipher && decrypt(cipher, "citizenNumber"),
    cell: { id: cellId, kind: cellKind, ord: cellOrd },
  };
}

/** The stages a candidacy has reached since, with their days; nothing else of it is told. */
export function findProgress(
  scope: UnitScope,
  referralIds: readonly string[],
): Promise<{ referralId: string; stage: string; onDay: PlainDate }[]> {
  return scope.db.$queryRaw`
    SELECT referral_id AS "referralId", stage, on_day::text AS "onDay" FROM sec.referral_progress(${[...referralIds]}::uuid[])
    ORDER BY on_day, stage`;
}

/** Members who may be introduced: outstanding this year or last, with where an earlier referral stands. */
export type Introducible = Introduced & {
  id: string;
  unitName: string;
  birthYear: number;
  bloc: string | null;
};

/** The outstanding members of an organisation and all beneath it, or those of these ids, by name. */
export function findIntroducible(
  scope: UnitScope,
  { lo, hi }: Pick<UnionUnit, "lo" | "hi">,
  year: number,
  ids: readonly string[] | null = null,
): Promise<Introducible[]> {
  return scope.db.$queryRaw<Introducible[]>`
    SELECT m.id, m.name, m.birth_year AS "birthYear", m.party_member AS "partyMember", u.name AS "unitName", u.bloc,
      EXISTS (SELECT FROM union_rating t WHERE t.member_id = m.id AND t.year >= ${year - 1} AND t.outstanding) AS outstanding,
      (SELECT ${stateSql(scope.today)} FROM referral r WHERE r.member_id = m.id ORDER BY r.on_day DESC, r.recorded_at DESC LIMIT 1) AS earlier
    FROM union_member m JOIN union_unit u ON u.id = m.union_unit_id
    WHERE m.union_ord BETWEEN ${lo} AND ${hi} AND ${reachOf(scope, "m")} AND m.left_on IS NULL
      AND (CASE WHEN ${ids === null} THEN NOT m.party_member
        AND EXISTS (SELECT FROM union_rating t WHERE t.member_id = m.id AND t.year >= ${year - 1} AND t.outstanding)
        AND NOT EXISTS (SELECT FROM referral r WHERE r.member_id = m.id AND ${stateSql(scope.today)} IN ('waiting', 'takenUp'))
        ELSE m.id = ANY (${ids ?? []}::uuid[]) END)
    ORDER BY m.given_name, m.name, m.id LIMIT 200`;
}

/** Cells that stand beside an organisation of the Union: those of its party unit. */
export function findCellsBeside(
  scope: UnitScope,
  unit: Pick<UnionUnit, "unitId">,
): Promise<{ code: string; name: string }[]> {
  return scope.db.$queryRaw`
    SELECT c.code, c.name FROM unit u JOIN unit c ON c.lo BETWEEN u.lo AND u.hi
    WHERE u.id = ${unit.unitId} AND c.kind IN ('CELL', 'BASE_CELL') AND NOT c.closed ORDER BY c.lo LIMIT 300`;
}

export type NewReferral = { unitId: number; onDay: PlainDate; until: PlainDate; resolution: string | null };

/** Introduces members of the Union by its resolution; answers how many. */
export function saveUnionReferrals(
  scope: UnitScope,
  unionUnitId: number,
  memberIds: readonly string[],
  { unitId, onDay, until, resolution }: NewReferral,
): Promise<number> {
  return scope.db.$executeRaw`
    INSERT INTO referral ("by", union_unit_id, member_id, bloc, name, given_name, name_fold, birth_date, birth_year, sex, citizen_hash,
      unit_id, on_day, until_day, resolution, recorded_by_name)
    SELECT 'UNION', ${unionUnitId}, m.id, u.bloc, m.name, m.given_name, m.name_fold, m.birth_date, m.birth_year, m.sex, m.citizen_hash,
      ${unitId}, ${onDay}::date, ${until}::date, ${resolution}, ${scope.actor.name}
    FROM union_member m JOIN union_unit u ON u.id = m.union_unit_id
    WHERE m.id = ANY (${[...memberIds]}::uuid[]) AND m.union_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Introduces somebody on behalf of an organisation without a register here; answers the referral's id. */
export async function saveReferral(
  scope: UnitScope,
  person: {
    name: string;
    birthDate: PlainDate | null;
    birthYear: number;
    sex: Sex;
    by: Source;
    organisation: string | null;
  },
  { unitId, onDay, until, resolution }: NewReferral,
): Promise<string> {
  const id = randomUUID();
  await scope.db.$executeRaw`
    INSERT INTO referral (id, "by", organisation, name, given_name, name_fold, birth_date, birth_year, sex, unit_id, on_day, until_day,
      resolution, recorded_by_name)
    VALUES (${id}::uuid, ${person.by}, ${person.organisation}, ${person.name}, ${givenNameOf(person.name)}, ${fold(person.name)},
      ${person.birthDate}::date, ${person.birthYear}, ${person.sex}, ${unitId}, ${onDay}::date, ${until}::date, ${resolution}, ${scope.actor.name})`;
  return id;
}

/** Joins a referral to the candidacy it became. False: somebody answered it meanwhile. */
export async function saveTakenUp(
  scope: UnitScope,
  { id }: Pick<ReferralDetails, "id">,
  candidateId: string,
  onDay: PlainDate,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE referral SET candidate_id = ${candidateId}::uuid, taken_up_on = ${onDay}::date, version = version + 1
    WHERE id = ${id}::uuid AND returned_on IS NULL AND coalesce(candidate_id = ${candidateId}::uuid, true)
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Sends a referral back with its reason. False: somebody answered it meanwhile. */
export async function saveReturned(
  scope: UnitScope,
  { id, version }: Pick<ReferralDetails, "id" | "version">,
  onDay: PlainDate,
  reason: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE referral SET returned_on = ${onDay}::date, returned_reason = ${reason}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND candidate_id IS NULL AND returned_on IS NULL
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
