import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import type { TreeMode, TreeOnDay } from "./tree-on";

/** What a tree was asked by; `version` is that of the database's tree. */
export type TreeKey = {
  version: bigint;
  lo: bigint;
  hi: bigint;
  unitId: number;
  day: PlainDate;
  tree: TreeMode;
};

type Kept = Omit<TreeOnDay, "stood"> | null;

const MOST_TREES = 200;
/** A tree of more ranges is computed anew each time. */
const MOST_RANGES = 20_000;

/** In the order of their last use. */
const kept = new Map<string, Kept>();

const textOf = ({ version, lo, hi, unitId, day, tree }: TreeKey): string =>
  [version, lo, hi, unitId, day, tree].join();

/**
 * The tree of a day, computed once for each version of the tree: another instance's change is another version, so that
 * nothing here can be out of date.
 */
export async function keptTree(key: TreeKey, compute: () => Promise<Kept>): Promise<Kept> {
  const text = textOf(key);
  const known = kept.get(text);
  if (known !== undefined) {
    kept.delete(text);
    kept.set(text, known);
    return known;
  }
  const tree = await compute();
  if (tree && rangesOf(tree) > MOST_RANGES) return tree;
  kept.set(text, tree);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_TREES) break;
    kept.delete(oldest);
  }
  return tree;
}

const rangesOf = ({ total, rows }: Omit<TreeOnDay, "stood">): number =>
  rows.reduce((sum, { ranges }) => sum + ranges.length, total.length);
