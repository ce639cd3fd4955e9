import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import { buildCase } from "@/lib/pipeline/rules/candidate-case";
import { reviewStep, type StepInput } from "@/lib/pipeline/rules/recording";
import type { NewStep, Step } from "@/lib/pipeline/rules/step";
import { buildSteps } from "@/lib/pipeline/rules/steps-of-form";
import type { PlainDate } from "@/lib/shared/days";
import { waitsFor } from "./agenda";
import { type Ballot, type Sitting, voteStepOf } from "./committee";
import type { ItemFault } from "./finding";
import { numberKey } from "./numbering";
import { goesBack, type Outcome, outcomeOf, type Row, rowFaults, votesOn } from "./row";

/** What a meeting says of itself, once its head is complete. */
export type MeetingFacts = Sitting & {
  heldOn: PlainDate;
  ballot: Ballot;
  minutesNumber: string | null;
  convened: number;
  present: number;
};

/** A person before the meeting; `candidate` null: no longer within reach. */
export type Considered = {
  itemId: string;
  name: string;
  row: Row;
  candidate: CandidateDetails | null;
  /** A condition of the law was missing when the agenda was read, and nothing was typed. */
  skipped: boolean;
};

/** What recording would write for one person, or why it cannot. */
export type Plan = {
  itemId: string;
  name: string;
  candidate: CandidateDetails | null;
  outcome: Outcome;
  steps: NewStep[];
  faults: ItemFault[];
};

/** A number of the year that stands in the records, and whose it is. */
export type UsedNumber = { number: string; candidateId: string };

/**
 * Plans every person of the meeting: the same rules and the same steps as the form of one person. Nothing
 * may be recorded while one plan has a fault.
 */
export function planRecording(
  meeting: MeetingFacts,
  people: readonly Considered[],
  used: readonly UsedNumber[],
  today: PlainDate,
): Plan[] {
  const numbers = new Map<string, string>();
  const known = new Map(used.map(({ number, candidateId }) => [numberKey(number), candidateId]));
  return people.map((person) => {
    const plan = planOne(meeting, person, today);
    const number = plan.outcome === "agreed" ? person.row.documentNumber : null;
    if (!number) return plan;
    const key = numberKey(number);
    const other = numbers.get(key);
    numbers.set(key, other ?? person.name);
    const holder = known.get(key);
    const faults: ItemFault[] = [
      ...(other === undefined ? [] : [{ is: "numberTwice" as const, number, other }]),
      ...(holder === undefined || holder === person.candidate?.id
        ? []
        : [{ is: "numberUsed" as const, number }]),
    ];
    return { ...plan, faults: [...plan.faults, ...faults] };
  });
}

function planOne(meeting: MeetingFacts, person: Considered, today: PlainDate): Plan {
  const { itemId, name, row, candidate, skipped } = person;
  const outcome = outcomeOf(row, meeting, meeting);
  const plan: Plan = { itemId, name, candidate, outcome, steps: [], faults: [] };
  if (outcome === "pending" && skipped) return plan;
  if (candidate === null) return { ...plan, faults: [{ is: "notHere" }] };

  const faults: ItemFault[] = rowFaults(row, meeting, meeting);
  if (!waitsFor(candidate, meeting.matter, meeting.heldOn, today)) faults.push({ is: "movedOn" });
  if (faults.length > 0) return { ...plan, faults };
  return {
    ...plan,
    ...reviewed(candidate, inputsOf(meeting, row, outcome, candidate), meeting.heldOn, today),
  };
}

/** The forms that this row stands for, in the order in which they would be sent. */
function inputsOf(
  { matter, heldOn, ballot, minutesNumber, convened, present }: MeetingFacts,
  row: Row,
  outcome: Outcome,
  { id: candidateId, version, cell }: CandidateDetails,
): StepInput[] {
  const votes = votesOn(row);
  const common = { candidateId, version, onDay: heldOn };
  const inputs: StepInput[] = [];
  if (votes && (outcome === "agreed" || outcome === "fellShort")) {
    const number = matter === "decided" ? minutesNumber : row.documentNumber;
    inputs.push({
      kind: voteStepOf(matter),
      ...common,
      ...votes,
      convened,
      present,
      ballot,
      fellShort: outcome === "fellShort",
      documentNumber: (outcome === "agreed" || matter === "decided" ? number : null) ?? "",
    });
  }
  if (outcome === "agreed" && matter === "decided")
    inputs.push({
      kind: "decided",
      ...common,
      documentNumber: row.documentNumber ?? "",
      receivedOn: null,
      lateReason: row.note,
    });
  if (goesBack(row, outcome, matter))
    inputs.push({
      kind: "returned",
      ...common,
      documentNumber: null,
      to: matter === "decided" && cell.kind !== "BASE_CELL" ? "base" : "cell",
      reason: row.note ?? "",
      revote: "no",
      comments: [],
    });
  return inputs;
}

/** Each form is judged after those before it, as if they were recorded. */
function reviewed(
  candidate: CandidateDetails,
  inputs: readonly StepInput[],
  onDay: PlainDate,
  today: PlainDate,
): Pick<Plan, "steps" | "faults"> {
  const steps: NewStep[] = [];
  const faults: ItemFault[] = [];
  for (const input of inputs) {
    const before = { ...candidate, steps: [...candidate.steps, ...steps.map(asRecorded)] };
    const { findings } = reviewStep(buildCase(before, onDay, today), input, NUMBERS_CHECKED);
    faults.push(
      ...findings.filter(({ blocks }) => blocks).map((finding) => ({ is: "condition" as const, finding })),
    );
    steps.push(
      ...buildSteps(input).map((step) => ({ ...step, documentNumber: step.documentNumber || null })),
    );
  }
  return { steps, faults };
}

/** The numbers of all rows are looked at together, before and beside the rules of each. */
const NUMBERS_CHECKED = { numberUsed: false, helped: 0 };

const asRecorded = (step: NewStep, place: number): Step =>
  ({ ...step, id: `planned-${place}`, recordedAt: "9999", recordedByName: "", undoneAt: null }) as Step;
