import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { recordCellStep } from "@/lib/pipeline/actions/record";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { listAddress } from "@/lib/pipeline/schema/address";
import { closeDatabase } from "@/lib/platform/database";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
let own = "";
let sister = "";
let above = "";
let viewer = "";
let candidateId = "";

beforeAll(async () => {
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn(
      "ho-so",
      aFile(
        ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"],
        ["A-1", "Trần Thị Riêng", "12/08/1998", "Nữ", "20/02/2022"],
        ["B-1", "Lê Văn Khác", "12/08/1990", "Nam", "20/02/2022"],
      ),
    );
  });
  await asOperator(() =>
    withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      own = await givenOfficer(scope, "own", "cellSecretary", await unit("A-1"));
      sister = await givenOfficer(scope, "sister", "cellSecretary", await unit("A-2"));
      above = await givenOfficer(scope, "above", "baseOfficer", await unit("A"));
      viewer = await givenOfficer(scope, "viewer", "viewer", await unit("H"));
      candidateId = (
        await scope.db.candidate.findFirstOrThrow({ where: { person: { name: "Trần Thị Riêng" } } })
      ).id;
    }),
  );
});

const everything = listAddress({}).filter;

test("the owner and the committee above see the candidate, a sister cell does not", async () => {
  expect((await actAs(own, () => loadCandidate(candidateId))).candidate.person.name).toBe("Trần Thị Riêng");
  expect((await actAs(above, () => loadCandidate(candidateId))).candidate.id).toBe(candidateId);
  await expect(actAs(sister, () => loadCandidate(candidateId))).rejects.toThrow(NOT_FOUND);
  expect((await actAs(sister, () => loadCandidates(everything))).lines).toEqual([]);
  await expect(actAs(sister, () => loadCandidates({ ...everything, unit: "A-1" }))).rejects.toThrow(
    NOT_FOUND,
  );
  await expect(
    actAs(sister, () =>
      loadAttainment({
        unit: "A-1",
        from: "2024-01-01",
        to: "2024-12-31",
        asOf: "2024-12-31",
        countBy: null,
        tree: "as-was",
      }),
    ),
  ).rejects.toThrow(NOT_FOUND);
});

const step = () =>
  aForm({
    kind: "sympathiserRecognised",
    candidateId,
    version: "1",
    onDay: "12/03/2022",
    documentNumber: "05-NQ/CB",
  });

test("a sister cell cannot record a step, the viewer has no such button, the owner can", async () => {
  await expect(actAs(sister, () => recordCellStep(initialFormState, step()))).rejects.toThrow(NOT_FOUND);
  await expect(actAs(viewer, () => recordCellStep(initialFormState, step()))).rejects.toThrow(NOT_FOUND);
  expect((await actAs(own, () => recordCellStep(initialFormState, step()))).done?.message).toContain(
    "Đã ghi",
  );
});

test("the second of two editors is told, and nothing of theirs is written", async () => {
  const late = await actAs(own, () => recordCellStep(initialFormState, step()));
  expect(late.done).toBeNull();
  expect(late.findings.map(({ is }) => is)).toEqual(["changedMeanwhile"]);
  expect(late.values.documentNumber).toBe("05-NQ/CB");
});

test("a form sent twice does one thing and gives the same answer; with other contents it is refused", async () => {
  const form = (helper: string) =>
    aForm({
      requestKey: "11111111-1111-4111-8111-111111111111",
      kind: "helperAssigned",
      candidateId,
      version: "2",
      helper,
      onDay: "12/03/2022",
      official: "yes",
    });
  const first = await actAs(own, () => recordCellStep(initialFormState, form("Nguyễn Văn Bình")));
  const again = await actAs(own, () => recordCellStep(initialFormState, form("Nguyễn Văn Bình")));
  expect(again).toEqual(first);
  const steps = await asOperator(() =>
    withScope("candidate.read", ({ db }) => db.step.count({ where: { kind: "helperAssigned" } })),
  );
  expect(steps).toBe(1);
  const other = await actAs(own, () => recordCellStep(initialFormState, form("Lê Thị Sáu")));
  expect(other.fieldErrors[""]?.[0]).toContain("đã được ghi một lần");
});

/** A connection of the application's role, past every function of ours. */
async function asApplication<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c role=pdv_app" });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const seenBy = (token: string, table: string) =>
  asApplication(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT sec.begin_as($1)", [token]);
    const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
    await client.query("ROLLBACK");
    return rows[0].n as number;
  });

test("with the scope check taken out, row-level security still returns nothing of others", async () => {
  for (const table of ["person", "candidate", "step"]) {
    expect(await seenBy(sister, table), table).toBe(0);
    expect(await seenBy(own, table), table).toBeGreaterThan(0);
  }
  expect(await seenBy(viewer, "candidate")).toBe(2);
});

test("without a context nothing is read, and a forged or widened one is refused", async () => {
  await asApplication(async (client) => {
    await expect(client.query("SELECT count(*) FROM candidate")).rejects.toThrow();
    await client.query("BEGIN");
    await client.query(
      "SELECT set_config('app.lo', '0', true), set_config('app.hi', '9223372036854775807', true)",
    );
    await expect(client.query("SELECT count(*) FROM candidate")).rejects.toThrow(/bad security context/);
    await client.query("ROLLBACK");
    await client.query("BEGIN");
    await client.query("SELECT sec.begin_as($1)", [sister]);
    await client.query("SELECT set_config('app.lo', '0', true)");
    await expect(client.query("SELECT count(*) FROM candidate")).rejects.toThrow(/bad security context/);
    await client.query("ROLLBACK");
    await expect(client.query("SELECT sec.begin_as_operator('x')")).rejects.toThrow(/permission denied/);
    await expect(client.query("TRUNCATE candidate")).rejects.toThrow(/permission denied/);
    await expect(client.query("SELECT * FROM sec.session")).rejects.toThrow(/permission denied/);
  });
});

test("a viewer writes nothing, an officer nothing outside their range", async () => {
  const write = (token: string) =>
    asApplication(async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT sec.begin_as($1)", [token]);
      const { rowCount } = await client.query("UPDATE candidate SET version = version + 1");
      await client.query("ROLLBACK");
      return rowCount;
    });
  expect(await write(viewer)).toBe(0);
  expect(await write(sister)).toBe(0);
  expect(await write(own)).toBe(1);
});

test("a row that is said to stand in one's own range, but belongs to another, is refused", async () => {
  const put = (sql: string) =>
    asApplication(async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT sec.begin_as($1)", [sister]);
      await client.query(
        "SELECT set_config('test.place', (SELECT lo::text FROM unit WHERE code = 'A-2'), true)",
      );
      await client.query(
        "SELECT set_config('test.other', (SELECT id::text FROM unit WHERE code = 'A-1'), true)",
      );
      try {
        await client.query(sql);
      } finally {
        await client.query("ROLLBACK");
      }
    });
  const place = "current_setting('test.place')::bigint";
  await expect(
    put(`INSERT INTO person (unit_id, unit_ord, name, given_name, name_fold, birth_year)
      VALUES (current_setting('test.other')::int, ${place}, 'Lê Thị Lạc', 'Lạc', 'le thi lac', 1990)`),
  ).rejects.toThrow(/stands elsewhere than its unit/);
  await expect(
    put(`INSERT INTO step (candidate_id, unit_ord, kind, on_day, rulebook, recorded_by_name)
      VALUES ('${candidateId}', ${place}, 'applied', '2023-01-01', '24/2021', 'sister')`),
  ).rejects.toThrow(/stands elsewhere than its dossier/);
  await expect(
    put(`INSERT INTO import_change (batch_id, table_name, row_id, unit_ord, version_after)
      VALUES (gen_random_uuid(), 'person', '${candidateId}', ${place}, 1)`),
  ).rejects.toThrow(/a change of no batch/);
});

test("what came and went by the thousand is logged with every field that said something", async () => {
  const file = aFile(
    ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"],
    ["A-1", "Trần Thị 'Ngoặc'", "12/08/1997", "Nữ", "20/02/2022"],
  );
  const { batch } = await asOperator(() => bringIn("ho-so", file));
  await asOperator(() => withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch ?? "")));
  const events = await asOperator(() =>
    withScope("audit.read", ({ db }) =>
      db.auditEvent.findMany({ where: { tableName: "person" }, orderBy: { id: "desc" }, take: 2 }),
    ),
  );
  const [gone, came] = events.map(({ change }) => JSON.parse(change));
  expect(events.map(({ operation }) => operation)).toEqual(["DELETE", "INSERT"]);
  expect(came).toMatchObject({
    name: [null, "Trần Thị 'Ngoặc'"],
    birth_date: [null, "1997-08-12"],
    version: [null, 1],
  });
  expect(Object.keys(came)).not.toContain("religion");
  expect(Object.keys(came)).not.toContain("unit_ord");
  expect(gone).toMatchObject({
    name: ["Trần Thị 'Ngoặc'", null],
    religion: [null, null],
    version: [1, null],
  });
});

test("every table with personal data forces row-level security, and the application's role owns nothing", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  const { rows: tables } = await client.query(
    `SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced, (SELECT count(DISTINCT p.polcmd)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'unit_ord' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThanOrEqual(9);
  for (const { relname, forced, policies } of tables) {
    expect(forced, relname).toBe(true);
    expect(policies, relname).toBeGreaterThan(0);
  }
  const { rows: roles } = await client.query(
    "SELECT rolbypassrls OR rolsuper AS mighty, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = 'pdv_app'",
  );
  expect(roles).toEqual([{ mighty: false, owned: 0 }]);
  await client.end();
});

test("a session ends at once when the account is locked, the hat is taken or the session lay idle", async () => {
  const alive = (token: string) =>
    actAs(token, () => withScope("candidate.read", async () => true)).catch(() => false);
  const change = (sql: string) =>
    asOperator(() => withScope("account.manage", ({ db }) => db.$executeRawUnsafe(sql)));
  expect(await alive(sister)).toBe(true);
  await change("UPDATE account SET locked_at = now() WHERE login = 'sister'");
  expect(await alive(sister)).toBe(false);
  expect(await alive(above)).toBe(true);
  await change(
    "UPDATE assignment SET ended_at = now() WHERE account_id = (SELECT id FROM account WHERE login = 'above')",
  );
  expect(await alive(above)).toBe(false);
});

test("changes are logged with who made them, and the chain tells what was tampered with", async () => {
  // A seal waits for every transaction of the server that began earlier, also those of other tests' databases.
  await expect
    .poll(
      async () => {
        await asOperator(() => withScope("audit.read", ({ db }) => db.$queryRaw`SELECT sec.seal_audit()`));
        const [{ open }] = await asOperator(() =>
          withScope(
            "audit.read",
            ({ db }) =>
              db.$queryRaw<[{ open: number }]>`
                SELECT count(*)::int AS open FROM audit_event
                WHERE table_name = 'step' AND txid > (SELECT coalesce(max(to_txid), 0) FROM audit_seal)`,
          ),
        );
        return open;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  const verify = () =>
    asOperator(() =>
      withScope(
        "audit.read",
        ({ db }) => db.$queryRaw<{ broken: number | null }[]>`SELECT sec.verify_audit() AS broken`,
      ),
    );
  expect(await verify()).toEqual([{ broken: null }]);
  const logged = await asOperator(() =>
    withScope("audit.read", ({ db }) =>
      db.auditEvent.findMany({ where: { tableName: "step", actor: "own" } }),
    ),
  );
  expect(logged.map(({ action }) => action)).toContain("recordCellStep");
  const reads = await asOperator(() =>
    withScope("audit.read", ({ db }) =>
      db.auditEvent.count({ where: { action: "openPerson", actor: "own" } }),
    ),
  );
  expect(reads).toBeGreaterThan(0);

  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  const tamper = async (sql: string) => {
    await owner.query("BEGIN");
    await owner.query(
      "ALTER TABLE audit_event DISABLE TRIGGER USER; ALTER TABLE audit_event NO FORCE ROW LEVEL SECURITY; ALTER TABLE audit_seal NO FORCE ROW LEVEL SECURITY",
    );
    await owner.query(sql);
    await owner.query("SET LOCAL ROLE pdv_definer");
    const { rows } = await owner.query("SELECT sec.verify_audit() AS broken");
    await owner.query("ROLLBACK");
    return rows[0].broken as number | null;
  };
  expect(await tamper("SELECT 1")).toBeNull();
  expect(
    await tamper("UPDATE audit_event SET actor = 'x' WHERE id = (SELECT min(id) FROM audit_event)"),
  ).not.toBeNull();
  expect(
    await tamper(
      "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event WHERE txid <= (SELECT max(to_txid) FROM audit_seal))",
    ),
  ).not.toBeNull();
  expect(
    await tamper(
      "INSERT INTO audit_event (txid, actor, action, operation, table_name, row_id, change) SELECT txid, 'x', '-', 'INSERT', 'step', '1', '{}' FROM audit_event ORDER BY id LIMIT 1",
    ),
  ).not.toBeNull();
  await owner.end();
  await closeDatabase();
});
