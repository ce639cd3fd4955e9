import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import type { UnitScope } from "../gate";
import type { AuditFilter } from "../schema";

export type AuditRow = {
  id: string;
  at: string;
  actor: string;
  action: string;
  operation: string;
  tableName: string;
  rowId: string;
  unitName: string | null;
  columns: string[];
};

export const AUDIT_PAGE = 50;

/** One page of the log of the range, newest first. Names of columns only, never values. */
export function findAudit(scope: UnitScope, filter: AuditFilter): Promise<AuditRow[]> {
  const conditions = [
    Prisma.sql`e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`,
    filter.day ? Prisma.sql`(e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ${filter.day}::date` : null,
    filter.actor ? Prisma.sql`e.actor ILIKE ${`%${filter.actor.replace(/[%_\\]/g, "\\$&")}%`}` : null,
    filter.action ? Prisma.sql`e.action = ${filter.action}` : null,
    filter.table ? Prisma.sql`e.table_name = ${filter.table}` : null,
    filter.before ? Prisma.sql`e.id < ${filter.before}` : null,
  ].filter((condition) => condition !== null);
  return scope.db.$queryRaw<AuditRow[]>`
    SELECT e.id::text, to_char(e.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') AS at, e.actor, e.action, e.operation,
      e.table_name AS "tableName", e.row_id AS "rowId", u.name AS "unitName",
      ARRAY(SELECT jsonb_object_keys(e.change::jsonb) ORDER BY 1) AS columns
    FROM audit_event e LEFT JOIN unit u ON u.lo = e.unit_ord
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY e.id DESC LIMIT ${AUDIT_PAGE + 1}`;
}

export type ChainState = { sealedAt: string | null; blocks: number; brokenBlock: number | null };

/** How far the log is sealed, and whether the chain holds. */
export async function findChainState(scope: UnitScope, verify: boolean): Promise<ChainState> {
  const [row] = await scope.db.$queryRaw<ChainState[]>`
    SELECT to_char(max(at) AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') AS "sealedAt", count(*)::int AS blocks,
      CASE WHEN ${verify} THEN sec.verify_audit() END AS "brokenBlock" FROM audit_seal`;
  return row ?? { sealedAt: null, blocks: 0, brokenBlock: null };
}
