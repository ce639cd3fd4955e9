import pg from "pg";
import { expect, vi } from "vitest";
import type { UnitScope } from "@/lib/access/gate";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
};

/** The tables that grow with the people; none of them may be read from end to end for a page. */
const LARGE = ["candidate", "person", "step", "unit_placement"];

function nodesOf({ Plans = [], ...node }: Plan): Plan[] {
  return [node, ...Plans.flatMap(nodesOf)];
}

const isOfPeople = ({ "Relation Name": table }: Plan): boolean =>
  table === "candidate" || table === "person" || table === "step";
const isLarge = ({ "Relation Name": table }: Plan): boolean => LARGE.includes(table ?? "");

/** Indexes of so few rows that these may be read. */
const OF_FEW = ["candidate_step_after_decision"];

/** Runs repository functions in a scope and answers the nodes of the plans of their statements. */
async function plannedBy(scope: UnitScope, run: (scope: UnitScope) => Promise<unknown>): Promise<Plan[]> {
  const found: Plan[] = [];
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const told = [`EXPLAIN (FORMAT JSON) ${strings[0]}`, ...strings.slice(1)];
    const explained = Object.assign(told, { raw: told }) as unknown as TemplateStringsArray;
    const [row] = await scope.db.$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(explained, ...values);
    for (const { Plan } of row?.["QUERY PLAN"] ?? []) found.push(...nodesOf(Plan));
    return scope.db.$queryRaw(strings, ...values);
  };
  await run({
    ...scope,
    db: new Proxy(scope.db, {
      get: (db, name) => (name === "$queryRaw" ? $queryRaw : Reflect.get(db, name)),
    }),
  });
  return found;
}

const tablesOf = (nodes: readonly Plan[]): string[] => [
  ...new Set(nodes.map((node) => node["Relation Name"] ?? "")),
];

/**
 * The large tables that a statement of repository functions reads from end to end although any other way was to be
 * preferred: for those no index serves.
 */
export async function wholeScans(
  scope: UnitScope,
  run: (scope: UnitScope) => Promise<unknown>,
): Promise<string[]> {
  await scope.db.$executeRaw`SET LOCAL enable_seqscan = off`;
  const nodes = await plannedBy(scope, run);
  return tablesOf(nodes.filter((node) => node["Node Type"] === "Seq Scan" && isLarge(node)));
}

/** Sweeps a table until an index alone tells which of its rows are seen; a reader of before may hold that up. */
export async function sweep(ownerUrl: string, table: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const swept = async () => {
    await client.query(`VACUUM ${table}`);
    const { rows } = await client.query<{ swept: boolean }>(
      "SELECT relallvisible >= relpages AS swept FROM pg_class WHERE oid = $1::regclass",
      [table],
    );
    expect(rows[0]?.swept).toBe(true);
  };
  await vi.waitFor(swept, { timeout: 30_000 }).finally(() => client.end());
}

/** The tables of people of which a statement reads rows beside an index, although the index alone was to be preferred. */
export async function rowReads(
  scope: UnitScope,
  run: (scope: UnitScope) => Promise<unknown>,
): Promise<string[]> {
  await scope.db
    .$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`;
  const nodes = await plannedBy(scope, run);
  const reads = (node: Plan) =>
    node["Node Type"] !== "Index Only Scan" && !OF_FEW.includes(node["Index Name"] ?? "");
  return tablesOf(nodes.filter((node) => isOfPeople(node) && reads(node)));
}

/**
 * The indexes from which alone a statement reads, each with what is looked up in it, as they are used where there is
 * too much to be sorted.
 */
export async function indexesAlone(
  scope: UnitScope,
  run: (scope: UnitScope) => Promise<unknown>,
): Promise<string[]> {
  await scope.db
    .$executeRaw`SELECT set_config('enable_' || way, 'off', true) FROM unnest(ARRAY['seqscan', 'sort', 'hashjoin', 'mergejoin']) way`;
  const nodes = (await plannedBy(scope, run)).filter((node) => node["Node Type"] === "Index Only Scan");
  return nodes.map((node) => `${node["Index Name"]}: ${node["Index Cond"]}`);
}
