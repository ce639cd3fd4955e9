import { parseWhole } from "@/lib/shared/numbers";

/** People suggested for a unit: a share of its members, rounded up, at least 1; null without a head count. */
export function suggestedFor(members: number | null, percent: number): number | null {
  if (members === null) return null;
  return Math.max(1, Math.ceil((Math.round(percent * 10_000) * members) / 1_000_000));
}

/** Cells of a column copied from a spreadsheet, one per line; the empty line at its end is none. */
export function pastedColumn(text: string): string[] {
  const cells = text.split(/\r?\n/).map((line) => (line.split("\t")[0] ?? "").trim());
  return cells.at(-1) === "" ? cells.slice(0, -1) : cells;
}

/** The sum of what is typed; what is no whole number counts as nothing. */
export function sumTyped(cells: readonly string[]): number {
  return cells.reduce((sum, typed) => sum + (parseWhole(typed) ?? 0), 0);
}

/** By what a number is shared out: a percentage of members, or parts of a whole by weight. */
export const ALLOCATION_RULES = ["percent", "members", "sources", "lastYear", "equal"] as const;
export type AllocationRule = (typeof ALLOCATION_RULES)[number];

/** A unit to be given a part; `locked` keeps what was written for it by hand. */
export type Part = { weight: number; locked: number | null };

/**
 * Shares out a total by weight so that the parts add up to it: whole people by the largest remainder, nobody
 * below the minimum, locked parts as they are. null: the locked parts and minimums ask for more than there is,
 * or nobody is left to take the rest.
 */
export function shareOut(total: number, parts: readonly Part[], minimum: number): number[] | null {
  const rest = total - parts.reduce((sum, { locked }) => sum + (locked ?? 0), 0);
  const free = parts.flatMap(({ weight, locked }, place) => (locked === null ? [{ weight, place }] : []));
  if (rest < minimum * free.length || (free.length === 0 && rest > 0)) return null;
  const given = parts.map(({ locked }) => locked ?? 0);
  for (const { place, people } of byWeight(rest, free, minimum)) given[place] = people;
  return given;
}

type Free = { weight: number; place: number };

/** Who would fall below the minimum gets it, and the others share what is left, until nobody falls below. */
function byWeight(rest: number, free: readonly Free[], minimum: number): { place: number; people: number }[] {
  const all = free.reduce((sum, { weight }) => sum + weight, 0);
  const ideal = ({ weight }: Free) => (all > 0 ? (rest * weight) / all : rest / free.length);
  const low = free.filter((part) => ideal(part) < minimum);
  if (low.length > 0 && low.length < free.length) {
    const others = free.filter((part) => !low.includes(part));
    return [
      ...low.map(({ place }) => ({ place, people: minimum })),
      ...byWeight(rest - minimum * low.length, others, minimum),
    ];
  }
  const floors = free.map((part) => ({
    ...part,
    people: Math.floor(ideal(part) + 1e-9),
    over: ideal(part) % 1,
  }));
  let left = rest - floors.reduce((sum, { people }) => sum + people, 0);
  const turns = floors.toSorted((a, b) => b.over - a.over || b.weight - a.weight || a.place - b.place);
  for (const part of turns) {
    if (left <= 0) break;
    part.people += 1;
    left -= 1;
  }
  return turns.map(({ place, people }) => ({ place, people }));
}
