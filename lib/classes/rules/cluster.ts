import type { UnitType } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";
import type { Audience, ClassForm } from "./training-class";

/** Among whom somebody lives and works, which says when they can come. */
export const MILIEUS = ["PUPIL", "SCHOOL", "RESIDENTIAL", "WORKER", "OFFICE"] as const;
export type Milieu = (typeof MILIEUS)[number];

type Place = { code: string; name: string };

/** People who need the class in one base organisation, of one type of cell. */
export type Waiting = {
  base: Place & { type: UnitType | null };
  /** The unit that the base organisation stands beneath: those of one such unit are neighbours. */
  above: Place;
  /** The type of their cell. */
  type: UnitType | null;
  pupil: boolean;
  people: number;
};

/** A place and a time of the week that would serve some base organisations. */
export type Cluster = {
  key: string;
  place: Place;
  /** MIXED: those who are too few among their own, all together at the organiser's. */
  milieu: Milieu | "MIXED";
  form: ClassForm;
  audience: Audience;
  members: { base: string; milieu: Milieu }[];
  units: number;
  people: number;
  /** Who would have to go to another base organisation than their own. */
  travelling: number;
  /** Into how many classes so many people are better divided. */
  classes: number;
};

/** From so many people on a base organisation holds a class of its own. */
export const OWN_CLASS = 30;
/** So many neighbours, counted together, are worth a common class. */
export const COMMON_CLASS = 15;
/** More people than this are better divided. */
export const LARGEST_CLASS = 100;
/** As many suggestions are shown at most. */
export const MOST_CLUSTERS = 4;

/** By the occupation, else by the cell's type, else by that of its base organisation. */
export function milieuOf({ base, type, pupil }: Pick<Waiting, "base" | "type" | "pupil">): Milieu {
  if (pupil) return "PUPIL";
  switch (type ?? base.type) {
    case "HAMLET":
    case "COMMUNE":
    case "WARD":
    case "TOWNSHIP":
    case "SPECIAL_ZONE":
    case "COOPERATIVE":
      return "RESIDENTIAL";
    case "STATE_ENTERPRISE":
    case "NON_STATE_ENTERPRISE":
      return "WORKER";
    case "SCHOOL":
      return "SCHOOL";
    default:
      return "OFFICE";
  }
}

/**
 * When a milieu can come: pupils and schools at the weekend, or by day in the summer holidays; people of
 * hamlets and workers in the evening where nobody has to travel, else at the weekend; offices by day.
 */
export function formOf(milieu: Cluster["milieu"], travelling: number, today: PlainDate): ClassForm {
  switch (milieu) {
    case "PUPIL":
    case "SCHOOL":
      return ["06", "07", "08"].includes(today.slice(5, 7)) ? "DAY" : "WEEKEND";
    case "RESIDENTIAL":
    case "WORKER":
      return travelling === 0 ? "EVENING" : "WEEKEND";
    case "OFFICE":
      return "DAY";
    case "MIXED":
      return "WEEKEND";
  }
}

/** What is suggested, most people first and of those the least travel, and who is in no suggestion. */
export type Clusters = { clusters: Cluster[]; outside: { units: number; people: number } };

/**
 * Where to hold classes. Within a milieu a base organisation with enough people has one of its own; the
 * others join their neighbours (in the order of the tree, beneath the same unit) where most of them wait;
 * who is left comes together at the organiser's. `waiting` stands in the order of the tree.
 */
export function buildClusters(waiting: readonly Waiting[], organiser: Place, today: PlainDate): Clusters {
  const groups = groupsOf(waiting);
  const own = groups.filter(({ people }) => people >= OWN_CLASS);
  const runs = runsOf(groups.filter(({ people }) => people < OWN_CLASS));
  const common = runs.filter((run) => sum(run) >= COMMON_CLASS);
  const rest = runs.filter((run) => sum(run) < COMMON_CLASS).flat();
  const all = [
    ...own.map((group) => clusterOf([group], group.milieu, group.base, today)),
    ...common.map((run) => clusterOf(run, run[0]?.milieu ?? "MIXED", hostOf(run), today)),
    ...(sum(rest) >= COMMON_CLASS ? [clusterOf(rest, "MIXED", organiser, today)] : []),
  ].toSorted(
    (a, b) =>
      b.people - a.people || a.travelling - b.travelling || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const clusters = all.slice(0, MOST_CLUSTERS);
  const served = new Set(clusters.flatMap(({ members }) => members.map(keyOf)));
  const outside = groups.filter((group) => !served.has(keyOf({ ...group, base: group.base.code })));
  return {
    clusters,
    outside: { units: new Set(outside.map(({ base }) => base.code)).size, people: sum(outside) },
  };
}

/** Those of one milieu in one base organisation. */
type Group = { base: Place; above: Place; milieu: Milieu; people: number };

const keyOf = ({ base, milieu }: { base: string; milieu: Milieu }): string => `${base}.${milieu}`;

const sum = (groups: readonly { people: number }[]): number =>
  groups.reduce((total, { people }) => total + people, 0);

function groupsOf(waiting: readonly Waiting[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of waiting) {
    const milieu = milieuOf(one);
    const key = keyOf({ base: one.base.code, milieu });
    const known = groups.get(key);
    if (known) known.people += one.people;
    else groups.set(key, { base: one.base, above: one.above, milieu, people: one.people });
  }
  return [...groups.values()];
}

/** Neighbours of one milieu, in as few runs of at most a class as there must be, of about the same size. */
function runsOf(groups: readonly Group[]): Group[][] {
  const neighbours = new Map<string, Group[]>();
  for (const group of groups) {
    const key = keyOf({ base: group.above.code, milieu: group.milieu });
    neighbours.set(key, [...(neighbours.get(key) ?? []), group]);
  }
  return [...neighbours.values()].flatMap((all) => {
    const even = sum(all) / Math.ceil(sum(all) / LARGEST_CLASS);
    const runs: Group[][] = [];
    for (const group of all) {
      const run = runs.at(-1);
      if (run && sum(run) < even && sum(run) + group.people <= LARGEST_CLASS) run.push(group);
      else runs.push([group]);
    }
    return runs;
  });
}

/** The base organisation where most of them wait; the first of equals. */
const hostOf = (run: readonly Group[]): Place =>
  run.reduce((best, group) => (group.people > best.people ? group : best)).base;

function clusterOf(
  groups: readonly Group[],
  milieu: Cluster["milieu"],
  place: Place,
  today: PlainDate,
): Cluster {
  const people = sum(groups);
  const travelling = sum(groups.filter(({ base }) => base.code !== place.code));
  return {
    key: `${place.code}.${milieu}`,
    place: { code: place.code, name: place.name },
    milieu,
    form: formOf(milieu, travelling, today),
    audience: milieu === "PUPIL" ? "PUPIL" : "ALL",
    members: groups.map(({ base, milieu: of }) => ({ base: base.code, milieu: of })),
    units: new Set(groups.map(({ base }) => base.code)).size,
    people,
    travelling,
    classes: Math.ceil(people / LARGEST_CLASS),
  };
}
