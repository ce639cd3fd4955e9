import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { rulebookOn } from "../rulebook";
import { optionsAt } from "../rules/options";
import { findSteps } from "./candidates";
import { findProcedureOptions } from "./options";
import { standingRow } from "./rows";

const BATCH = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Derives next step and due day of every open candidate of the scope anew, by the book and the options in
 * force today, in batches; answers how many changed. Their versions stay: nothing that somebody typed did.
 */
export async function saveDeadlines(scope: UnitScope): Promise<number> {
  const options = await findProcedureOptions(scope);
  const book = rulebookOn(scope.today);
  let changed = 0;
  for (let after = FIRST; ; ) {
    const open = await findOpen(scope, after);
    const steps = await findSteps(
      scope,
      open.map(({ id }) => id),
    );
    const rows = open.map(({ id, unitOrd, cellKind }) => {
      const at = { cellKind, book, options: optionsAt(options, unitOrd, scope.today) };
      const { next_step, due_on } = standingRow(steps.get(id) ?? [], at);
      return { id, next_step, due_on };
    });
    changed += await scope.db.$executeRaw`
      UPDATE candidate c SET next_step = r.next_step, due_on = r.due_on
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, next_step text, due_on date)
      WHERE c.id = r.id AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
        AND (c.next_step, c.due_on) IS DISTINCT FROM (r.next_step, r.due_on)`;
    const last = open.at(-1);
    if (!last || open.length < BATCH) return changed;
    after = last.id;
  }
}

type OpenRow = { id: string; unitOrd: bigint; cellKind: string };

function findOpen(scope: UnitScope, after: string): Promise<OpenRow[]> {
  return scope.db.$queryRaw<OpenRow[]>`
    SELECT c.id, c.unit_ord AS "unitOrd", u.kind AS "cellKind" FROM candidate c JOIN unit u ON u.id = c.unit_id
    WHERE c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND c.closed_on IS NULL AND c.revoked_on IS NULL
      AND c.recognised_on IS NULL AND c.id > ${after}::uuid
    ORDER BY c.id LIMIT ${BATCH}`;
}
