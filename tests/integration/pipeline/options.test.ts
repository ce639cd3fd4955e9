import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { enterCandidate } from "@/lib/pipeline/actions/entry";
import { setProcedureOptions } from "@/lib/pipeline/actions/options";
import { recordCellStep } from "@/lib/pipeline/actions/record";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { loadRecheck } from "@/lib/pipeline/queries/recheck";
import { loadProvinceOptions } from "@/lib/pipeline/queries/rules";
import { findProcedureOptions, saveProcedureOptions } from "@/lib/pipeline/repository/options";
import { HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { closeDatabase } from "@/lib/platform/database";
import { addDays, formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const NEXT_DOOR = [
  ["T2", "Đảng bộ tỉnh T2", "Đảng bộ tỉnh", "", "", ""],
  ["H2", "Đảng bộ huyện H2", "Cấp trên trực tiếp cơ sở", "T2", "", "có"],
  ["C", "Đảng bộ xã C", "Đảng bộ cơ sở", "H2", "xã", ""],
  ["C-1", "Chi bộ thôn 1", "Chi bộ", "C", "thôn/tổ dân phố", ""],
];
const tokens = new Map<string, string>();
const as = <T>(login: string, run: () => Promise<T>) => actAs(tokens.get(login) ?? "", run);
const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const unitId = (scope: UnitScope, code: string) =>
  scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } }).then(({ id }) => id);

let today = "";
const ago = (days: number) => formatDay(addDays(today, -days));
const ids: Record<string, string> = {};

const HANOI = {
  document: "02-HD/BTCTU",
  parentsOpinion: "yes",
  permissionToStart: "yes",
  adoptedChildren: "yes",
  sendUpWorkingDays: "5",
  baseWorkingDays: "25",
  decisionWorkingDays: "45",
  decisionExtensionWorkingDays: "15",
  prolongationMonths: "12",
  recognitionRedoWorkingDays: "45",
  notesEvery: "quarter",
};
const set = (login: string, fields: Record<string, string>) =>
  as(login, () => setProcedureOptions(initialFormState, aForm(fields)));
/** Next step and due day as stored, and the version. */
const stored = (id: string | undefined) =>
  asOperator(() =>
    withScope("candidate.read", async ({ db }) => {
      const row = await db.candidate.findUniqueOrThrow({ where: { id: id ?? "" } });
      return [row.nextStep, row.version] as const;
    }),
  );
const optionRows = () => asOperator(() => withScope("rules.read", (scope) => findProcedureOptions(scope)));

/** Somebody with a certificate in a cell, who may apply next. */
async function enter(login: string, cell: string, name: string): Promise<string> {
  const entered = await as(login, () =>
    enterCandidate(
      initialFormState,
      aForm({
        name,
        birth: "12/08/1998",
        sex: "female",
        cell,
        source: "CELL",
        introducedOn: ago(400),
      }),
    ),
  );
  expect(entered.done, JSON.stringify(entered)).not.toBeNull();
  const id = await asOperator(() =>
    withScope("candidate.read", async ({ db }) => {
      const row = await db.candidate.findFirstOrThrow({ where: { person: { name } } });
      return row.id;
    }),
  );
  for (const [kind, version, days] of [
    ["sympathiserRecognised", "1", 380],
    ["certified", "2", 300],
  ] as const) {
    const answer = await as(login, () =>
      recordCellStep(
        initialFormState,
        aForm({ kind, candidateId: id, version, onDay: ago(days), documentNumber: `${days}` }),
      ),
    );
    expect(answer.done, JSON.stringify(answer)).not.toBeNull();
  }
  return id;
}

beforeAll(async () => {
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS, ...NEXT_DOOR));
    await withScope("account.manage", async (scope) => {
      today = scope.today;
      for (const [login, role, unit] of [
        ["province", "provinceOfficer", "T"],
        ["province2", "provinceOfficer", "T2"],
        ["district", "upperOfficer", "H"],
        ["cell", "cellSecretary", "A-1"],
        ["cell2", "cellSecretary", "C-1"],
      ] as const)
        tokens.set(login, await givenOfficer(scope, login, role, await unitId(scope, unit)));
    });
  });
  ids.ours = await enter("cell", "A-1", "Trần Thị An");
  ids.theirs = await enter("cell2", "C-1", "Lê Thị Bình");
});
afterAll(closeDatabase);

test("what makes no sense is refused with a sentence, and nothing is written", async () => {
  const refused = async (fields: Record<string, string>) =>
    (await set("province", { ...HANOI, from: ago(10), ...fields })).fieldErrors;
  expect(await refused({ from: "31/02/2026" })).toEqual({
    from: ["Áp dụng từ ngày: không có ngày 31/02/2026."],
  });
  expect(await refused({ document: " " })).toEqual({ document: ["Số văn bản: hãy ghi, ví dụ 02-HD/BTCTU."] });
  expect(await refused({ decisionWorkingDays: "61" })).toEqual({
    decisionWorkingDays: ["Quyết định kết nạp: Trung ương quy định tối đa 60 ngày làm việc."],
  });
  expect(await refused({ sendUpWorkingDays: "26" })).toEqual({
    sendUpWorkingDays: ["Chi bộ gửi hồ sơ: không thể lâu hơn hạn của đảng ủy cơ sở."],
  });
  expect(await refused({ prolongationMonths: "13" })).toEqual({
    prolongationMonths: ["Kéo dài dự bị: ghi từ 1 đến 12, không phải 13."],
  });
  expect(await refused({ helpedAtOnce: "hai" })).toEqual({
    helpedAtOnce: ['Số người một đảng viên giúp đỡ: "hai" không phải là số nguyên.'],
  });
  expect(await refused({ off: "30/04/2027, 31/02/2027" })).toEqual({
    off: ["Ngày nghỉ thêm: 30/04/2027 vốn đã là ngày nghỉ.", "Ngày nghỉ thêm: không có ngày 31/02/2027."],
  });
  expect(await refused({ worked: "10/02/2027" })).toEqual({
    worked: ["Ngày làm bù: 10/02/2027 vốn đã là ngày làm việc."],
  });
  const typed = await set("province", { ...HANOI, from: "mai" });
  expect(typed.values).toMatchObject({ from: "mai", document: "02-HD/BTCTU", parentsOpinion: "yes" });
  expect(await optionRows()).toEqual([]);
});

test("options switched to Hà Nội: open dossiers of the province follow at once, those next door do not", async () => {
  expect((await stored(ids.ours))[0]).toBe("applied");
  const before = await stored(ids.theirs);
  const [, version] = await stored(ids.ours);

  const answer = await set("province", { ...HANOI, from: ago(10), off: "10/02/2027\n11/02/2027" });
  expect(answer.fieldErrors).toEqual({});
  expect(answer.done?.message).toBe(`Đã ghi quy định của tỉnh từ ngày ${ago(10)}.`);

  expect(await stored(ids.ours)).toEqual(["permissionGranted", version]);
  expect(await stored(ids.theirs)).toEqual(before);
  const view = await as("cell", () => loadCandidate(ids.ours ?? ""));
  expect(view.next?.kind).toBe("permissionGranted");
  expect(view.review.findings.map(({ is }) => is)).toContain("permissionMissing");
});

test("the page tells who set what, and only the province's own officer may change it", async () => {
  const page = await as("province", () => loadProvinceOptions(2027));
  expect(page.maySet).toBe(true);
  expect(page.province?.versions).toEqual([
    {
      from: addDays(today, -10),
      document: "02-HD/BTCTU",
      setBy: "province",
      options: { ...HANOI_OPTIONS, calendar: { off: ["2027-02-10", "2027-02-11"], worked: [] } },
    },
  ]);
  expect(page.holidays.find(({ name }) => /Hùng Vương/.test(name))?.from).toBe("2027-04-16");

  const secretary = await as("cell", () => loadProvinceOptions(null));
  expect([secretary.maySet, secretary.options.sendUpWorkingDays]).toEqual([false, 5]);
  const stranger = await as("cell2", () => loadProvinceOptions(null));
  expect([stranger.province?.name, stranger.options.sendUpWorkingDays]).toEqual(["Đảng bộ tỉnh T2", null]);
  await expect(set("cell", { ...HANOI, from: ago(5) })).rejects.toMatchObject({
    digest: expect.stringContaining("404"),
  });
  await expect(set("district", { ...HANOI, from: ago(5) })).rejects.toMatchObject({
    digest: expect.stringContaining("404"),
  });
});

test("a recheck by the day before the options shows the difference and writes nothing", async () => {
  const rows = () =>
    asOperator(() =>
      withScope("candidate.read", async ({ db }) => [
        await db.candidate.findMany({ orderBy: { id: "asc" } }),
        await db.step.findMany({ orderBy: { id: "asc" } }),
      ]),
    );
  const before = await rows();
  const { events, book } = await as("cell", () => loadRecheck(ids.ours ?? "", addDays(today, -11)));
  const [next] = events;
  expect(next?.kind).toBe("permissionGranted");
  expect(next?.ownBook.name).toBe(book.name);
  expect(next?.lines.filter(({ differs }) => differs).map(({ own, other }) => [own?.is, other?.is])).toEqual([
    ["permissionMissing", undefined],
  ]);
  expect(await rows()).toEqual(before);
});

test("a second document revises the first and keeps it; the same day takes its place", async () => {
  const seen = async () =>
    as("province", async () => {
      const { province } = await loadProvinceOptions(null);
      return (province?.versions ?? [])
        .map(({ from, document, setBy }) => [from, document, setBy].join(" "))
        .join("; ");
    });
  const stale = await set("province", { ...HANOI, from: ago(1), document: "9-HD", seen: "" });
  expect(stale.fieldErrors[""]?.[0]).toContain("Người khác vừa sửa quy định của tỉnh");

  const off = { document: "9-HD", notesEvery: "none" };
  const second = await set("province", { ...off, from: ago(1), seen: await seen() });
  expect(second.done).not.toBeNull();
  expect((await stored(ids.ours))[0]).toBe("applied");
  const third = await set("province", { ...off, document: "9A-HD", from: ago(1), seen: await seen() });
  expect(third.done).not.toBeNull();
  const [mine] = await optionRows();
  expect(mine?.versions.map(({ from, document }) => [from, document])).toEqual([
    [addDays(today, -10), "02-HD/BTCTU"],
    [addDays(today, -1), "9A-HD"],
  ]);
});

test("options of a day to come change nothing today", async () => {
  const page = await as("province", () => loadProvinceOptions(null));
  const seen = (page.province?.versions ?? [])
    .map(({ from, document, setBy }) => [from, document, setBy].join(" "))
    .join("; ");
  const before = await stored(ids.ours);
  const answer = await set("province", { ...HANOI, from: formatDay(addDays(today, 30)), seen });
  expect(answer.done).not.toBeNull();
  expect(await stored(ids.ours)).toEqual(before);
});

test("the database itself keeps a province out of another's options", async () => {
  const foreign = await asOperator(() => withScope("rules.read", (scope) => unitId(scope, "T2")));
  const version = { from: "2026-01-01", options: HANOI_OPTIONS, document: "x", setBy: "x" };
  await expect(
    as("province", () => withScope("rules.set", (scope) => saveProcedureOptions(scope, foreign, version))),
  ).rejects.toThrow(/row-level security/);
  expect((await optionRows()).map(({ unitId: id }) => id)).not.toContain(foreign);
});

test("every change of the options stands in the audit log", async () => {
  const events = await asOperator(() =>
    withScope("rules.read", ({ db }) =>
      db.auditEvent.findMany({ where: { tableName: "unit_option" }, orderBy: { id: "asc" } }),
    ),
  );
  expect(events.map(({ actor, action, operation }) => [actor, action, operation])).toEqual([
    ["province", "setProcedureOptions", "INSERT"],
    ["province", "setProcedureOptions", "UPDATE"],
    ["province", "setProcedureOptions", "UPDATE"],
    ["province", "setProcedureOptions", "UPDATE"],
  ]);
});
