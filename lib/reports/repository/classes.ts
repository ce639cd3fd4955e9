import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { admittedWithinSql } from "@/lib/classes/repository/enrolments";
import { GRADES, type Grade, LEARNER_STATES, PASSING_GRADES } from "@/lib/classes/rules/enrolment";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { ClassFigure, LearnerFact } from "../rules/class-figure";
import type { CountedClass } from "../rules/classes";
import { lastDay } from "../rules/figure";
import type { ReportParameters } from "../rules/parameters";
import type { FigurePerson } from "./figures";

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
  const { asOf } = parameters;
  const counted = (fact: LearnerFact) =>
    Prisma.sql`count(e.id) FILTER (WHERE ${learnerSql(fact, asOf)})::int`;
  const grades = Prisma.join(
    GRADES.map((grade) => Prisma.sql`${counted(grade)} AS ${Prisma.raw(`"${grade}"`)}`),
  );
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT t.code, t.kind, t.name, t.form, t.from_day::text AS "from", t.to_day::text AS "to", u.code AS "unitCode", u.name AS "unitName",
      u.kind AS "unitKind", ${counted("called")} AS called, ${counted("learners")} AS learners, ${counted("attended")} AS attended,
      ${counted("certificates")} AS certificates, ${counted("admittedWithin12")} AS "within12", ${counted("admittedWithin24")} AS "within24", ${grades}
    FROM ${heldBeneath(scope, tree)}
    JOIN unit u ON u.id = t.unit_id LEFT JOIN enrolment e ON e.class_id = t.id LEFT JOIN candidate c ON c.id = e.candidate_id
    WHERE ${begunWithin(parameters)}
    GROUP BY t.id, u.id ORDER BY t.from_day, t.code`;
  return rows.map(({ unitCode, unitName, unitKind, excellent, good, fair, failed, absent, ...one }) => ({
    ...one,
    unit: { code: unitCode, name: unitName, kind: unitKind },
    grades: { excellent, good, fair, failed, absent },
  }));
}

/** The classes `t` that organisers in the tree hold. */
const heldBeneath = (scope: UnitScope, { total }: TreeOnDay): Prisma.Sql => Prisma.sql`
  unnest(${total.map(({ lo }) => lo)}::bigint[], ${total.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
  JOIN training_class t ON t.unit_ord BETWEEN place.lo AND place.hi AND t.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;

const begunWithin = (parameters: ReportParameters): Prisma.Sql =>
  Prisma.sql`t.state <> 'dropped' AND t.from_day BETWEEN ${parameters.from}::date AND ${lastDay(parameters)}::date`;

/** Whom a number of learners counts, over the class `t`, the enrolment `e` and the candidate `c`. */
function learnerSql(fact: LearnerFact, asOf: PlainDate): Prisma.Sql {
  const learner = Prisma.sql`e.state = ANY (${[...LEARNER_STATES]}::text[])`;
  const certified = Prisma.sql`${learner} AND e.certified_on <= ${asOf}::date`;
  const graded = (grades: readonly Grade[]) =>
    Prisma.sql`${learner} AND e.grade = ANY (${[...grades]}::text[]) AND t.to_day <= ${asOf}::date`;
  switch (fact) {
    case "called":
      return Prisma.sql`e.state <> 'substitute'`;
    case "learners":
      return learner;
    case "attended":
      return Prisma.sql`e.state = 'attended'`;
    case "passed":
      return graded(PASSING_GRADES);
    case "certificates":
      return certified;
    case "admittedWithin12":
      return Prisma.sql`${certified} AND ${admittedWithinSql(12, asOf)}`;
    case "admittedWithin24":
      return Prisma.sql`${certified} AND ${admittedWithinSql(24, asOf)}`;
    default:
      return graded([fact]);
  }
}

/** The learners behind a number, given names first, by the first day of their class; who learns twice stands twice. */
export function findClassPeople(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
  { kind, fact }: ClassFigure,
  {
    organiser,
    limit,
    after,
  }: { organiser: string | null; limit: number | null; after: { id: string; day: string | null } | null },
): Promise<FigurePerson[]> {
  const following = after
    ? Prisma.sql`AND (p.given_name, p.name, c.id, t.from_day) > (SELECT q.given_name, q.name, d.id, ${after.day}::date
        FROM candidate d JOIN person q ON q.id = d.person_id WHERE d.id = ${after.id}::uuid)`
    : Prisma.empty;
  return scope.db.$queryRaw<FigurePerson[]>`
    SELECT c.id, p.name, p.given_name AS "givenName", p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, u.code AS "unitCode",
      u.name AS "unitName", c.stage AS step, t.from_day::text AS day
    FROM ${heldBeneath(scope, tree)}
    JOIN unit o ON o.id = t.unit_id JOIN enrolment e ON e.class_id = t.id
    JOIN candidate c ON c.id = e.candidate_id AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE ${begunWithin(parameters)} AND t.kind = ${kind} AND (${learnerSql(fact, parameters.asOf)})
      AND ${organiser === null ? Prisma.sql`true` : Prisma.sql`o.code = ${organiser}`} ${following}
    ORDER BY p.given_name, p.name, c.id, t.from_day LIMIT ${limit}`;
}
