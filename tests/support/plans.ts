import type { UnitScope } from "@/lib/access/gate";

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** The tables that grow with the people; none of them may be read from end to end for a page. */
const LARGE = ["candidate", "person", "step", "unit_placement"];

function scans({ Plans = [], ...node }: Plan): string[] {
  const table = node["Relation Name"] ?? "";
  const whole = node["Node Type"] === "Seq Scan" && LARGE.includes(table) ? [table] : [];
  return [...whole, ...Plans.flatMap(scans)];
}

/**
 * Runs repository functions in a scope and answers the large tables that one of their statements reads from end
 * to end although any other way was to be preferred: for those no index serves.
 */
export async function wholeScans(
  scope: UnitScope,
  run: (scope: UnitScope) => Promise<unknown>,
): Promise<string[]> {
  await scope.db.$executeRaw`SET LOCAL enable_seqscan = off`;
  const found: string[] = [];
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const told = [`EXPLAIN (FORMAT JSON) ${strings[0]}`, ...strings.slice(1)];
    const explained = Object.assign(told, { raw: told }) as unknown as TemplateStringsArray;
    const [row] = await scope.db.$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(explained, ...values);
    for (const { Plan } of row?.["QUERY PLAN"] ?? []) found.push(...scans(Plan));
    return scope.db.$queryRaw(strings, ...values);
  };
  await run({
    ...scope,
    db: new Proxy(scope.db, {
      get: (db, name) => (name === "$queryRaw" ? $queryRaw : Reflect.get(db, name)),
    }),
  });
  return [...new Set(found)];
}
