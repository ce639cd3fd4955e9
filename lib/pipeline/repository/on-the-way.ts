import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { rulebookOn } from "../rulebook";
import type { Case, PersonFacts } from "../rules/case";
import type { UsualDays } from "../rules/earliest";
import { optionsAt } from "../rules/options";
import { buildStanding, effectiveSteps } from "../rules/standing";
import type { StepKind } from "../rules/step";
import { findSteps } from "./candidates";
import type { Range } from "./list";
import { findProcedureOptions } from "./options";

/** Somebody on the way to the ceremony, as the rules see them. */
export type OnTheWay = { id: string; name: string; unitName: string; nextStep: StepKind; event: Case };

type Row = Omit<OnTheWay, "event"> &
  PersonFacts & {
    unitKind: string;
    unitOrd: bigint;
    officialMembers: number | null;
    readmission: boolean;
    decider: { kind: string; name: string } | null;
  };

/** Who is on the way in a range and not admitted yet, by given name; at most `limit`. */
export async function findOnTheWay(scope: UnitScope, { lo, hi }: Range, limit: number): Promise<OnTheWay[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT c.id, p.name, u.name AS "unitName", u.kind AS "unitKind", c.unit_ord AS "unitOrd", c.next_step AS "nextStep", c.readmission,
      p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.education, p.union_member AS "unionMember", p.occupation, p.ethnicity,
      p.religion, p.religious_dignitary AS "religiousDignitary", p.foreign_spouse AS "foreignSpouse", p.private_owner AS "privateOwner",
      (SELECT h.total - coalesce(h.probationary, 0) FROM headcount h WHERE h.unit_id = u.id ORDER BY h.on_day DESC LIMIT 1) AS "officialMembers",
      (SELECT jsonb_build_object('kind', d.kind, 'name', d.name) FROM unit d
        WHERE d.lo <= u.lo AND d.hi >= u.lo AND d.may_decide_admission AND NOT d.closed ORDER BY d.lo DESC LIMIT 1) AS decider
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE c.unit_ord BETWEEN ${lo} AND ${hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND c.next_step IS NOT NULL AND c.admitted_on IS NULL
    ORDER BY p.given_name, p.name, c.id LIMIT ${limit}`;
  const steps = await findSteps(
    scope,
    rows.map(({ id }) => id),
  );
  const options = await findProcedureOptions(scope);
  const { today } = scope;
  return rows.map((row) => {
    const counted = effectiveSteps(steps.get(row.id) ?? []);
    const event: Case = {
      person: row,
      cell: {
        kind: row.unitKind,
        name: row.unitName,
        officialMembers: row.officialMembers,
        hasUnion: null,
        decider: row.decider,
      },
      readmission: row.readmission,
      steps: counted,
      standing: buildStanding(counted),
      book: rulebookOn(today),
      options: optionsAt(options, row.unitOrd, today),
      onDay: today,
      today,
    };
    return { id: row.id, name: row.name, unitName: row.unitName, nextStep: row.nextStep, event };
  });
}

/** Fewer cases than this say nothing of what is usual. */
const TOO_FEW = 3;
const CALENDAR_DAYS_OF_WEEK = 7;
const WORKING_DAYS_OF_WEEK = 5;

/** How long the steps took in the middle (median) of the last three years' admissions, in working days. */
export async function findUsualDays(scope: UnitScope, { lo, hi }: Range): Promise<Partial<UsualDays>> {
  const [row] = await scope.db.$queryRaw<
    { cases: number; base: number | null; decision: number | null; ceremony: number | null }[]
  >`
    SELECT count(*)::int AS cases,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY base_resolved_on - cell_resolved_on) AS base,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - cell_resolved_on) AS decision,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY admitted_on - decided_on) AS ceremony
    FROM candidate WHERE unit_ord BETWEEN ${lo} AND ${hi} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND decided_on >= ${scope.today as PlainDate}::date - interval '3 years' AND decided_on >= cell_resolved_on`;
  if (!row || row.cases < TOO_FEW) return {};
  const told = Object.entries({ base: row.base, decision: row.decision, ceremony: row.ceremony }).flatMap(
    ([name, days]) =>
      days === null ? [] : [[name, Math.round((days * WORKING_DAYS_OF_WEEK) / CALENDAR_DAYS_OF_WEEK)]],
  );
  return Object.fromEntries(told);
}
