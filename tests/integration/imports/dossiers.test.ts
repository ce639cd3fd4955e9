import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

const HEADER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Số định danh",
  "Ngày giới thiệu",
  "Ngày cấp GCN nhận thức",
  "Ngày nghị quyết chi bộ",
  "Số quyết định kết nạp",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
];
const GOOD = [
  "A-1",
  "Trần Thị Mai Hương",
  "12/08/1998",
  "Nữ",
  "",
  "20/02/2022",
  "28/10/2022",
  "03/05/2023",
  "1-QĐ/HU",
  "20/06/2023",
  "05/07/2023",
];
const row = (changes: Partial<Record<(typeof HEADER)[number], string>>): string[] =>
  HEADER.map((column, place) => changes[column] ?? GOOD[place] ?? "");
const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const counts = () =>
  asOperator(() =>
    withScope("candidate.read", async ({ db }) => ({
      people: await db.person.count(),
      candidates: await db.candidate.count(),
      steps: await db.step.count({ where: { undoneAt: null } }),
    })),
  );

beforeAll(() => asOperator(() => bringIn("don-vi", aFile(...UNITS))));

test("a row becomes a person, a candidacy and its steps; the same file again changes nothing", async () => {
  const file = aFile(HEADER, row({}));
  const first = await asOperator(() => bringIn("ho-so", file));
  expect([first.committed, first.toAdd, first.refused]).toEqual([true, 1, 0]);
  expect(await counts()).toEqual({ people: 1, candidates: 1, steps: 5 });
  const again = await asOperator(() => bringIn("ho-so", file));
  expect([again.toAdd, again.toChange, again.unchanged]).toEqual([0, 0, 1]);
  expect(await counts()).toEqual({ people: 1, candidates: 1, steps: 5 });
});

test("headers match whatever their case, accents, form and star", async () => {
  const header = HEADER.map((words, place) =>
    place % 2 ? ` ${words.toUpperCase().normalize("NFD")} * ` : words.replace("Đ", "D").toLowerCase(),
  );
  const answer = await asOperator(() =>
    bringIn("ho-so", aFile([...header, "Ghi chú 2"], [...row({}), "x"]), "check"),
  );
  expect([answer.unchanged, answer.refused]).toEqual([1, 0]);
  expect(answer.faults).toMatchObject([{ row: 1, level: "warning", column: "Ghi chú 2" }]);
});

test.each([
  ["a day that does not exist", { "Ngày sinh": "31/02/1999" }, "Ngày sinh", "không có ngày 31/02/1999"],
  ["an unknown cell, with the nearest one", { "Mã chi bộ": "A-9" }, "Mã chi bộ", "Gần nhất: A-1"],
  ["a committee instead of a cell", { "Mã chi bộ": "A" }, "Mã chi bộ", "không có chi bộ mang mã A."],
  [
    "a ceremony before its decision",
    { "Ngày lễ kết nạp": "01/06/2023" },
    "Ngày lễ kết nạp",
    "không thể trước ngày quyết định 20/06/2023",
  ],
  ["a day in the future", { "Ngày giới thiệu": "01/01/2199" }, "Ngày giới thiệu", "sau hôm nay"],
  ["a number of three digits", { "Số định danh": "123" }, "Số định danh", "không đủ 12 chữ số"],
  ["a sex that is none", { "Giới tính": "x" }, "Giới tính", "không hiểu"],
  ["a name in an old encoding", { "Họ và tên": "NguyÔn V¨n ¸nh" }, "Họ và tên", "bảng mã cũ"],
  ["nothing where something is needed", { "Họ và tên": "" }, "Họ và tên", "chưa có"],
])("refuses %s", async (_what, changes, column, words) => {
  const answer = await asOperator(() =>
    bringIn("ho-so", aFile(HEADER, row({ "Họ và tên": "Lê Văn Thử", ...changes })), "check"),
  );
  expect(answer.refused).toBe(1);
  expect(answer.faults.find((fault) => fault.level === "error")).toMatchObject({ row: 2, column });
  expect(answer.faults.map(({ message }) => message).join(" ")).toContain(words);
});

test.each([
  [
    "a certificate older than 60 months",
    { "Ngày cấp GCN nhận thức": "01/01/2018", "Ngày giới thiệu": "" },
    "R-05",
  ],
  ["nobody of 18 yet", { "Ngày sinh": "12/08/2006" }, "R-01"],
  ["a late ceremony", { "Ngày lễ kết nạp": "01/12/2023" }, "R-33"],
])("takes a record of the past with %s, and warns", async (_what, changes, rule) => {
  const answer = await asOperator(() =>
    bringIn("ho-so", aFile(HEADER, row({ "Họ và tên": "Lê Văn Thử", ...changes })), "check"),
  );
  expect(answer.refused).toBe(0);
  expect(answer.faults.filter(({ level }) => level === "warning").map((fault) => fault.rule)).toContain(rule);
});

test("one bad row and nothing is written; left out on request, the good ones are", async () => {
  const before = await counts();
  const file = aFile(
    HEADER,
    row({ "Họ và tên": "Lê Thị Tốt" }),
    row({ "Họ và tên": "Lê Văn Hỏng", "Ngày sinh": "32/01/1999" }),
  );
  const none = await asOperator(() => bringIn("ho-so", file));
  expect([none.committed, none.toAdd, none.refused]).toEqual([false, 1, 1]);
  expect(await counts()).toEqual(before);
  const good = await asOperator(() => bringIn("ho-so", file, "commitValid"));
  expect(good.committed).toBe(true);
  expect((await counts()).people).toBe(before.people + 1);
});

test("the same citizen number under another name is refused", async () => {
  await asOperator(() =>
    bringIn(
      "ho-so",
      aFile(HEADER, row({ "Họ và tên": "Đinh Công Số", "Giới tính": "Nam", "Số định danh": "066098000123" })),
    ),
  );
  const other = await asOperator(() =>
    bringIn(
      "ho-so",
      aFile(
        HEADER,
        row({ "Họ và tên": "Đinh Công Khác", "Giới tính": "Nam", "Số định danh": "066098000123" }),
      ),
      "check",
    ),
  );
  expect(other.faults.find(({ level }) => level === "error")?.rule).toBe("R-51");
});

test("an import never takes back a step, and is undone as one until somebody touched its rows", async () => {
  const name = "Bùi Thị Hoàn Tác";
  await asOperator(() =>
    bringIn(
      "ho-so",
      aFile(
        HEADER,
        row({
          "Họ và tên": name,
          "Ngày lễ kết nạp": "",
          "Ngày quyết định kết nạp": "",
          "Số quyết định kết nạp": "",
        }),
      ),
    ),
  );
  const before = await counts();
  const second = await asOperator(() =>
    bringIn("ho-so", aFile(HEADER, row({ "Họ và tên": name, "Ngày cấp GCN nhận thức": "" }))),
  );
  expect(second.toChange).toBe(1);
  expect(
    second.faults.some(({ column, level }) => column === "Ngày cấp GCN nhận thức" && level === "warning"),
  ).toBe(true);
  expect((await counts()).steps).toBe(before.steps + 2);

  const undo = () =>
    asOperator(() => withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, second.batch ?? "")));
  await asOperator(() =>
    withScope(
      "candidate.read",
      ({ db }) =>
        db.$executeRaw`UPDATE candidate SET version = version + 1 WHERE person_id = (SELECT id FROM person WHERE name = ${name})`,
    ),
  );
  expect(await undo()).toContain("đã được sửa sau lần nhập này");
  await asOperator(() =>
    withScope(
      "candidate.read",
      ({ db }) =>
        db.$executeRaw`UPDATE candidate SET version = version - 1 WHERE person_id = (SELECT id FROM person WHERE name = ${name})`,
    ),
  );
  expect(await undo()).toBeNull();
  expect(await counts()).toEqual(before);
});
