import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { ProvinceCase } from "./consent";
import type { Level } from "./next-step";
import type { ProvinceOptions } from "./options";
import { isNoteMissing } from "./progress";
import type { ReturnLevel, StepKind } from "./step";

/** What a dossier's stored copy says about the things to do with it. */
export type TaskFacts = {
  cellKind: string;
  /** Does the base committee above the cell decide itself? */
  decidedAtBase: boolean;
  nextStep: StepKind | null;
  dueOn: PlainDate | null;
  returnedTo: ReturnLevel | null;
  returnedOn: PlainDate | null;
  sympathiserOn: PlainDate | null;
  certificateUntil: PlainDate | null;
  papersUntil: PlainDate | null;
  replyUntil: PlainDate | null;
  admittedOn: PlainDate | null;
  probationUntil: PlainDate | null;
  newMemberCertifiedOn: PlainDate | null;
  arrivedOn: PlainDate | null;
  /** The first consent of the province that is missing today. */
  missingConsent: ProvinceCase | null;
  helped: boolean;
  helpedSince: PlainDate | null;
  notedFor: string | null;
};

/**
 * `step`: the next step of the procedure; `certificate`, `papers`: the same step, but what holds it is a paper
 * that runs out; `reply`: an answer to a verification; `probation`: one that is about to end; `consent`: of the
 * province; `helper` and `note` are only looked after.
 */
export const TASK_KINDS = [
  "returned",
  "step",
  "certificate",
  "papers",
  "reply",
  "probation",
  "consent",
  "helper",
  "note",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Who has to act: the province too, which consents and does no step of its own. */
export type TaskLevel = Level | "province";

/**
 * Something somebody has to do: `step` is the one click that does it (null: the dossier itself says), `of` the
 * case of a consent.
 */
export type Task = {
  kind: TaskKind;
  level: TaskLevel;
  day: PlainDate | null;
  step: StepKind | null;
  of?: ProvinceCase | null;
};

/** How the home page groups them, in this order. */
export const TASK_GROUPS = ["overdue", "returned", "soon", "later", "watch"] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

const SOON_DAYS = 14;

/**
 * How many months ahead a task is told: a certificate six, papers two, the end of a probation
 * two. The others are told as soon as the step before them is done.
 */
const MONTHS_AHEAD = { certificate: 6, papers: 2, probation: 2 } as const;

/** The last days that count today, the same for the rule and for the query. */
export type TaskDays = {
  today: PlainDate;
  soon: PlainDate;
  certificate: PlainDate;
  papers: PlainDate;
  probation: PlainDate;
};

export function taskDays(today: PlainDate): TaskDays {
  return {
    today,
    soon: addDays(today, SOON_DAYS),
    certificate: addMonths(today, MONTHS_AHEAD.certificate),
    papers: addMonths(today, MONTHS_AHEAD.papers),
    probation: addMonths(today, MONTHS_AHEAD.probation),
  };
}

/** Steps of the deciding committee; all others that are not the base committee's are the cell's. */
export const UPPER_STEPS: readonly StepKind[] = ["decided", "recognised", "closed"];
export const BASE_STEPS: readonly StepKind[] = [
  "permissionGranted",
  "baseVoted",
  "submitted",
  "recognitionBaseVoted",
];

/** Who does a step: above a base cell there is no base committee, and some base committees decide themselves. */
export function levelOfStep(
  step: StepKind,
  { cellKind, decidedAtBase }: Pick<TaskFacts, "cellKind" | "decidedAtBase">,
): Level {
  if (UPPER_STEPS.includes(step)) return decidedAtBase ? "base" : "upper";
  if (BASE_STEPS.includes(step)) return cellKind === "BASE_CELL" ? "upper" : "base";
  return "cell";
}

/** What there is to do with one dossier: its next thing, a consent of the province, one thing to look after. */
export function tasksOf(
  facts: TaskFacts,
  today: PlainDate,
  notesEvery: ProvinceOptions["notesEvery"],
): Task[] {
  return [mainTask(facts, taskDays(today)), consentTask(facts), watchTask(facts, today, notesEvery)].filter(
    (task) => task !== null,
  );
}

function mainTask(facts: TaskFacts, days: TaskDays): Task | null {
  const { nextStep, dueOn, replyUntil, probationUntil } = facts;
  if (nextStep === null) return null;
  const level = levelOfStep(nextStep, facts);
  if (facts.returnedTo !== null && facts.arrivedOn === null)
    return { kind: "returned", level: facts.returnedTo, day: facts.returnedOn, step: nextStep };
  if (nextStep === "recognitionVoted" && probationUntil !== null && probationUntil > days.today) {
    if (probationUntil > days.probation) return null;
    const step = facts.newMemberCertifiedOn === null ? "newMemberCertified" : null;
    return { kind: "probation", level, day: probationUntil, step };
  }
  if (nextStep === "verificationReturned" && replyUntil !== null && (dueOn === null || replyUntil <= dueOn))
    return { kind: "reply", level, day: replyUntil, step: nextStep };
  if (dueOn !== null && dueOn === facts.certificateUntil)
    return lapsing("certificate", "certified", level, nextStep, dueOn, days);
  if (dueOn !== null && dueOn === facts.papersUntil)
    return lapsing("papers", "dossierRenewed", level, nextStep, dueOn, days);
  return dueOn !== null || level !== "cell" ? { kind: "step", level, day: dueOn, step: nextStep } : null;
}

/** A paper that runs out; once it did, the cell has it made anew. */
function lapsing(
  kind: "certificate" | "papers",
  anew: StepKind,
  level: Level,
  step: StepKind,
  day: PlainDate,
  days: TaskDays,
): Task | null {
  if (day < days.today) return { kind, level: "cell", day, step: anew };
  return day <= days[kind] ? { kind, level, day, step } : null;
}

/** Steps between the cell's resolution and the decision: the province consents meanwhile. */
export const CONSENT_STEPS: readonly StepKind[] = ["baseVoted", "submitted", "decided"];

/** before the decision, and so by its day. */
function consentTask({ nextStep, dueOn, missingConsent: of }: TaskFacts): Task | null {
  if (of === null || nextStep === null || !CONSENT_STEPS.includes(nextStep)) return null;
  return { kind: "consent", level: "province", day: dueOn, step: "consentGiven", of };
}

/** and the helper's notes: of whom the cell has taken up and who is not on the move. */
function watchTask(
  { nextStep, arrivedOn, helped, helpedSince, notedFor, sympathiserOn, admittedOn }: TaskFacts,
  today: PlainDate,
  notesEvery: ProvinceOptions["notesEvery"],
): Task | null {
  if (nextStep === null || arrivedOn !== null) return null;
  if (!helped) {
    const since = admittedOn ?? sympathiserOn;
    return since === null ? null : { kind: "helper", level: "cell", day: since, step: "helperAssigned" };
  }
  if (helpedSince === null || !isNoteMissing(notedFor, notesEvery, today, helpedSince)) return null;
  return { kind: "note", level: "cell", day: helpedSince, step: "progressNoted" };
}

/** Where the home page shows a task. */
export function groupOf({ kind, day }: Task, { today, soon }: TaskDays): TaskGroup {
  if (kind === "helper" || kind === "note") return "watch";
  if (kind === "returned") return "returned";
  if (day !== null && day < today) return "overdue";
  return day !== null && day <= soon ? "soon" : "later";
}

/** Levels that stand within a unit of a kind: a unit is late with its own things and those beneath it. */
export function levelsWithin(unitKind: string): TaskLevel[] {
  switch (unitKind) {
    case "CELL":
    case "BASE_CELL":
    case "SECTION":
      return ["cell"];
    case "BASE_COMMITTEE":
      return ["cell", "base"];
    case "UPPER":
      return ["cell", "base", "upper"];
    default:
      return ["cell", "base", "upper", "province"];
  }
}

/** The article of a task (domain §10): the rule's number and where it is written. */
export function articleOf({ kind, step }: Pick<Task, "kind" | "step">, book: Rulebook, admitted: boolean) {
  const { regulation, guidance } = book;
  switch (kind) {
    case "certificate":
      return { rule: "R-06", source: `${guidance}, mục 3` };
    case "papers":
      return { rule: "R-23", source: `${guidance}, mục 5` };
    case "reply":
      return { rule: "R-19", source: "Hướng dẫn 01-HD/TW (2021), mục 3.4" };
    case "probation":
      return step === "newMemberCertified"
        ? { rule: "R-38", source: book.formGuidance }
        : { rule: "R-36", source: "Điều lệ Đảng, Điều 5" };
    case "helper":
      return admitted
        ? { rule: "R-35", source: "Điều lệ Đảng, Điều 5" }
        : { rule: "R-09", source: `${regulation}, mục 3` };
    case "consent":
      return { rule: "R-46", source: guidance };
    case "note":
      return { rule: null, source: "Quy định của tỉnh (tùy chọn)" };
    case "returned":
      return { rule: null, source: `${guidance}, mục 3` };
    case "step":
      return articleOfStep(step, book);
  }
}

function articleOfStep(step: StepKind | null, { regulation, guidance }: Rulebook) {
  switch (step) {
    case "admitted":
      return { rule: "R-33", source: `${regulation}, mục 4` };
    case "recognitionVoted":
      return { rule: "R-37", source: `${regulation}, mục 4` };
    case "recognitionBaseVoted":
    case "recognised":
    case "closed":
      return { rule: "R-42", source: `${regulation}, mục 4` };
    case "transferReceived":
      return { rule: "R-50", source: `${regulation}, mục 6` };
    case "baseVoted":
    case "submitted":
    case "resent":
    case "decided":
      return { rule: "R-31", source: `${regulation}, mục 4.3` };
    default:
      return { rule: null, source: `${guidance}, mục 3` };
  }
}
