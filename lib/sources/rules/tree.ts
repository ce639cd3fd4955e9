import type { PlainDate } from "@/lib/shared/days";

/** Levels of the Youth Union, top first (domain §8): the district level ended with June 2025. */
export const LEVELS = ["PROVINCE", "DISTRICT", "DIRECT", "BASE", "CHAPTER"] as const;
export type Level = (typeof LEVELS)[number];

export const BLOCS = ["RESIDENTIAL", "SCHOOL", "EMPLOYEE", "ARMED_FORCES"] as const;
export type Bloc = (typeof BLOCS)[number];

/** Where the ordinals of the Union's tree begin: above all of the party's. */
export const UNION_FLOOR = 4611686018427387904n;

/** Does a hat with this range stand in the Union's tree? */
export function inUnionTree({ lo }: { lo: bigint }): boolean {
  return lo >= UNION_FLOOR;
}

/** What an organisation was, and where it stood, from a day on. `bloc` and `unitId`: its own, not inherited. */
export type UnionPlacement = {
  id: number;
  unionUnitId: number;
  parentId: number | null;
  name: string;
  level: Level;
  bloc: Bloc | null;
  unitId: number | null;
  from: PlainDate | null;
  until: PlainDate | null;
};

/** The units of one circle that would stand beneath each other in placements that overlap; empty when none. */
export function circleIn(parents: ReadonlyMap<number, number | null>): number[] {
  const sound = new Set<number>();
  for (const start of parents.keys()) {
    const line: number[] = [];
    for (let at: number | null = start; at !== null && !sound.has(at); at = parents.get(at) ?? null) {
      if (line.includes(at)) return line.slice(line.indexOf(at));
      line.push(at);
    }
    for (const id of line) sound.add(id);
  }
  return [];
}
