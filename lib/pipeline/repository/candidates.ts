import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Education, Occupation, PoliticalTheory, Profession, Religion, Sex } from "@/lib/people/rules";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import type { Source } from "../labels/words";
import type { OptionsOfUnit } from "../rules/options";
import type { Step, StepKind } from "../rules/step";
import { findProcedureOptions } from "./options";

/** A candidate with person, cell and steps, as the page and the rules need them. */
export type CandidateDetails = {
  id: string;
  version: number;
  source: Source;
  readmission: boolean;
  unitOrd: bigint;
  cell: {
    id: number;
    code: string;
    name: string;
    kind: string;
    above: string | null;
    officialMembers: number | null;
  };
  person: {
    id: string;
    version: number;
    name: string;
    birthDate: PlainDate | null;
    birthYear: number;
    sex: Sex | null;
    ethnicity: string | null;
    religion: Religion | null;
    citizenLast4: string | null;
    occupation: Occupation | null;
    education: Education | null;
    profession: Profession | null;
    politicalTheory: PoliticalTheory | null;
    unionMember: boolean | null;
    privateOwner: boolean | null;
    foreignSpouse: boolean | null;
    religiousDignitary: boolean | null;
  };
  /** The committee above that may decide admissions today; null: none does. */
  decider: { id: number; kind: string; name: string; lo: bigint; hi: bigint } | null;
  /** What the provinces add to the central rules. */
  options: OptionsOfUnit[];
  steps: Step[];
};

/** The candidate inside the scope, or null: outside is the same as not existing. */
export async function findCandidate(scope: UnitScope, id: string): Promise<CandidateDetails | null> {
  if (!isUuid(id)) return null;
  const [candidate] = await findCandidates(scope, [id]);
  return candidate ?? null;
}

/** Those of these candidates that are inside the scope, in no order. */
export async function findCandidates(scope: UnitScope, ids: readonly string[]): Promise<CandidateDetails[]> {
  const rows = await scope.db.$queryRaw<
    {
      details: Omit<CandidateDetails, "steps" | "unitOrd" | "decider" | "options"> & {
        decider: { id: number; kind: string; name: string; lo: string; hi: string } | null;
        unitOrd: string;
      };
    }[]
  >`
    SELECT jsonb_build_object('id', c.id, 'version', c.version, 'source', c.source, 'readmission', c.readmission, 'unitOrd', c.unit_ord::text,
      'cell', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'above', a.name,
        'officialMembers', (SELECT h.total - coalesce(h.probationary, 0) FROM headcount h WHERE h.unit_id = u.id ORDER BY h.on_day DESC LIMIT 1)),
      'person', jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name, 'birthDate', p.birth_date, 'birthYear', p.birth_year, 'sex', p.sex,
        'ethnicity', p.ethnicity, 'religion', p.religion, 'citizenLast4', p.citizen_last4, 'occupation', p.occupation, 'education', p.education,
        'profession', p.profession, 'politicalTheory', p.political_theory, 'unionMember', p.union_member, 'privateOwner', p.private_owner,
        'foreignSpouse', p.foreign_spouse, 'religiousDignitary', p.religious_dignitary),
      'decider', (SELECT jsonb_build_object('id', d.id, 'kind', d.kind, 'name', d.name, 'lo', d.lo::text, 'hi', d.hi::text) FROM unit d
        WHERE d.lo <= u.lo AND d.hi >= u.lo AND d.may_decide_admission AND NOT d.closed ORDER BY d.lo DESC LIMIT 1)) AS details
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id LEFT JOIN unit a ON a.id = u.parent_id
    WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  const options = await findProcedureOptions(scope);
  const steps = await findSteps(scope, ids);
  return rows.map(({ details: { decider, unitOrd, ...details } }) => ({
    ...details,
    unitOrd: BigInt(unitOrd),
    decider: decider && { ...decider, lo: BigInt(decider.lo), hi: BigInt(decider.hi) },
    options,
    steps: steps.get(details.id) ?? [],
  }));
}

/** All steps of these candidates, undone ones too, in the order of their recording. */
export async function findSteps(
  scope: UnitScope,
  candidateIds: readonly string[],
): Promise<Map<string, Step[]>> {
  const rows = await scope.db.$queryRaw<(Step & { candidateId: string })[]>`
    SELECT s.candidate_id AS "candidateId", s.id, s.kind, s.on_day::text AS "onDay", s.document_number AS "documentNumber", s.data,
      to_char(s.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt", s.recorded_by_name AS "recordedByName",
      s.undone_at::text AS "undoneAt"
    FROM step s WHERE s.candidate_id = ANY (${[...candidateIds]}::uuid[]) AND s.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY s.recorded_at, s.id`;
  const steps = new Map<string, Step[]>(candidateIds.map((id) => [id, []]));
  for (const { candidateId, ...step } of rows) steps.get(candidateId)?.push(step as Step);
  return steps;
}

/** Is this decision number in use by another candidate of the deciding committee in that year? */
export async function isDecisionNumberUsed(
  scope: UnitScope,
  candidate: CandidateDetails,
  number: string,
  day: PlainDate,
): Promise<boolean> {
  const { lo, hi } = candidate.decider ?? { lo: candidate.unitOrd, hi: candidate.unitOrd };
  const [row] = await scope.db.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM candidate c WHERE c.unit_ord BETWEEN ${lo} AND ${hi} AND c.decision_number = ${number}
      AND c.decided_on BETWEEN date_trunc('year', ${day}::date) AND ${day}::date + 365 AND extract(year FROM c.decided_on) = extract(year FROM ${day}::date)
      AND c.id <> ${candidate.id}::uuid) AS used`;
  return row?.used ?? false;
}

/** Is this number of a resolution of the cell or the base committee another one's in that year? */
export async function isResolutionNumberUsed(
  scope: UnitScope,
  candidate: CandidateDetails,
  kind: StepKind,
  number: string,
  day: PlainDate,
): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM step s JOIN unit own ON own.id = ${candidate.cell.id}
      JOIN unit committee ON committee.id = CASE WHEN ${kind} LIKE '%ase%oted' THEN own.parent_id ELSE own.id END
      WHERE s.unit_ord BETWEEN committee.lo AND committee.hi AND s.kind = ${kind} AND s.document_number = ${number} AND s.undone_at IS NULL
        AND extract(year FROM s.on_day) = extract(year FROM ${day}::date) AND s.candidate_id <> ${candidate.id}::uuid) AS used`;
  return row?.used ?? false;
}

/** How many others on the way in the cell a helper of this name follows. */
export async function countHelped(
  scope: UnitScope,
  { id, cell }: CandidateDetails,
  helper: string,
): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ helped: number }[]>`
    SELECT count(DISTINCT c.id)::int AS helped FROM candidate c JOIN step s ON s.candidate_id = c.id AND s.undone_at IS NULL AND s.kind = 'helperAssigned'
    WHERE c.unit_id = ${cell.id} AND c.id <> ${id}::uuid AND s.data ->> 'name' = ${helper} AND c.closed_on IS NULL AND c.revoked_on IS NULL
      AND c.recognised_on IS NULL AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND NOT EXISTS (SELECT FROM step e WHERE e.candidate_id = c.id AND e.kind = 'helperEnded' AND e.undone_at IS NULL AND e.data ->> 'name' = ${helper} AND e.on_day >= s.on_day)`;
  return row?.helped ?? 0;
}

/** Who changed the candidate last, to name them to the second of two editors. */
export function lastEditor({ steps }: CandidateDetails): string | null {
  return steps.at(-1)?.recordedByName ?? null;
}
