import fc from "fast-check";
import { expect, test } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { saveProcedureOptions } from "@/lib/pipeline/repository/options";
import { countTasksBelow, findFirstTasks, findTaskPage, type TaskRow } from "@/lib/pipeline/repository/tasks";
import { missingConsent, PROVINCE_CASES, type ProvinceCase } from "@/lib/pipeline/rules/consent";
import { CENTRAL_OPTIONS, type ProvinceOptions } from "@/lib/pipeline/rules/options";
import { STEP_KINDS } from "@/lib/pipeline/rules/step";
import {
  groupOf,
  levelsWithin,
  TASK_GROUPS,
  TASK_KINDS,
  type TaskFacts,
  taskDays,
  tasksOf,
} from "@/lib/pipeline/rules/tasks";
import { addDays, addMonths } from "@/lib/shared/days";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { aCase, aStep } from "@/tests/support/pipeline";

const LEVELS = ["cell", "base", "upper", "province"] as const;
/** Cells, and what they stand under: a base committee that decides itself, one that does not, a base cell. */
const CELLS = ["A-1", "B-1", "S"] as const;
type Cell = (typeof CELLS)[number];
const NOTES: Record<Cell, ProvinceOptions["notesEvery"]> = { "A-1": "month", "B-1": null, S: "quarter" };

/** A stored copy of a dossier, with days around today, so that every border is met. */
function anyFacts(today: string) {
  const near = fc.constantFrom(-400, -35, -15, -1, 0, 1, 13, 14, 15, 59, 62, 63, 181, 184, 185, 400);
  const day = fc.option(
    near.map((days) => addDays(today, days)),
    { freq: 3 },
  );
  const [year, month] = today.split("-").map(Number) as [number, number];
  const border = (days: number) => addMonths(addDays(today, days), -720);
  const period = fc.constantFrom(
    null,
    `${year}-${String(month).padStart(2, "0")}`,
    `${month === 1 ? year - 1 : year}-${String(month === 1 ? 12 : month - 1).padStart(2, "0")}`,
    `${year - 1}-12`,
    `${year}-Q1`,
    `${year - 1}-Q4`,
  );
  return fc
    .record({
      cell: fc.constantFrom(...CELLS),
      nextStep: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...STEP_KINDS) },
        {
          weight: 6,
          arbitrary: fc.constantFrom("recognitionVoted", "verificationReturned", "cellVoted" as const),
        },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      dueOn: day,
      returnedTo: fc.option(fc.constantFrom("cell" as const, "base" as const), { freq: 5 }),
      returnedOn: day,
      sympathiserOn: day,
      certificateUntil: day,
      papersUntil: day,
      replyUntil: day,
      admittedOn: day,
      probationUntil: day,
      newMemberCertifiedOn: day,
      arrivedOn: fc.option(fc.constant(today), { freq: 1 }),
      birthDate: fc.constantFrom("1998-08-12", border(0), border(-31), border(31), null),
      birthYear: fc.constantFrom(year - 60, year - 61, 1990),
      religiousDignitary: fc.constantFrom(true, false, null),
      readmission: fc.boolean(),
      consents: fc.subarray([...PROVINCE_CASES]),
      consentOn: fc.constantFrom(addDays(today, -1), today, addDays(today, 1)),
      helped: fc.boolean(),
      helpedSince: day,
      notedFor: period,
      binding: fc.constantFrom("certificate", "papers", "neither"),
    })
    .map(({ binding, ...told }) => ({
      ...told,
      certificateUntil: binding === "certificate" ? told.dueOn : told.certificateUntil,
      papersUntil: binding === "papers" ? told.dueOn : told.papersUntil,
    }));
}

type Told = Omit<TaskFacts, "cellKind" | "decidedAtBase" | "missingConsent"> & {
  cell: Cell;
  birthDate: string | null;
  birthYear: number;
  religiousDignitary: boolean | null;
  readmission: boolean;
  consents: ProvinceCase[];
  consentOn: string;
};

/** What the rule says of the consents of the person, by the steps that gave them. */
function consentMissing(
  { birthDate, birthYear, religiousDignitary, readmission, ...told }: Told,
  today: string,
) {
  const steps = told.consents.map((of) =>
    aStep({ kind: "consentGiven", onDay: told.consentOn, documentNumber: null, data: { of, by: "Tỉnh ủy" } }),
  );
  const person = { birthDate, birthYear, religiousDignitary };
  return missingConsent(aCase({ steps, person, readmission, onDay: today, today }));
}

async function givenTree(scope: UnitScope): Promise<Map<string, number>> {
  const ids = await givenUnits(scope, [
    { code: "H", kind: "UPPER" },
    { code: "A", parent: "H", kind: "BASE_COMMITTEE" },
    { code: "A-1", parent: "A", kind: "CELL" },
    { code: "B", parent: "H", kind: "BASE_COMMITTEE" },
    { code: "B-1", parent: "B", kind: "CELL" },
    { code: "S", parent: "H", kind: "BASE_CELL" },
  ]);
  await scope.db.$executeRaw`UPDATE unit SET may_decide_admission = true WHERE code_key IN ('H', 'A')`;
  const idOf = (code: string) => ids.get(code) ?? 0;
  const options = (notesEvery: ProvinceOptions["notesEvery"]) => ({
    from: "2000-01-01",
    options: { ...CENTRAL_OPTIONS, notesEvery },
    document: "1",
    setBy: "test",
  });
  await saveProcedureOptions(scope, idOf("H"), options("quarter"));
  await saveProcedureOptions(scope, idOf("A"), options("month"));
  await saveProcedureOptions(scope, idOf("B"), options(null));
  return ids;
}

async function givenDossiers(scope: UnitScope, ids: Map<string, number>, told: readonly Told[]) {
  const rows = told.map((facts, place) => ({
    ...facts,
    birthYear: facts.birthDate ? Number(facts.birthDate.slice(0, 4)) : facts.birthYear,
    place,
    unit: ids.get(facts.cell),
  }));
  const made = await scope.db.$queryRaw<{ id: string; place: number }[]>`
    WITH told AS (
      SELECT gen_random_uuid() AS person_id, gen_random_uuid() AS id, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
        place int, unit int, "nextStep" text, "dueOn" date, "returnedTo" text, "returnedOn" date, "sympathiserOn" date,
        "certificateUntil" date, "papersUntil" date, "replyUntil" date, "admittedOn" date, "probationUntil" date,
        "newMemberCertifiedOn" date, "arrivedOn" date, helped bool, "helpedSince" date, "notedFor" text,
        "birthDate" date, "birthYear" int, "religiousDignitary" bool, readmission bool)
    ), persons AS (
      INSERT INTO person (id, unit_id, name, given_name, name_fold, birth_date, birth_year, religious_dignitary)
      SELECT person_id, unit, 'Nguyễn Văn ' || place, 'A', 'a', "birthDate", "birthYear", "religiousDignitary" FROM told RETURNING id
    ), made AS (
      INSERT INTO candidate (id, person_id, unit_id, stage, next_step, due_on, returned_to, returned_on, sympathiser_on, certificate_until,
        papers_until, reply_until, admitted_on, probation_until, new_member_certified_on, arrived_on, helped, helped_since, noted_for, readmission)
      SELECT told.id, person_id, unit, 'introduced', "nextStep", "dueOn", "returnedTo", "returnedOn", "sympathiserOn", "certificateUntil",
        "papersUntil", "replyUntil", "admittedOn", "probationUntil", "newMemberCertifiedOn", "arrivedOn", helped, "helpedSince", "notedFor", readmission
      FROM told JOIN persons ON persons.id = told.person_id RETURNING id
    ) SELECT told.id, told.place FROM told JOIN made ON made.id = told.id`;
  const consents = made.flatMap(({ id, place }) =>
    (told[place]?.consents ?? []).map((of) => ({ id, of, on: told[place]?.consentOn })),
  );
  await scope.db.$executeRaw`
    INSERT INTO step (candidate_id, kind, on_day, data, rulebook, recorded_by_name)
    SELECT id, 'consentGiven', "on", jsonb_build_object('of', "of", 'by', 'Tỉnh ủy'), '208/2026', 'test'
    FROM jsonb_to_recordset(${JSON.stringify(consents)}::jsonb) AS r (id uuid, "of" text, "on" date)`;
  return made;
}

type Comparable = Pick<TaskRow, "id" | "kind" | "level" | "day" | "step" | "group"> & {
  of?: ProvinceCase | null;
};
const told = ({ id, kind, level, day, step, of = null, group }: Comparable) =>
  [id, kind, level, day, step, of, group].join(" ");

test("the query tells the same tasks as the rule, of random dossiers, one by one and counted", async () => {
  await inEmptyTree(async (scope) => {
    const ids = await givenTree(scope);
    const dossiers = fc.sample(anyFacts(scope.today), { numRuns: 500, seed: 26 }) as Told[];
    const made = await givenDossiers(scope, ids, dossiers);
    const days = taskDays(scope.today);
    const expected = made.flatMap(({ id, place }) => {
      const dossier = dossiers[place] as Told;
      const { cell, ...facts } = dossier;
      const whole = {
        ...facts,
        cellKind: cell === "S" ? "BASE_CELL" : "CELL",
        decidedAtBase: cell === "A-1",
        missingConsent: consentMissing(dossier, scope.today),
      };
      return tasksOf(whole, scope.today, NOTES[cell]).map((task) => ({
        id,
        cell,
        ...task,
        group: groupOf(task, days),
      }));
    });
    for (const kind of TASK_KINDS)
      expect(
        expected.some((task) => task.kind === kind),
        kind,
      ).toBe(true);
    for (const group of TASK_GROUPS)
      expect(
        expected.some((task) => task.group === group),
        group,
      ).toBe(true);

    const all = { range: scope, levels: LEVELS, group: null, kind: null };
    const found = await findTaskPage(scope, all, null, 10_000);
    expect(found.map(told).toSorted()).toEqual(expected.map(told).toSorted());
    expect(found[0]?.ofGroup).toBe(expected.length);

    const first = await findFirstTasks(scope, all, 3);
    for (const group of TASK_GROUPS) {
      const ofGroup = expected.filter((task) => task.group === group);
      const shown = first.filter((task) => task.group === group);
      expect(shown.length).toBe(Math.min(3, ofGroup.length));
      expect(shown[0]?.ofGroup).toBe(ofGroup.length);
    }

    const unit = await scope.db.unit.findFirstOrThrow({ where: { codeKey: "H" } });
    const below = await countTasksBelow(scope, unit);
    for (const { code, kind, overdue, watch, missingHelpers } of below) {
      const within = expected.filter(
        (task) =>
          levelsWithin(kind).includes(task.level) && (task.cell === code || task.cell.startsWith(`${code}-`)),
      );
      const of = (group: string) => within.filter((task) => task.group === group).length;
      expect([code, overdue, watch, missingHelpers]).toEqual([
        code,
        of("overdue"),
        of("watch"),
        within.filter((task) => task.kind === "helper").length,
      ]);
    }
    expect(below.map(({ code }) => code)).toEqual(["A", "B", "S"]);
  });
});

test("pages of a group follow each other without a gap or a double", async () => {
  await inEmptyTree(async (scope) => {
    const ids = await givenTree(scope);
    await givenDossiers(scope, ids, fc.sample(anyFacts(scope.today), { numRuns: 200, seed: 7 }) as Told[]);
    for (const group of TASK_GROUPS) {
      const filter = { range: scope, levels: LEVELS, group, kind: null };
      const whole = await findTaskPage(scope, filter, null, 10_000);
      const paged: TaskRow[] = [];
      for (let turn = 0; turn <= whole.length; turn++) {
        const page = await findTaskPage(scope, filter, paged.at(-1) ?? null, 7);
        if (page.length === 0) break;
        paged.push(...page);
      }
      expect(paged.map(told)).toEqual(whole.map(told));
    }
  });
});
