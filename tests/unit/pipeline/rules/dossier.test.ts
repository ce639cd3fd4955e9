import { describe, expect, test } from "vitest";
import { rulebookNamed } from "@/lib/pipeline/rulebook";
import type { Review } from "@/lib/pipeline/rules/finding";
import { HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { reviewCellVote } from "@/lib/pipeline/rules/review";
import type { Referrer, VerificationTarget } from "@/lib/pipeline/rules/step";
import { blocked, foundIn, warned } from "@/tests/support/boundaries";
import { aCase, given, READY, readyWith } from "@/tests/support/pipeline";

type Told = Parameters<typeof aCase>[0];
const cellVote = (told: Told = {}): Review =>
  reviewCellVote({ ...aCase({ today: "2030-01-01", ...told }), votes: null });
const under = (name: string) => {
  const book = rulebookNamed(name);
  return book ? { book } : {};
};

const certified = (onDay: string) => readyWith([given("certified", onDay, {}, "214/GCN")], ["certified"]);
const referrer = (more: Partial<Referrer> = {}): Referrer => ({
  name: "Nguyễn Văn Bình",
  official: true,
  monthsTogether: 24,
  ...more,
});
const referred = (...referrers: Referrer[]) =>
  readyWith(
    [
      given("referred", "2024-04-02", {
        combination: referrers.length > 1 ? "twoMembers" : "unionAndMember",
        referrers,
      }),
    ],
    ["referred"],
  );
const helper = (official: boolean) =>
  readyWith(
    [given("helperAssigned", "2022-03-12", { name: "Lê Thị Sáu", official, replacement: false })],
    ["helperAssigned"],
  );
const sent = (
  target: VerificationTarget,
  onDay: string,
  more: { abroad?: boolean; carrierRelated?: boolean } = {},
) => given("verificationSent", onDay, { target, abroad: false, carrierRelated: false, ...more });
const back = (target: VerificationTarget, onDay = "2024-03-18") =>
  given("verificationReturned", onDay, { target, result: "passed" });
/** A dossier whose targets are verified one by one, those the CV named. */
const targeted = (targets: VerificationTarget[], ...more: ReturnType<typeof sent>[]) =>
  readyWith([given("cvDeclared", "2023-09-11", { targets }), ...more], ["verified"]);
const commented = (onDay: string) => given("cellCommented", onDay);
const certification = (onDay: string, qualified = true) =>
  given("certificationGiven", onDay, { qualified, politicalIssueOpen: false });
const NAMED: VerificationTarget[] = ["self", "parents", "spouse"];
const asked = (onDay: string, abroad: boolean, judgedOn: string) =>
  cellVote({ steps: targeted(["self"], sent("spouse", onDay, { abroad })), onDay: judgedOn });

const BOUNDARIES = [
  blocked(
    "R-04",
    "a certificate",
    "certificateMissing",
    cellVote(),
    cellVote({ steps: readyWith([], ["certified"]) }),
  ),
  blocked(
    "R-05",
    "60 months to the day",
    "certificateExpired",
    cellVote({ steps: certified("2020-01-15"), onDay: "2025-01-15" }),
    cellVote({ steps: certified("2020-01-15"), onDay: "2025-01-16" }),
  ),
  blocked(
    "R-05",
    "issued on the last of February",
    "certificateExpired",
    cellVote({ steps: certified("2020-02-29"), onDay: "2025-02-28" }),
    cellVote({ steps: certified("2020-02-29"), onDay: "2025-03-01" }),
  ),
  warned(
    "R-06",
    "six months before its end",
    "certificateLapses",
    cellVote({ steps: certified("2022-10-28"), onDay: "2027-04-27" }),
    cellVote({ steps: certified("2022-10-28"), onDay: "2027-04-28" }),
  ),
  blocked(
    "R-07",
    "the cell's resolution",
    "sympathiserMissing",
    cellVote(),
    cellVote({ steps: readyWith([], ["sympathiserRecognised"]) }),
  ),
  blocked(
    "R-09",
    "a helper",
    "helperMissing",
    cellVote(),
    cellVote({ steps: readyWith([], ["helperAssigned"]) }),
  ),
  blocked(
    "R-09",
    "a helper who ended, until another follows",
    "helperMissing",
    cellVote({
      steps: readyWith([
        given("helperEnded", "2023-01-05", { name: "Nguyễn Văn Bình", reason: "chuyển sinh hoạt" }),
        given("helperAssigned", "2023-01-05", { name: "Lê Thị Sáu", official: true, replacement: true }),
      ]),
    }),
    cellVote({
      steps: readyWith([
        given("helperEnded", "2023-01-05", { name: "Nguyễn Văn Bình", reason: "chuyển sinh hoạt" }),
      ]),
    }),
  ),
  blocked(
    "R-10",
    "a helper who is an official member",
    "helperNotOfficial",
    cellVote({ steps: helper(true) }),
    cellVote({ steps: helper(false) }),
  ),
  blocked(
    "R-10",
    "a referrer who is one",
    "helperNotOfficial",
    cellVote({ steps: referred(referrer()) }),
    cellVote({ steps: referred(referrer({ official: false })) }),
  ),
  blocked(
    "R-11",
    "twelve months together",
    "togetherTooShort",
    cellVote({ steps: referred(referrer({ monthsTogether: 12 })) }),
    cellVote({ steps: referred(referrer({ monthsTogether: 11 })) }),
  ),
  blocked(
    "R-11",
    "living together counts since 2026",
    "togetherTooShort",
    cellVote({ steps: referred(referrer({ together: "residence" })), ...under("208/2026") }),
    cellVote({ steps: referred(referrer({ together: "residence" })), ...under("24/2021") }),
  ),
  blocked(
    "R-12",
    "two members",
    "referrersTooFew",
    cellVote({ steps: referred(referrer(), referrer({ name: "Lê Thị Sáu" })) }),
    cellVote({
      steps: readyWith(
        [given("referred", "2024-04-02", { combination: "twoMembers", referrers: [referrer()] })],
        ["referred"],
      ),
    }),
  ),
  blocked(
    "R-12",
    "anybody at all",
    "referralMissing",
    cellVote({ steps: referred(referrer()) }),
    cellVote({ steps: readyWith([], ["referred"]) }),
  ),
  warned(
    "R-14",
    "no relative refers",
    "referrerRelated",
    cellVote({ steps: referred(referrer({ relative: false })) }),
    cellVote({ steps: referred(referrer({ relative: true })) }),
  ),
  warned(
    "R-15",
    "the CV not before the application",
    "cvBeforeApplication",
    cellVote({ steps: readyWith([given("cvDeclared", "2023-09-10", {})]) }),
    cellVote({ steps: readyWith([given("cvDeclared", "2023-09-09", {})]) }),
  ),
  blocked(
    "R-16",
    "no relative carries the request",
    "carrierRelated",
    cellVote({ steps: targeted(NAMED, sent("parents", "2024-01-10")) }),
    cellVote({ steps: targeted(NAMED, sent("parents", "2024-01-10", { carrierRelated: true })) }),
  ),
  blocked(
    "R-17",
    "every target that the CV named",
    "targetsUnverified",
    cellVote({ steps: targeted(NAMED, ...NAMED.map((target) => back(target))) }),
    cellVote({ steps: targeted(NAMED, back("self"), back("parents")) }),
  ),
  blocked(
    "R-17",
    "who raised the spouse: since 2026",
    "targetsUnverified",
    cellVote({
      steps: targeted(["self", "parents", "spouseCarers"], back("self"), back("parents")),
      ...under("24/2021"),
    }),
    cellVote({
      steps: targeted(["self", "parents", "spouseCarers"], back("self"), back("parents")),
      ...under("208/2026"),
    }),
  ),
  blocked(
    "R-17",
    "adopted children: where the province says so",
    "targetsUnverified",
    cellVote({ steps: targeted(["self", "parents", "adoptedChildren"], back("self"), back("parents")) }),
    cellVote({
      steps: targeted(["self", "parents", "adoptedChildren"], back("self"), back("parents")),
      options: HANOI_OPTIONS,
    }),
  ),
  blocked(
    "R-17",
    "a renewal of the papers takes the old verification with it",
    "verificationMissing",
    cellVote({
      steps: readyWith([
        given("dossierRenewed", "2024-04-20", { cvChanged: false }),
        given("verified", "2024-04-28", { result: "passed" }),
      ]),
    }),
    cellVote({ steps: readyWith([given("dossierRenewed", "2024-04-20", { cvChanged: false })]) }),
  ),
  blocked(
    "R-18",
    "a waiver of a CV that was compared",
    "waiverUnfounded",
    cellVote({
      steps: targeted(NAMED, given("verificationWaived", "2024-02-01", { target: "spouse", matched: true })),
    }),
    cellVote({
      steps: targeted(NAMED, given("verificationWaived", "2024-02-01", { target: "spouse", matched: false })),
    }),
  ),
  warned(
    "R-19",
    "30 working days at home",
    "replyOverdue",
    asked("2024-03-01", false, "2024-04-12"),
    asked("2024-03-01", false, "2024-04-13"),
  ),
  warned(
    "R-19",
    "90 working days from abroad",
    "replyOverdue",
    asked("2024-03-01", true, "2024-07-10"),
    asked("2024-03-01", true, "2024-07-11"),
  ),
  blocked(
    "R-20",
    "the cell comments after the last result",
    "commentBeforeResult",
    cellVote({ steps: readyWith([commented("2024-03-18")]) }),
    cellVote({ steps: readyWith([commented("2024-03-17")]) }),
  ),
  blocked(
    "R-20",
    "the base certifies after the cell commented",
    "certificationBeforeComment",
    cellVote({ steps: readyWith([commented("2024-03-20"), certification("2024-03-20")]) }),
    cellVote({ steps: readyWith([commented("2024-03-20"), certification("2024-03-19")]) }),
  ),
  blocked(
    "R-20",
    "and after the result",
    "certificationBeforeResult",
    cellVote({ steps: readyWith([certification("2024-03-18")]) }),
    cellVote({ steps: readyWith([certification("2024-03-17")]) }),
  ),
  blocked(
    "R-21",
    "qualified",
    "politicalIssueOpen",
    cellVote({ steps: readyWith([certification("2024-03-20")]) }),
    cellVote({ steps: readyWith([certification("2024-03-20", false)]) }),
  ),
  blocked(
    "R-21",
    "a question until it is concluded",
    "politicalIssueOpen",
    cellVote({
      steps: readyWith([
        certification("2024-03-20", false),
        given("politicsConcluded", "2024-04-20", { cleared: true }),
      ]),
    }),
    cellVote({
      steps: readyWith([
        certification("2024-03-20", false),
        given("politicsConcluded", "2024-04-20", { cleared: false }),
      ]),
    }),
  ),
  ...(["massOrganisation", "residenceCell"] as const).map((from) =>
    blocked(
      "R-22",
      `the opinion of the ${from}`,
      "opinionMissing",
      cellVote(),
      cellVote({
        steps: READY.filter((step) => step.kind !== "opinionCollected" || step.data.from !== from),
      }),
    ),
  ),
  blocked(
    "R-23",
    "twelve months after the dossier was set up",
    "dossierExpired",
    cellVote({ onDay: "2024-09-10" }),
    cellVote({ onDay: "2024-09-11" }),
  ),
  warned(
    "R-23",
    "two months before",
    "dossierLapses",
    cellVote({ onDay: "2024-07-09" }),
    cellVote({ onDay: "2024-07-10" }),
  ),
];

describe.each(BOUNDARIES)("$rule, $at", ({ rule, is, blocks, holds, breaks }) => {
  test("is silent on the good side", () => expect(foundIn(holds, is)).toBeUndefined());
  test("is heard on the other", () => expect(foundIn(breaks, is)).toMatchObject({ rule, blocks }));
});

test("R-11: who took another one's place, or was assigned after a move, is exempt", () => {
  const replaced = given("helperAssigned", "2024-03-01", {
    name: "Lê Thị Sáu",
    official: true,
    replacement: true,
  });
  const short = referred(referrer({ name: "Lê Thị Sáu", monthsTogether: 2 }));
  expect(foundIn(cellVote({ steps: short }), "togetherTooShort")).toBeDefined();
  expect(foundIn(cellVote({ steps: [...short, replaced] }), "togetherTooShort")).toBeUndefined();
});

test("R-19 is silent of an answer that came, however late", () => {
  const steps = targeted(["self"], sent("spouse", "2024-03-01"), back("spouse", "2024-06-01"));
  expect(foundIn(cellVote({ steps, onDay: "2024-06-03" }), "replyOverdue")).toBeUndefined();
});

test("the order of the papers: application, seal, permission ⚙", () => {
  expect(foundIn(cellVote({ steps: readyWith([], ["applied"]) }), "applicationMissing")?.blocks).toBe(true);
  const open = targeted(NAMED, sent("parents", "2024-01-10"));
  expect(foundIn(cellVote({ steps: open }), "sealMissing")?.blocks).toBe(false);
  expect(
    foundIn(cellVote({ steps: [...open, given("sealed", "2024-01-05")] }), "sealMissing"),
  ).toBeUndefined();
  expect(foundIn(cellVote({ options: HANOI_OPTIONS }), "permissionMissing")?.blocks).toBe(true);
  const permitted = readyWith([given("permissionGranted", "2023-08-01", {}, "12-CV/ĐU")]);
  expect(
    foundIn(cellVote({ steps: permitted, options: HANOI_OPTIONS }), "permissionMissing"),
  ).toBeUndefined();
});
