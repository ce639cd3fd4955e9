import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { admittedWithinSql } from "@/lib/classes/repository/enrolments";
import { GRADES, type Grade, LEARNER_STATES } from "@/lib/classes/rules/enrolment";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { Prisma } from "@/prisma/generated/client/client";
import type { CountedClass } from "../rules/classes";
import { lastDay } from "../rules/figure";
import type { ReportParameters } from "../rules/parameters";

type Row = Omit<CountedClass, "unit" | "grades"> & {
  unitCode: string;
  unitName: string;
  unitKind: string;
} & Record<Grade, number>;

/**
 * The classes that organisers in the tree began in the period, each with its counts as of the day: grades
 * are there once the class is over, a certificate from its day on, and of those certified who was decided to be
 * admitted by then. Whoever has left the actor's range since is counted among the certified alone.
 */
export async function findCountedClasses(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
): Promise<CountedClass[]> {
  const { from, asOf } = parameters;
  const learner = Prisma.sql`e.state = ANY (${[...LEARNER_STATES]}::text[])`;
  const grades = Prisma.join(
    GRADES.map(
      (grade) =>
        Prisma.sql`count(e.id) FILTER (WHERE ${learner} AND e.grade = ${grade} AND t.to_day <= ${asOf}::date)::int AS ${Prisma.raw(`"${grade}"`)}`,
    ),
  );
  const within = (months: number) =>
    Prisma.sql`count(e.id) FILTER (WHERE ${learner} AND e.certified_on <= ${asOf}::date AND ${admittedWithinSql(months, asOf)})::int`;
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT t.code, t.kind, t.name, t.form, t.from_day::text AS "from", t.to_day::text AS "to", u.code AS "unitCode", u.name AS "unitName",
      u.kind AS "unitKind", count(e.id) FILTER (WHERE e.state <> 'substitute')::int AS called,
      count(e.id) FILTER (WHERE ${learner})::int AS learners, count(e.id) FILTER (WHERE e.state = 'attended')::int AS attended,
      count(e.id) FILTER (WHERE ${learner} AND e.certified_on <= ${asOf}::date)::int AS certificates,
      ${within(12)} AS "within12", ${within(24)} AS "within24", ${grades}
    FROM unnest(${tree.total.map(({ lo }) => lo)}::bigint[], ${tree.total.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN training_class t ON t.unit_ord BETWEEN place.lo AND place.hi AND t.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN unit u ON u.id = t.unit_id LEFT JOIN enrolment e ON e.class_id = t.id LEFT JOIN candidate c ON c.id = e.candidate_id
    WHERE t.state <> 'dropped' AND t.from_day BETWEEN ${from}::date AND ${lastDay(parameters)}::date
    GROUP BY t.id, u.id ORDER BY t.from_day, t.code`;
  return rows.map(({ unitCode, unitName, unitKind, excellent, good, fair, failed, absent, ...one }) => ({
    ...one,
    unit: { code: unitCode, name: unitName, kind: unitKind },
    grades: { excellent, good, fair, failed, absent },
  }));
}
