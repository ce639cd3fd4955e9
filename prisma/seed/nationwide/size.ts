/** How large a synthetic world is: a tree of provinces, districts, base committees and cells, and its people. */
export type WorldSize = {
  provinces: number;
  /** Of each province, until 30 June 2025. */
  districts: number;
  /** Of each district. */
  bases: number;
  /** Of each base committee. */
  cells: number;
  /** Admitted over five years, and on the way today. */
  admitted: number;
  onTheWay: number;
};

/** One province for every day, ten of them (`region`) to see how cost grows, and the country. */
export const WORLD_SIZES: Record<"province" | "region" | "country", WorldSize> = {
  province: { provinces: 1, districts: 20, bases: 13, cells: 37, admitted: 33_000, onTheWay: 3_300 },
  region: { provinces: 10, districts: 20, bases: 12, cells: 36, admitted: 294_000, onTheWay: 29_400 },
  country: { provinces: 34, districts: 20, bases: 12, cells: 36, admitted: 1_000_000, onTheWay: 100_000 },
};

/** Units of a world, the centre included. */
export function countUnits({ provinces, districts, bases, cells }: WorldSize): number {
  return 1 + provinces * (1 + districts * (1 + bases * (1 + cells)));
}

/** The first id of each level; ids run through a level in the order of their codes. */
export function firstIds({ provinces, districts, bases }: WorldSize) {
  const district = 2 + provinces;
  const base = district + provinces * districts;
  return { province: 2, district, base, cell: base + provinces * districts * bases };
}
