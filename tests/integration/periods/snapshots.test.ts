import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { VISITS_PER_ADDRESS } from "@/lib/access/limits";
import { approveSnapshot, makeSnapshot } from "@/lib/periods/actions";
import { snapshotPaper } from "@/lib/periods/export/paper";
import { loadComparison, loadNamed, loadSnapshot, MOST_NAMED } from "@/lib/periods/queries/snapshots";
import { loadVerification } from "@/lib/periods/queries/verification";
import { isKeptInside } from "@/lib/periods/rules/content";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import { isGenuine } from "@/lib/periods/rules/verdict";
import { verifyAddress } from "@/lib/periods/schema";
import { settings } from "@/lib/platform/env";
import { setQuota } from "@/lib/quotas/actions";
import {
  asOperator,
  bytesOf,
  givenProvince,
  latestSnapshot,
  send,
  type Tokens,
} from "@/tests/support/periods";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const REPORT = { report: "funnel", unit: "T", from: "2024-01-01", to: "2024-03-31" };
let tokens: Tokens;

const make = async (token: string, fields: Record<string, string> = {}): Promise<string> => {
  const state = await send(token, makeSnapshot, { ...REPORT, ...fields });
  expect(state).toMatchObject({ findings: [], fieldErrors: {}, done: { message: "Đã chốt số liệu." } });
  return latestSnapshot(token);
};
/** The person was never admitted, it turns out. */
const correct = (name: string) =>
  asOperator(
    ({ db }) =>
      db.$executeRaw`UPDATE candidate SET decided_on = NULL, admitted_on = NULL WHERE person_id = (SELECT id FROM person WHERE name = ${name})`,
  );
const restore = (name: string, day: string) =>
  asOperator(
    ({ db }) =>
      db.$executeRaw`UPDATE candidate SET decided_on = ${day}::date, admitted_on = ${day}::date WHERE person_id = (SELECT id FROM person WHERE name = ${name})`,
  );

beforeAll(async () => {
  tokens = await givenProvince();
});

test("printed again after the data were corrected, every file has the same bytes", async () => {
  const id = await make(tokens.province);
  const printed = await Promise.all(
    (["xlsx", "pdf", "docx", "csv", "json"] as const).map((format) => bytesOf(tokens.province, id, format)),
  );
  expect(printed.every((bytes) => bytes.length > 200)).toBe(true);
  await correct("Trần Văn Hai");
  const later = await make(tokens.province);
  const again = await Promise.all(
    (["xlsx", "pdf", "docx", "csv", "json"] as const).map((format) => bytesOf(tokens.province, id, format)),
  );
  expect(again.map((bytes, place) => bytes.equals(printed[place] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect((await bytesOf(tokens.province, later, "json")).equals(again[4] ?? Buffer.alloc(0))).toBe(false);
  await restore("Trần Văn Hai", "2024-02-15");
});

test("the comparison names who went, and only to whom the person is within reach", async () => {
  const before = await make(tokens.upper, { unit: "H" });
  await correct("Trần Văn Hai");
  const after = await make(tokens.upper, { unit: "H" });
  const { changes, earlier } = await actAs(tokens.upper, () => loadComparison(after, before));
  expect(earlier.id).toBe(before);
  const decided = changes.find(({ path }) => path === "funnel:total.decided");
  expect(decided).toMatchObject({ before: 2, after: 1, people: { came: { count: 0, named: [] } } });
  expect(decided?.people?.went).toMatchObject({ count: 1, named: [{ name: "Trần Văn Hai" }] });
  expect(changes.map(({ path }) => path)).toContain("funnel:rows[unit.code=A].decided");

  await asOperator(async ({ db }) => {
    await db.$executeRaw`UPDATE candidate SET unit_id = (SELECT id FROM unit WHERE code = 'H2') WHERE person_id = (SELECT id FROM person WHERE name = 'Trần Văn Hai')`;
  });
  const gone = await actAs(tokens.upper, () => loadComparison(before, after));
  expect(gone.changes.find(({ path }) => path === "funnel:total.decided")?.people?.went).toEqual({
    count: 1,
    named: [],
  });
  await asOperator(async ({ db }) => {
    await db.$executeRaw`UPDATE candidate SET unit_id = (SELECT id FROM unit WHERE code = 'A-1') WHERE person_id = (SELECT id FROM person WHERE name = 'Trần Văn Hai')`;
  });
  await restore("Trần Văn Hai", "2024-02-15");
  await expect(actAs(tokens.next, () => loadComparison(before, after))).rejects.toThrow(NOT_FOUND);
  const other = await make(tokens.upper, { unit: "H", report: "attainment" });
  await expect(actAs(tokens.upper, () => loadComparison(before, other))).rejects.toThrow(NOT_FOUND);
  await expect(actAs(tokens.base, () => loadSnapshot(before))).rejects.toThrow(NOT_FOUND);
});

test("whose names a comparison shows is logged and counted; referrals are named to their readers alone", async () => {
  const [referral] = await asOperator(
    ({ db }) => db.$queryRaw<{ id: string }[]>`
      INSERT INTO referral (by, organisation, name, given_name, name_fold, birth_year, sex, unit_id, on_day, until_day, recorded_by_name)
      SELECT 'WOMEN', 'Hội Phụ nữ', 'Phạm Thị Năm', 'Năm', 'pham thi nam', 1999, 'female', id, '2024-01-05', '2024-07-05', 'test'
      FROM unit WHERE code = 'A-1' RETURNING id`,
  );
  const [candidate] = await asOperator(
    ({ db }) => db.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM candidate c JOIN person p ON p.id = c.person_id WHERE p.name = 'Lê Thị Ba'`,
  );
  const came = [candidate?.id ?? "", referral?.id ?? ""];
  const change = {
    path: "sources:total.introduced",
    line: null,
    label: "Được giới thiệu",
    before: 0,
    after: 2,
  };
  const named = async (token: string) => {
    const [told] = await actAs(token, () =>
      withScope("snapshot.read", (scope) =>
        loadNamed(scope, [{ ...change, people: { came, went: [] } }], {
          id: came[0] ?? "",
          report: "sources",
        }),
      ),
    );
    return told?.people?.came;
  };
  expect(await named(tokens.viewer)).toMatchObject({ count: 2, named: [{ name: "Lê Thị Ba" }] });
  expect((await named(tokens.upper))?.named).toHaveLength(2);
  const many = Array.from({ length: 2 * MOST_NAMED }, () => ({ ...change, people: { came, went: [] } }));
  const all = await actAs(tokens.upper, () =>
    withScope("snapshot.read", (scope) => loadNamed(scope, many, { id: came[0] ?? "", report: "sources" })),
  );
  expect(all.every(({ people }) => people?.came.named.length === 2)).toBe(true);

  const logged = await asOperator(
    ({ db }) => db.$queryRaw<{ actor: string; change: string }[]>`
      SELECT actor, change FROM audit_event WHERE action = 'compareSnapshots' AND actor IN ('viewer', 'upper') AND row_id = ${came[0]} ORDER BY id`,
  );
  expect(logged.map(({ actor, change: told }) => [actor, JSON.parse(told).count])).toEqual([
    ["viewer", 1],
    ["upper", 2],
    ["upper", 2],
  ]);
  const client = new pg.Client({ connectionString: settings().databaseOwnerUrl ?? "" });
  await client.connect();
  await client.query("SET ROLE pdv_definer");
  const { rows } = await client.query(
    "SELECT count(*)::int AS people FROM sec.person_read r JOIN account a ON a.id = r.account_id WHERE a.login = 'viewer' AND kind = 'shown'",
  );
  await client.end();
  expect(rows[0]?.people).toBe(1);
});

test("who is of an ethnic minority is told of a comparison only to those who may export names", async () => {
  const quota = { unit: "A-1", source: "ASSIGNED", indicator: "ADMISSION", kind: "NUMBER", value: "1" };
  const days = { from: "01/01/2024", to: "31/12/2024", documentNumber: "1-QĐ/H", documentDay: "02/01/2024" };
  expect(
    (await send(tokens.upper, setQuota, { ...quota, ...days, group: "ETHNIC_MINORITY" })).done,
  ).not.toBeNull();
  const before = await make(tokens.base, { unit: "A-1", report: "attainment" });
  await asOperator(
    ({ db }) => db.$executeRaw`UPDATE person SET ethnicity = '12' WHERE name = 'Trần Văn Hai'`,
  );
  await correct("Nguyễn Thị Một");
  const after = await make(tokens.base, { unit: "A-1", report: "attainment" });
  const changes = async (token: string) =>
    (await actAs(token, () => loadComparison(before, after))).changes.map(({ path }) => path);
  const all = await changes(tokens.base);
  expect(all.some(isKeptInside)).toBe(true);
  expect(all.every(isKeptInside)).toBe(false);
  expect(await changes(tokens.cell1)).toEqual(all.filter((path) => !isKeptInside(path)));
  await restore("Nguyễn Thị Một", "2024-01-20");
  await asOperator(
    ({ db }) => db.$executeRaw`UPDATE person SET ethnicity = NULL WHERE name = 'Trần Văn Hai'`,
  );
});

test("every report can be frozen and printed, with exactly as many people behind a figure as it says", async () => {
  for (const report of SNAPSHOT_REPORTS) {
    const id = await make(tokens.province, { report });
    const { content, line } = await actAs(tokens.province, () => loadSnapshot(id));
    const { head, title, signatures, blocks } = snapshotPaper(line, content, new Uint8Array());
    expect(content.sheets[0].frame.signatures, report).toHaveLength(2);
    expect(signatures, report).toHaveLength(2);
    expect(
      head?.left.map(({ text }) => text),
      report,
    ).toContain("ĐƠN VỊ T");
    expect(title?.[1]?.text, report).toBe(content.sheets[0].frame.title[1]);
    for (const block of blocks) if (block.is === "table") expect(block.table.columns.length).toBeLessThan(15);
    for (const format of ["xlsx", "pdf", "docx"] as const)
      expect((await bytesOf(tokens.province, id, format)).length, report).toBeGreaterThan(2000);
    expect(content.report).toBe(report);
    expect(content.sheets.length, report).toBeGreaterThan(0);
    expect(content.figures.length, report).toBeGreaterThan(0);
    for (const { path, number, people } of content.figures)
      if (people !== null) expect(people, path).toHaveLength(number);
    expect(JSON.stringify(content)).not.toContain("Trần Văn Hai");
  }
}, 90_000);

const paper = (told: Record<string, string>) => verifyAddress.parse(told);
const look = (id: string, told: Record<string, string> = {}, from = "192.0.2.1") =>
  loadVerification(id, paper(told), from);

test("the code alone calls no paper genuine; with numbers it does, and a changed digit is told", async () => {
  const id = await make(tokens.province);
  const { line } = await actAs(tokens.province, () => loadSnapshot(id));
  const { found, verdict } = await look(id, { h: line.hash });
  expect(verdict).toMatchObject({ is: "compared", hash: true, numbers: [] });
  expect(isGenuine(verdict)).toBe(false);
  expect(found).toMatchObject({
    unitName: "Đơn vị T",
    from: "2024-01-01",
    hash: line.hash,
    approvedBy: null,
  });
  const told = [
    "title",
    "unitName",
    "from",
    "to",
    "asOf",
    "madeOn",
    "approvedBy",
    "approvedAt",
    "approvalCode",
    "hash",
    "intact",
    "totals",
  ];
  expect(Object.keys(found ?? {}).toSorted()).toEqual(told.toSorted());
  const introduced = found?.totals.find(({ key }) => key === "funnel:total.introduced");
  expect(introduced).toMatchObject({ label: "Được giới thiệu", number: 1 });

  const says = async (typed: Record<string, string>) => {
    const answer = (await look(id, typed)).verdict;
    return answer.is === "compared" ? isGenuine(answer) : answer.is;
  };
  const grouped = line.hash.toUpperCase().replace(/(.{8})/g, "$1 ");
  expect(await says({ h: grouped, "funnel:total.introduced": "1" })).toBe(true);
  expect(await says({ h: line.hash, "funnel:total.introduced": "2" })).toBe(false);
  expect(await says({ "funnel:total.introduced": "1" })).toBe(false);
  const digit = line.hash.at(20) === "0" ? "1" : "0";
  expect(await says({ h: `${line.hash.slice(0, 20)}${digit}${line.hash.slice(21)}` })).toBe("otherHash");
  const other = id.replace(/^./, (c) => (c === "0" ? "1" : "0"));
  expect((await look(other, { h: line.hash })).verdict.is).toBe("unknown");
});

test("any number of a line is compared, by who has the hash, but none of ethnicity or religion", async () => {
  const id = await make(tokens.province);
  const { line } = await actAs(tokens.province, () => loadSnapshot(id));
  const answer = async (typed: Record<string, string>, of = id, h = line.hash) => {
    const { verdict } = await look(of, { h, ...typed });
    return verdict.is === "compared" ? verdict.line : verdict.is;
  };
  expect(await answer({ line: "đơn vị H", number: "2" })).toMatchObject({ known: true });
  expect(await answer({ line: "h", number: "2" })).toMatchObject({
    labels: expect.arrayContaining(["Có quyết định", "Kết nạp"]),
  });
  expect(await answer({ line: "H", number: "77" })).toEqual({ known: true, labels: [] });
  expect(await answer({ line: "Đơn vị H2", number: "77" })).toEqual({ known: true, labels: [] });
  expect(await answer({ line: "Không có", number: "2" })).toEqual({ known: false, labels: [] });
  expect(await answer({ line: "H", number: "2" }, id, "")).toBeNull();

  const table = await make(tokens.province, { report: "new-members" });
  const { hash } = (await actAs(tokens.province, () => loadSnapshot(table))).line;
  const { rows } = (await actAs(tokens.province, () => loadSnapshot(table))).content.body as {
    rows: { key: string; label: string; current: number }[];
  };
  const labelOf = (key: string) => rows.find((row) => row.key === key)?.label ?? "";
  const known = async (key: string) =>
    ((await answer({ line: labelOf(key), number: "0" }, table, hash)) as { known: boolean }).known;
  expect(await known("women")).toBe(true);
  expect(await known("ethnicMinority")).toBe(false);
});

test("an address looks so often in a minute, and others go on", async () => {
  const id = await make(tokens.province);
  for (let at = 0; at < VISITS_PER_ADDRESS; at++)
    expect((await look(id, {}, "198.51.100.7")).verdict.is).toBe("compared");
  expect(await look(id, {}, "198.51.100.7")).toEqual({ found: null, verdict: { is: "tooMany" } });
  expect((await look(id, {}, "198.51.100.8")).verdict.is).toBe("compared");
});

/** What somebody does who holds the machine: the guards off, the row changed, the guards on again. */
async function tampered(table: string, values: string, where: string): Promise<void> {
  const client = new pg.Client({ connectionString: settings().databaseOwnerUrl ?? "" });
  await client.connect();
  for (const statement of [
    `ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`,
    "ALTER TABLE report_snapshot DROP CONSTRAINT IF EXISTS report_snapshot_hash",
    `UPDATE ${table} SET ${values} WHERE ${where}`,
    `ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`,
    "ALTER TABLE report_snapshot ADD CONSTRAINT report_snapshot_hash CHECK (hash = encode(sha256(bytes), 'hex')) NOT VALID",
  ])
    await client.query(statement);
  await client.end();
}

test("what the page says comes from the bytes that were hashed, and who approved is bound to them", async () => {
  const id = await make(tokens.province);
  await send(tokens.second, approveSnapshot, { snapshotId: id });
  const { line } = await actAs(tokens.province, () => loadSnapshot(id));
  const before = (await look(id)).found;
  expect(before).toMatchObject({ approvedBy: "second", approvalCode: line.approvalCode });
  expect(line.approvalCode).toMatch(/^[0-9a-f]{64}$/);
  const places = "title = 'Sai', unit_name = 'Sai', from_day = '2001-01-01'";
  await tampered("report_snapshot", places, `id = '${id}'`);
  expect((await look(id)).found).toEqual(before);
  await tampered("snapshot_approval", "approved_by_name = 'Kẻ khác'", `snapshot_id = '${id}'`);
  expect((await look(id)).found?.approvalCode).not.toBe(line.approvalCode);
  await tampered("report_snapshot", "bytes = 'x'", `id = '${id}'`);
  expect(await look(id)).toEqual({ found: null, verdict: { is: "broken" } });
});

test("nobody changes or deletes a snapshot, the owner of the tables neither", async () => {
  const id = await make(tokens.province);
  const client = new pg.Client({ connectionString: settings().databaseOwnerUrl ?? "" });
  await client.connect();
  for (const statement of [
    `UPDATE report_snapshot SET title = 'x' WHERE id = '${id}'`,
    `UPDATE report_snapshot SET bytes = 'x', hash = encode(sha256('x'), 'hex') WHERE id = '${id}'`,
    `DELETE FROM report_snapshot WHERE id = '${id}'`,
    "TRUNCATE report_snapshot CASCADE",
  ]) {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE pdv_definer");
    await expect(client.query(statement), statement).rejects.toThrow(
      /append-only|permission denied|must be owner/,
    );
    await client.query("ROLLBACK");
    await client.query("BEGIN");
    await client.query("ALTER TABLE report_snapshot NO FORCE ROW LEVEL SECURITY");
    await expect(client.query(statement), statement).rejects.toThrow("append-only");
    await client.query("ROLLBACK");
  }
  const { rows } = await client.query(
    "SELECT privilege_type FROM information_schema.role_table_grants WHERE grantee = 'pdv_app' AND table_name = 'report_snapshot' ORDER BY 1",
  );
  expect(rows.map(({ privilege_type }) => privilege_type)).toEqual(["INSERT", "SELECT"]);
  await client.end();
});

test("somebody else than the maker approves, once", async () => {
  const id = await make(tokens.province);
  const self = await send(tokens.province, approveSnapshot, { snapshotId: id });
  expect(self.findings).toEqual([{ is: "ownSnapshot", blocks: true }]);
  expect((await send(tokens.second, approveSnapshot, { snapshotId: id })).done).not.toBeNull();
  const { line } = await actAs(tokens.province, () => loadSnapshot(id));
  expect(line).toMatchObject({ madeByName: "province", approvedByName: "second" });
  const twice = await send(tokens.second, approveSnapshot, { snapshotId: id });
  expect(twice.findings).toEqual([{ is: "alreadyApproved", blocks: true }]);
  await expect(send(tokens.next, approveSnapshot, { snapshotId: id })).rejects.toThrow(NOT_FOUND);
});
