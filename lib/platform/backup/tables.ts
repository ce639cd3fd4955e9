import type { ClientBase } from "pg";
import { BackupRefused } from "./backup-refused";

/** A table that is backed up, as its rows are read and written. `schema` and `name` come from the catalogue. */
export type BackedUpTable = { schema: string; name: string; columns: string[]; order: string[] };

/**
 * Made anew by each database, or worthless in another one: the signing key, sessions, tokens (a revoked one must
 * not come back), what was counted of attempts, calls and people read, which dossiers changed when.
 */
const LEFT_OUT = [
  "public._prisma_migrations",
  "sec.key",
  "sec.session",
  "sec.attempt",
  "sec.access_token",
  "sec.call_rate",
  "sec.person_read",
  "sec.dossier_change",
];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const fullName = ({ schema, name }: { schema: string; name: string }): string =>
  `${quoted(schema)}.${quoted(name)}`;

/** All tables of the application with their stored columns and the columns of their primary key. */
export async function backedUpTables(client: ClientBase): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select n.nspname as schema, c.relname as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns,
            array(select case when a.attcollation <> 0 then format('t.%I collate "C"', a.attname)
                              else format('t.%I', a.attname) end
                    from pg_index i, unnest(i.indkey) with ordinality k(attnum, at)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                   where i.indrelid = c.oid and i.indisprimary order by k.at) as order
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'sec') and n.nspname || '.' || c.relname <> all($1)
      order by 1, 2`,
    [LEFT_OUT],
  );
  const unordered = rows.find(({ order }) => order.length === 0);
  if (unordered)
    throw new BackupRefused(`The table ${unordered.name} has no primary key and cannot be backed up.`);
  return rows;
}

/**
 * Row-level security would leave rows out without a word: each table that has it must let the
 * role of the backup see everything.
 */
export async function requireFullSight(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'sec') and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
                         and p.polcmd in ('*', 'r') and 'pdv_definer'::regrole = any(p.polroles)
                         and pg_get_expr(p.polqual, p.polrelid) = 'true')`,
  );
  const [hidden] = rows;
  if (hidden)
    throw new BackupRefused(`The table ${hidden.name} does not let the role pdv_definer see all its rows.`);
}

/** A sequence and where it stands, as text: it may be beyond what a number holds. */
export type SequenceState = { schema: string; name: string; last: string | null };

/** The sequences of the application's tables. */
export async function sequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `select schemaname as schema, sequencename as name, last_value::text as last
       from pg_sequences where schemaname in ('public', 'sec') order by 1, 2`,
  );
  return rows;
}

/** Reads a table row by row as JSON texts, in the order of its primary key, a few at a time. */
export async function* rowsOf(client: ClientBase, table: BackedUpTable): AsyncGenerator<string> {
  await client.query(
    `declare backup_rows no scroll cursor for
       select row_to_json(t)::text as row from ${fullName(table)} t order by ${table.order.join(", ")}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>("fetch 2000 from backup_rows");
    for (const { row } of rows) yield row;
    if (rows.length === 0) break;
  }
  await client.query("close backup_rows");
}
