import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import {
  HOLDER_OF,
  PASSAGE_OF,
  PASSAGES,
  type Passage,
  type PassageDays,
  type Waiting,
} from "../rules/bottleneck";
import {
  BANDS,
  bandFigure,
  type Figure,
  LIVE_STEPS,
  type LiveStep,
  lastDay,
  liveFigure,
} from "../rules/figure";
import {
  DayTally,
  type OpenDossiers,
  PACED_STEPS,
  type PacedStep,
  type Paces,
  pacesOf,
} from "../rules/forecast";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { countedPassesOf } from "./dossiers";
import { candidatesOf, inSegments, linesRelation, segmentsOf, undecidedOf } from "./lines";
import { liveStepSql, stepDay } from "./live";
import { anyBandSql, predicateOf } from "./predicate";

/** Decided dossiers of so many months tell the usual pace. */
const PACE_MONTHS = 36;

/** The days from a step to the decision and one more, in 15 bits; 0: no such days. More than 89 years count as 89. */
const packedDays = (step: PacedStep): Prisma.Sql =>
  Prisma.sql`least(greatest(c.decided_on - ${stepDay(step)}, -1) + 1, 32767)`;

/**
 * Median days from each step to the decision, of the dossiers decided in the 36 months before the day: by unit id.
 * The days of all dossiers of a segment come in one string, two bytes a step, and are counted here: to sort them for
 * each row and once more for the total takes the database several times as long.
 */
export async function findPaces(
  scope: UnitScope,
  tree: TreeOnDay,
  asOf: PlainDate,
): Promise<Map<number, Paces>> {
  const segments = segmentsOf(tree);
  const [first, second, third, fourth, fifth] = PACED_STEPS;
  const decided: Figure = {
    what: { event: "decided" },
    from: addMonths(asOf, -PACE_MONTHS),
    to: asOf,
    asOf,
    group: "ALL",
    countBy: "decision",
  };
  const statements = countedPassesOf("decided", [decided], { segments, stood: tree.stood }).map(
    ({ from, where, sign }) => Prisma.sql`
    SELECT width_bucket(c.unit_ord, ${segments.thresholds}::bigint[]) AS segment, ${sign}1 AS each,
      encode(string_agg(int8send((${packedDays(first)}::int8 << 48) | (${packedDays(second)}::int8 << 32)
        | (${packedDays(third)}::int8 << 16) | ${packedDays(fourth)}) || int2send(${packedDays(fifth)}::int2), ''), 'base64') AS days
    FROM ${from} WHERE ${inSegments(segments, scope)} AND ${where} AND ${predicateOf(decided)} GROUP BY 1`,
  );
  const rows = await scope.db.$queryRaw<
    { segment: number; each: number; days: string }[]
  >`${Prisma.join(statements, " UNION ALL ")}`;
  const tallies = new Map<number, DayTally[]>();
  for (const { segment, each, days } of rows) {
    const here = tallied(Buffer.from(days, "base64"), each);
    for (const id of segments.linesOf(segment)) {
      const line = tallies.get(id) ?? PACED_STEPS.map(() => new DayTally());
      tallies.set(id, line);
      for (const [place, tally] of line.entries()) tally.addAll(here[place]);
    }
  }
  return new Map([...tallies].map(([id, line]) => [id, pacesOf(line)]));
}

function tallied(packed: Buffer, each: number): DayTally[] {
  const all = new Uint16Array(new Uint8Array(packed.swap16()).buffer);
  return PACED_STEPS.map((_, place) => {
    const tally = new DayTally();
    for (let at = place; at < all.length; at += PACED_STEPS.length) tally.add((all[at] ?? 0) - 1, each);
    return tally;
  });
}

/** Dossiers that may still be decided on the as-of day, by furthest step and its day: by unit id. */
export async function findOpenDossiers(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
  countBy: CountBy,
): Promise<Map<number, OpenDossiers[]>> {
  const { asOf } = parameters;
  const segments = segmentsOf(tree);
  const figures = BANDS.map((band) => bandFigure(band, parameters, countBy));
  const step = liveStepSql(PACED_STEPS, asOf);
  const passes = countedPassesOf("open", figures, { segments, stood: tree.stood }).map(
    ({ from, where, sign }) => Prisma.sql`
    SELECT s.segment, s.step, array_agg(s.ago) AS ago, array_agg(s.people) AS people FROM (
      SELECT width_bucket(c.unit_ord, ${segments.thresholds}::bigint[]) AS segment, s.step, ${asOf}::date - s.day AS ago, ${sign}count(*)::int AS people
      FROM ${from} CROSS JOIN LATERAL (SELECT ${step.name} AS step, ${step.day} AS day) s
      WHERE ${inSegments(segments, scope)} AND ${where} AND ${anyBandSql(asOf)} GROUP BY 1, 2, 3) s
    GROUP BY 1, 2`,
  );
  const rows = await scope.db.$queryRaw<
    { segment: number; step: PacedStep; ago: number[]; people: number[] }[]
  >`${Prisma.join(passes, " UNION ALL ")}`;
  const counts = new Map<number, Map<PacedStep, Map<number, number>>>();
  for (const { segment, step, ago, people } of rows) {
    for (const id of segments.linesOf(segment)) {
      const line = counts.get(id) ?? new Map<PacedStep, Map<number, number>>();
      const waiting = line.get(step) ?? new Map<number, number>();
      for (const [at, days] of ago.entries()) waiting.set(days, (waiting.get(days) ?? 0) + (people[at] ?? 0));
      counts.set(id, line.set(step, waiting));
    }
  }
  const days = new Map(rows.flatMap(({ ago }) => ago).map((ago) => [ago, ""]));
  for (const ago of days.keys()) days.set(ago, addDays(asOf, -ago));
  return new Map(
    [...counts].map(([id, line]) => [
      id,
      [...line].flatMap(([step, waiting]) =>
        Array.from(waiting, ([ago, people]) => ({ step, day: days.get(ago) ?? asOf, people })).filter(
          ({ people }) => people > 0,
        ),
      ),
    ]),
  );
}

/** Median and 90th percentile of the days of each passage that ended in the period: by unit id. */
export async function findPassages(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
): Promise<Map<number, PassageDays[]>> {
  const last = lastDay(parameters);
  const { id, from, within, counted } = linesRelation(scope, tree);
  const told = Prisma.join(
    PASSAGES.map((passage) => {
      const { begin, end } = DAYS_OF[passage];
      const within = Prisma.sql`FILTER (WHERE ${end} BETWEEN ${parameters.from}::date AND ${last}::date AND ${end} >= ${begin})`;
      return Prisma.sql`jsonb_build_object('passage', ${passage}::text,
        'median', percentile_cont(0.5) WITHIN GROUP (ORDER BY ${end} - ${begin}) ${within},
        'ninth', percentile_cont(0.9) WITHIN GROUP (ORDER BY ${end} - ${begin}) ${within}, 'dossiers', count(*) ${within})`;
    }),
    ", ",
    "jsonb_build_array(",
    ")",
  );
  const rows = await scope.db.$queryRaw<{ unitId: number; passages: PassageDays[] }[]>`
    SELECT ${id} AS "unitId", ${told} AS passages FROM ${from}
    WHERE ${within} GROUP BY GROUPING SETS ((l.row_id), ()) HAVING ${counted}`;
  return new Map(rows.map(({ unitId, passages }) => [unitId, passages]));
}

/** Where the unit's open dossiers wait on the as-of day, for how long, and how many longer than the usual days. */
export async function findWaiting(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
  usual: readonly PassageDays[],
): Promise<Waiting[]> {
  const { asOf } = parameters;
  const step = liveStepSql(LIVE_STEPS, asOf);
  const segments = segmentsOf({ ...tree, rows: [] });
  const limits = LIVE_STEPS.map(
    (of) => usual.find(({ passage }) => passage === PASSAGE_OF[of])?.median ?? null,
  );
  const rows = await scope.db.$queryRaw<Omit<Waiting, "holder">[]>`
    SELECT s.step, count(*)::int AS people, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${asOf}::date - s.day) AS median,
      count(*) FILTER (WHERE ${asOf}::date - s.day > l.days)::int AS longer
    FROM ${undecidedOf(segments, tree.stood, asOf)} CROSS JOIN LATERAL (SELECT ${step.name} AS step, ${step.day} AS day) s
    LEFT JOIN unnest(${[...LIVE_STEPS]}::text[], ${limits}::float8[]) AS l (step, days) ON l.step = s.step
    WHERE ${inSegments(segments, scope)} AND (c.decided_on IS NULL OR c.decided_on > ${asOf}::date)
      AND ${predicateOf(liveFigure("all", parameters))} GROUP BY 1`;
  return LIVE_STEPS.toReversed().flatMap((of) => {
    const row = rows.find((told) => told.step === of);
    return row ? [{ ...row, holder: HOLDER_OF[of] }] : [];
  });
}

/** Dossiers ended in the period without a decision, by the furthest step they had reached then. */
export async function countDropOuts(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
): Promise<{ step: LiveStep; people: number }[]> {
  const step = liveStepSql(LIVE_STEPS, lastDay(parameters));
  const segments = segmentsOf({ ...tree, rows: [] });
  const rows = await scope.db.$queryRaw<{ step: LiveStep; people: number }[]>`
    SELECT ${step.name} AS step, count(*)::int AS people
    FROM ${candidatesOf(segments, tree.stood)}
    WHERE ${inSegments(segments, scope)} AND c.closed_on BETWEEN ${parameters.from}::date AND ${lastDay(parameters)}::date AND c.decided_on IS NULL AND c.admitted_on IS NULL
    GROUP BY 1`;
  return LIVE_STEPS.toReversed().flatMap((of) => rows.filter((row) => row.step === of));
}

const DAYS_OF: Record<Passage, { begin: Prisma.Sql; end: Prisma.Sql }> = {
  toSympathiser: { begin: Prisma.sql`c.introduced_on`, end: Prisma.sql`c.sympathiser_on` },
  toCertificate: { begin: Prisma.sql`c.sympathiser_on`, end: Prisma.sql`c.certified_on` },
  toApplication: { begin: Prisma.sql`c.certified_on`, end: Prisma.sql`c.applied_on` },
  toCell: { begin: Prisma.sql`c.applied_on`, end: Prisma.sql`c.cell_resolved_on` },
  toBase: { begin: Prisma.sql`c.cell_resolved_on`, end: Prisma.sql`c.base_resolved_on` },
  toSubmission: {
    begin: Prisma.sql`coalesce(c.base_resolved_on, c.cell_resolved_on)`,
    end: Prisma.sql`c.submitted_on`,
  },
  toDecision: { begin: Prisma.sql`c.submitted_on`, end: Prisma.sql`c.decided_on` },
  toCeremony: { begin: Prisma.sql`c.decided_on`, end: Prisma.sql`c.admitted_on` },
};
