import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { rulebookOn } from "../rulebook";
import type { Procedure } from "../rules/next-step";
import { optionsAt } from "../rules/options";
import type { NewStep, Step } from "../rules/step";
import type { CandidateDetails } from "./candidates";
import { STANDING_COLUMNS, type StandingRow, standingRow } from "./rows";

/**
 * Records steps and the copy of where the candidate stands, if the candidate still has the version that was
 * seen; false otherwise.
 */
export async function saveSteps(
  scope: UnitScope,
  candidate: CandidateDetails,
  version: number,
  steps: readonly NewStep[],
): Promise<boolean> {
  const recorded = steps.map(
    (step) =>
      ({
        ...step,
        id: randomUUID(),
        recordedAt: "9999",
        recordedByName: scope.actor.name,
        undoneAt: null,
      }) as Step,
  );
  if (!(await saveStanding(scope, candidate, version, [...candidate.steps, ...recorded]))) return false;
  await insertSteps(scope, candidate.id, recorded);
  return true;
}

/** Writes steps, each with the book that judged it; the copy of the standing is the caller's. */
export async function insertSteps(
  scope: UnitScope,
  candidateId: string,
  steps: readonly Step[],
): Promise<void> {
  const rows = steps.map(({ id, kind, onDay, documentNumber, data }) => ({
    id,
    kind,
    onDay,
    documentNumber,
    data,
    rulebook: rulebookOn(onDay).name,
  }));
  await scope.db.$executeRaw`
    INSERT INTO step (id, candidate_id, kind, on_day, document_number, data, rulebook, recorded_by, recorded_by_name)
    SELECT id, ${candidateId}::uuid, kind, "onDay", "documentNumber", data, rulebook, ${scope.actor.accountId}::uuid, ${scope.actor.name}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, kind text, "onDay" date, "documentNumber" text, data jsonb, rulebook text)`;
}

/** Takes back a step; it stays readable. False when the candidate changed meanwhile. */
export async function saveUndoneStep(
  scope: UnitScope,
  candidate: CandidateDetails,
  version: number,
  stepId: string,
): Promise<boolean> {
  const left = candidate.steps.filter(({ id }) => id !== stepId);
  if (!(await saveStanding(scope, candidate, version, left))) return false;
  const undone = await scope.db.$executeRaw`
    UPDATE step SET undone_at = now(), undone_by_name = ${scope.actor.name}
    WHERE id = ${stepId}::uuid AND candidate_id = ${candidate.id}::uuid AND undone_at IS NULL`;
  return undone === 1;
}

/** The class that gave the certificate which a step is; null for every other step. */
export async function findClassOfStep(
  scope: UnitScope,
  candidateId: string,
  { kind, onDay, documentNumber }: Step,
): Promise<{ classId: string; name: string; organiser: string } | null> {
  const classKind = kind === "certified" ? "AWARENESS" : kind === "newMemberCertified" ? "NEW_MEMBER" : null;
  if (classKind === null) return null;
  const [row] = await scope.db.$queryRaw<{ classId: string; name: string; organiser: string }[]>`
    SELECT t.id AS "classId", t.name, u.name AS organiser
    FROM enrolment e JOIN training_class t ON t.id = e.class_id JOIN unit u ON u.id = t.unit_id
    WHERE e.candidate_id = ${candidateId}::uuid AND e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND t.kind = ${classKind}
      AND e.certified_on = ${onDay}::date AND e.certificate_number IS NOT DISTINCT FROM ${documentNumber} LIMIT 1`;
  return row ?? null;
}

/** What the next step of a candidate depends on, on a day. */
export function procedureOf({ cell, options, unitOrd }: CandidateDetails, today: PlainDate): Procedure {
  return { cellKind: cell.kind, book: rulebookOn(today), options: optionsAt(options, unitOrd, today) };
}

/** Moves a candidate and the person to another cell; the old one sees them no more. False: not a cell, or gone. */
export async function saveMove(scope: UnitScope, { id }: CandidateDetails, unitId: number): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ moved: boolean }[]>`
    SELECT sec.move_candidate(${id}::uuid, ${unitId}::int) AS moved`;
  return row?.moved ?? false;
}

/** Writes the stored copy of what the steps say. */
async function saveStanding(
  scope: UnitScope,
  candidate: CandidateDetails,
  version: number,
  steps: readonly Step[],
): Promise<boolean> {
  const standing: StandingRow = standingRow(steps, procedureOf(candidate, scope.today));
  const columns = Prisma.join(STANDING_COLUMNS.map(([name]) => Prisma.raw(`${name} = r.${name}`)));
  const typed = Prisma.raw(STANDING_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", "));
  const changed = await scope.db.$executeRaw`
    UPDATE candidate c SET ${columns}, version = c.version + 1 FROM jsonb_to_record(${JSON.stringify(standing)}::jsonb) AS r (${typed})
    WHERE c.id = ${candidate.id}::uuid AND c.version = ${version} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
