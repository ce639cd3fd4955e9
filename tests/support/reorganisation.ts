import { withScope } from "@/lib/access/gate";
import type { Act } from "@/lib/reorganisation/rules/act";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadClassesReport } from "@/lib/reports/queries/classes";
import { loadCoverage } from "@/lib/reports/queries/coverage";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadSources } from "@/lib/reports/queries/sources";
import { aFile, bringIn, UNITS } from "./imports";
import { aForm, givenOfficer } from "./organisation";

/** The first day of the new order in the tests, and the last of the old. */
export const DAY = "2025-07-01";
export const DAY_BEFORE = "2025-06-30";

/** A line with nothing but what is told. */
export const anAct = (told: Pick<Act, "is"> & Partial<Act>): Act => ({
  unit: null,
  to: null,
  name: null,
  kind: null,
  type: null,
  parent: null,
  decides: null,
  ...told,
});

/**
 * The first of July in small: the district ends, its two communes merge into one beneath the province, a cell of
 * each merges, and a cell divides.
 */
export const JULY: Act[] = [
  anAct({ is: "close", unit: "H" }),
  anAct({ is: "merge", unit: "A", to: "X", name: "Đảng bộ xã X", parent: "T", decides: true }),
  anAct({ is: "merge", unit: "B", to: "X" }),
  anAct({ is: "merge", unit: "A-1", to: "X-1", name: "Chi bộ thôn Một", parent: "X" }),
  anAct({ is: "merge", unit: "B-1", to: "X-1" }),
  anAct({ is: "split", unit: "A-2", to: "X-2", name: "Chi bộ thôn Hai", parent: "X" }),
  anAct({ is: "split", unit: "A-2", to: "X-3", name: "Chi bộ thôn Ba", parent: "X" }),
];

/** The fields of a form with these acts. */
export function aReorganisationForm(acts: readonly Act[], more: Record<string, string> = {}): FormData {
  const fields = acts.flatMap((act, line) =>
    Object.entries(act).map(
      ([field, value]) =>
        [`act.${line}.${field}`, value === true ? "yes" : value === false ? "no" : (value ?? "")] as const,
    ),
  );
  return aForm({
    decisionNumber: "1656-NQ/TW",
    documentDay: "16/06/2025",
    day: "01/07/2025",
    ...Object.fromEntries(fields),
    ...more,
  });
}

const HEADERS = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Nguồn giới thiệu",
  "Ngày giới thiệu",
  "Ngày vào diện cảm tình",
  "Ngày cấp GCN nhận thức",
  "Ngày viết đơn",
  "Ngày nghị quyết chi bộ",
  "Ngày nghị quyết đảng ủy cơ sở",
  "Ngày trình cấp có thẩm quyền",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
  "Ngày công nhận chính thức",
  "Ngày kết thúc",
  "Lý do kết thúc",
];
const STEPS = [
  "20/02/2022",
  "12/03/2022",
  "28/10/2022",
  "10/09/2023",
  "03/05/2024",
  "10/05/2024",
  "15/05/2024",
  "12/06/2024",
  "19/06/2024",
  "19/06/2025",
];

const WORD: Record<string, string> = { "A-1": "An", "A-2": "Anh", "B-1": "Ba", S: "Sáu", "C-1": "Cư" };

/** A person in each stage of every cell: the first so many steps, then perhaps an end. */
function peopleOf(cell: string, birthYear: number): string[][] {
  const rows = STEPS.map((_, stage) => [
    cell,
    `Người ${WORD[cell]} Bước ${"ABCDEFGHIJ"[stage]}`,
    `12/08/${birthYear + stage}`,
    stage % 2 === 0 ? "Nữ" : "Nam",
    stage % 3 === 0 ? "Đoàn TNCS" : "Chi bộ",
    ...STEPS.map((day, step) => (step <= stage ? day : "")),
    "",
    "",
  ]);
  const left = [
    cell,
    `Người ${WORD[cell]} Thôi`,
    `01/01/${birthYear}`,
    "Nữ",
    "Chi bộ",
    "20/02/2022",
    "12/03/2022",
  ];
  return [...rows, [...left, ...STEPS.slice(2).map(() => ""), "01/06/2023", "Xin rút"]];
}

async function taken(kind: string, file: Uint8Array): Promise<void> {
  const summary = await bringIn(kind, file);
  if (!summary.committed) throw new Error(JSON.stringify(summary.faults.slice(0, 5)));
}

/** A province with a district, everything that may hang on a unit, and an officer of each level; tokens by role. */
export async function givenDistrict(): Promise<Record<"province" | "upper" | "base" | "secretary", string>> {
  await bringIn(
    "don-vi",
    aFile(
      ...UNITS,
      ["H2", "Đảng bộ huyện H2", "Cấp trên trực tiếp cơ sở", "T", "", "có"],
      ["C", "Đảng bộ xã C", "Đảng bộ cơ sở", "H2", "xã", ""],
      ["C-1", "Chi bộ thôn Xa", "Chi bộ", "C", "thôn/tổ dân phố", ""],
    ),
  );
  await taken(
    "ho-so",
    aFile(
      HEADERS,
      ...["A-1", "A-2", "B-1", "S", "C-1"].flatMap((cell, place) => peopleOf(cell, 1985 + place)),
    ),
  );
  await taken(
    "chi-tieu",
    aFile(
      ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Giá trị", "Số văn bản", "Ngày văn bản"],
      ...[
        ["H", "20"],
        ["A", "8"],
        ["B", "5"],
        ["A-1", "3"],
        ["A-2", "2"],
        ["B-1", "4"],
      ].map(([unit = "", value = ""]) => [
        unit,
        "01/01/2025",
        "31/12/2025",
        "Cấp trên giao",
        value,
        "1-QĐ/HU",
        "05/01/2025",
      ]),
    ),
  );
  await bringIn(
    "to-chuc-doan",
    aFile(
      ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
      ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
      ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
      ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
      ["D-C", "Đoàn xã C", "Đoàn cơ sở", "D-T", "Khu dân cư", "C"],
    ),
  );
  await bringIn(
    "doan-vien",
    aFile(
      ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính", "Năm xếp loại", "Xếp loại"],
      ["D-A-1", "Phan Thị Đoàn", "12/08/2000", "Nữ", "2024", "HTXSNV"],
    ),
  );
  return withScope("account.manage", async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    await scope.db.$executeRaw`
      INSERT INTO referral ("by", name, given_name, name_fold, birth_year, sex, unit_id, on_day, until_day, recorded_by_name)
      SELECT 'WOMEN', 'Lưu Thị Chờ', 'Chờ', 'luu thi cho', 1999, 'female', id, '2025-05-05', '2026-12-31', 'test' FROM unit WHERE code = 'A-1'`;
    await scope.db.$executeRaw`
      WITH m AS (INSERT INTO meeting (unit_id, matter, held_on, opened_by_name, saved_by_name)
        SELECT id, 'cellVoted', '2025-06-01', 'test', 'test' FROM unit WHERE code = 'A-2' RETURNING id)
      INSERT INTO meeting_item (meeting_id, candidate_id, place)
      SELECT m.id, c.id, row_number() OVER (ORDER BY c.id) FROM m, candidate c JOIN unit u ON u.id = c.unit_id
      WHERE u.code = 'A-2' AND c.stage = 'applied' OR u.code = 'A-2' AND c.stage = 'certified'`;
    await scope.db.$executeRaw`
      INSERT INTO unit_task (unit_id, list, months, years, people, given_on, due_on, given_by_name, giver_name)
      SELECT id, 'none', 12, 2, 0, '2025-05-01', '2026-12-01', 'test', 'H' FROM unit WHERE code IN ('A-1', 'B-1')`;
    await scope.db.$executeRaw`
      INSERT INTO training_class (unit_id, code, code_key, kind, name, from_day, to_day, saved_by_name)
      SELECT u.id, 'NT-01', 'NT-01', 'AWARENESS', 'Lớp của ' || u.name, '2025-09-01', '2025-09-05', 'test' FROM unit u WHERE u.code IN ('A', 'B')`;
    await scope.db.$executeRaw`
      INSERT INTO enrolment (class_id, candidate_id, saved_by_name)
      SELECT t.id, c.id, 'test' FROM training_class t JOIN unit u ON u.parent_id = t.unit_id
      JOIN candidate c ON c.unit_id = u.id AND c.stage = 'sympathiser' AND c.closed_on IS NULL`;
    await scope.db.$executeRaw`
      INSERT INTO programme (unit_id, name, rule, from_day, saved_by_name)
      SELECT id, 'Đảng viên tuổi 18', '{}'::jsonb, '2025-01-01', 'test' FROM unit WHERE code = 'A'`;
    await scope.db.$executeRaw`
      INSERT INTO quota_proposal (unit_id, year, source, value, reason, proposed_on, proposed_by_name)
      SELECT id, 2026, 'ASSIGNED', 5, 'Ít nguồn', '2025-06-01', 'test' FROM unit WHERE code = 'B'`;
    const tokens = {
      province: await givenOfficer(scope, "province", "provinceOfficer", await unit("T")),
      upper: await givenOfficer(scope, "upper", "upperOfficer", await unit("H")),
      base: await givenOfficer(scope, "base", "baseOfficer", await unit("A")),
      secretary: await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1")),
    };
    await scope.db
      .$executeRaw`UPDATE account a SET unit_id = h.unit_id FROM assignment h WHERE h.account_id = a.id`;
    return tokens;
  });
}

/** Every report of some units as of a day, without the moment it was made. */
export async function reportsOf(
  units: readonly string[],
  asOf: string,
  tree: "as-was" | "as-is",
): Promise<Record<string, unknown>> {
  const reports: Record<string, unknown> = {};
  for (const unit of units) {
    const parameters = { unit, from: "2025-01-01", to: "2025-12-31", asOf, countBy: null, tree } as const;
    const wide = { ...parameters, from: "2022-01-01" } as const;
    reports[unit] = without([
      await loadAttainment(parameters),
      await loadFunnel(wide),
      await loadCoverage(wide),
      await loadSources(wide),
      await loadClassesReport(wide),
      await loadPeople(wide, "funnel:total.introduced"),
      await loadPeople(wide, "coverage:total.sourcesNotSent"),
    ]);
  }
  return reports;
}

const without = (reports: unknown): unknown =>
  JSON.parse(JSON.stringify(reports, (key, value) => (key === "generatedAt" ? undefined : value)));

const TABLES = [
  "unit",
  "unit_placement",
  "unit_succession",
  "union_unit",
  "union_placement",
  "person",
  "candidate",
  "step",
  "quota",
  "account",
  "assignment",
  "training_class",
  "enrolment",
  "meeting",
  "meeting_item",
  "referral",
  "unit_task",
  "programme",
  "quota_proposal",
  "former_place",
] as const;

/** Every row that a reorganisation may touch, without ordinals and versions; a step taken back is none. */
export async function dumpOf(): Promise<Record<string, string[]>> {
  return withScope("organisation.change", async ({ db }) => {
    const dump: Record<string, string[]> = {};
    for (const table of TABLES) {
      const rows = await db.$queryRawUnsafe<{ row: string }[]>(
        `SELECT (to_jsonb(t) - ARRAY['unit_ord', 'union_ord', 'class_ord', 'lo', 'hi', 'version'])::text AS row FROM ${table} t
         ${table === "step" ? "WHERE undone_at IS NULL" : ""} ORDER BY 1`,
      );
      dump[table] = rows.map(({ row }) => row);
    }
    return dump;
  });
}
