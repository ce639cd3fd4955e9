import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import { QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { Prisma } from "@/prisma/generated/client/client";
import { type Figure, lastDay } from "../rules/figure";
import type { CountedStanding, StandingOrder } from "../rules/standing";

/** Which units, in which order, and which page of them. */
export type StandingsAsked = {
  /** Beneath this range of today's tree, the unit itself left out. */
  beneath: { id: number; lo: bigint; hi: bigint };
  kind: UnitKind | null;
  order: StandingOrder;
  offset: number;
  limit: number;
};

const ORDER: Record<StandingOrder, Prisma.Sql> = {
  remaining: Prisma.sql`asked - admitted DESC, asked DESC`,
  percent: Prisma.sql`admitted::numeric / asked, asked DESC`,
};

/**
 * The units at any depth furthest behind their quota of exactly the figure's days (from above, else their own
 * plan, else the term's), of those that are behind. Everybody admitted is looked up once, in order of place, so
 * that a unit's people are the distance between two places in that order.
 */
export async function findStandings(
  scope: UnitScope,
  figure: Figure,
  { beneath, kind, order, offset, limit }: StandingsAsked,
): Promise<CountedStanding[]> {
  const { from, to, asOf, countBy } = figure;
  const day = countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const rows = await scope.db.$queryRaw<
    (Omit<CountedStanding, "unit"> & { code: string; name: string; kind: string })[]
  >`
    WITH admitted AS MATERIALIZED (
      SELECT coalesce(array_agg(c.unit_ord ORDER BY c.unit_ord), '{}') AS places FROM candidate c
      WHERE c.unit_ord BETWEEN ${beneath.lo} AND ${beneath.hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
        AND ${day} BETWEEN ${from}::date AND ${lastDay(figure)}::date AND (c.revoked_on IS NULL OR c.revoked_on > ${asOf}::date)),
    given AS (
      SELECT DISTINCT ON (q.unit_id) q.unit_id, q.source, q.kind, q.value, q.due_on, coalesce(q.members_day, q.from_day - 1) AS members_day
      FROM quota q
      WHERE q.unit_ord BETWEEN ${beneath.lo} AND ${beneath.hi} AND q.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
        AND q.from_day = ${from}::date AND q.to_day = ${to}::date AND q.withdrawn_at IS NULL
        AND q.indicator = 'ADMISSION' AND q.group_code = 'ALL' AND q.kind <> 'SHARE_OF_ADMITTED'
        AND (q.document_day IS NULL OR q.document_day <= ${asOf}::date)
      ORDER BY q.unit_id, array_position(${[...QUOTA_SOURCES]}::text[], q.source), q.document_day DESC NULLS LAST, q.recorded_at DESC),
    standing AS (
      SELECT u.id, u.code, u.name, u.kind, u.parent_id, g.source, g.due_on,
        CASE g.kind WHEN 'SHARE_OF_MEMBERS' THEN ceil(g.value * coalesce(h.total, 0) / 100) ELSE ceil(g.value) END::int AS asked,
        width_bucket(u.hi, a.places) - width_bucket(u.lo - 1, a.places) AS admitted
      FROM given g JOIN unit u ON u.id = g.unit_id CROSS JOIN admitted a
      LEFT JOIN LATERAL (SELECT h.total FROM headcount h WHERE g.kind = 'SHARE_OF_MEMBERS' AND h.unit_id = u.id
        AND h.on_day <= least(g.members_day, ${asOf}::date) ORDER BY h.on_day DESC LIMIT 1) h ON true
      WHERE NOT u.closed AND u.id <> ${beneath.id} ${kind === null ? Prisma.empty : Prisma.sql`AND u.kind = ${kind}`})
    SELECT s.code, s.name, s.kind, above.name AS above, s.source, s.asked, s.admitted, s.due_on::text AS "dueOn"
    FROM (SELECT * FROM standing WHERE asked > admitted ORDER BY ${ORDER[order]}, code LIMIT ${limit} OFFSET ${offset}) s
    LEFT JOIN unit above ON above.id = s.parent_id
    ORDER BY ${ORDER[order]}, s.code`;
  return rows.map(({ code, name, kind: unitKind, ...rest }) => ({
    unit: { code, name, kind: unitKind },
    ...rest,
  }));
}
