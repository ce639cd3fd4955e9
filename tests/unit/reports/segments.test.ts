import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSegments } from "@/lib/reports/rules/segments";

/** What width_bucket answers: how many thresholds are not above the value. */
const bucket = (thresholds: readonly bigint[], value: bigint) =>
  thresholds.filter((threshold) => threshold <= value).length;

const total = { id: 0, ranges: [{ lo: 10n, hi: 99n }] };
const rows = [
  { id: 1, ranges: [{ lo: 20n, hi: 29n }] },
  {
    id: 2,
    ranges: [
      { lo: 30n, hi: 39n },
      { lo: 60n, hi: 60n },
    ],
  },
];

test.each([
  [9n, []],
  [10n, [0]],
  [19n, [0]],
  [20n, [1, 0]],
  [29n, [1, 0]],
  [30n, [2, 0]],
  [40n, [0]],
  [60n, [2, 0]],
  [61n, [0]],
  [99n, [0]],
  [100n, []],
] as [bigint, number[]][])("an ordinal of %s counts for %j", (ordinal, lines) => {
  const { thresholds, linesOf } = cutSegments(total, rows);
  expect(linesOf(bucket(thresholds, ordinal))).toEqual(lines);
});

test("each segment has its row, stands for the total alone, or lies outside", () => {
  const { thresholds, rowIds } = cutSegments(total, rows);
  expect(thresholds.map((threshold, at) => [Number(threshold), rowIds[at]])).toEqual([
    [10, 0],
    [20, 1],
    [30, 2],
    [40, 0],
    [60, 2],
    [61, 0],
    [100, -1],
  ]);
});

test("whatever the ranges, an ordinal counts for those that hold it", () => {
  const cuts = fc
    .uniqueArray(fc.nat(200), { minLength: 4, maxLength: 16 })
    .map((points) => points.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(cuts, fc.nat(210), (points, ordinal) => {
      const given = points.slice(1, -2).map((lo, at) => ({
        id: at % 3,
        ranges: [{ lo: BigInt(lo), hi: BigInt((points[at + 2] ?? lo + 1) - 1) }],
      }));
      const byRow = [0, 1, 2].map((id) => ({
        id,
        ranges: given.filter((one) => one.id === id).flatMap(({ ranges }) => ranges),
      }));
      const all = { id: 9, ranges: [{ lo: BigInt(points[0] ?? 0), hi: BigInt(points.at(-1) ?? 0) }] };
      const { thresholds, linesOf } = cutSegments(all, byRow);
      const holds = [...byRow, all]
        .filter(({ ranges }) => ranges.some(({ lo, hi }) => BigInt(ordinal) >= lo && BigInt(ordinal) <= hi))
        .map(({ id }) => id);
      expect(linesOf(bucket(thresholds, BigInt(ordinal))).toSorted()).toEqual(holds.toSorted());
    }),
  );
});
