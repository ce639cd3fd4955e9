import pg from "pg";
import { addressOf, DATABASE } from "./addresses";
import type { DatabasePasswords } from "./secrets";

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function asSuperuser(
  port: number,
  { superuser }: DatabasePasswords,
  run: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf("postgres", superuser, port, "postgres") });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

/**
 * The two login roles and the database, as they have to be: `owner` owns the database and makes roles
 * but is no superuser; `app` owns nothing, inherits nothing and cannot go around row-level security.
 * Doing it again changes nothing.
 */
export async function ensureRolesAndDatabase(port: number, passwords: DatabasePasswords): Promise<void> {
  await asSuperuser(port, passwords, async (client) => {
    const roles = [
      ["owner", "LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE INHERIT", passwords.owner],
      ["app", "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT", passwords.app],
    ] as const;
    for (const [role, attributes, password] of roles) {
      const known = await exists(client, "select from pg_roles where rolname = $1", role);
      await client.query(
        `${known ? "ALTER" : "CREATE"} ROLE ${role} ${attributes} PASSWORD ${literal(password)}`,
      );
    }
    if (!(await exists(client, "select from pg_database where datname = $1", DATABASE))) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER owner`);
    }
    await client.query("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
    await client.query("GRANT app TO owner WITH ADMIN OPTION");
  });
}
