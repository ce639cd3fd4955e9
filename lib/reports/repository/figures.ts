import "server-only";
import { createHash } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange, TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { isWide, PART, rangeOfPart, sumOfParts } from "@/lib/pipeline/repository/kept-counts";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { BANDS, type Figure } from "../rules/figure";
import type { Segments } from "../rules/segments";
import { type Dossiers, dossiersOf, movedPassesOf, narrowed, type Pass, passesOf } from "./dossiers";
import { inSegments, segmentsOf } from "./lines";
import { dayOf, looksAtCell, looksAtPerson, predicateOf, whichBandSql } from "./predicate";

/** Counts by unit id: of each row and of the unit itself. */
export type Counts = Map<number, number[]>;

/**
 * Counts all figures for all rows and the total; answers them in the order given. Figures that look at the same
 * dossiers (decided in a period, open on a day) are counted together, by segment.
 */
export async function countFigures(
  scope: UnitScope,
  tree: TreeOnDay,
  figures: readonly Figure[],
): Promise<Counts> {
  const segments = segmentsOf(tree);
  const counts: Counts = new Map();
  for (const [kind, places] of byDossiers(figures)) {
    const these = places.map((place) => figures[place] as Figure);
    const moved = movedPassesOf(kind, these, tree.stood);
    const counted = await countEverybody(scope, segments, kind, these);
    if (moved.length > 0) counted.push(...(await countBySegment(scope, { segments, passes: moved }, these)));
    for (const { segment, told: people } of counted) {
      for (const id of segments.linesOf(segment)) {
        const line = counts.get(id) ?? figures.map(() => 0);
        counts.set(id, line);
        for (const [at, place] of places.entries()) line[place] = (line[place] ?? 0) + (people[at] ?? 0);
      }
    }
  }
  return counts;
}

/** So many figures are asked for at once. */
const IDS_AT_ONCE = 40;

/**
 * The ids of the persons behind each figure, for all rows and the total: those that `countFigures` counts, from
 * the same passes. Answered line by line in the order of the figures, each in the order of ids.
 */
export async function findFigureIds(
  scope: UnitScope,
  tree: TreeOnDay,
  figures: readonly Figure[],
): Promise<Map<number, string[][]>> {
  const segments = segmentsOf(tree);
  const ids = new Map<number, string[][]>();
  for (const [kind, all] of byDossiers(figures)) {
    for (let first = 0; first < all.length; first += IDS_AT_ONCE) {
      const places = all.slice(first, first + IDS_AT_ONCE);
      const these = places.map((place) => figures[place] as Figure);
      const passes = passesOf(kind, these, { segments, stood: tree.stood });
      const found = await bySegment<string | null>(scope, { segments, passes }, these, {
        each: Prisma.sql`string_agg(c.id::text, ',')`,
        type: Prisma.sql`text`,
      });
      for (const { segment, told } of found) {
        for (const id of segments.linesOf(segment)) {
          const line = ids.get(id) ?? figures.map((): string[] => []);
          ids.set(id, line);
          for (const [at, place] of places.entries()) line[place]?.push(...(told[at]?.split(",") ?? []));
        }
      }
    }
  }
  for (const line of ids.values()) for (const people of line) people.sort();
  return ids;
}

/** The places of the figures by the dossiers they look at. */
function byDossiers(figures: readonly Figure[]): Map<Dossiers, number[]> {
  const places = new Map<Dossiers, number[]>();
  for (const [place, figure] of figures.entries()) {
    const kind = dossiersOf(figure);
    places.set(kind, [...(places.get(kind) ?? []), place]);
  }
  return places;
}

/** The passes over the dossiers of segments; `within`: of these places alone. */
type Passes = { segments: Segments; passes: readonly Pass[]; within?: OrdinalRange };
/** What is told of each figure's dossiers in a segment, of those in a part of the tree (`PART`). */
type Told<Each> = { part: bigint; segment: number; told: Each[] };

/** Figures that only the dossiers themselves decide upon, so that a count holds as long as nobody changed these. */
const OF_DOSSIERS_ALONE: readonly Dossiers[] = ["decided", "admitted", "recognised"];

/** Everybody where they stand today, by segment; of a range of many parts of the tree, what was counted is kept. */
async function countEverybody(
  scope: UnitScope,
  segments: Segments,
  kind: Dossiers,
  figures: readonly Figure[],
): Promise<Told<number>[]> {
  const passes = passesOf(kind, figures, { segments, stood: null });
  const range = { lo: segments.thresholds[0] ?? 0n, hi: (segments.thresholds.at(-1) ?? 0n) - 1n };
  const alone = (OF_DOSSIERS_ALONE.includes(kind) || areBandsOfOneDay(figures)) && !looksBeyond(figures);
  if (!alone || !isWide(range)) return countBySegment(scope, { segments, passes }, figures);

  const question = createHash("sha256")
    .update(JSON.stringify([segments.thresholds.join(), figures]))
    .digest("hex");
  const sums = await sumOfParts(scope, range, question, async (parts) => {
    if (parts.length > FEW_PARTS) return byPart(await countBySegment(scope, { segments, passes }, figures));
    const told: Told<number>[] = [];
    for (const part of parts)
      told.push(...(await countBySegment(scope, { segments, passes, within: rangeOfPart(part) }, figures)));
    return byPart(told);
  });
  return Object.entries(sums).map(([name, people]) => {
    const [segment = 0, place = 0] = name.split("/").map(Number);
    return { part: 0n, segment, told: figures.map((_, at) => (at === place ? people : 0)) };
  });
}

/** So many parts are counted one by one, by their places; more in one pass over all. */
const FEW_PARTS = 16;

/** The numbers of each part by the name "segment/place of the figure". */
function byPart(told: readonly Told<number>[]): { part: bigint; counts: Record<string, number> }[] {
  const parts = new Map<bigint, Record<string, number>>();
  for (const { part, segment, told: people } of told) {
    const counts = parts.get(part) ?? {};
    parts.set(part, counts);
    for (const [place, count] of people.entries()) {
      const name = `${segment}/${place}`;
      if (count !== 0) counts[name] = (counts[name] ?? 0) + count;
    }
  }
  return [...parts].map(([part, counts]) => ({ part, counts }));
}

const countBySegment = (
  scope: UnitScope,
  passes: Passes,
  figures: readonly Figure[],
): Promise<Told<number>[]> =>
  areBandsOfOneDay(figures)
    ? bandsBySegment(scope, passes, figures)
    : bySegment<number>(scope, passes, figures, { each: Prisma.sql`count(*)`, type: Prisma.sql`int` });

const inPlaces = (scope: UnitScope, { segments, within }: Passes): Prisma.Sql =>
  within
    ? Prisma.sql`${inSegments(segments, scope)} AND c.unit_ord BETWEEN ${within.lo} AND ${within.hi}`
    : inSegments(segments, scope);

/** What an aggregate tells of each figure's dossiers, segment by segment; of one segment once a pass. */
function bySegment<Each>(
  scope: UnitScope,
  asked: Passes,
  figures: readonly Figure[],
  { each, type }: { each: Prisma.Sql; type: Prisma.Sql },
): Promise<Told<Each>[]> {
  const predicates = figures.map(predicateOf);
  const statements = asked.passes.map(({ from, where, sign }) => {
    const told = predicates.map((predicate) => Prisma.sql`${sign}${each} FILTER (WHERE ${predicate})`);
    return Prisma.sql`
    SELECT ${PART} AS part, width_bucket(c.unit_ord, ${asked.segments.thresholds}::bigint[]) AS segment,
      ARRAY[${Prisma.join(told, ", ")}]::${type}[] AS told
    FROM ${from} ${lookedAt(figures)} WHERE ${inPlaces(scope, asked)} AND ${where} GROUP BY 1, 2`;
  });
  return scope.db.$queryRaw<Told<Each>[]>`${Prisma.join(statements, " UNION ALL ")}`;
}

/** Nothing but bands of everybody on one day: a dossier is in one of them. */
const areBandsOfOneDay = (figures: readonly Figure[]): boolean =>
  figures.every(
    ({ what, group, parts = [], among, asOf }) =>
      "band" in what && group === "ALL" && parts.length === 0 && !among && asOf === figures[0]?.asOf,
  );

/** The people of such figures: each dossier is looked at once for all of them. */
function bandsBySegment(
  scope: UnitScope,
  asked: Passes,
  figures: readonly Figure[],
): Promise<Told<number>[]> {
  const { open, place } = whichBandSql(figures[0]?.asOf ?? scope.today);
  const told = Prisma.join(
    figures.map(({ what }) => {
      const band = "band" in what ? BANDS.indexOf(what.band) : -1;
      return Prisma.sql`coalesce(sum(b.people) FILTER (WHERE b.place = ${band}), 0)`;
    }),
    ", ",
  );
  const statements = asked.passes.map(
    ({ from, where, sign }) => Prisma.sql`
    SELECT ${PART} AS part, width_bucket(c.unit_ord, ${asked.segments.thresholds}::bigint[]) AS segment, ${place} AS place,
      ${sign}count(*) AS people
    FROM ${from} WHERE ${inPlaces(scope, asked)} AND ${where} AND ${open} GROUP BY 1, 2, 3`,
  );
  return scope.db.$queryRaw<Told<number>[]>`
    SELECT b.part, b.segment, ARRAY[${told}]::int[] AS told FROM (${Prisma.join(statements, " UNION ALL ")}) b GROUP BY 1, 2`;
}

const looksAtPersons = (figures: readonly Figure[]): boolean =>
  figures.some(({ group, among, parts }) => Boolean(among || parts?.length || looksAtPerson(group)));
const looksAtCells = (figures: readonly Figure[]): boolean =>
  figures.some(({ group, among }) => Boolean(among || looksAtCell(group)));
const looksBeyond = (figures: readonly Figure[]): boolean => looksAtPersons(figures) || looksAtCells(figures);

/** The person `p` and the cell `u` of each candidate, where a figure looks at them. */
function lookedAt(figures: readonly Figure[]): Prisma.Sql {
  const person = looksAtPersons(figures);
  const unit = looksAtCells(figures);
  return Prisma.sql`${person ? Prisma.sql`JOIN person p ON p.id = c.person_id` : Prisma.empty}
    ${unit ? Prisma.sql`JOIN unit u ON u.id = c.unit_id` : Prisma.empty}`;
}

/** The ranges as a relation `place`; a single one is as good as a constant to the planner. */
function placesOf(ranges: readonly OrdinalRange[]): Prisma.Sql {
  const [only] = ranges;
  return only && ranges.length === 1
    ? Prisma.sql`(VALUES (${only.lo}::bigint, ${only.hi}::bigint)) AS place (lo, hi)`
    : Prisma.sql`unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)`;
}

/**
 * The candidates `c` of `place`: as they stand today, or where they stood on a day before a reorganisation
 * moved them.
 */
export function candidatesAt(scope: UnitScope, stood: PlainDate | null): Prisma.Sql {
  return stood === null
    ? Prisma.sql`candidate c ON ${inPlace(scope)}`
    : Prisma.sql`LATERAL sec.candidates_on(${stood}::date, place.lo, place.hi) c ON c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

const inPlace = ({ lo, hi }: UnitScope): Prisma.Sql =>
  Prisma.sql`c.unit_ord BETWEEN place.lo AND place.hi AND c.unit_ord BETWEEN ${lo} AND ${hi}`;

/** A person behind a figure. `day` is the day by which they count. */
export type FigurePerson = {
  id: string;
  name: string;
  givenName: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: string | null;
  unitCode: string;
  unitName: string;
  step: string;
  day: PlainDate | null;
};

/** Where a page of people begins: after this one. */
export type AfterPerson = Pick<FigurePerson, "givenName" | "name" | "id">;

/** Where a candidate of the scope stands in the order of lists; null: not there. */
export async function findPlaceInOrder(scope: UnitScope, id: string): Promise<AfterPerson | null> {
  const [place] = await scope.db.$queryRaw<AfterPerson[]>`
    SELECT p.given_name AS "givenName", p.name, c.id FROM candidate c JOIN person p ON p.id = c.person_id
    WHERE c.id = ${id}::uuid AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return place ?? null;
}

/** The persons behind a figure in these ranges, given names first; exactly as many as it counts. */
export function findFigurePeople(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  {
    limit = null,
    after = null,
    stood = null,
  }: { limit?: number | null; after?: AfterPerson | null; stood?: PlainDate | null } = {},
): Promise<FigurePerson[]> {
  const following = after
    ? Prisma.sql`AND (p.given_name, p.name, c.id) > (${after.givenName}, ${after.name}, ${after.id}::uuid)`
    : Prisma.empty;
  return scope.db.$queryRaw<
    FigurePerson[]
  >`${peopleSql(scope, ranges, figure, { stood, following })} LIMIT ${limit}`;
}

/** The same persons, so many at once, from a cursor of the transaction. */
export async function* findFigurePeopleInTurn(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  { stood, atOnce }: { stood: PlainDate | null; atOnce: number },
): AsyncGenerator<FigurePerson[]> {
  const people = peopleSql(scope, ranges, figure, { stood, following: Prisma.empty });
  await scope.db.$executeRaw`SET LOCAL cursor_tuple_fraction = 1`;
  await scope.db.$executeRaw`DECLARE figure_people NO SCROLL CURSOR FOR ${people}`;
  const next = Prisma.sql`FETCH ${Prisma.raw(String(atOnce))} FROM figure_people`;
  for (;;) {
    const page = await scope.db.$queryRaw<FigurePerson[]>`${next}`;
    if (page.length > 0) yield page;
    if (page.length < atOnce) break;
  }
  await scope.db.$executeRaw`CLOSE figure_people`;
}

function peopleSql(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  { stood, following }: { stood: PlainDate | null; following: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, p.name, p.given_name AS "givenName", p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, u.code AS "unitCode", u.name AS "unitName",
      c.stage AS step, (${dayOf(figure)})::text AS day
    FROM ${placesOf(ranges)}
    JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id
    WHERE (${predicateOf(figure)}) ${following}
    ORDER BY p.given_name, p.name, c.id`;
}

/** People per day of a figure in these ranges, for the cumulative line. */
export async function countByDay(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  stood: PlainDate | null = null,
): Promise<{ day: PlainDate; people: number }[]> {
  const kind = dossiersOf(figure);
  const day = dayOf(figure);
  const everybody = { from: Prisma.sql`candidate c`, where: narrowed(kind, [figure]), sign: Prisma.empty };
  const statements = [everybody, ...movedPassesOf(kind, [figure], stood)].map(
    ({ from, where, sign }) => Prisma.sql`
    SELECT ${day} AS day, ${sign}count(*)::int AS people
    FROM ${placesOf(ranges)} JOIN ${from} ON ${inPlace(scope)} ${lookedAt([figure])}
    WHERE ${predicateOf(figure)} AND ${where} GROUP BY 1`,
  );
  return scope.db.$queryRaw<{ day: PlainDate; people: number }[]>`
    SELECT d.day::text, sum(d.people)::int AS people FROM (${Prisma.join(statements, " UNION ALL ")}) d
    GROUP BY d.day HAVING sum(d.people) <> 0 ORDER BY d.day`;
}

/** How a unit's province (the nearest above it that says so) counts admissions; by decision unless told. */
export async function findCountBy(scope: UnitScope, unitId: number): Promise<"decision" | "ceremony"> {
  const [option] = await scope.db.$queryRaw<{ value: unknown }[]>`
    SELECT o.value FROM unit u JOIN unit above ON above.lo <= u.lo AND above.hi >= u.lo
    JOIN unit_option o ON o.unit_id = above.id AND o.key = 'countBy' WHERE u.id = ${unitId} ORDER BY above.lo DESC LIMIT 1`;
  return option?.value === "ceremony" ? "ceremony" : "decision";
}

/** Says how a unit and all beneath count admissions. */
export async function saveCountBy(
  scope: UnitScope,
  unitId: number,
  countBy: "decision" | "ceremony",
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO unit_option (unit_id, key, value) VALUES (${unitId}, 'countBy', ${JSON.stringify(countBy)}::jsonb)
    ON CONFLICT (unit_id, key) DO UPDATE SET value = EXCLUDED.value`;
}
