import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { inUnionTree } from "@/lib/sources/rules/tree";
import { Prisma } from "@/prisma/generated/client/client";

/** Somebody behind a figure, as their page names them today. */
export type NamedPerson = { id: string; name: string; unitName: string; href: string };

/**
 * Of these ids those within reach, given names first; others are counted and not named. Without `referrals` only
 * candidates are: members of the Union and referrals have readers of their own.
 */
export async function findNamed(
  scope: UnitScope,
  ids: readonly string[],
  { referrals }: { referrals: boolean },
): Promise<NamedPerson[]> {
  if (ids.length === 0) return [];
  const own = Prisma.sql`ANY (${[...ids]}::uuid[])`;
  const union = inUnionTree(scope) ? Prisma.sql`union_ord` : Prisma.sql`unit_ord`;
  return scope.db.$queryRaw<NamedPerson[]>`
    SELECT id, name, "unitName", href FROM (
      SELECT c.id, p.name, p.given_name, u.name AS "unitName", '/pipeline/' || c.id AS href
      FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
      WHERE c.id = ${own} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      UNION ALL
      SELECT m.id, m.name, m.given_name, v.name, '/sources/members/' || m.id
      FROM union_member m JOIN union_unit v ON v.id = m.union_unit_id
      WHERE ${referrals} AND m.id = ${own} AND m.${union} BETWEEN ${scope.lo} AND ${scope.hi}
      UNION ALL
      SELECT r.id, r.name, r.given_name, u.name, '/sources/referrals/' || r.id
      FROM referral r JOIN unit u ON u.id = r.unit_id
      WHERE ${referrals} AND r.id = ${own} AND r.${union} BETWEEN ${scope.lo} AND ${scope.hi}
    ) known ORDER BY given_name, name, id`;
}
