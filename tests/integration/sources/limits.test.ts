import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { versionsKey } from "@/lib/pipeline/rules/options";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { setUnionLimits } from "@/lib/sources/actions/limits";
import { chooseOutstanding, rateChapter } from "@/lib/sources/actions/rating";
import { loadUnionLimits } from "@/lib/sources/queries/limits";
import { loadChapterYear } from "@/lib/sources/queries/rating";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
  ["D-T2", "Tỉnh đoàn T2", "Tỉnh đoàn", "", "", "T2"],
];
const NAMES = ["An", "Bình", "Cường", "Dũng", "Em", "Phúc", "Giang", "Hoa", "Khánh", "Lan"];
const tokens: Record<string, string> = {};

beforeAll(() =>
  actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS, ["T2", "Đảng bộ tỉnh T2", "Đảng bộ tỉnh", "", "", ""]));
    await bringIn("to-chuc-doan", aFile(...UNION));
    const header = ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính"];
    await bringIn(
      "doan-vien",
      aFile(header, ...NAMES.map((name) => ["D-A-1", `Lê Văn ${name}`, "12/08/2000", "Nam"])),
    );
    await withScope("account.manage", async (scope) => {
      const party = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      const union = async (code: string) =>
        (await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      const officer = async (name: string, unit: string, own: string) => {
        tokens[name] = await givenOfficer(scope, name, "unionOfficer", await party(unit), await union(own));
      };
      await officer("province", "T", "D-T");
      await officer("base", "A", "D-A");
      await officer("other", "T2", "D-T2");
      tokens.party = await givenOfficer(scope, "party", "provinceOfficer", await party("T"));
    });
  }),
);
afterAll(closeDatabase);

const as = <T>(who: string, run: () => Promise<T>) => actAs(tokens[who] ?? "", run);
const page = (who: string) => as(who, () => loadUnionLimits());

async function set(who: string, fields: Record<string, string>, seen?: string) {
  const known = seen ?? versionsKey((await page(who)).versions);
  return as(who, () =>
    setUnionLimits(initialFormState, aForm({ document: "45-HD/TĐTN", seen: known, ...fields })),
  );
}

/** Rates the first so many HTXSNV and the others HTTNV. */
async function rate(year: string, excellent: number) {
  const { rows } = await as("base", () => loadChapterYear("D-A-1", Number(year)));
  return as("base", () =>
    rateChapter(
      initialFormState,
      aForm({
        unit: "D-A-1",
        year,
        member: rows.map(({ id }) => id),
        rating: rows.map((_row, place) => (place < excellent ? "EXCELLENT" : "GOOD")),
        training: rows.map(() => ""),
        version: rows.map(({ version }) => String(version)),
      }),
    ),
  );
}

test("wrong shares come back with sentences; nobody but the province's Union sets them", async () => {
  expect((await set("province", { from: "", document: "", excellentPercent: "130" })).fieldErrors).toEqual({
    from: ["Áp dụng từ ngày: hãy ghi ngày, ví dụ 04/05/2024."],
    document: [expect.stringContaining("Số văn bản: hãy ghi")],
    excellentPercent: [expect.stringContaining("từ 1 đến 100")],
  });
  for (const who of ["base", "party"])
    await expect(set(who, { from: "01/01/2022", excellentPercent: "20" })).rejects.toThrow(
      "NEXT_HTTP_ERROR_FALLBACK;404",
    );
  expect((await page("province")).versions).toEqual([]);
  expect([(await page("province")).maySet, (await page("base")).maySet]).toEqual([true, false]);
});

test("each year is judged by what held on its last day; every version stays to be read", async () => {
  expect((await rate("2021", 10)).done).not.toBeNull();
  expect((await set("province", { from: "01/06/2022", excellentPercent: "20" })).done).not.toBeNull();
  const later = { from: "01/01/2024", excellentPercent: "50", outstandingPercent: "40" };
  expect((await set("province", { ...later, document: "9-HD/TĐTN" })).done).not.toBeNull();
  const stale = await set("province", later, "somebody else's");
  expect(stale.fieldErrors[""]).toHaveLength(1);

  const { versions, limits } = await page("base");
  expect(versions.map(({ from, document, options }) => [from, document, options])).toEqual([
    ["2022-06-01", "45-HD/TĐTN", { excellentPercent: 20, outstandingPercent: null }],
    ["2024-01-01", "9-HD/TĐTN", { excellentPercent: 50, outstandingPercent: 40 }],
  ]);
  expect(limits).toEqual({ excellentPercent: 50, outstandingPercent: 40 });
  expect((await page("party")).versions).toEqual(versions);
  expect((await page("other")).versions).toEqual([]);

  const limitOf = async (year: number) =>
    (await as("base", () => loadChapterYear("D-A-1", year))).limits.excellentPercent;
  expect([await limitOf(2021), await limitOf(2022), await limitOf(2023), await limitOf(2024)]).toEqual([
    null,
    20,
    20,
    50,
  ]);
  expect((await rate("2022", 3)).fieldErrors[""]).toEqual([
    "Được xếp nhiều nhất 2 đoàn viên HTXSNV, đang chọn 3.",
  ]);
  expect((await rate("2022", 2)).done).not.toBeNull();
  expect((await rate("2024", 6)).fieldErrors[""]).toHaveLength(1);
  expect((await rate("2024", 5)).done).not.toBeNull();
});

test("outstanding are judged by the same limits", async () => {
  const { rows } = await as("base", () => loadChapterYear("D-A-1", 2024));
  const choose = (chosen: number) =>
    as("base", () =>
      chooseOutstanding(
        initialFormState,
        aForm({
          unit: "D-A-1",
          year: "2024",
          votedOn: "20/11/2024",
          present: "9",
          ballot: "secret",
          member: rows.map(({ id }) => id),
          agreed: rows.map((_row, place) => (place < chosen ? "9" : "")),
        }),
      ),
    );
  expect((await choose(3)).fieldErrors[""]).toHaveLength(1);
  expect((await choose(2)).done).not.toBeNull();
});
