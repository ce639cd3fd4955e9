import { describe, expect, test } from "vitest";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { reviewCellVote, reviewDecisionVote } from "@/lib/pipeline/rules/review";
import type { Step, Votes } from "@/lib/pipeline/rules/step";
import { aCase, aStep, aVote, READY } from "@/tests/support/pipeline";

const findings = (event = aCase(), votes: Votes | null = aVote()) =>
  reviewCellVote({ ...event, votes }).findings.map(({ is }) => is);
const without = (...kinds: string[]): Step[] => READY.filter(({ kind }) => !kinds.includes(kind));

test("a dossier in order and a full vote have no finding", () => {
  expect(findings()).toEqual([]);
});

test.each([
  [20, 14],
  [3, 2],
  [4, 3],
  [5, 4],
  [22, 15],
])("R-25: of %i members convened, %i must agree", (convened, needed) => {
  expect(findings(aCase(), aVote({ convened, agreed: needed }))).toEqual([]);
  expect(findings(aCase(), aVote({ convened, agreed: needed - 1 }))).toEqual(["votesShort"]);
});

test.each([
  [9, 5],
  [10, 6],
])("R-29: of %i members of the standing committee, %i must agree", (convened, needed) => {
  const steps = [
    ...READY,
    aStep({
      kind: "cellVoted",
      onDay: "2024-05-01",
      documentNumber: "7",
      data: { votes: null, passed: true },
    }),
  ];
  const short = (agreed: number) =>
    reviewDecisionVote({ ...aCase({ steps }), votes: aVote({ convened, agreed }) }).findings.some(
      ({ is }) => is === "votesShort",
    );
  expect(short(needed)).toBe(false);
  expect(short(needed - 1)).toBe(true);
});

describe("R-26: the votes add up", () => {
  test("15 present of 14 convened are refused", () => {
    expect(findings(aCase(), aVote({ convened: 14, present: 15, agreed: 15 }))).toContain(
      "presentAboveConvened",
    );
  });
  test("11 + 5 + 0 of 17 present are refused, in words", () => {
    const review = reviewCellVote({
      ...aCase(),
      votes: { convened: 18, present: 17, agreed: 11, disagreed: 5, other: 0 },
    });
    const wrong = review.findings.find(({ is }) => is === "votesDoNotAddUp");
    expect(wrong && findingSentence(wrong)).toBe(
      "Cộng lại được 16 phiếu, nhưng có mặt 17 đồng chí. Hãy kiểm tra lại biên bản.",
    );
  });
});

test("R-24: a cell of two official members cannot resolve", () => {
  expect(findings(aCase(), aVote({ convened: 2 }))).toContain("cellTooSmall");
  expect(findings(aCase(), aVote({ convened: 3 }))).toEqual([]);
});

describe("R-01: full 18, counted by month", () => {
  test("born on 15/3/2008, the meeting of 1/3/2026 is in the month of 18", () => {
    const person = { birthDate: "2008-03-15", birthYear: 2008 };
    expect(findings(aCase({ person, onDay: "2026-03-01", today: "2026-03-02" }), null)).not.toContain(
      "tooYoung",
    );
    expect(findings(aCase({ person, onDay: "2026-02-28", today: "2026-03-02" }), null)).toContain("tooYoung");
  });
  test("of a bare birth year of 18 years ago one can only warn", () => {
    const review = reviewCellVote({
      ...aCase({ person: { birthDate: null, birthYear: 2006 } }),
      votes: null,
    });
    expect(review.findings.find(({ is }) => is === "ageUncertain")?.blocks).toBe(false);
  });
});

test("R-02: over 60 by month needs a consent", () => {
  const person = { birthDate: "1964-05-20", birthYear: 1964, unionMember: false };
  expect(findings(aCase({ person }))).not.toContain("overAge");
  expect(findings(aCase({ person: { ...person, birthDate: "1964-04-20" } }))).toContain("overAge");
});

test.each([
  ["upperSecondary", []],
  ["lowerSecondary", []],
  ["primary", ["educationShort"]],
  [null, ["educationUnknown"]],
])("R-03: education %s", (education, expected) => {
  expect(findings(aCase({ person: { education } }))).toEqual(expected);
});

describe("R-04, R-05, R-06: the awareness certificate", () => {
  const issued = (onDay: string) => [
    ...without("certified"),
    aStep({ kind: "certified", onDay, documentNumber: "1", data: {} }),
  ];
  test("is missing", () =>
    expect(findings(aCase({ steps: without("certified") }))).toContain("certificateMissing"));
  test("of 15/1/2020 is valid to 15/1/2025 and not on 3/2/2025", () => {
    expect(
      findings(aCase({ steps: issued("2020-01-15"), onDay: "2025-01-15", today: "2025-02-04" })),
    ).not.toContain("certificateExpired");
    expect(
      findings(aCase({ steps: issued("2020-01-15"), onDay: "2025-02-03", today: "2025-02-04" })),
    ).toContain("certificateExpired");
  });
  test("is warned of in its last six months", () => {
    expect(findings(aCase({ steps: issued("2019-09-20") }))).toContain("certificateLapses");
    expect(findings(aCase({ steps: issued("2020-01-20") }))).not.toContain("certificateLapses");
  });
});

test.each([
  ["sympathiserRecognised", "sympathiserMissing"],
  ["helperAssigned", "helperMissing"],
  ["referred", "referralMissing"],
  ["applied", "applicationMissing"],
  ["verified", "verificationMissing"],
  ["opinionCollected", "opinionMissing"],
])("without %s the cell cannot resolve: %s", (kind, expected) => {
  const review = reviewCellVote({ ...aCase({ steps: without(kind) }), votes: aVote() });
  expect(review.findings.find(({ is }) => is === expected)?.blocks).toBe(true);
});

test("R-10: a probationary member does not help", () => {
  const helper = aStep({
    kind: "helperAssigned",
    onDay: "2022-03-12",
    documentNumber: null,
    data: { name: "Lê Thị Sáu", official: false, replacement: false },
  });
  expect(findings(aCase({ steps: [...without("helperAssigned"), helper] }))).toContain("helperNotOfficial");
});

test("R-12: two members refer, or one beside the Union", () => {
  const referrers = [{ name: "Nguyễn Văn Bình", official: true, monthsTogether: null }];
  const alone = aStep({
    kind: "referred",
    onDay: "2024-04-02",
    documentNumber: null,
    data: { combination: "twoMembers", referrers },
  });
  expect(findings(aCase({ steps: [...without("referred"), alone] }))).toContain("referrersTooFew");
});

test("R-13: up to 30 one comes from the Union where there is one", () => {
  expect(findings(aCase({ person: { unionMember: false } }))).toContain("notUnionMember");
  expect(findings(aCase({ person: { unionMember: false }, cell: { hasUnion: false } }))).not.toContain(
    "notUnionMember",
  );
  expect(
    findings(aCase({ person: { unionMember: false, birthDate: "1993-05-03", birthYear: 1993 } })),
  ).not.toContain("notUnionMember");
});

test("R-15, R-20: the application comes before the CV, the certification after the verification", () => {
  const early = aStep({ kind: "cvDeclared", onDay: "2023-09-01", documentNumber: null, data: {} });
  expect(findings(aCase({ steps: [...READY, early] }))).toContain("cvBeforeApplication");
  const certified = aStep({
    kind: "certificationGiven",
    onDay: "2024-03-01",
    documentNumber: null,
    data: { qualified: true, politicalIssueOpen: false },
  });
  expect(findings(aCase({ steps: [...READY, certified] }))).toContain("certificationBeforeResult");
});

test("R-23: twelve months from the day the dossier was set up", () => {
  const at = (onDay: string) => findings(aCase({ onDay, today: "2024-12-01" }));
  expect(at("2024-09-10")).not.toContain("dossierExpired");
  expect(at("2024-09-11")).toContain("dossierExpired");
});

test("all findings of a bare dossier are told at once", () => {
  expect(
    findings(aCase({ steps: [], person: { education: "primary" } }), null).length,
  ).toBeGreaterThanOrEqual(8);
});

test("each day is judged by the book of its time", () => {
  expect(
    ["2019-01-01", "2021-07-29", "2021-07-30", "2025-01-19", "2025-01-20", "2026-07-25", "2026-07-26"].map(
      (day) => rulebookOn(day).name,
    ),
  ).toEqual(["29/2016", "29/2016", "24/2021", "24/2021", "232/2025", "20/2026", "208/2026"]);
});
