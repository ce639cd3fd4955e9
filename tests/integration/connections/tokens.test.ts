import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator, actWithAccessToken } from "@/lib/access/acting";
import { can, withScope } from "@/lib/access/gate";
import { makeToken, revokeToken } from "@/lib/connections/actions";
import { loadConnections } from "@/lib/connections/queries";
import { recordCellStep } from "@/lib/pipeline/actions/record";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { listAddress } from "@/lib/pipeline/schema/address";
import { initialFormState } from "@/lib/shared/form-state";
import { asOwner, aToken, call, givenConnections } from "@/tests/support/connections";
import { aFile, bringIn } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

let sessions = new Map<string, string>();
const session = (login: string): string => sessions.get(login) ?? "";
const period = (unit: string) => `unit=${unit}&from=2023-01-01&to=2023-12-31`;
const statusOf = async (address: string, token: string) => (await call(address, token)).status;
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;

const change = (sql: string) =>
  actAsOperator("test", () => withScope("account.manage", ({ db }) => db.$executeRawUnsafe(sql)));

beforeAll(async () => {
  sessions = await givenConnections();
});

test("a token reads what its owner reads, and no more", async () => {
  const token = await aToken(session("base"));
  const answer = await call(`reports/attainment?${period("A")}`, token);
  expect(answer.status).toBe(200);
  expect((await answer.json()).total.admitted).toBe(3);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  for (const code of ["B", "B-1", "H", "no-such"])
    expect(await statusOf(`reports/attainment?${period(code)}`, token), code).toBe(404);
  const outside = await (await call(`reports/attainment?${period("B")}`, token)).json();
  expect(outside).toEqual(await (await call(`reports/attainment?${period("no-such")}`, token)).json());
  expect(outside.error).toMatchObject({ code: "notFound", fields: {} });
});

test("a narrower token is narrower: by permission, by report, by unit", async () => {
  const counts = await aToken(session("upper"), { permissions: ["report.read"] });
  expect(await statusOf(`reports/attainment?${period("H")}`, counts)).toBe(200);
  const people = `reports/people?${period("H")}&figure=attainment:total.admitted`;
  expect(await statusOf(people, counts)).toBe(404);
  expect(await statusOf("units", counts)).toBe(404);

  const funnel = await aToken(session("upper"), { reports: ["funnel"] });
  expect(await statusOf(`reports/funnel?${period("H")}`, funnel)).toBe(200);
  expect(await statusOf(`reports/attainment?${period("H")}`, funnel)).toBe(404);
  expect(await statusOf(people, funnel)).toBe(404);

  const within = await aToken(session("upper"), { unit: "A" });
  expect(await statusOf(`reports/attainment?${period("A-1")}`, within)).toBe(200);
  expect(await statusOf(`reports/attainment?${period("H")}`, within)).toBe(404);
  expect(await statusOf(`reports/attainment?${period("B")}`, within)).toBe(404);
  const { units } = await (await call("units", within)).json();
  expect(units.map(({ code }: { code: string }) => code)).toEqual(["A", "A-1", "A-2"]);
});

test("what a report shows more of to some, it shows to a token that names it", async () => {
  const seen = async (permissions: string[]) =>
    actWithAccessToken(await aToken(session("upper"), { permissions }), () =>
      withScope("report.read", async ({ actor }) => can(actor, "people.exportNames")),
    );
  expect(await seen(["report.read"])).toBe(false);
  expect(await seen(["report.read", "people.exportNames"])).toBe(true);
});

test("nobody makes a token that exceeds the hat", async () => {
  const make = (login: string, more: Record<string, string>) =>
    actAs(session(login), () =>
      makeToken(initialFormState, aForm({ name: "x", days: "30", permissions: "report.read", ...more })),
    );
  expect((await make("viewer", { permissions: "people.exportNames" })).fieldErrors.permissions).toHaveLength(
    1,
  );
  expect((await make("base", { permissions: "people.handOver" })).fieldErrors.permissions).toHaveLength(1);
  expect((await make("base", { permissions: "account.manage" })).fieldErrors).not.toEqual({});
  expect((await make("base", { unit: "B" })).fieldErrors.unit).toHaveLength(1);
  expect((await make("base", { unit: "H" })).fieldErrors.unit).toHaveLength(1);
  expect((await make("base", { days: "400" })).fieldErrors.days).toHaveLength(1);
  expect((await make("base", { name: " " })).fieldErrors.name).toHaveLength(1);
});

test("a unit that leaves the hat's reach takes its token along", async () => {
  const token = await aToken(session("upper"), { unit: "S" });
  expect(await statusOf(`reports/attainment?${period("S")}`, token)).toBe(200);
  await asOwner(
    "UPDATE sec.access_token SET unit_id = (SELECT id FROM public.unit WHERE code = 'T') WHERE token_hash = sha256(convert_to($1, 'UTF8'))",
    [token],
  );
  expect(await statusOf(`reports/attainment?${period("S")}`, token)).toBe(401);
});

test("an officer of the Youth Union gives tokens of the Union's tree", async () => {
  const union = await actAsOperator("test", async () => {
    await bringIn(
      "to-chuc-doan",
      aFile(
        ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
        ["D-H", "Đoàn huyện H", "Cấp huyện", "", "Khu dân cư", "H"],
        ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-H", "", "A"],
        ["D-B", "Đoàn xã B", "Đoàn cơ sở", "D-H", "", "B"],
      ),
    );
    return withScope("account.manage", async (scope) => {
      const { id } = await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: "D-H" } });
      const { id: beside } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      return givenOfficer(scope, "union", "unionOfficer", beside, id);
    });
  });
  const permissions = ["sources.report"];
  const whole = await aToken(union, { permissions });
  const narrow = await aToken(union, { permissions, unit: "D-A" });
  const status = (code: string, token: string) => statusOf(`reports/sources?${period(code)}`, token);
  expect([await status("D-H", whole), await status("D-A", whole), await status("H", whole)]).toEqual([
    200, 200, 404,
  ]);
  expect([await status("D-A", narrow), await status("D-H", narrow), await status("D-B", narrow)]).toEqual([
    200, 404, 404,
  ]);
});

test("a token opens no page, and no action writes with it", async () => {
  const token = await aToken(session("base"));
  const page = () => loadCandidates(listAddress({}).filter);
  await expect(actWithAccessToken(token, page)).rejects.toThrow(NOT_FOUND);
  await expect(actWithAccessToken(token, loadConnections)).rejects.toThrow(NOT_FOUND);
  const [candidate] = await asOwner("SELECT id FROM public.candidate c WHERE decided_on IS NULL LIMIT 1");
  const form = aForm({
    kind: "sympathiserRecognised",
    candidateId: String(candidate?.id),
    version: "1",
    onDay: "12/03/2022",
    documentNumber: "05-NQ/CB",
  });
  await expect(actWithAccessToken(token, () => recordCellStep(initialFormState, form))).rejects.toThrow(
    NOT_FOUND,
  );
  // A token is no session: on the road of pages and actions it is nobody.
  await expect(actAs(token, page)).rejects.toThrow(/NEXT_REDIRECT/);
});

test("behind the gate the database holds a token to its range, reading only", async () => {
  const token = await aToken(session("base"), { unit: "A-1" });
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c role=pdv_app" });
  await client.connect();
  const inside = async (sql: string) => {
    await client.query("BEGIN");
    await client.query("SELECT sec.begin_with_token($1)", [token]);
    try {
      return await client.query(sql);
    } finally {
      await client.query("ROLLBACK");
    }
  };
  expect((await inside("SELECT count(*)::int AS n FROM candidate")).rows).toEqual([{ n: 3 }]);
  expect((await inside("UPDATE candidate SET version = version + 1")).rowCount).toBe(0);
  expect((await inside("SELECT * FROM audit_event")).rows).toEqual([]);
  const wider = "sec.make_token('pdv_wider', 'x', ARRAY['report.read'], '{}', NULL, sec.today() + 30, 20)";
  expect((await inside(`SELECT ${wider} AS made`)).rows).toEqual([{ made: null }]);
  await expect(inside(`SELECT set_config('app.token', '', true), ${wider}`)).rejects.toThrow(
    /bad security context/,
  );
  await expect(inside("SELECT * FROM sec.access_token")).rejects.toThrow(/permission denied/);
  await expect(inside("SELECT sec.admit_call($$x$$, null, '', '', 1, 1, 1)")).rejects.toThrow(
    /permission denied/,
  );
  await client.end();
});

test("wrong, expired and revoked tokens are nobody, in the shape of the API", async () => {
  const address = `reports/attainment?${period("A")}`;
  const wrong = await call(address, "pdv_wrong");
  expect(wrong.status).toBe(401);
  expect(await wrong.json()).toMatchObject({ error: { code: "unknownToken", fields: {} } });
  expect(wrong.headers.get("www-authenticate")).toContain("Bearer");
  expect(await statusOf(address, "")).toBe(401);
  expect(await statusOf(address, session("base"))).toBe(401);

  const old = await aToken(session("base"), { name: "Máy cũ" });
  expect(await statusOf(address, old)).toBe(200);
  await asOwner("UPDATE sec.access_token SET expires_at = now() - interval '1 second' WHERE name = 'Máy cũ'");
  expect(await statusOf(address, old)).toBe(401);

  const ended = await aToken(session("base"), { name: "Máy thu hồi" });
  const { tokens } = await actAs(session("base"), loadConnections);
  const tokenId = tokens.find(({ name }) => name === "Máy thu hồi")?.id ?? "";
  const revoke = (login: string) =>
    actAs(session(login), () => revokeToken(initialFormState, aForm({ tokenId })));
  await expect(revoke("sister")).rejects.toThrow(NOT_FOUND);
  expect(await statusOf(address, ended)).toBe(200);
  expect((await revoke("base")).done?.message).toBe("Đã thu hồi.");
  expect(await statusOf(address, ended)).toBe(401);
  const states = (await actAs(session("base"), loadConnections)).tokens.map(({ name, state }) => [
    name,
    state,
  ]);
  expect(states).toContainEqual(["Máy cũ", "expired"]);
  expect(states).toContainEqual(["Máy thu hồi", "revoked"]);
});

test("what is shown once is kept nowhere", async () => {
  const token = await aToken(session("province"));
  for (const table of ["sec.access_token", "public.request", "public.audit_event"])
    expect(JSON.stringify(await asOwner(`SELECT t::text FROM ${table} t`)), table).not.toContain(token);
  const [own] = (await actAs(session("province"), loadConnections)).tokens;
  expect(own).toMatchObject({ name: "Máy tổng hợp", lastUsedAt: null, state: "live" });
  await call("units", token);
  expect((await actAs(session("province"), loadConnections)).tokens[0]?.lastUsedAt).not.toBeNull();
});

test("each use is in the audit log: who, with which token, what", async () => {
  const token = await aToken(session("province"), { name: "Cổng số liệu" });
  await call(`reports/people?${period("H")}&figure=attainment:total.admitted`, token);
  await call(`reports/attainment?${period("H")}`, token);
  const rows = await asOwner(
    "SELECT actor, action, operation, change FROM public.audit_event WHERE change LIKE '%Cổng số liệu%' OR actor LIKE '%Cổng số liệu%' ORDER BY id",
  );
  expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
    ["makeToken", "province"],
    ["useToken", "province"],
    ["exportNames", "province (kết nối: Cổng số liệu)"],
    ["useToken", "province"],
  ]);
  expect(rows[3]?.change).toContain(`/api/v1/reports/attainment?${period("H")}`);
});

test.each([
  ["a lock", "UPDATE account SET locked_at = now() WHERE login = 'viewer'"],
  ["an unlock after it", "UPDATE account SET locked_at = NULL WHERE login = 'viewer'"],
])("a token dies with %s of its account", async (_what, sql) => {
  const token = sql.includes("NULL")
    ? keptToken
    : await aToken(session("viewer"), { permissions: ["report.read"] });
  keptToken = token;
  expect(await statusOf(`reports/attainment?${period("H")}`, token)).toBe(sql.includes("NULL") ? 401 : 200);
  await change(sql);
  expect(await statusOf(`reports/attainment?${period("H")}`, token)).toBe(401);
});
let keptToken = "";

test("a token dies with a changed or ended hat, and with a new password", async () => {
  const address = `reports/attainment?${period("B")}`;
  const changed = await aToken(session("sister"));
  await change(
    "UPDATE assignment SET until_day = '2099-01-01' WHERE account_id = (SELECT id FROM account WHERE login = 'sister')",
  );
  expect(await statusOf(address, changed)).toBe(401);

  const token = await aToken(session("upper"));
  const set = () =>
    change("SELECT sec.set_password((SELECT id FROM account WHERE login = 'upper'), 'a hash')");
  await set();
  expect(await statusOf(address, token)).toBe(200);
  await set();
  expect(await statusOf(address, token)).toBe(401);

  const ended = await aToken(session("base"));
  await change(
    "UPDATE assignment SET ended_at = now() WHERE account_id = (SELECT id FROM account WHERE login = 'base')",
  );
  expect(await statusOf(`reports/attainment?${period("A")}`, ended)).toBe(401);
});
