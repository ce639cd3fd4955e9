import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Layout } from "../rules/layout";

/** The layouts that the province above a unit put in (the nearest above that did), beside those built in. */
export async function findLayouts(scope: UnitScope, unitId: number): Promise<Layout[]> {
  const [option] = await scope.db.$queryRaw<{ layouts: Layout[] }[]>`
    SELECT o.value AS layouts FROM unit u JOIN unit above ON above.lo <= u.lo AND above.hi >= u.lo
    JOIN unit_option o ON o.unit_id = above.id AND o.key = 'layouts' WHERE u.id = ${unitId} ORDER BY above.lo DESC LIMIT 1`;
  return option?.layouts ?? [];
}

/** Puts a layout in for a unit and all beneath; one of the same report and day takes the place of the earlier. */
export async function saveLayout(scope: UnitScope, unitId: number, layout: Layout): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO unit_option (unit_id, key, value) VALUES (${unitId}, 'layouts', ${JSON.stringify([layout])}::jsonb)
    ON CONFLICT (unit_id, key) DO UPDATE SET value =
      (SELECT coalesce(jsonb_agg(v ORDER BY v ->> 'from'), '[]') FROM jsonb_array_elements(unit_option.value) v
       WHERE NOT (v ->> 'from' = ${layout.from} AND v ->> 'report' = ${layout.report}))
      || ${JSON.stringify([layout])}::jsonb`;
}
