import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { remembered, wasBefore } from "@/lib/imports/repository/bulk";
import { holdRows } from "@/lib/imports/repository/changes";
import type { PlainDate } from "@/lib/shared/days";
import type { EnrolmentState, Grade } from "../rules/enrolment";
import type { ClassPlan, ClassState } from "../rules/training-class";

/** A class as an import reads and writes it; version 0: new. */
export type ImportClass = ClassPlan & {
  id: string;
  version: number;
  unitId: number;
  code: string;
  state: ClassState;
};

/** A learner of a class as an import reads and writes them; version 0: new. */
export type ImportEnrolment = {
  id: string;
  version: number;
  classId: string;
  candidateId: string;
  state: EnrolmentState;
  grade: Grade | null;
  certificateNumber: string | null;
  certifiedOn: PlainDate | null;
};

/** The classes of the scope that carry one of these codes, without regard to case. */
export function findClassesByCodes(scope: UnitScope, codes: readonly string[]): Promise<ImportClass[]> {
  const keys = codes.map((code) => code.toUpperCase());
  return scope.db.$queryRaw<ImportClass[]>`
    SELECT t.id, t.version, t.unit_id AS "unitId", t.code, t.kind, t.name, t.from_day::text AS "from", t.to_day::text AS "to", t.form, t.audience, t.place,
      t.sessions, t.size, t.state
    FROM training_class t WHERE t.code_key = ANY (${keys}::text[]) AND t.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY t.created_at, t.id`;
}

/** Everybody who stands in these classes. */
export function findEnrolmentsOf(scope: UnitScope, classIds: readonly string[]): Promise<ImportEnrolment[]> {
  return scope.db.$queryRaw<ImportEnrolment[]>`
    SELECT e.id, e.version, e.class_id AS "classId", e.candidate_id AS "candidateId", e.state, e.grade, e.certificate_number AS "certificateNumber",
      e.certified_on::text AS "certifiedOn"
    FROM enrolment e WHERE e.class_id = ANY (${[...classIds]}::uuid[]) AND e.class_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Writes the classes of one import, and remembers what they were. */
export async function saveClassRows(
  scope: UnitScope,
  classes: readonly ImportClass[],
  batchId: string,
): Promise<void> {
  const known = classes.filter(isKnown);
  await holdRows(scope, "training_class", known);
  const rows = JSON.stringify(classes.map((one) => ({ ...one, codeKey: one.code.toUpperCase() })));
  await scope.db.$executeRaw`
    WITH ${wasBefore("training_class", idsOf(known))}, saved AS (
      INSERT INTO training_class AS t (id, unit_id, code, code_key, kind, name, from_day, to_day, form, audience, place, sessions, size, state,
        saved_by_name, import_batch_id)
      SELECT id, "unitId", code, "codeKey", kind, name, "from", "to", form, audience, place, sessions, size, state, ${scope.actor.name}, ${batchId}::uuid
      FROM jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, "unitId" int, code text, "codeKey" text, kind text, name text, "from" date, "to" date,
        form text, audience text, place text, sessions int, size int, state text)
      ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, from_day = excluded.from_day, to_day = excluded.to_day,
        form = excluded.form, audience = excluded.audience, place = excluded.place, size = excluded.size, saved_by_name = excluded.saved_by_name,
        version = t.version + 1
      RETURNING t.id, t.unit_ord, t.version
    ), written AS (SELECT * FROM saved LEFT JOIN was USING (id))
    ${remembered(batchId, "training_class", "unit_ord")}`;
}

/** Writes the learners of one import, and remembers what they were. */
export async function saveEnrolmentRows(
  scope: UnitScope,
  enrolments: readonly ImportEnrolment[],
  batchId: string,
): Promise<void> {
  const known = enrolments.filter(isKnown);
  await holdRows(scope, "enrolment", known);
  await scope.db.$executeRaw`
    WITH ${wasBefore("enrolment", idsOf(known))}, saved AS (
      INSERT INTO enrolment AS e (id, class_id, candidate_id, state, present, grade, certificate_number, certified_on, saved_by_name, import_batch_id)
      SELECT id, "classId", "candidateId", state, '{}', grade, "certificateNumber", "certifiedOn", ${scope.actor.name}, ${batchId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(enrolments)}::jsonb) AS r (id uuid, "classId" uuid, "candidateId" uuid, state text, grade text,
        "certificateNumber" text, "certifiedOn" date)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, grade = excluded.grade, certificate_number = excluded.certificate_number,
        certified_on = excluded.certified_on, saved_by_name = excluded.saved_by_name, version = e.version + 1
      RETURNING e.id, e.unit_ord, e.version
    ), written AS (SELECT * FROM saved LEFT JOIN was USING (id))
    ${remembered(batchId, "enrolment", "unit_ord")}`;
}

const isKnown = ({ version }: { version: number }): boolean => version > 0;
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
