import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OutstandingVote } from "../rules/outstanding";
import type { RatedMember, Rating } from "../rules/rating";
import { reachOf, type UnionUnit } from "./units";

/** A member of a chi đoàn with what is recorded of a year and the year before. */
export type YearRow = RatedMember & {
  id: string;
  birthYear: number;
  rating: Rating | null;
  training: number | null;
  outstanding: boolean;
  agreed: number | null;
  /** 0: nothing recorded of the year yet. */
  version: number;
  before: { rating: Rating | null; outstanding: boolean } | null;
};

/** Everybody of a chi đoàn as of a year, by name, with the ratings of that year and the one before. */
export function findYear(scope: UnitScope, unionUnitId: number, year: number): Promise<YearRow[]> {
  return scope.db.$queryRaw<YearRow[]>`
    SELECT m.id, m.name, m.birth_year AS "birthYear", m.party_member AS "partyMember", m.joined_on::text AS joined, m.arrived_on::text AS arrived,
      t.rating, t.training, coalesce(t.outstanding, false) AS outstanding, t.agreed, coalesce(t.version, 0) AS version,
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('rating', b.rating, 'outstanding', b.outstanding) END AS before
    FROM union_member m LEFT JOIN union_rating t ON t.member_id = m.id AND t.year = ${year}
    LEFT JOIN union_rating b ON b.member_id = m.id AND b.year = ${year - 1}
    WHERE m.union_unit_id = ${unionUnitId} AND ${reachOf(scope, "m")} AND coalesce(m.left_on > make_date(${year}, 12, 31), true)
      AND coalesce(m.joined_on <= make_date(${year}, 12, 31), true)
    ORDER BY m.given_name, m.name, m.id LIMIT 300`;
}

/** The vote that is recorded of a year in a chi đoàn; null: none. */
export async function findVote(
  scope: UnitScope,
  unionUnitId: number,
  year: number,
): Promise<OutstandingVote | null> {
  const [vote] = await scope.db.$queryRaw<OutstandingVote[]>`
    SELECT t.voted_on::text AS "votedOn", t.present, t.ballot FROM union_rating t JOIN union_member m ON m.id = t.member_id
    WHERE m.union_unit_id = ${unionUnitId} AND t.year = ${year} AND t.voted_on IS NOT NULL AND ${reachOf(scope, "m")}
    ORDER BY t.voted_on DESC LIMIT 1`;
  return vote ?? null;
}

export type NewRating = { id: string; rating: Rating | null; training: number | null; version: number };

/**
 * Writes the ratings of a year, each only if it still has the version that was seen; a title falls with a
 * rating that is HTXSNV no more. Answers how many were written.
 */
export async function saveRatings(
  scope: UnitScope,
  year: number,
  ratings: readonly NewRating[],
): Promise<number> {
  return scope.db.$executeRaw`
    INSERT INTO union_rating AS t (member_id, year, rating, training)
    SELECT r.id, ${year}, r.rating, r.training
    FROM jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) AS r (id uuid, rating text, training int, version int)
    WHERE r.version = coalesce((SELECT x.version FROM union_rating x WHERE x.member_id = r.id AND x.year = ${year}), 0)
    ON CONFLICT (member_id, year) DO UPDATE SET rating = excluded.rating, training = excluded.training,
      outstanding = t.outstanding AND excluded.rating IS NOT DISTINCT FROM 'EXCELLENT', version = t.version + 1`;
}

/** Writes who is outstanding in a chi đoàn for a year, with the vote; everybody else of it is not. */
export async function saveOutstanding(
  scope: UnitScope,
  unionUnitId: number,
  year: number,
  vote: OutstandingVote,
  agreed: readonly { memberId: string; agreed: number }[],
): Promise<number> {
  const rows = JSON.stringify(agreed);
  await scope.db.$executeRaw`
    UPDATE union_rating t SET outstanding = false, voted_on = NULL, present = NULL, agreed = NULL, ballot = NULL, version = t.version + 1
    FROM union_member m WHERE m.id = t.member_id AND m.union_unit_id = ${unionUnitId} AND t.year = ${year} AND t.outstanding
      AND t.union_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND t.member_id NOT IN (SELECT r."memberId" FROM jsonb_to_recordset(${rows}::jsonb) AS r ("memberId" uuid))`;
  return scope.db.$executeRaw`
    UPDATE union_rating t SET outstanding = true, voted_on = ${vote.votedOn}::date, present = ${vote.present}, agreed = r.agreed,
      ballot = ${vote.ballot}, version = t.version + 1
    FROM jsonb_to_recordset(${rows}::jsonb) AS r ("memberId" uuid, agreed int)
    WHERE t.member_id = r."memberId" AND t.year = ${year} AND t.rating = 'EXCELLENT' AND t.union_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** A chi đoàn and how far its rating of a year is. */
export type ChapterProgress = {
  code: string;
  name: string;
  aboveName: string | null;
  members: number;
  rated: number;
  excellent: number;
  outstanding: number;
};

/** Chi đoàn of a range with their rating of a year, in the order of the tree; one more than the limit says more follow. */
export function findChapterProgress(
  scope: UnitScope,
  { lo, hi }: Pick<UnionUnit, "lo" | "hi">,
  year: number,
  { openOnly, limit, after }: { openOnly: boolean; limit: number; after: string | null },
): Promise<ChapterProgress[]> {
  return scope.db.$queryRaw<ChapterProgress[]>`
    SELECT u.code, u.name, a.name AS "aboveName", count(*) FILTER (WHERE NOT m.party_member)::int AS members,
      count(*) FILTER (WHERE t.rating IS NOT NULL)::int AS rated, count(*) FILTER (WHERE t.rating = 'EXCELLENT')::int AS excellent,
      count(*) FILTER (WHERE t.outstanding)::int AS outstanding
    FROM union_unit u JOIN union_member m ON m.union_unit_id = u.id AND m.left_on IS NULL LEFT JOIN union_unit a ON a.id = u.parent_id
    LEFT JOIN union_rating t ON t.member_id = m.id AND t.year = ${year}
    WHERE (u.lo BETWEEN ${lo} AND ${hi} OR u.unit_ord BETWEEN ${lo} AND ${hi}) AND ${reachOf(scope, "m")} AND NOT u.closed
      AND (${after}::text IS NULL OR u.lo > (SELECT x.lo FROM union_unit x WHERE x.code_key = upper(${after}::text)))
    GROUP BY u.id, a.name
    HAVING NOT ${openOnly} OR count(*) FILTER (WHERE t.rating IS NOT NULL) < count(*) FILTER (WHERE NOT m.party_member)
    ORDER BY u.lo LIMIT ${limit + 1}`;
}

/** How many chi đoàn of the scope are rated wholly for a year, of all that have members. */
export async function countRatedChapters(
  scope: UnitScope,
  year: number,
): Promise<{ chapters: number; rated: number }> {
  const [row] = await scope.db.$queryRaw<{ chapters: number; rated: number }[]>`
    SELECT count(*)::int AS chapters, count(*) FILTER (WHERE done)::int AS rated FROM (
      SELECT bool_and(m.party_member OR t.rating IS NOT NULL) AS done
      FROM union_member m LEFT JOIN union_rating t ON t.member_id = m.id AND t.year = ${year}
      WHERE ${reachOf(scope, "m")} AND m.left_on IS NULL GROUP BY m.union_unit_id) x`;
  return row ?? { chapters: 0, rated: 0 };
}
