import { describe, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { loadPeople } from "@/lib/reports/queries/people";
import type { SeedClass } from "@/prisma/seed/classes";
import { bringInArticle, committee, type People, province } from "@/tests/support/articles";
import { bringIn } from "@/tests/support/imports";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const on = (unit: string, from: string, to: string) => ({
  unit,
  from,
  to,
  asOf: to,
  countBy: null,
  tree: "as-was" as const,
});
const quota = (
  unit: string,
  from: string,
  to: string,
  group: string,
  kind: string,
  value: number | string,
) => ({
  "Mã đơn vị": unit,
  "Từ ngày": from,
  "Đến ngày": to,
  Nguồn: "Cấp trên giao",
  Nhóm: group,
  Kiểu: kind,
  "Giá trị": String(value),
});

describe("C17, Đắk Lắk 2024: most committees at 3.25 % of their members, some by hand", () => {
  const YEAR = ["2024-01-01", "2024-12-31"] as const;
  /** Members and people asked of 20 committees: by the rule unless the article names the number. */
  const named = new Map([
    [1, 489],
    [20, 15],
  ]);
  const members = Array.from({ length: 20 }, (_, place) =>
    place === 0 ? 14_000 : place === 19 ? 518 : 3983 + place * 12,
  );

  test("2 814 asked of the province are 3.22 % of 87 258, and its children add up to them", async () => {
    const ruled = members.map((count, place) => named.get(place + 1) ?? Math.ceil((count * 325) / 10_000));
    const byHand = 2814 - ruled.slice(0, -2).reduce((sum, people) => sum + people, 0) - 15;
    await asOperator(() =>
      bringInArticle(
        17,
        [
          province("C17", "Đảng bộ tỉnh Đắk Lắk"),
          ...members.flatMap((_, place) => committee(`C17-${place + 1}`, `Đảng bộ ${place + 1}`, "C17")),
        ],
        [
          quota("C17", ...YEAR, "Tất cả", "Số lượng", 2814),
          quota("C17", ...YEAR, "Sinh viên", "Số lượng", 150),
          ...members.map((_, place) => {
            const given = place === 18 ? byHand : named.get(place + 1);
            return given === undefined
              ? quota(`C17-${place + 1}`, ...YEAR, "Tất cả", "Tỷ lệ đảng viên", "3,25")
              : quota(`C17-${place + 1}`, ...YEAR, "Tất cả", "Số lượng", given);
          }),
        ],
        [{ count: 3, told: { cell: "C17-1-CB", decidedOn: "2024-02-10", occupation: "10" } }],
      ),
    );
    const counts = [["C17", 87_258], ...members.map((count, place) => [`C17-${place + 1}`, count])];
    const head = "Mã đơn vị,Ngày,Tổng số đảng viên";
    const file = [head, ...counts.map(([code, total]) => `${code},31/12/2023,${total}`)].join("\n");
    await asOperator(() => bringIn("so-luong-dang-vien", new TextEncoder().encode(file)));

    const { total, rows } = await asOperator(() => loadAttainment(on("C17", ...YEAR)));
    expect(
      Object.fromEntries(total.quotas.map(({ group, achieved }) => [group, achieved.denominator])),
    ).toEqual({
      ALL: 2814,
      STUDENT: 150,
    });
    expect(total.childrenQuotas.find(({ group }) => group === "ALL")).toMatchObject({
      sum: 2814,
      own: 2814,
      difference: 0,
    });
    const asked = rows.map(({ quotas }) => quotas[0]?.achieved.denominator ?? 0);
    expect([Math.max(...asked), Math.min(...asked), rows.length]).toEqual([489, 15, 20]);
    const second = rows.find(({ unit }) => unit.code === "C17-2")?.quotas[0];
    expect([second?.kind, second?.value, second?.achieved.denominator]).toEqual([
      "SHARE_OF_MEMBERS",
      3.25,
      130,
    ]);
    expect(total.quotas.find(({ group }) => group === "STUDENT")?.achieved).toEqual({
      numerator: 3,
      denominator: 150,
      percent: 2,
    });
    expect(total.rate).toEqual({ numerator: 3, denominator: 87_258, percent: 0 });
  });
});

test("C18, Quảng Trị in the first quarter of 2024: 333, of whom 122 women, 30 minorities, 262 union members and 213 of 18 to 30; 137 more than the year before", async () => {
  const units = ["KCQ", "TP", "DH", "CL", "VL", "HH", "KHAC"].map((code) => `C18-${code}`);
  const admitted = [58, 46, 42, 41, 33, 32, 81];
  const QUARTER = ["2024-01-01", "2024-03-31"] as const;
  let place = 0;
  /** The groups overlap: each takes its own share of the 333 in a row of its own. */
  const people: People[] = units.flatMap((unit, at) =>
    Array.from({ length: admitted[at] ?? 0 }, (): People => {
      const number = place++;
      return {
        count: 1,
        told: {
          cell: `${unit}-CB`,
          decidedOn: `2024-0${(number % 3) + 1}-15`,
          sex: number < 122 ? "Nữ" : "Nam",
          ethnicity: number >= 303 ? "Vân Kiều" : "Kinh",
          union: number < 262,
          bornIn: number < 213 ? [20, 29] : [32, 45],
        },
      };
    }),
  );
  await asOperator(() =>
    bringInArticle(
      18,
      [
        province("C18", "Đảng bộ tỉnh C18"),
        ...units.flatMap((unit) => committee(unit, `Đảng bộ ${unit}`, "C18")),
      ],
      [
        quota("C18", ...QUARTER, "Nữ", "Tỷ lệ kết nạp", 30),
        quota("C18", ...QUARTER, "Dân tộc thiểu số", "Tỷ lệ kết nạp", 10),
        quota("C18", ...QUARTER, "Đoàn viên", "Tỷ lệ kết nạp", 70),
      ],
      [...people, { count: 196, told: { cell: "C18-TP-CB", decidedOn: "2023-02-20" } }],
    ),
  );
  const { total, rows } = await asOperator(() => loadAttainment(on("C18", ...QUARTER)));
  const before = await asOperator(() => loadAttainment(on("C18", "2023-01-01", "2023-03-31")));
  expect([total.admitted, before.total.admitted, total.admitted - before.total.admitted]).toEqual([
    333, 196, 137,
  ]);
  expect(rows.map(({ admitted: of }) => of).toSorted((a, b) => b - a)).toEqual([81, 58, 46, 42, 41, 33, 32]);
  const shares = Object.fromEntries(total.quotas.map(({ group, achieved }) => [group, achieved]));
  expect(shares).toEqual({
    WOMEN: { numerator: 122, denominator: 333, percent: 36.64 },
    ETHNIC_MINORITY: { numerator: 30, denominator: 333, percent: 9.01 },
    UNION_MEMBER: { numerator: 262, denominator: 333, percent: 78.68 },
  });
  const opened = await asOperator(() => loadPeople(on("C18", ...QUARTER), "attainment:total.admitted"));
  const young = opened.people.filter(({ birthDate, day }) => {
    const years = Number(day?.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return (day?.slice(5) ?? "") < birthDate.slice(5) ? years - 1 <= 30 : years <= 30;
  });
  expect([young.length, Math.round((young.length / opened.count) * 100)]).toEqual([213, 64]);
});

test("C44, Ngô Quyền 2012 to 2019: 771 admitted of 1 154 introduced are 66.81 %, and fewer than were introduced went to class", async () => {
  const PERIOD = ["2012-01-01", "2019-12-31"] as const;
  const held: SeedClass = {
    code: "C44-NT",
    kind: "Nhận thức về Đảng",
    name: "Lớp cảm tình Đảng",
    organiser: "C44",
    from: "2015-03-02",
    to: "2015-03-06",
  };
  const cell = "C44-CB";
  const days = { "Ngày giới thiệu": "2014-06-01", "Ngày vào diện cảm tình": "2014-08-01" };
  const certified = { ...days, "Ngày cấp GCN nhận thức": "2015-03-10" };
  await asOperator(() =>
    bringInArticle(
      44,
      committee("C44", "Quận Ngô Quyền", ""),
      [],
      [
        {
          count: 771,
          told: { cell, decidedOn: "2016-05-10", days: certified, source: "Đoàn TNCS" },
          learn: held,
        },
        { count: 150, told: { cell, decidedOn: null, days: certified, source: "Đoàn TNCS" }, learn: held },
        { count: 233, told: { cell, decidedOn: null, days, source: "Đoàn TNCS" } },
      ],
    ),
  );
  const { total } = await asOperator(() => loadFunnel(on("C44", ...PERIOD)));
  expect([total.introduced, total.sentToClass, total.certified, total.admitted]).toEqual([
    1154, 921, 921, 771,
  ]);
  expect(total.admittedOfIntroduced).toEqual({ numerator: 771, denominator: 1154, percent: 66.81 });
});

test("C47, Dĩ An 2024: 57 workers of 35 are 162.86 %, 5 owners of 2 are 250 %", async () => {
  const YEAR = ["2024-01-01", "2024-12-31"] as const;
  const cell = "C47-CB";
  await asOperator(() =>
    bringInArticle(
      47,
      committee("C47", "Thành ủy Dĩ An", ""),
      [
        quota("C47", ...YEAR, "Công nhân", "Tối thiểu", 35),
        quota("C47", ...YEAR, "Chủ doanh nghiệp tư nhân", "Tối thiểu", 2),
      ],
      [
        { count: 57, told: { cell, decidedOn: "2024-06-03", occupation: "7c" } },
        {
          count: 5,
          told: { cell, decidedOn: "2024-07-03", occupation: "7a" },
          more: { "Chủ doanh nghiệp tư nhân": "có" },
        },
        { count: 9, told: { cell, decidedOn: "2024-07-03", occupation: "5" } },
      ],
    ),
  );
  const { total } = await asOperator(() => loadAttainment(on("C47", ...YEAR)));
  expect(
    total.quotas.map(({ group, achieved, surplus, status }) => [group, achieved, surplus, status]),
  ).toEqual([
    ["PRIVATE_OWNER", { numerator: 5, denominator: 2, percent: 250 }, 3, "done"],
    ["WORKER", { numerator: 57, denominator: 35, percent: 162.86 }, 22, "done"],
  ]);
});

test("C50, Tánh Linh in the school year 2020–2021: 8 of the 31 pupils of a class of their own are admitted, 25.81 %", async () => {
  const SCHOOL_YEAR = ["2020-09-01", "2021-08-31"] as const;
  const held: SeedClass = {
    code: "C50-HS",
    kind: "Nhận thức về Đảng",
    name: "Lớp nhận thức về Đảng cho học sinh",
    organiser: "C50",
    from: "2020-11-02",
    to: "2020-11-06",
  };
  const school = (code: string, name: string) => ({
    code,
    name,
    kind: "Chi bộ cơ sở" as const,
    parent: "C50",
    type: "trường học",
  });
  const pupil = (cell: string, decidedOn: string | null) => ({
    cell,
    decidedOn,
    occupation: "11",
    bornIn: [18, 18] as [number, number],
    days: {
      "Ngày giới thiệu": "2020-09-15",
      "Ngày vào diện cảm tình": "2020-10-01",
      "Ngày cấp GCN nhận thức": "2020-11-20",
      ...(decidedOn ? { "Ngày viết đơn": "2020-12-15" } : {}),
    },
  });
  await asOperator(() =>
    bringInArticle(
      50,
      [
        {
          code: "C50",
          name: "Huyện ủy Tánh Linh",
          kind: "Cấp trên trực tiếp cơ sở",
          parent: "",
          decides: true,
        },
        school("C50-NVT", "Chi bộ Trường THPT Nguyễn Văn Trỗi"),
        school("C50-TL", "Chi bộ Trường THPT Tánh Linh"),
      ],
      [],
      [
        { count: 3, told: pupil("C50-NVT", "2021-05-15"), learn: held },
        { count: 5, told: pupil("C50-TL", "2021-05-15"), learn: held },
        { count: 23, told: pupil("C50-TL", null), learn: held },
      ],
    ),
  );
  const { total, rows } = await asOperator(() => loadFunnel(on("C50", ...SCHOOL_YEAR)));
  expect([total.sentToClass, total.admitted]).toEqual([31, 8]);
  expect(total.admittedOfCertified).toEqual({ numerator: 8, denominator: 31, percent: 25.81 });
  expect(rows.map(({ unit, admitted }) => [unit.code, admitted])).toEqual([
    ["C50-NVT", 3],
    ["C50-TL", 5],
  ]);
});
