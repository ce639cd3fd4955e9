import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Headings } from "../headings";

/** The columns that the unit's headings stood for in files of this kind; "" is none. */
export async function findHeadings(scope: UnitScope, kind: string): Promise<Headings> {
  const rows = await scope.db.$queryRaw<{ heading: string; columnKey: string }[]>`
    SELECT heading, column_key AS "columnKey" FROM import_heading WHERE unit_ord = ${scope.lo} AND kind = ${kind}`;
  return new Map(rows.map(({ heading, columnKey }) => [heading, columnKey]));
}

/** Remembers for the unit which column each of these headings stands for; null: the heading stands for none. */
export async function saveHeadings(
  scope: UnitScope,
  kind: string,
  headings: ReadonlyMap<string, string | null>,
): Promise<void> {
  const all = [...headings].map(([heading, column]) => ({ heading, column }));
  await scope.db.$executeRaw`
    DELETE FROM import_heading WHERE unit_ord = ${scope.lo} AND kind = ${kind}
      AND heading = ANY (${all.map(({ heading }) => heading)})`;
  await scope.db.$executeRaw`
    INSERT INTO import_heading (unit_ord, kind, heading, column_key, actor)
    SELECT ${scope.lo}, ${kind}, r.heading, coalesce(r."column", ''), ${scope.actor.name}
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS r (heading text, "column" text)`;
}
