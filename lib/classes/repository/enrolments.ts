import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { EnrolmentState, Grade } from "../rules/enrolment";
import type { ClassForm, ClassKind, ClassState } from "../rules/training-class";

/** One person of a class; the person is null once they left the organiser's range. */
export type Enrolment = {
  id: string;
  candidateId: string;
  person: {
    name: string;
    birthYear: number;
    birthDate: PlainDate | null;
    cell: string;
    above: string | null;
  } | null;
  state: EnrolmentState;
  reason: string | null;
  /** Whose place a substitute is proposed for. */
  replaces: string | null;
  present: number[];
  grade: Grade | null;
  certificateNumber: string | null;
  certifiedOn: PlainDate | null;
  /** The certificate that was taken back last. */
  withdrawnNumber: string | null;
  withdrawnCertifiedOn: PlainDate | null;
  withdrawnReason: string | null;
  savedByName: string;
  version: number;
};

type Row = Omit<Enrolment, "person"> & {
  name: string | null;
  birthYear: number;
  birthDate: PlainDate | null;
  cell: string;
  above: string | null;
};

const enrolmentOf = ({ name, birthYear, birthDate, cell, above, ...rest }: Row): Enrolment => ({
  ...rest,
  person: name === null ? null : { name, birthYear, birthDate, cell, above },
});

const ENROLMENT = Prisma.sql`e.id, e.candidate_id AS "candidateId", p.name, p.birth_year AS "birthYear", p.birth_date::text AS "birthDate",
  u.name AS cell, a.name AS above, e.state, e.reason,
  (SELECT rp.name FROM enrolment r JOIN candidate rc ON rc.id = r.candidate_id JOIN person rp ON rp.id = rc.person_id WHERE r.id = e.replaces_id) AS replaces,
  e.present, e.grade, e.certificate_number AS "certificateNumber", e.certified_on::text AS "certifiedOn",
  e.withdrawn_number AS "withdrawnNumber", e.withdrawn_certified_on::text AS "withdrawnCertifiedOn", e.withdrawn_reason AS "withdrawnReason", e.saved_by_name AS "savedByName", e.version`;
const PEOPLE = Prisma.sql`LEFT JOIN candidate c ON c.id = e.candidate_id LEFT JOIN person p ON p.id = c.person_id
  LEFT JOIN unit u ON u.id = c.unit_id LEFT JOIN unit a ON a.id = u.parent_id`;

/** Everybody of a class of the scope, given names first. */
export async function findEnrolments(scope: UnitScope, classId: string): Promise<Enrolment[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${ENROLMENT} FROM enrolment e ${PEOPLE}
    WHERE e.class_id = ${classId}::uuid AND e.class_ord BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY p.given_name, p.name, e.id`;
  return rows.map(enrolmentOf);
}

/** A call as the person's cell sees it. */
export type Call = Enrolment & {
  classId: string;
  className: string;
  kind: ClassKind;
  form: ClassForm;
  place: string | null;
  from: PlainDate;
  to: PlainDate;
  classState: ClassState;
  organiser: string;
  cellId: number;
};

const CALL = Prisma.sql`${ENROLMENT}, t.id AS "classId", t.name AS "className", t.kind, t.form, t.place, t.from_day::text AS "from",
  t.to_day::text AS "to", t.state AS "classState", o.name AS organiser, c.unit_id AS "cellId"`;
type CallRow = Row & Omit<Call, keyof Enrolment>;

/** A call to somebody of the scope, kept as it is while the transaction lasts; null outside. */
export async function findCall(scope: UnitScope, id: string): Promise<Call | null> {
  const [row] = await scope.db.$queryRaw<CallRow[]>`
    SELECT ${CALL} FROM enrolment e JOIN candidate c ON c.id = e.candidate_id JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
      LEFT JOIN unit a ON a.id = u.parent_id JOIN training_class t ON t.id = e.class_id JOIN unit o ON o.id = t.unit_id
    WHERE e.id = ${id}::uuid AND e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} FOR UPDATE OF e`;
  return row ? { ...row, ...enrolmentOf(row) } : null;
}

/** The calls of the scope that wait for an answer, the nearest class first; at most 100. */
export async function findOpenCalls(scope: UnitScope): Promise<Call[]> {
  const rows = await scope.db.$queryRaw<CallRow[]>`
    SELECT ${CALL} FROM enrolment e JOIN candidate c ON c.id = e.candidate_id JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
      LEFT JOIN unit a ON a.id = u.parent_id JOIN training_class t ON t.id = e.class_id JOIN unit o ON o.id = t.unit_id
    WHERE e.state = 'called' AND t.state = 'planned' AND e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY t.from_day, p.given_name, p.name, e.id LIMIT 100`;
  return rows.map((row) => ({ ...row, ...enrolmentOf(row) }));
}

/** Which classes these candidates were called to, and what came of it. */
export function findLearning(
  scope: UnitScope,
  candidateIds: readonly string[],
): Promise<{ candidateId: string; kind: ClassKind; classState: ClassState; state: EnrolmentState }[]> {
  return scope.db.$queryRaw`
    SELECT e.candidate_id AS "candidateId", t.kind, t.state AS "classState", e.state FROM enrolment e JOIN training_class t ON t.id = e.class_id
    WHERE e.candidate_id = ANY (${[...candidateIds]}::uuid[]) AND e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Puts people into a class; who declined before is called again. */
export async function saveCalls(
  scope: UnitScope,
  classId: string,
  candidateIds: readonly string[],
  as: { state: "called" | "substitute"; replacesId: string | null } = { state: "called", replacesId: null },
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO enrolment (class_id, candidate_id, state, replaces_id, present, saved_by_name)
    SELECT ${classId}::uuid, id, ${as.state}, ${as.replacesId}::uuid, '{}', ${scope.actor.name} FROM unnest(${[...candidateIds]}::uuid[]) AS x (id)
    ON CONFLICT (class_id, candidate_id) DO UPDATE SET state = excluded.state, reason = NULL, replaces_id = excluded.replaces_id,
      saved_by_name = excluded.saved_by_name, version = enrolment.version + 1
    WHERE enrolment.state = 'declined'`;
}

type Change = Partial<
  Pick<Enrolment, "state" | "reason" | "present" | "grade" | "certificateNumber" | "certifiedOn">
>;

/** Changes one person's row, on either side; false when it changed meanwhile. */
export async function saveEnrolment(
  scope: UnitScope,
  before: Pick<
    Enrolment,
    "id" | "version" | "state" | "reason" | "present" | "grade" | "certificateNumber" | "certifiedOn"
  >,
  change: Change,
): Promise<boolean> {
  const now = { ...before, ...change };
  const changed = await scope.db.$executeRaw`
    UPDATE enrolment SET state = ${now.state}, reason = ${now.reason}, present = ${now.present}::int[], grade = ${now.grade},
      certificate_number = ${now.certificateNumber}, certified_on = ${now.certifiedOn}::date, saved_by_name = ${scope.actor.name},
      version = version + 1
    WHERE id = ${before.id}::uuid AND version = ${before.version}
      AND (unit_ord BETWEEN ${scope.lo} AND ${scope.hi} OR class_ord BETWEEN ${scope.lo} AND ${scope.hi})`;
  return changed === 1;
}

/** Takes a certificate back from somebody's row; false when it changed meanwhile. */
export async function saveWithdrawn(
  scope: UnitScope,
  { id }: Enrolment,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE enrolment SET withdrawn_number = certificate_number, withdrawn_certified_on = certified_on, withdrawn_reason = ${reason},
      certificate_number = NULL, certified_on = NULL, saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND certified_on IS NOT NULL AND class_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** The highest number of a certificate that an organiser's classes gave in a year, by whatever road; 0: none. */
export async function findLastCertificate(scope: UnitScope, unitId: number, year: number): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ most: number | null }[]>`
    SELECT max(substring(coalesce(e.certificate_number, e.withdrawn_number) FROM '^0*([0-9]{1,6})')::int) AS most
    FROM enrolment e JOIN training_class t ON t.id = e.class_id
    WHERE t.unit_id = ${unitId} AND coalesce(e.certified_on, e.withdrawn_certified_on) BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date
      AND e.class_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row?.most ?? 0;
}

/**
 * Was the candidate `c` of the enrolment `e` decided to be admitted within so many months of the certificate,
 * as of a day (none: all that is known)? A revoked decision does not count; nor does one from before it.
 */
export function admittedWithinSql(months: number, asOf?: PlainDate): Prisma.Sql {
  const known = asOf
    ? Prisma.sql`c.decided_on <= ${asOf}::date AND (c.revoked_on IS NULL OR c.revoked_on > ${asOf}::date)`
    : Prisma.sql`c.revoked_on IS NULL`;
  return Prisma.sql`(${known} AND c.decided_on BETWEEN e.certified_on AND e.certified_on + make_interval(months => ${months}::int))`;
}

/** Of a class's certified, how many were decided to be admitted within 12 and within 24 months of the certificate. */
export type AdmittedLater = { certified: number; within12: number; within24: number };

/** Counts that of one class of the scope, with all that is known today. */
export async function countAdmittedLater(scope: UnitScope, classId: string): Promise<AdmittedLater> {
  const within = (months: number) => Prisma.sql`count(*) FILTER (WHERE ${admittedWithinSql(months)})::int`;
  const [row] = await scope.db.$queryRaw<AdmittedLater[]>`
    SELECT count(*)::int AS certified, ${within(12)} AS within12, ${within(24)} AS within24
    FROM enrolment e LEFT JOIN candidate c ON c.id = e.candidate_id
    WHERE e.class_id = ${classId}::uuid AND e.certified_on IS NOT NULL AND e.class_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row ?? { certified: 0, within12: 0, within24: 0 };
}
