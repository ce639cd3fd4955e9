import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { Prisma } from "@/prisma/generated/client/client";
import type { Range } from "./list";

/** Numbers by name. */
type Counts = Record<string, number>;
/** What was counted of each part, and the moment since when changes have to be asked for. */
type Kept = { moment: string; until: number; parts: Map<bigint, Counts> };
/** Counts the dossiers of each of these parts, if not of more; one without any may be left out. */
type Count = (parts: bigint[]) => Promise<{ part: bigint; counts: Counts }[]>;

/** What the database says: since when to ask the next time, the parts changed, where the last dossier stands. */
type Change = { moment: string | null; changed: bigint[]; last: bigint | null };

/** A part of the tree, as the database notes changes: `unit_ord >> 30`. */
const PART_BITS = 30n;
const WIDE_PARTS = 32n;
const MOST_KEPT = 200;
/** The database forgets changes after a day. */
const KEPT_MS = 30 * 60_000;

/** In the order of their last use. */
const kept = new Map<string, Kept>();

/** The part that a dossier `c` stands in. */
export const PART = Prisma.sql`c.unit_ord >> 30`;
/** Those dossiers `c` that stand in the part `of.part`. */
export const OF_PART = Prisma.sql`c.unit_ord BETWEEN of.part << 30 AND (of.part << 30) + 1073741823`;
/** The parts as a relation of that name. */
export const partsRelation = (parts: bigint[]): Prisma.Sql =>
  Prisma.sql`unnest(${parts}::bigint[]) AS of (part)`;

/** The ordinals of a part, both ends included. */
export const rangeOfPart = (part: bigint): Range => ({
  lo: part << PART_BITS,
  hi: ((part + 1n) << PART_BITS) - 1n,
});

/** Whether the numbers of a range are kept: one of fewer parts is counted anew each time. */
export const isWide = ({ lo, hi }: Range): boolean => (hi >> PART_BITS) - (lo >> PART_BITS) >= WIDE_PARTS;

/**
 * The sum of the numbers of all parts of a range. What was counted before holds for the parts whose dossiers nobody
 * changed since, so that nothing here can be out of date; `question` says all that the numbers depend on beside the
 * walls, the range and the dossiers.
 */
export async function sumOfParts(
  scope: UnitScope,
  range: Range,
  question: string,
  count: Count,
): Promise<Counts> {
  const { lo, hi } = range;
  if (!isWide(range)) return sum((await countOf(partsBetween(lo, hi), count)).values());

  const key = [scope.lo, scope.hi, lo, hi, question].join();
  const known = fresh(key);
  const [row] = await scope.db.$queryRaw<Change[]>`
    SELECT moment::text AS moment, parts AS changed, (SELECT max(unit_ord) FROM candidate WHERE unit_ord BETWEEN ${lo} AND ${hi}) AS last
    FROM sec.dossier_changes(${known?.moment ?? null}::pg_snapshot)`;
  const { moment, changed, last } = row ?? { moment: null, changed: [], last: null };

  const parts = new Map(moment === null ? [] : known?.parts);
  for (const part of changed) parts.delete(part);
  const missing = partsBetween(lo, last ?? lo).filter((part) => !parts.has(part));
  for (const [part, counts] of await countOf(missing, count)) parts.set(part, counts);
  if (moment !== null) keep(key, { moment, until: known?.until ?? performance.now() + KEPT_MS, parts });
  return sum(parts.values());
}

function partsBetween(lo: bigint, hi: bigint): bigint[] {
  const parts: bigint[] = [];
  for (let part = lo >> PART_BITS; part <= hi >> PART_BITS; part++) parts.push(part);
  return parts;
}

async function countOf(parts: bigint[], count: Count): Promise<Map<bigint, Counts>> {
  if (parts.length === 0) return new Map();
  const counted = new Map(parts.map((part): [bigint, Counts] => [part, {}]));
  for (const { part, counts } of await count(parts)) counted.set(part, counts);
  return counted;
}

function fresh(key: string): Kept | undefined {
  const known = kept.get(key);
  return known && known.until > performance.now() ? known : undefined;
}

function keep(key: string, counted: Kept): void {
  kept.delete(key);
  kept.set(key, counted);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}

function sum(all: Iterable<Counts>): Counts {
  const total: Counts = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  return total;
}
