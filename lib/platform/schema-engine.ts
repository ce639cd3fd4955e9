import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type Starter = { __wbindgen_start(): void };
type Engine = glue.SchemaEngine;

const hasStarter = (exports: object): exports is Starter => "__wbindgen_start" in exports;

/** The engine's timers, such as that of its migration lock, must not keep a finished command alive. */
const patientTimer = (run: () => void, afterMs: number) => setTimeout(run, afterMs >>> 0).unref();

let loaded: Promise<void> | null = null;

/** The engine's own module expects a bundler that knows .wasm files; here it is loaded by hand, once. */
async function load(): Promise<void> {
  const modules = createRequire(path.join(process.cwd(), "package.json"));
  const folder = path.dirname(modules.resolve("@prisma/schema-engine-wasm"));
  const bytes = readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const imports = { ...glue } as WebAssembly.ModuleImports;
  for (const name of Object.keys(imports))
    if (name.startsWith("__wbg_setTimeout")) imports[name] = patientTimer;
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
  if (!hasStarter(instance.exports))
    throw new Error("The schema engine's WebAssembly file is not the expected one.");
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

const CHAR = 18;
const TEXT = 25;

/** Notes which columns have the one-letter type of the system catalogue, which the adapter does not know. */
class LetterPool extends pg.Pool {
  readonly letters = new WeakMap<object, number[]>();

  constructor(connectionString: string) {
    super({ connectionString, max: 2 });
    const query: (...given: unknown[]) => Promise<pg.QueryResult> = super.query.bind(this);
    const queryNotingLetters = async (...given: unknown[]) => {
      const result = await query(...given);
      const columns = (result.fields ?? []).flatMap(({ dataTypeID }, at) =>
        dataTypeID === CHAR ? [at] : [],
      );
      for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      this.letters.set(result.rows ?? [], columns);
      return result;
    };
    Object.assign(this, { query: queryNotingLetters });
  }
}

/**
 * The driver adapter as the engine needs it. The original cuts a script at every semicolon, also inside
 * the body of a function, whereas a migration has to reach the server whole, as `prisma migrate deploy`
 * sends it; and the engine expects a letter where the catalogue has one.
 */
class EngineAdapter extends PrismaPg {
  constructor(private readonly pool: LetterPool) {
    super(pool);
  }

  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await this.pool.query(script);
    };
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const column of this.pool.letters.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
      }
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
  const pool = new LetterPool(ownerUrl);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
    const engine = await glue.SchemaEngine.new({ datamodels: models }, () => undefined, adapter);
    try {
      return await run(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}
