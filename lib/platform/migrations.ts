import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { withSchemaEngine } from "./schema-engine";

/** The folders of Prisma: models below `schema`, migrations in their own. */
export type PrismaFolders = { schema: string; migrations: string };

const ownFolders = (): PrismaFolders => ({
  schema: path.resolve("prisma"),
  migrations: path.resolve("prisma/migrations"),
});

/** What kept the database from being brought up to date; the message says what to do. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}

function migrationList(folder: string) {
  return {
    baseDir: folder,
    lockfile: {
      path: "./migration_lock.toml",
      content: readFileSync(path.join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(folder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/** All schema files below a folder, as Prisma reads them. */
function modelFiles(folder: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".prisma"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file, readFileSync(file, "utf8")]);
}

const NOTHING_LEFT_OUT = { externalTables: [], externalEnums: [] };

/** The last migration of the folder: the version of the schema this program is written for. */
export const schemaVersion = ({ migrations }: PrismaFolders = ownFolders()): string =>
  migrationNames(migrations).at(-1) ?? "";

type LoginRole = { superuser: boolean; bypassesPolicies: boolean; ownsTables: boolean };

async function loginRoleOf(client: pg.Client, name: string): Promise<LoginRole | null> {
  const { rows } = await client.query<LoginRole>(
    `select rolsuper as superuser, rolbypassrls as "bypassesPolicies",
            exists (select from pg_class where relowner = r.oid and relkind in ('r', 'p')) as "ownsTables"
       from pg_roles r where rolname = $1`,
    [name],
  );
  return rows[0] ?? null;
}

function loginRoleFault(role: LoginRole | null): string | null {
  if (!role) return "does not exist";
  if (role.superuser) return "is a superuser and would see everything";
  if (role.bypassesPolicies) return "can go around row-level security";
  if (role.ownsTables) return "owns tables, and an owner is not bound by the permissions";
  return null;
}

async function requireLoginRole(client: pg.Client, name: string): Promise<void> {
  const fault = loginRoleFault(await loginRoleOf(client, name));
  if (!fault) return;
  throw new MigrationRefused(
    `DATABASE_URL: the role "${name}" ${fault}. The application needs a login role of its own: ` +
      `CREATE ROLE ${name} LOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT PASSWORD '…';`,
  );
}

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const WORKING_ROLES = { app: ["pdv_app", "pdv_signin"], owner: ["pdv_operator", "pdv_definer"] };

/** Lets the two login roles take on the working roles that the first migration makes. */
async function grantWorkingRoles(client: pg.Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ login: string; role: string }>(
    `select wanted.login, wanted.role
       from (select $1::text as login, unnest($2::text[]) as role
             union all select current_user, unnest($3::text[])) wanted
       join pg_roles made on made.rolname = wanted.role
      where not pg_has_role(wanted.login, made.oid, 'MEMBER')`,
    [appRole, WORKING_ROLES.app, WORKING_ROLES.owner],
  );
  for (const { login, role } of rows) await client.query(`GRANT ${quoted(role)} TO ${quoted(login)}`);
}

/**
 * Brings a database up to date as `prisma migrate deploy` does (its table `_prisma_migrations` is kept
 * the same way), then lets the application's login role take on its working roles.
 * Gives the names of the migrations applied now.
 * @throws MigrationRefused when the application's role does not exist or could go around the permissions.
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  folders: PrismaFolders = ownFolders(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const appRole = userOf(appUrl);
    await requireLoginRole(client, appRole);

    const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, modelFiles(folders.schema), (engine) =>
      engine.applyMigrations({
        migrationsList: migrationList(folders.migrations),
        filters: NOTHING_LEFT_OUT,
      }),
    );
    await grantWorkingRoles(client, appRole);
    return appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/** The names of the migrations that a database has not seen yet, in order. */
export async function pendingMigrations(
  ownerUrl: string,
  folders: PrismaFolders = ownFolders(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: known } = await client.query(
      "select from pg_tables where tablename = '_prisma_migrations'",
    );
    const { rows } = known.length
      ? await client.query<{ name: string }>(
          "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
        )
      : { rows: [] };
    const applied = new Set(rows.map(({ name }) => name));
    return migrationNames(folders.migrations).filter((name) => !applied.has(name));
  } finally {
    await client.end();
  }
}

const EMPTY_DIFFERENCE = "-- This is an empty migration.";

/**
 * The SQL that would bring a migrated database to what the models say; empty when they agree.
 * What the models cannot say (policies, triggers, functions, checks) is not compared.
 */
export async function drift(ownerUrl: string, folders: PrismaFolders = ownFolders()): Promise<string> {
  const models = modelFiles(folders.schema);
  const files = models.map(([file, content]) => ({ path: file, content }));
  const { stdout } = await withSchemaEngine(ownerUrl, models, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: folders.schema },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NOTHING_LEFT_OUT,
    }),
  );
  const sql = (stdout ?? "").trim();
  return sql === EMPTY_DIFFERENCE ? "" : sql;
}
