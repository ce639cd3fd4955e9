import { describe, expect, test } from "vitest";
import { reviewItem, waitsFor } from "@/lib/meetings/rules/agenda";
import { type Considered, type MeetingFacts, planRecording } from "@/lib/meetings/rules/recording";
import type { Row } from "@/lib/meetings/rules/row";
import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import type { NewStep, Step } from "@/lib/pipeline/rules/step";
import { aStep, READY } from "@/tests/support/pipeline";

const TODAY = "2024-06-04";
const passed = (kind: "cellVoted" | "baseVoted", onDay: string): Step =>
  aStep({ kind, onDay, documentNumber: null, data: { votes: null, passed: true } });
const dated = (step: NewStep): Step => aStep(step);
const SUBMITTED = [
  ...READY,
  passed("cellVoted", "2024-05-02"),
  passed("baseVoted", "2024-05-10"),
  dated({ kind: "submitted", onDay: "2024-05-14", documentNumber: null, data: {} }),
];
const ADMITTED = [
  ...SUBMITTED,
  dated({ kind: "decided", onDay: "2024-05-20", documentNumber: "83-QĐ/HU", data: {} }),
  dated({ kind: "admitted", onDay: "2024-05-30", documentNumber: null, data: {} }),
];

function aCandidate(id: string, steps: readonly Step[]): CandidateDetails {
  return {
    id,
    version: 1,
    source: "CELL",
    readmission: false,
    unitOrd: 5n,
    cell: {
      id: 5,
      code: "A-1",
      name: "Chi bộ thôn 1",
      kind: "CELL",
      above: "Đảng bộ xã A",
      officialMembers: 20,
    },
    person: {
      id: `person of ${id}`,
      version: 1,
      name: id,
      birthDate: "1998-08-12",
      birthYear: 1998,
      sex: "female",
      ethnicity: "01",
      religion: "none",
      citizenLast4: null,
      occupation: null,
      education: "upperSecondary",
      profession: null,
      politicalTheory: null,
      unionMember: true,
      privateOwner: null,
      foreignSpouse: null,
      religiousDignitary: null,
    },
    decider: { id: 1, kind: "UPPER", name: "Đảng bộ huyện H", lo: 1n, hi: 9n },
    options: [],
    steps: [...steps],
  };
}

describe("who waits for a meeting", () => {
  test.each([
    ["cellVoted", READY],
    ["baseVoted", [...READY, passed("cellVoted", "2024-05-02")]],
    ["decided", SUBMITTED],
  ] as const)("%s: whose next step it is, and nobody else", (matter, steps) => {
    const candidate = aCandidate("Mai", steps);
    expect(waitsFor(candidate, matter, TODAY, TODAY)).toBe(true);
    for (const other of ["cellVoted", "baseVoted", "decided", "recognitionVoted"] as const)
      if (other !== matter) expect(waitsFor(candidate, other, TODAY, TODAY), other).toBe(false);
  });

  test("for recognition, from the day on which the twelve months are over", () => {
    const candidate = aCandidate("Mai", ADMITTED);
    expect(waitsFor(candidate, "recognitionVoted", "2025-05-29", "2025-05-29")).toBe(false);
    expect(waitsFor(candidate, "recognitionVoted", "2025-05-30", "2025-05-30")).toBe(true);
  });

  test("a meeting still to come is looked at as of its day, not as a fault of its own", () => {
    const { findings } = reviewItem(aCandidate("Mai", SUBMITTED), "decided", "2024-06-20", TODAY);
    expect(findings.filter(({ blocks }) => blocks)).toEqual([]);
  });
});

describe("planning what is recorded", () => {
  const FACTS: MeetingFacts = {
    matter: "decided",
    threshold: "moreThanHalf",
    heldOn: TODAY,
    ballot: "secret",
    minutesNumber: "12-BB/HU",
    convened: 11,
    present: 10,
  };
  const EMPTY: Row = {
    agreed: null,
    disagreed: null,
    other: null,
    outcome: null,
    follow: "nextMeeting",
    note: null,
    documentNumber: null,
  };
  const agreedTo = (documentNumber: string): Partial<Row> => ({
    agreed: 10,
    disagreed: 0,
    other: 0,
    documentNumber,
  });
  const considered = (name: string, row: Partial<Row>, more: Partial<Considered> = {}): Considered => ({
    itemId: `item of ${name}`,
    name,
    row: { ...EMPTY, ...row },
    candidate: aCandidate(name, SUBMITTED),
    skipped: false,
    ...more,
  });
  const plan = (...people: Considered[]) => planRecording(FACTS, people, [], TODAY);

  test("who is agreed to gets the vote under the minutes and the decision under a number of their own", () => {
    const [mai] = plan(considered("Mai", agreedTo("84-QĐ/HU")));
    expect(mai?.faults).toEqual([]);
    expect(mai?.steps.map(({ kind, documentNumber }) => [kind, documentNumber])).toEqual([
      ["decisionVoted", "12-BB/HU"],
      ["decided", "84-QĐ/HU"],
    ]);
  });

  test("too few votes are recorded as such, and go back only where that is said", () => {
    const short = { agreed: 5, disagreed: 5, other: 0 };
    const [kept, back] = plan(
      considered("Mai", short),
      considered("Lan", { ...short, follow: "returned", note: "thiếu giấy" }),
    );
    expect(kept?.steps).toMatchObject([{ kind: "decisionVoted", data: { passed: false } }]);
    expect(back?.steps).toMatchObject([
      { kind: "decisionVoted", data: { passed: false } },
      { kind: "returned", data: { to: "base", reason: "thiếu giấy" } },
    ]);
  });

  test("who asks above or waits for the next meeting has no step", () => {
    const plans = plan(
      considered("Mai", { outcome: "asksSuperior", note: "trên 60 tuổi" }),
      considered("Lan", { outcome: "heldBack", note: "chờ kết luận" }),
    );
    expect(plans.map(({ steps, faults }) => [steps, faults])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  test("R-27: one number, one person, however it is written; one's own number is not another's", () => {
    const people = [considered("Mai", agreedTo("84-QĐ/HU")), considered("Lan", agreedTo("084-qđ/hu"))];
    expect(plan(...people)[1]?.faults).toEqual([{ is: "numberTwice", number: "084-qđ/hu", other: "Mai" }]);
    const used = (candidateId: string) =>
      planRecording(FACTS, people.slice(0, 1), [{ number: "84-QĐ/HU", candidateId }], TODAY)[0]?.faults;
    expect(used("somebody else")).toEqual([{ is: "numberUsed", number: "84-QĐ/HU" }]);
    expect(used("Mai")).toEqual([]);
  });

  test("a blocked person of whom nothing was typed is passed over; typed all the same, the law refuses", () => {
    const blocked = aCandidate("Mai", SUBMITTED);
    const undecidable = { ...blocked, decider: null };
    const [skipped] = plan(considered("Mai", {}, { candidate: undecidable, skipped: true }));
    expect(skipped).toMatchObject({ outcome: "pending", steps: [], faults: [] });
    const [typed] = plan(considered("Mai", agreedTo("84-QĐ/HU"), { candidate: undecidable, skipped: true }));
    expect(typed?.faults).toMatchObject([{ is: "condition", finding: { is: "mayNotDecide" } }]);
  });

  test("who took the step elsewhere meanwhile, and who is out of reach, are refused", () => {
    const plans = plan(
      considered("Mai", agreedTo("84-QĐ/HU"), { candidate: aCandidate("Mai", ADMITTED) }),
      considered("Lan", agreedTo("85-QĐ/HU"), { candidate: null }),
    );
    expect(plans.map(({ faults }) => faults.map(({ is }) => is))).toEqual([["movedOn"], ["notHere"]]);
  });
});
