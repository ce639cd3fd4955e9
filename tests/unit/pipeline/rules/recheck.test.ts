import { describe, expect, test } from "vitest";
import { type Rulebook, rulebookNamed } from "@/lib/pipeline/rulebook";
import { CENTRAL_OPTIONS, HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { compareFindings, type Dossier, type RecheckedEvent, recheck } from "@/lib/pipeline/rules/recheck";
import { reviewCellVote } from "@/lib/pipeline/rules/review";
import type { Step } from "@/lib/pipeline/rules/step";
import { aCase, given, readyWith } from "@/tests/support/pipeline";

const book = (name: string): Rulebook => {
  const found = rulebookNamed(name);
  if (!found) throw new Error(`no book ${name}`);
  return found;
};
const central = () => CENTRAL_OPTIONS;
const votes = (convened: number, agreed: number) => ({
  votes: { convened, present: convened, agreed, disagreed: convened - agreed, other: 0 },
  passed: true,
});

/**
 * A dossier of 2024 that touches every row of §3.22 that concerns a rule: schooling completed without a
 * diploma, a referrer who only lived nearby, carers of the spouse who were not asked, a political question
 * open, a certificate that ran out between the cell's meeting and the decision, a decision of the committee
 * above, and a ceremony counted from the receipt.
 */
const EVERY_ROW: readonly Step[] = [
  ...readyWith(
    [
      given("certified", "2019-06-01", {}, "1/GCN"),
      given("cvDeclared", "2023-09-11", { targets: ["self", "parents", "spouseCarers"] }),
      given("referred", "2024-04-02", {
        combination: "unionAndMember",
        referrers: [{ name: "Nguyễn Văn Bình", official: true, monthsTogether: 36, together: "residence" }],
      }),
      given("verificationReturned", "2024-03-18", { target: "self", result: "passed" }),
      given("verificationReturned", "2024-03-18", { target: "parents", result: "passed" }),
      given("certificationGiven", "2024-03-20", { qualified: true, politicalIssueOpen: true }),
    ],
    ["certified", "referred", "verified"],
  ),
  given("cellVoted", "2024-05-03", votes(20, 18), "07-NQ/CB"),
  given("baseVoted", "2024-05-20", votes(15, 15), "21-NQ/ĐU"),
  given("submitted", "2024-05-24"),
  given("decided", "2024-06-14", { receivedOn: "2024-07-15" }, "83-QĐ/HU"),
  given("admitted", "2024-08-15", { helper: "Nguyễn Văn Bình" }),
];
const { person, cell, readmission } = aCase({ person: { education: "lowerSecondaryCompleted" } });
const dossier = (steps: readonly Step[], more: Partial<Dossier> = {}): Dossier => ({
  person,
  cell,
  readmission,
  steps,
  today: "2024-12-01",
  ...more,
});

const difference = (events: readonly RecheckedEvent[]) =>
  events.flatMap(({ kind, stepId, lines }) =>
    lines
      .filter(({ differs }) => differs)
      .map(({ own, other }) => {
        const found = own ?? other;
        const side = own && other ? "otherwise" : own ? "2021 only" : "2026 only";
        return `${stepId ? kind : "next"}: ${found?.rule} ${found?.is}, ${side}`;
      }),
  );

describe("one dossier under the books of 2021 and 2026", () => {
  const events = recheck(dossier(EVERY_ROW), central, { book: book("208/2026"), options: CENTRAL_OPTIONS });

  test("differs exactly where domain §3.22 says", () => {
    expect(difference(events).toSorted()).toEqual(
      [
        "cellVoted: R-03 educationShort, 2021 only",
        "cellVoted: R-11 togetherTooShort, 2021 only",
        "cellVoted: R-17 targetsUnverified, 2026 only",
        "decided: R-05 certificateExpired, 2021 only",
        "decided: R-30 deciderUnusual, 2026 only",
        "admitted: R-05 certificateExpired, 2021 only",
        "admitted: R-33 ceremonyLate, 2026 only",
      ].toSorted(),
    );
  });

  test("the political question is open under both, by the regulation of each", () => {
    const same = events.flatMap(({ lines }) => lines).find(({ own }) => own?.is === "politicalIssueOpen");
    expect(same?.differs).toBe(false);
    expect(same?.own?.source).toBe("Quy định 58-QĐ/TW, Điều 10");
    expect(same?.other?.source).toBe("Quy định 367-QĐ/TW, Điều 11");
  });

  test("a delegated base committee needs two thirds before and more than half since", () => {
    const steps = [
      ...EVERY_ROW.filter(({ onDay }) => onDay <= "2024-05-24"),
      given("decisionVoted", "2024-06-10", votes(15, 9), "30-BB/ĐU"),
    ];
    const delegated = { ...cell, decider: { kind: "BASE_COMMITTEE", name: "Đảng ủy xã" } };
    const again = recheck(dossier(steps, { cell: delegated, today: "2024-06-12" }), central, {
      book: book("208/2026"),
      options: CENTRAL_OPTIONS,
    });
    const of = (kind: string) => again.filter((event) => event.kind === kind);
    expect(difference(of("decisionVoted"))).toEqual(["decisionVoted: R-29 votesShort, 2021 only"]);
    expect(difference(of("decided"))).toEqual(["next: R-05 certificateExpired, 2021 only"]);
  });

  test("under its own book nothing differs, whatever it lacks", () => {
    const own = recheck(dossier(EVERY_ROW), central, { book: book("24/2021"), options: CENTRAL_OPTIONS });
    expect(own.flatMap(({ lines }) => lines).length).toBeGreaterThan(3);
    expect(difference(own)).toEqual([]);
  });

  test("every event is judged on what was there before it, and the steps stay as they were", () => {
    const before = structuredClone(EVERY_ROW);
    expect(events.map(({ kind, stepId }) => (stepId ? kind : `next ${kind}`))).toEqual([
      "cellVoted",
      "baseVoted",
      "submitted",
      "decided",
      "admitted",
      "next recognitionVoted",
    ]);
    const cellVote = events.find(({ kind }) => kind === "cellVoted");
    expect(cellVote?.lines.some(({ own }) => own?.is === "beforeEarlierStep")).toBe(false);
    recheck(dossier(EVERY_ROW), central, { book: book("29/2016"), options: CENTRAL_OPTIONS });
    expect(EVERY_ROW).toEqual(before);
  });

  test("what was undone is judged by nobody", () => {
    const undone = EVERY_ROW.map((step) =>
      step.kind === "admitted" ? ({ ...step, undoneAt: "2024-08-16" } as Step) : step,
    );
    const again = recheck(dossier(undone), central, { book: book("208/2026"), options: CENTRAL_OPTIONS });
    expect(again.at(-1)).toMatchObject({ kind: "admitted", stepId: null });
  });
});

describe("by the options of another day", () => {
  const ready = dossier(readyWith(), { today: "2024-05-10" });
  test("the ⚙ of Hà Nội are heard on its side only", () => {
    const hanoi = { book: book("24/2021"), options: HANOI_OPTIONS };
    expect(difference(recheck(ready, central, hanoi))).toEqual(["next: null permissionMissing, 2026 only"]);
  });

  test("the last day of the next step is told by both sides", () => {
    const decided = dossier(EVERY_ROW.filter(({ kind }) => kind !== "admitted"));
    const [next] = recheck(decided, central, { book: book("208/2026"), options: CENTRAL_OPTIONS }).slice(-1);
    expect(next).toMatchObject({ kind: "admitted", due: { own: "2024-08-26", other: "2024-07-26" } });
  });
});

test("findings of one kind are paired by what they say, then by their kind", () => {
  const bare = (steps: Step[]) => reviewCellVote({ ...aCase({ steps }), votes: null });
  const none = bare(readyWith([], ["opinionCollected"]));
  const home = bare(
    readyWith([given("opinionCollected", "2024-04-12", { from: "residenceCell" })], ["opinionCollected"]),
  );
  const lines = compareFindings(none, home).map(({ own, other, differs }) => [
    own && JSON.stringify(own.facts),
    other && JSON.stringify(other.facts),
    differs,
  ]);
  expect(lines).toEqual([
    ['{"from":"residenceCell"}', null, true],
    ['{"from":"massOrganisation"}', '{"from":"massOrganisation"}', false],
  ]);
});
