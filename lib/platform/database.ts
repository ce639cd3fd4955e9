import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client/client";
import { CleanPool } from "./clean-pool";
import { settings, WrongSetting } from "./env";

/**
 * What a transaction offers: the models, and `$queryRaw`/`$executeRaw` in the same transaction. Many rows
 * at once go in by `$executeRaw` with `unnest` over arrays (there is no COPY inside a transaction here).
 */
export type Transaction = Prisma.TransactionClient;

/** `app` serves signed-in users; `operator` serves the commands of the machine. */
export type DatabaseRole = "app" | "operator";

/** `timeoutMs`: the whole transaction (30 s unless told); `waitMs`: for a connection (5 s unless told). */
export type TransactionOptions = {
  timeoutMs?: number;
  waitMs?: number;
  isolation?: Prisma.TransactionIsolationLevel;
};

type Connections = { app?: Road; operator?: Road; signIn?: CleanPool; visitor?: CleanPool };
type Road = { client: PrismaClient; pool: CleanPool };

const KEY = Symbol.for("pdv.database");
const processWide = globalThis as typeof globalThis & { [KEY]?: Connections };

/** One set of connections per process, also when the development server loads this module again. */
function connections(): Connections {
  processWide[KEY] ??= {};
  return processWide[KEY];
}

/** Limits that hold for each statement; an import raises its own with SET LOCAL. */
const LIMITS = {
  timezone: "UTC",
  statement_timeout: "30s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "30s",
  plan_cache_mode: "force_custom_plan",
};

/** An address that takes on a working role and the limits when it connects. */
function withRole(address: string, role: string): string {
  const url = new URL(address);
  const ours = Object.entries({ ...LIMITS, role }).map(([name, value]) => `-c ${name}=${value}`);
  url.searchParams.set("options", [url.searchParams.get("options"), ...ours].filter(Boolean).join(" "));
  return url.toString();
}

function requiredAddress(variable: "DATABASE_URL" | "DATABASE_OWNER_URL"): string {
  const { databaseUrl, databaseOwnerUrl } = settings();
  const address = variable === "DATABASE_URL" ? databaseUrl : databaseOwnerUrl;
  if (!address)
    throw new WrongSetting(`${variable}: missing. Start with npm run start, dev or demo, which provide it.`);
  return address;
}

function openPool(address: string, role: string, max: number): CleanPool {
  const pool = new CleanPool({
    connectionString: withRole(address, role),
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: role,
  });
  pool.on("error", () => undefined);
  return pool;
}

function openRoad(role: DatabaseRole): Road {
  const pool =
    role === "app"
      ? openPool(requiredAddress("DATABASE_URL"), "pdv_app", 10)
      : openPool(requiredAddress("DATABASE_OWNER_URL"), "pdv_operator", 4);
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function road(role: DatabaseRole): Road {
  const open = connections();
  open[role] ??= openRoad(role);
  return open[role];
}

/**
 * Runs one transaction; what `run` throws rolls it back. The first statement of an `app` transaction has
 * to say who acts (lib/access does that), otherwise row-level security refuses everything.
 */
export function inTransaction<T>(
  role: DatabaseRole,
  run: (transaction: Transaction) => Promise<T>,
  { timeoutMs = 30_000, waitMs = 5000, isolation }: TransactionOptions = {},
): Promise<T> {
  return road(role).client.$transaction(run, {
    timeout: timeoutMs,
    maxWait: waitMs,
    ...(isolation ? { isolationLevel: isolation } : {}),
  });
}

/** One statement as the sign-in role, which may call the functions of signing in and nothing else. */
export async function signInQuery<Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const open = connections();
  open.signIn ??= openPool(requiredAddress("DATABASE_URL"), "pdv_signin", 2);
  return (await open.signIn.query<Row>(text, values)).rows;
}

/**
 * One statement for a visitor without an account, in the same role; on connections of its own, so that a crowd of
 * visitors keeps nobody from signing in.
 */
export async function visitorQuery<Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const open = connections();
  open.visitor ??= openPool(requiredAddress("DATABASE_URL"), "pdv_signin", 2);
  return (await open.visitor.query<Row>(text, values)).rows;
}

/** Closes every connection of this process: at the end of a command or a test. */
export async function closeDatabase(): Promise<void> {
  const { app, operator, signIn, visitor } = connections();
  processWide[KEY] = {};
  for (const open of [app, operator]) {
    await open?.client.$disconnect();
    await open?.pool.end();
  }
  await signIn?.end();
  await visitor?.end();
}
