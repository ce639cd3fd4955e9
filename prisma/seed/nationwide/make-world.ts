import pg from "pg";
import { peopleStatements } from "./people";
import { firstIds, type WorldSize } from "./size";
import { targetStatements } from "./targets";
import { unitStatements } from "./units";

const TABLES = [
  "unit",
  "unit_placement",
  "unit_succession",
  "headcount",
  "quota",
  "person",
  "candidate",
  "step",
];
/** What is large enough for its indexes to be made after its rows. */
const LARGE = ["person", "candidate", "step"];

/** Helpers of the seed alone, dropped at its end. */
const HELPERS = [
  `CREATE FUNCTION sec.seed_chance(i bigint, question int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
     AS $$ SELECT (hashint8extended(i, question) & 2147483647) / 2147483648.0 $$`,
  `CREATE FUNCTION sec.seed_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
     AS $$ SELECT translate(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dD') $$`,
];

/**
 * Fills a migrated, empty database with a synthetic world of the size, made by the database itself: triggers
 * rest meanwhile (ordinals are written as the triggers would), large indexes are made at the end. `say` is told
 * of each part.
 */
export async function makeWorld(
  ownerUrl: string,
  size: WorldSize,
  say: (step: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const run = (statement: string) => client.query(statement);
  try {
    await run("begin");
    for (const table of TABLES) await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const indexes = await dropIndexes(client);
    await run("GRANT CREATE ON SCHEMA sec TO pdv_definer");
    await run(
      "GRANT TEMP ON DATABASE CURRENT_DATABASE_NAME TO pdv_definer".replace(
        "CURRENT_DATABASE_NAME",
        await databaseName(client),
      ),
    );
    await run("SET LOCAL ROLE pdv_definer");
    await run("SET LOCAL work_mem = '256MB'");
    for (const helper of HELPERS) await run(helper);
    say("units");
    for (const statement of unitStatements(size)) await run(statement);
    await run("ANALYZE seed_unit");
    say("head counts and quotas");
    for (const statement of targetStatements()) await run(statement);
    say("people and their steps");
    for (const statement of peopleStatements(size)) await run(statement);
    await run("DROP FUNCTION sec.seed_chance(bigint, int), sec.seed_plain(text)");
    await run("RESET ROLE");
    await run("REVOKE CREATE ON SCHEMA sec FROM pdv_definer");
    say("indexes");
    await run("SET LOCAL maintenance_work_mem = '512MB'");
    for (const index of indexes) await run(index);
    for (const table of TABLES) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await run(`SELECT setval(pg_get_serial_sequence('unit', 'id'), (SELECT ${lastId(size)}))`);
    await run("commit");
    say("statistics");
    await run("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

const lastId = (size: WorldSize): number =>
  firstIds(size).cell + size.provinces * size.districts * size.bases * size.cells - 1;

async function databaseName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  return rows[0]?.name ?? "postgres";
}

/** Drops the indexes of the large tables that no constraint needs; answers the statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.relname AS name, pg_get_indexdef(i.oid) AS definition FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
     JOIN pg_class t ON t.oid = x.indrelid WHERE t.relname = ANY ($1) AND t.relnamespace = 'public'::regnamespace AND NOT x.indisunique`,
    [LARGE],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
