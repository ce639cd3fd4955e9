import "server-only";
import { LEARNER_STATES } from "@/lib/classes/rules/enrolment";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { type Figure, LIVE_STEPS, type LiveSource, type LiveStep } from "../rules/figure";

/** The first day of the certificates that are still valid on a day, by its rulebook (R-05). */
export function firstValidCertificate(asOf: PlainDate): PlainDate {
  const months = rulebookOn(asOf).certificateMonths;
  const day = addMonths(asOf, -months);
  return addMonths(day, months) < asOf ? addDays(day, 1) : day;
}

const DAY_OF: Record<LiveStep, Prisma.Sql> = {
  submitted: Prisma.sql`c.submitted_on`,
  baseResolved: Prisma.sql`c.base_resolved_on`,
  cellResolved: Prisma.sql`c.cell_resolved_on`,
  applied: Prisma.sql`c.applied_on`,
  certified: Prisma.sql`c.certified_on`,
  sympathisers: Prisma.sql`c.sympathiser_on`,
  introduced: Prisma.sql`c.introduced_on`,
};

/** The column of a step's day. */
export const stepDay = (step: LiveStep): Prisma.Sql => DAY_OF[step];

/** The first of the steps, furthest first, that was reached by a day, and the day it was; null where none was. */
export function liveStepSql(
  steps: readonly LiveStep[],
  asOf: PlainDate,
): { name: Prisma.Sql; day: Prisma.Sql } {
  const choose = (answer: (step: LiveStep) => Prisma.Sql) =>
    Prisma.sql`CASE ${Prisma.join(
      steps.map((step) => Prisma.sql`WHEN ${reached(step, asOf)} THEN ${answer(step)}`),
      " ",
    )} END`;
  return { name: choose((step) => Prisma.sql`${step}::text`), day: choose(stepDay) };
}

const reached = (step: LiveStep, asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`coalesce(${DAY_OF[step]} <= ${asOf}::date, false)`;

const not = (column: Prisma.Sql, asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`(${column} IS NULL OR ${column} > ${asOf}::date)`;

/** On the way on a day: some step is done, neither decided nor admitted nor closed. */
function onTheWay(asOf: PlainDate): Prisma.Sql {
  const begun = Prisma.join(
    LIVE_STEPS.map((step) => DAY_OF[step]),
    ", ",
    "LEAST(",
    ")",
  );
  return Prisma.sql`${begun} <= ${asOf}::date AND ${not(Prisma.sql`c.decided_on`, asOf)}
    AND ${not(Prisma.sql`c.admitted_on`, asOf)} AND ${not(Prisma.sql`c.closed_on`, asOf)}`;
}

/** The SQL of a figure of live sources over `c` (candidate). */
export function liveSql(live: LiveSource, figure: Figure): Prisma.Sql {
  const { asOf } = figure;
  const open = onTheWay(asOf);
  if (live === "all") return open;
  if (live === "notSent")
    return Prisma.sql`${open} AND ${withoutCertificate(asOf)} AND NOT ${someoneSent(figure)}`;
  if (typeof live === "object")
    return Prisma.sql`${open} AND c.certified_on <= ${asOf}::date - make_interval(months => ${live.notReviewedFor}::int)
      AND ${not(Prisma.sql`c.cell_resolved_on`, asOf)}`;
  const further = LIVE_STEPS.slice(0, LIVE_STEPS.indexOf(live)).map(
    (step) => Prisma.sql`AND NOT ${reached(step, asOf)}`,
  );
  return Prisma.sql`${open} AND ${reached(live, asOf)} ${further.length > 0 ? Prisma.join(further, " ") : Prisma.empty}`;
}

/** The day of the furthest step on the as-of day. */
export function liveDay({ asOf }: Figure): Prisma.Sql {
  return liveStepSql(LIVE_STEPS, asOf).day;
}

const withoutCertificate = (asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`(${not(Prisma.sql`c.certified_on`, asOf)}
    OR c.certified_on < ${firstValidCertificate(asOf)}::date)`;

/**
 * Has somebody of the cell a place in an awareness class of the period, or in one planned by the as-of day? A
 * class counts from the day it was planned, so that a cell leaves the list the day someone is called.
 */
function someoneSent({ from, asOf, asWas = false }: Figure): Prisma.Sql {
  const cell = asWas
    ? Prisma.sql`coalesce((SELECT f.unit_id FROM former_place f WHERE f.candidate_id = o.id AND f.until_day >= ${asOf}::date
        ORDER BY f.until_day LIMIT 1), o.unit_id)`
    : Prisma.sql`o.unit_id`;
  return Prisma.sql`(c.unit_id = ANY (ARRAY(SELECT DISTINCT ${cell} FROM enrolment e
    JOIN training_class t ON t.id = e.class_id JOIN candidate o ON o.id = e.candidate_id
    WHERE t.kind = 'AWARENESS' AND e.state = ANY (${[...LEARNER_STATES]}::text[]) AND t.to_day >= ${from}::date
      AND (t.from_day <= ${asOf}::date OR (t.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= ${asOf}::date))))`;
}
