import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

type Starter = { __wbindgen_start(): void };
type Engine = glue.SchemaEngine;

const hasStarter = (exports: object): exports is Starter => "__wbindgen_start" in exports;

let loaded: Promise<void> | null = null;

/** The engine's own module expects a bundler that knows .wasm files; here it is loaded by hand, once. */
async function load(): Promise<void> {
  const modules = createRequire(path.join(process.cwd(), "package.json"));
  const folder = path.dirname(modules.resolve("@prisma/schema-engine-wasm"));
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const imports = Object.fromEntries(Object.entries(glue)) as WebAssembly.ModuleImports;
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
  if (!hasStarter(instance.exports))
    throw new Error("The schema engine's WebAssembly file is not the expected one.");
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

const CHAR = 18;
const TEXT = 25;

/**
 * The driver adapter as the engine needs it. The original cuts a script at every semicolon, also inside
 * the body of a function, whereas a migration has to reach the server whole, as `prisma migrate deploy`
 * sends it; and it does not know the one-letter type of the system catalogue, which the engine reads.
 */
class EngineAdapter extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    const pool = connection.underlyingDriver();
    connection.executeScript = async (script) => {
      await pool.query(script);
    };

    const letters = new WeakMap<object, number[]>();
    const query: (...given: unknown[]) => Promise<pg.QueryResult> = pool.query.bind(pool);
    const queryKnowingLetters = async (...given: unknown[]) => {
      const result = await query(...given);
      const fields = result.fields ?? [];
      letters.set(
        result.rows ?? [],
        fields.flatMap(({ dataTypeID }, column) => (dataTypeID === CHAR ? [column] : [])),
      );
      for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      return result;
    };
    Object.assign(pool, { query: queryKnowingLetters });

    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const column of letters.get(result.rows) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    return connection;
  }
}

/**
 * Prisma's schema engine on one database: what `prisma migrate` uses, in this process and without a
 * download. `models` are the schema files as [path, content].
 */
export async function withSchemaEngine<T>(
  ownerUrl: string,
  models: [string, string][],
  run: (engine: Engine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter({ connectionString: ownerUrl }));
  const engine = await glue.SchemaEngine.new({ datamodels: models }, () => undefined, adapter);
  try {
    return await run(engine);
  } finally {
    engine.free();
  }
}
