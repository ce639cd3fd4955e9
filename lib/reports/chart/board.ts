import { elapsedDays, type Status } from "@/lib/quotas/rules/attainment";
import type { Group, QuotaSource } from "@/lib/quotas/rules/quota";
import { daysBetween } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import { fold } from "@/lib/shared/vietnamese";
import type { AttainmentLine, HeldQuota, QuotaLine } from "../rules/attainment";
import { figurePath } from "../rules/figure-path";
import type { UnitHead } from "../rules/parameters";
import { isSensitiveGroup } from "../rules/part";
import type { Held } from "../rules/suppression";

export const STATUSES = ["done", "onTrack", "watch", "late", "none", "notAssigned"] as const;

const byName = new Intl.Collator("vi");

/** Which quota of a unit stands for it in a table. */
const SOURCE_ORDER: readonly QuotaSource[] = ["ASSIGNED", "OWN_PLAN", "TERM_RESOLUTION"];

export const RANKS = ["percent", "people", "remaining"] as const;
export type Rank = (typeof RANKS)[number];

export const SORTS = [
  "code",
  "name",
  "asked",
  "admitted",
  "percent",
  "remaining",
  "pace",
  "members",
  "rate",
] as const;
export type Sort = (typeof SORTS)[number];

/** One unit of the board. Without a quota `asked` is null and nothing is 0 %. */
export type BoardRow = {
  unit: UnitHead;
  source: QuotaSource | null;
  asked: number | null;
  admitted: number;
  percent: number | null;
  remaining: number;
  surplus: number;
  pace: number | null;
  /** Per cent one should stand at by the as-of day. */
  pacePercent: number | null;
  members: number | null;
  rate: Ratio;
  status: Status;
  /** Path of the people behind `admitted`; null: it opens nobody to this reader. */
  figure: string | null;
  /** The quota's numbers are held back: none of them is here. */
  held?: Held;
};

/** The admission quotas of a line for one group: of each source the one with the shortest period. */
export function admissionQuotas({ quotas }: Pick<AttainmentLine, "quotas">, group: Group): QuotaLine[] {
  return shortestOf(quotas, group);
}

/** Those of them whose numbers are held back. */
export function heldAdmissionQuotas({ held = [] }: Pick<AttainmentLine, "held">, group: Group): HeldQuota[] {
  return shortestOf(held, group);
}

function shortestOf<Told extends Omit<HeldQuota, "shown">>(quotas: readonly Told[], group: Group): Told[] {
  return SOURCE_ORDER.flatMap((source) => {
    const [shortest] = quotas
      .filter((quota) => quota.indicator === "ADMISSION" && quota.group === group && quota.source === source)
      .toSorted((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to));
    return shortest ? [shortest] : [];
  });
}

/** The path of a quota's people, for the reader of a line: who may not export names opens no believers. */
export const quotaLink = (
  { held }: Pick<AttainmentLine, "held">,
  unitCode: string | null,
  quota: QuotaLine,
): string | null => (held && isSensitiveGroup(quota.group) ? null : quotaFigure(unitCode, quota));

/** The path of the people behind a quota's numerator. */
export function quotaFigure(
  unitCode: string | null,
  { source, indicator, group, from, to }: QuotaLine,
): string {
  return figurePath({
    report: "attainment",
    line: unitCode === null ? { total: true } : { unitCode },
    field: "achieved",
    quota: { source, indicator, group, from, to },
  });
}

/** The path of the people admitted in the period, or of another field of a line. */
export function lineFigure(unitCode: string | null, field: string): string {
  const line = unitCode === null ? ({ total: true } as const) : { unitCode };
  return figurePath({ report: "attainment", line, field, quota: null });
}

/**
 * A row per unit, by its quota from the source asked for; or else by that from above, its own plan or that of
 * the term, whichever comes first.
 */
export function prepareRows(
  lines: readonly AttainmentLine[],
  group: Group,
  asOf: string,
  source: QuotaSource | null = null,
): BoardRow[] {
  return lines.map((line) => {
    const { unit, members, rate } = line;
    const quota = admissionQuotas(line, group).find((given) => source === null || given.source === source);
    if (!quota || quota.status === "notAssigned") {
      const held = quota
        ? undefined
        : heldAdmissionQuotas(line, group).find((given) => source === null || given.source === source);
      return {
        unit,
        source: null,
        asked: null,
        admitted: held ? 0 : line.admitted,
        percent: null,
        remaining: 0,
        surplus: 0,
        pace: null,
        pacePercent: null,
        members,
        rate,
        status: "notAssigned",
        figure: held ? null : lineFigure(unit.code, "admitted"),
        ...(held && { held: held.shown }),
      };
    }
    const { achieved, remaining, surplus, pace, status } = quota;
    return {
      unit,
      source: quota.source,
      asked: achieved.denominator,
      admitted: achieved.numerator,
      percent: achieved.percent,
      remaining,
      surplus,
      pace,
      pacePercent: pacePercent(quota, asOf),
      members,
      rate,
      status,
      figure: quotaLink(line, unit.code, quota),
    };
  });
}

/** Per cent of the time gone by, to the as-of day and to the deadline. */
export function pacePercent(quota: Pick<QuotaLine, "from" | "to" | "dueOn">, asOf: string): number | null {
  const days = elapsedDays(quota, asOf);
  return ratio(days.elapsed, days.all).percent;
}

/** How many rows have each status. */
export function countStatuses(rows: readonly BoardRow[]): Record<Status, number> {
  const counts: Record<Status, number> = { done: 0, onTrack: 0, watch: 0, late: 0, none: 0, notAssigned: 0 };
  for (const { status, held } of rows) if (!held) counts[status] += 1;
  return counts;
}

/** Units with a quota that admitted somebody, of those with a quota. */
export function prepareCoverage(rows: readonly BoardRow[]): Ratio & { without: number } {
  const assigned = rows.filter(({ asked }) => asked !== null);
  const admitting = assigned.filter(({ admitted }) => admitted > 0).length;
  return { ...ratio(admitting, assigned.length), without: assigned.length - admitting };
}

/** The rows with a quota, best first; still missing: most missing first. */
export function prepareRanking(rows: readonly BoardRow[], rank: Rank): BoardRow[] {
  const by: Record<Rank, (row: BoardRow) => number> = {
    percent: ({ percent }) => percent ?? 0,
    people: ({ admitted }) => admitted,
    remaining: ({ remaining }) => remaining,
  };
  return rows
    .filter(({ asked }) => asked !== null)
    .toSorted(
      (a, b) =>
        by[rank](b) - by[rank](a) || b.admitted - a.admitted || byName.compare(a.unit.name, b.unit.name),
    );
}

/** A unit to be called: so many people behind the even pace of its quota. */
export type Call = { unit: UnitHead; behind: number };

const CALLS = 3;

/** The three units furthest behind the even pace in people; nobody where all keep it. */
export function prepareCalls(rows: readonly BoardRow[]): Call[] {
  return rows
    .flatMap(({ unit, asked, admitted, pacePercent: pace, remaining }) => {
      if (asked === null || pace === null) return [];
      const behind = Math.floor((asked * pace) / 100 + 0.5) - admitted;
      return behind > 0 ? [{ unit, behind, remaining }] : [];
    })
    .toSorted(
      (a, b) => b.behind - a.behind || b.remaining - a.remaining || byName.compare(a.unit.name, b.unit.name),
    )
    .slice(0, CALLS)
    .map(({ unit, behind }) => ({ unit, behind }));
}

/** What the table shows: the rows of one status whose name or code holds what was typed, in order. */
export function prepareTable(
  rows: readonly BoardRow[],
  {
    status,
    typed,
    sort,
    descending,
  }: { status: Status | null; typed: string; sort: Sort; descending: boolean },
): BoardRow[] {
  const words = fold(typed).split(" ").filter(Boolean);
  const shown = rows.filter(
    (row) =>
      (status === null || (row.status === status && !row.held)) &&
      words.every((word) => fold(`${row.unit.name} ${row.unit.code}`).includes(word)),
  );
  if (sort === "code") return descending ? shown.toReversed() : shown;
  const sign = descending ? -1 : 1;
  return shown.toSorted((a, b) => {
    if (sort === "name") return sign * byName.compare(a.unit.name, b.unit.name);
    const [left, right] = [valueIn(a, sort), valueIn(b, sort)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function valueIn(row: BoardRow, sort: Exclude<Sort, "code" | "name">): number | null {
  switch (sort) {
    case "rate":
      return row.rate.percent;
    case "remaining":
      return row.asked === null ? null : row.remaining - row.surplus;
    default:
      return row[sort];
  }
}
