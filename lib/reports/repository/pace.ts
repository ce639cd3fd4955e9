import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { addMonths, type PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import {
  HOLDER_OF,
  PASSAGE_OF,
  PASSAGES,
  type Passage,
  type PassageDays,
  type Waiting,
} from "../rules/bottleneck";
import { BANDS, bandFigure, LIVE_STEPS, type LiveStep, lastDay, liveFigure } from "../rules/figure";
import { type OpenDossiers, PACED_STEPS, type PacedStep, type Paces } from "../rules/forecast";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { candidatesOf, inSegments, linesRelation, segmentsOf, undecidedOf } from "./lines";
import { liveStepSql, stepDay } from "./live";
import { predicateOf } from "./predicate";

/** Decided dossiers of so many months tell the usual pace. */
const PACE_MONTHS = 36;

/** Median days from each step to the decision, of the dossiers decided in the 36 months before the day: by unit id. */
export async function findPaces(
  scope: UnitScope,
  tree: TreeOnDay,
  asOf: PlainDate,
): Promise<Map<number, Paces>> {
  const { id, from, within, counted } = linesRelation(scope, tree);
  const medians = Prisma.join(
    PACED_STEPS.map((step) => {
      const days = Prisma.sql`c.decided_on - ${stepDay(step)}`;
      return Prisma.sql`${step}::text, jsonb_build_object('days', percentile_cont(0.5) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE ${days} >= 0),
        'dossiers', count(*) FILTER (WHERE ${days} >= 0))`;
    }),
    ", ",
    "jsonb_build_object(",
    ")",
  );
  const rows = await scope.db.$queryRaw<
    { unitId: number; paces: Record<PacedStep, { days: number | null; dossiers: number }> }[]
  >`
    SELECT ${id} AS "unitId", ${medians} AS paces FROM ${from}
    WHERE ${within} AND c.decided_on BETWEEN ${addMonths(asOf, -PACE_MONTHS)}::date AND ${asOf}::date
      AND (c.revoked_on IS NULL OR c.revoked_on > ${asOf}::date)
    GROUP BY GROUPING SETS ((l.row_id), ()) HAVING ${counted}`;
  return new Map(
    rows.map(({ unitId, paces }) => [
      unitId,
      Object.fromEntries(Object.entries(paces).filter(([, { days }]) => days !== null)) as Paces,
    ]),
  );
}

/** Dossiers that may still be decided on the as-of day, by furthest step and its day: by unit id. */
export async function findOpenDossiers(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
  countBy: CountBy,
): Promise<Map<number, OpenDossiers[]>> {
  const open = Prisma.join(
    BANDS.map((band) => predicateOf(bandFigure(band, parameters, countBy))),
    ") OR (",
    "((",
    "))",
  );
  const step = liveStepSql(PACED_STEPS, parameters.asOf);
  const { id, from, within, counted } = linesRelation(scope, tree, parameters.asOf);
  const rows = await scope.db.$queryRaw<({ unitId: number } & OpenDossiers)[]>`
    SELECT ${id} AS "unitId", s.step, s.day::text AS day, count(*)::int AS people
    FROM ${from} CROSS JOIN LATERAL (SELECT ${step.name} AS step, ${step.day} AS day) s
    WHERE ${within} AND (c.decided_on IS NULL OR c.decided_on > ${parameters.asOf}::date) AND ${open} AND s.step IS NOT NULL
    GROUP BY GROUPING SETS ((l.row_id, s.step, s.day), (s.step, s.day)) HAVING ${counted}`;
  return groupedById(rows);
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

function groupedById<Row extends { unitId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const grouped = new Map<number, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.unitId);
    if (known) known.push(row);
    else grouped.set(row.unitId, [row]);
  }
  return grouped;
}
