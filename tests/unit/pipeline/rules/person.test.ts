import { describe, expect, test } from "vitest";
import { rulebookNamed } from "@/lib/pipeline/rulebook";
import type { Review } from "@/lib/pipeline/rules/finding";
import { CENTRAL_OPTIONS, HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { reviewCellVote, reviewDecision } from "@/lib/pipeline/rules/review";
import type { ConsentCase, LeavingReason } from "@/lib/pipeline/rules/step";
import { blocked, foundIn, warned } from "@/tests/support/boundaries";
import { aCase, given, READY, readyWith } from "@/tests/support/pipeline";

type Told = Parameters<typeof aCase>[0];
const cellVote = (told: Told): Review =>
  reviewCellVote({ ...aCase({ today: "2030-01-01", ...told }), votes: null });
const decision = (told: Told): Review =>
  reviewDecision({ ...aCase({ today: "2030-01-01", ...told }), decision: null });

const book2021 = rulebookNamed("24/2021") ?? undefined;
const book2026 = rulebookNamed("208/2026") ?? undefined;
const under = (book: typeof book2021) => (book ? { book } : {});
const born = (birthDate: string) => ({ birthDate, birthYear: Number(birthDate.slice(0, 4)) });
const consent = (of: ConsentCase, onDay: string) => given("consentGiven", onDay, { of, by: "BTV Tỉnh ủy" });
const left = (reason: LeavingReason, leftOn: string, more = {}) =>
  given("formerMembership", "2023-09-01", { leftOn, reason, readmittedBefore: false, ...more });
const DECIDABLE = [
  ...READY,
  given("cellVoted", "2024-05-03", { votes: null, passed: true }),
  given("baseVoted", "2024-05-20", { votes: null, passed: true }),
];

const young = born("2008-03-15");
const old = { ...born("1964-05-20"), unionMember: false };
const thirty = { ...born("1993-05-04"), unionMember: false };
const completed = { education: "lowerSecondaryCompleted" };
const readmitted = (former: ReturnType<typeof left>, onDay = "2024-05-03") =>
  cellVote({ readmission: true, steps: [...READY, former], onDay });

const BOUNDARIES = [
  blocked(
    "R-01",
    "the month in which 18 is reached",
    "tooYoung",
    cellVote({ person: young, onDay: "2026-03-01" }),
    cellVote({ person: young, onDay: "2026-02-28" }),
  ),
  warned(
    "R-02",
    "the last day of the month of 60",
    "overAge",
    cellVote({ person: old, onDay: "2024-05-31" }),
    cellVote({ person: old, onDay: "2024-06-01" }),
  ),
  warned(
    "R-02",
    "a consent of the same day",
    "overAge",
    cellVote({ person: old, onDay: "2024-06-01", steps: [...READY, consent("overAge", "2024-06-01")] }),
    cellVote({ person: old, onDay: "2024-06-01", steps: [...READY, consent("overAge", "2024-06-02")] }),
  ),
  blocked(
    "R-03",
    "lower secondary school",
    "educationShort",
    cellVote({ person: { education: "lowerSecondary" } }),
    cellVote({ person: { education: "primary" } }),
  ),
  blocked(
    "R-03",
    "completed without a diploma: since 2026",
    "educationShort",
    cellVote({ person: completed, ...under(book2026) }),
    cellVote({ person: completed, ...under(book2021) }),
  ),
  blocked(
    "R-03",
    "primary school in a hard area, with its grounds",
    "educationShort",
    cellVote({
      person: { education: "primary" },
      steps: [...READY, consent("educationPrimary", "2024-05-03")],
    }),
    cellVote({
      person: { education: "literate" },
      steps: [...READY, consent("educationPrimary", "2024-05-03")],
    }),
  ),
  blocked(
    "R-03",
    "an elder who reads and writes, with the province's consent",
    "educationShort",
    cellVote({
      person: { education: "literate" },
      steps: [...READY, consent("educationLiterate", "2024-05-03")],
    }),
    cellVote({ person: { education: "literate" } }),
  ),
  blocked(
    "R-13",
    "the day before one turns 31",
    "notUnionMember",
    cellVote({ person: thirty, onDay: "2024-05-04" }),
    cellVote({ person: thirty, onDay: "2024-05-03" }),
  ),
  blocked(
    "R-13",
    "the province's own age",
    "notUnionMember",
    cellVote({ person: thirty, onDay: "2024-05-04", options: { youthAge: 30 } }),
    cellVote({ person: thirty, onDay: "2024-05-04", options: { youthAge: 31 } }),
  ),
  blocked(
    "R-44",
    "36 months to the day",
    "readmissionTooEarly",
    readmitted(left("hardship", "2021-05-03")),
    readmitted(left("hardship", "2021-05-04")),
  ),
  blocked(
    "R-44",
    "60 months after a cleared record",
    "readmissionTooEarly",
    readmitted(left("lesserCrime", "2015-01-01", { clearedOn: "2019-05-03" })),
    readmitted(left("lesserCrime", "2015-01-01", { clearedOn: "2019-05-04" })),
  ),
  ...(["abandoned", "askedToLeave", "disunity", "corruption", "seriousCrime"] as const).map((reason) =>
    blocked(
      "R-45",
      `left because: ${reason}`,
      "readmissionBarred",
      readmitted(left("hardship", "2010-01-01")),
      readmitted(left(reason, "2010-01-01")),
    ),
  ),
  blocked(
    "R-45",
    "readmitted only once",
    "readmissionBarred",
    readmitted(left("otherReason", "2010-01-01")),
    readmitted(left("otherReason", "2010-01-01", { readmittedBefore: true })),
  ),
  ...(
    [
      ["overAge", { person: old }],
      ["religiousDignitary", { person: { religiousDignitary: true } }],
      ["readmission", { readmission: true }],
    ] as const
  ).map(([of, told]) =>
    blocked(
      "R-46",
      `${of}: a consent not later than the decision`,
      "consentMissing",
      decision({ ...told, onDay: "2024-06-10", steps: [...DECIDABLE, consent(of, "2024-06-10")] }),
      decision({ ...told, onDay: "2024-06-10", steps: [...DECIDABLE, consent(of, "2024-06-11")] }),
    ),
  ),
  blocked(
    "R-47",
    "agreed until the day of the application",
    "upperAgreementMissing",
    cellVote({ person: { religion: "catholicism" }, steps: [...READY, consent("religion", "2023-09-10")] }),
    cellVote({ person: { religion: "catholicism" }, steps: [...READY, consent("religion", "2023-09-11")] }),
  ),
  blocked(
    "R-47",
    "a religion that is not on the State's list",
    "religionNotRecognised",
    cellVote({ person: { religion: "none" } }),
    cellVote({ person: { religion: "other" } }),
  ),
  blocked(
    "R-48",
    "decided by the committee above the base",
    "ownerDecidedBelow",
    decision({ person: { privateOwner: true }, steps: DECIDABLE }),
    decision({
      person: { privateOwner: true },
      steps: DECIDABLE,
      cell: { decider: { kind: "BASE_COMMITTEE", name: "Đảng ủy xã" } },
    }),
  ),
];

describe.each(BOUNDARIES)("$rule, $at", ({ rule, is, blocks, holds, breaks }) => {
  test("is silent on the good side", () => expect(foundIn(holds, is)).toBeUndefined());
  test("is heard on the other", () => expect(foundIn(breaks, is)).toMatchObject({ rule, blocks }));
});

test("R-13 asks nobody where there is no Union, nor of whom it is not known", () => {
  expect(
    foundIn(cellVote({ person: { unionMember: false }, cell: { hasUnion: false } }), "notUnionMember"),
  ).toBeUndefined();
  expect(foundIn(cellVote({ person: { unionMember: null } }), "notUnionMember")).toBeUndefined();
});

test("R-01, R-03 warn of what is not known", () => {
  expect(foundIn(cellVote({ person: { birthDate: null, birthYear: 2006 } }), "ageUncertain")?.blocks).toBe(
    false,
  );
  expect(foundIn(cellVote({ person: { birthDate: null, birthYear: 2005 } }), "ageUncertain")).toBeUndefined();
  expect(foundIn(cellVote({ person: { education: null } }), "educationUnknown")?.blocks).toBe(false);
});

test("R-45 wants to know how the former membership ended", () => {
  expect(foundIn(cellVote({ readmission: true }), "formerMembershipMissing")?.rule).toBe("R-45");
});

test("R-08 ⚙: a pupil's parents are asked where the province says so", () => {
  const pupil = { occupation: "11" };
  const asked = readyWith([given("parentsConsulted", "2024-01-10", { agreed: true })]);
  const against = readyWith([given("parentsConsulted", "2024-01-10", { agreed: false })]);
  const heard = (told: Told) => foundIn(cellVote(told), "parentsOpinionMissing")?.rule;
  expect(heard({ person: pupil, options: HANOI_OPTIONS })).toBe("R-08");
  expect(heard({ person: pupil, options: HANOI_OPTIONS, steps: against })).toBe("R-08");
  expect(heard({ person: pupil, options: HANOI_OPTIONS, steps: asked })).toBeUndefined();
  expect(heard({ person: pupil, options: CENTRAL_OPTIONS })).toBeUndefined();
  expect(heard({ options: HANOI_OPTIONS })).toBeUndefined();
});
