import { ratio } from "@/lib/shared/ratio";
import type { Layout } from "./layout";
import { keysOf } from "./layout";
import type { ReportHead } from "./parameters";
import { isSensitive, partsOfKey } from "./part";
import { rowSource } from "./row-key";
import { type Shown, shownOf, suppress } from "./suppression";

/**
 * A number of this period and of the same days a year before; `percent` is null without the earlier one. What
 * is held back is null, and `shown` says how.
 */
export type ComparedRow = {
  key: string;
  label: string;
  current: number | null;
  previous: number | null;
  percent: number | null;
  shown?: { current: Shown; previous: Shown };
};

/** An internal check of a report (R-53); `figure`: the key of the people it is about. */
export type Check = { rule: "R-53"; ok: boolean; message: string; figure?: string; column?: "previous" };

/** Biểu số 1, 2, 7: rows of one number and its percentage of a year before. */
export type ComparedReport = ReportHead & {
  report: "new-members" | "changes" | "member-work";
  previousPeriod: ReportHead["period"];
  layout: Layout;
  rows: ComparedRow[];
  checks: Check[];
};

/** Biểu số 2B: people by ethnic group and by religion. */
export type EthnicityRow = { key: string; label: string; total: number; women: number; unionMember: number };

/** The same as it leaves the committee: what is held back is null, and `shown` says how, column by column. */
export type SafeEthnicityRow = {
  key: string;
  label: string;
  total: number | null;
  women: number | null;
  unionMember: number | null;
  shown?: Shown[];
};
export type EthnicityReport = ReportHead & {
  report: "ethnicity-religion";
  layout: Layout;
  /** Are small numbers held back? */
  safe: boolean;
  rows: SafeEthnicityRow[];
  checks: Check[];
};

/** Ethnic groups, religions; Biểu số 2 prints all but the one as a number. */
const WHOLES = [
  { starts: "ethnicity.", but: "ethnicity.01" },
  { starts: "religion.", but: "religion.none" },
];

/** Holds small numbers back (domain.md §9.7), ethnic groups and religions each as parts of one whole. */
export function safeEthnicity(report: EthnicityReport): EthnicityReport {
  if (report.safe) return report;
  const rows = WHOLES.flatMap(({ starts, but }) => {
    const own = report.rows.filter(({ key }) => key.startsWith(starts));
    const counted = own.flatMap(({ key }, place) => (key === but ? [] : [place]));
    const shown = suppress(
      own.map(({ total, women, unionMember }) => ({
        total: total ?? 0,
        parts: [women ?? 0, unionMember ?? 0],
      })),
      counted,
    );
    return own.map((row, place) => safeRow(row, shown[place] ?? []));
  });
  // A check may name a small number itself: of those only the two sums leave.
  return { ...report, safe: true, rows, checks: report.checks.slice(0, 2) };
}

function safeRow(row: SafeEthnicityRow, shown: Shown[]): SafeEthnicityRow {
  const told = (value: number | null, place: number) => (shown[place] === "shown" ? value : null);
  return {
    ...row,
    total: told(row.total, 0),
    women: told(row.women, 1),
    unionMember: told(row.unionMember, 2),
    shown,
  };
}

/** Rows as they leave: small numbers of an ethnic minority or of believers are held back, and what leaves few. */
export function safeCompared(rows: readonly ComparedRow[]): ComparedRow[] {
  const total = valueIn(rows, "current")("total");
  const before = valueIn(rows, "previous")("total");
  return rows.map((row) => {
    if (row.shown) return row;
    const sensitive = (partsOfKey(row.key) ?? []).some(isSensitive);
    const shown = {
      current: sensitive ? shownIn(row.current, total) : "shown",
      previous: sensitive ? shownIn(row.previous, before) : "shown",
    } as const;
    const all = shown.current === "shown" && shown.previous === "shown";
    return {
      ...row,
      current: shown.current === "shown" ? row.current : null,
      previous: shown.previous === "shown" ? row.previous : null,
      percent: all ? row.percent : null,
      shown,
    };
  });
}

const shownIn = (value: number | null, total: number | null): Shown =>
  value === null ? "shown" : shownOf(value, total ?? value);

/** Biểu số 5: base organisations by the kind of place they work in, and who was admitted there. */
export type UnitTypeRow = ComparedRow & {
  organisations: number;
  baseCommittees: number;
  baseCells: number;
  admitting: number;
};
export type UnitTypesReport = ReportHead & {
  report: "unit-types";
  previousPeriod: ReportHead["period"];
  layout: Layout;
  rows: UnitTypeRow[];
  checks: Check[];
};

/** Whole numbers behind a value: a count over 1, a mean over its people. */
export type Exact = { sum: number; of: number };

/** A count as an exact value. */
export const exactCount = (sum: number): Exact => ({ sum, of: 1 });

/** A row from its exact values; null: the form asks for what is not kept, or there is nobody to make a mean of. */
export function buildComparedRow(
  key: string,
  label: string,
  current: Exact | null,
  previous: Exact | null,
): ComparedRow {
  const shown = (exact: Exact | null) =>
    exact && exact.of > 0 ? (exact.of === 1 && key !== "age.mean" ? exact.sum : tenths(exact)) : null;
  const percent =
    current && previous && current.of > 0 && previous.of > 0
      ? ratio(current.sum * previous.of, previous.sum * current.of).percent
      : null;
  return { key, label, current: shown(current), previous: shown(previous), percent };
}

/** One decimal, half up, from whole numbers. */
const tenths = ({ sum, of }: Exact): number => Math.floor((sum * 20 + of) / (of * 2)) / 10;

type Value = (key: string) => number | null;

/**
 * R-53 within one table: occupations, ages, education make the total (and 7a, 7b, 7c their group), professions
 * no more than it. Which parts belong together is read from the layout, so that it holds for any.
 */
export function reviewSums(
  { lines }: Pick<Layout, "lines">,
  value: Value,
  unknown: Value,
  when: string,
): Check[] {
  const total = value("total");
  if (total === null) return [];
  return SUMS.flatMap(({ of, name, atMost }) => {
    const own = lines.filter(({ key }) => key?.startsWith(`${of}.`) && rowSource(key)?.is === "people");
    const level = Math.min(...own.map((line) => line.level));
    const keys = own.filter((line) => line.level === level).flatMap(({ key }) => key ?? []);
    if (keys.length === 0) return [];
    return [
      sumCheck(name + when, keys, { total, value, atMost, unknown: unknown(of), figure: `${of}.unknown` }),
    ];
  }).concat(reviewEnterprises(lines, value, when));
}

/** The same checks of the year before: their people are of that year. */
export const ofLastYear = (checks: readonly Check[]): Check[] =>
  checks.map((check) => (check.figure ? { ...check, column: "previous" } : check));

/** R-53: women and men make the total. */
export function reviewSexes({ lines }: Pick<Layout, "lines">, value: Value, when: string): Check[] {
  const total = value("total");
  if (total === null || !lines.some(({ key }) => key === WOMEN)) return [];
  return [
    sumCheck(`Nữ và nam${when}`, [WOMEN, MEN], {
      total,
      value,
      atMost: false,
      unknown: value(NO_SEX),
      figure: NO_SEX,
    }),
  ];
}

const [WOMEN, MEN, NO_SEX] = ["women", "sex.male", "sex.unknown"] as const;

const SUMS = [
  { of: "occupation", name: "Nghề nghiệp", atMost: false },
  { of: "age", name: "Tuổi đời", atMost: false },
  { of: "education", name: "Giáo dục phổ thông", atMost: false },
  { of: "profession", name: "Chuyên môn, nghiệp vụ", atMost: true },
];

function sumCheck(
  name: string,
  keys: readonly string[],
  {
    total,
    value,
    atMost,
    unknown,
    figure,
  }: { total: number; value: Value; atMost: boolean; unknown: number | null; figure: string },
): Check {
  const sum = keys.reduce((all, key) => all + (value(key) ?? 0), 0);
  if (sum === total)
    return { rule: "R-53", ok: true, message: `${name}: cộng các dòng bằng tổng số ${total}.` };
  if (atMost && sum < total)
    return {
      rule: "R-53",
      ok: true,
      message: `${name}: cộng các dòng được ${sum}, không quá tổng số ${total}; ${total - sum} người không có hoặc chưa rõ.`,
    };
  const difference = sum < total ? `thiếu ${total - sum}` : `thừa ${sum - total}`;
  const missing = unknown !== null && unknown > 0;
  return {
    rule: "R-53",
    ok: false,
    message: `${name}: cộng các dòng được ${sum}, tổng số là ${total}, ${difference}.${missing ? ` ${unknown} người chưa ghi mục này.` : ""}`,
    ...(missing ? { figure } : {}),
  };
}

function reviewEnterprises(lines: Layout["lines"], value: Value, when: string): Check[] {
  const parts = ["occupation.7a", "occupation.7b", "occupation.7c"];
  const keys = new Set(lines.map(({ key }) => key));
  const whole = value("occupation.7");
  if (whole === null || !parts.every((key) => keys.has(key))) return [];
  const sum = parts.reduce((all, key) => all + (value(key) ?? 0), 0);
  const name = `Lao động trong doanh nghiệp${when}`;
  return [
    sum === whole
      ? { rule: "R-53", ok: true, message: `${name}: ba dòng cộng lại bằng ${whole}.` }
      : {
          rule: "R-53",
          ok: false,
          message: `${name}: ba dòng cộng lại được ${sum}, dòng chung là ${whole}.`,
        },
  ];
}

/** R-53: two tables that say the same thing say the same number. */
export function reviewEqual(
  name: string,
  [first, one]: readonly [string, number | null],
  [second, other]: readonly [string, number | null],
): Check[] {
  if (one === null || other === null) return [];
  return [
    one === other
      ? { rule: "R-53", ok: true, message: `${name}: ${first} và ${second} cùng là ${one}.` }
      : { rule: "R-53", ok: false, message: `${name}: ${first} là ${one}, ${second} là ${other}.` },
  ];
}

/** R-53: a private owner is a leader or manager of an enterprise. */
export function reviewOwners(owners: number | null, leaders: number | null): Check[] {
  if (owners === null || leaders === null) return [];
  return [
    owners === leaders
      ? {
          rule: "R-53",
          ok: true,
          message: `Chủ doanh nghiệp tư nhân: ${owners}, đều thuộc nhóm người lãnh đạo, quản lý doanh nghiệp.`,
        }
      : {
          rule: "R-53",
          ok: false,
          message: `Chủ doanh nghiệp tư nhân: ${owners}, nhưng chỉ ${leaders} người được ghi là lãnh đạo, quản lý doanh nghiệp.`,
          figure: "privateOwner",
        },
  ];
}

/** The value of a row by its key. */
export const valueIn =
  (rows: readonly ComparedRow[], column: "current" | "previous") =>
  (key: string): number | null =>
    rows.find((row) => row.key === key)?.[column] ?? null;

/** R-53 of Biểu số 2B: each part adds up to Biểu số 2, and so do those of an ethnic minority or a religion. */
export function reviewEthnicity(
  rows: readonly EthnicityRow[],
  { total, ethnicMinority, religious }: { total: number; ethnicMinority: number; religious: number },
  unknown: { ethnicity: number; religion: number },
): Check[] {
  const sum = (starts: string, but = "") =>
    rows
      .filter(({ key }) => key.startsWith(`${starts}.`) && key !== but)
      .reduce((all, row) => all + row.total, 0);
  const value: Value = (key) => (key === "ethnicity" || key === "religion" ? sum(key) : null);
  return [
    sumCheck("Dân tộc", ["ethnicity"], {
      total,
      value,
      atMost: false,
      unknown: unknown.ethnicity,
      figure: "ethnicity.unknown",
    }),
    sumCheck("Tôn giáo", ["religion"], {
      total,
      value,
      atMost: false,
      unknown: unknown.religion,
      figure: "religion.unknown",
    }),
    ...reviewEqual(
      "Dân tộc thiểu số",
      ["cộng các dòng của biểu này", sum("ethnicity", "ethnicity.01")],
      ["Biểu số 2", ethnicMinority],
    ),
    ...reviewEqual(
      "Người theo tôn giáo",
      ["cộng các dòng của biểu này", sum("religion", "religion.none")],
      ["Biểu số 2", religious],
    ),
  ];
}

/** The keys asked of a layout, and the unknown ones of each sum. */
export const countedKeys = (layout: Layout): string[] => [
  ...new Set([
    ...keysOf(layout),
    MEN,
    NO_SEX,
    ...SUMS.map(({ of }) => `${of}.unknown`).filter((key) => rowSource(key)?.is === "people"),
  ]),
];
