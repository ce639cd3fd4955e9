import { describe, expect, test } from "vitest";
import { gradeLabel, parseAudience, parseClassForm, parseClassKind, parseGrade } from "@/lib/classes/labels";
import {
  certificateStep,
  ENROLMENT_STATES,
  GRADES,
  isLearner,
  markedSessions,
  passes,
  stateAfterGrade,
  stateAfterMarking,
} from "@/lib/classes/rules/enrolment";
import { admittedLater, sumResults } from "@/lib/classes/rules/results";
import { reviewCertifying, reviewRoom } from "@/lib/classes/rules/review";
import { sessionsWithin, stateOn } from "@/lib/classes/rules/training-class";
import { planClassSchema, saveResultsSchema } from "@/lib/classes/schema";

test("who declined or is only proposed is no learner", () => {
  expect(ENROLMENT_STATES.filter((state) => isLearner({ state }))).toEqual([
    "called",
    "confirmed",
    "attended",
    "absent",
  ]);
});

test("three grades pass", () => {
  expect(GRADES.filter(passes)).toEqual(["excellent", "good", "fair"]);
  expect(passes(null)).toBe(false);
});

describe("the roll call", () => {
  test("a tap adds a session in its place, another takes it away", () => {
    expect(markedSessions([1, 3], 2, true)).toEqual([1, 2, 3]);
    expect(markedSessions([1, 2], 2, true)).toEqual([1, 2]);
    expect(markedSessions([1, 2, 3], 2, false)).toEqual([1, 3]);
  });

  test("who came once attended; who was taken off every session is where the cell left them", () => {
    expect(stateAfterMarking("confirmed", [2])).toBe("attended");
    expect(stateAfterMarking("attended", [])).toBe("confirmed");
    expect(stateAfterMarking("called", [])).toBe("called");
    expect([stateAfterGrade("absent"), stateAfterGrade("failed")]).toEqual(["absent", "attended"]);
  });
});

test("a class stands where its days say", () => {
  const days = { from: "2024-03-04", to: "2024-03-08" };
  expect(["2024-03-03", "2024-03-04", "2024-03-08", "2024-03-09"].map((day) => stateOn(days, day))).toEqual([
    "planned",
    "open",
    "open",
    "ended",
  ]);
  expect([sessionsWithin("2024-03-04", "2024-03-08"), sessionsWithin("2024-01-01", "2024-12-31")]).toEqual([
    5, 60,
  ]);
});

test("a class takes as many as it has places", () => {
  expect([reviewRoom(2, 2), reviewRoom(null, 900)]).toEqual([null, null]);
  expect(reviewRoom(2, 3)).toEqual({ is: "tooMany", blocks: true, size: 2, people: 3 });
});

test("certificates wait for every result, and lie between the first day and today", () => {
  const learner = (grade: "good" | "failed" | null, name: string | null = "An") => ({
    person: name === null ? null : { name },
    grade,
  });
  const review = (people: ReturnType<typeof learner>[], day: string) =>
    reviewCertifying({ from: "2024-03-04" }, people, day, "2024-03-20").map(({ is }) => is);
  expect(review([learner("good"), learner("failed")], "2024-03-04")).toEqual([]);
  expect(review([learner("good"), learner("failed")], "2024-03-20")).toEqual([]);
  expect(review([learner("good")], "2024-03-03")).toEqual(["beforeClass"]);
  expect(review([learner("good")], "2024-03-21")).toEqual(["inFuture"]);
  expect(review([learner("good"), learner(null)], "2024-03-08")).toEqual(["gradeMissing"]);
  expect(review([learner("good", null)], "2024-03-08")).toEqual(["notHere"]);
  expect(review([learner("failed", null)], "2024-03-08")).toEqual([]);
});

test("classes are added up by grade and form", () => {
  const grades = { excellent: 1, good: 2, fair: 3, failed: 4, absent: 5 };
  const one = {
    kind: "AWARENESS" as const,
    form: "DAY" as const,
    called: 17,
    learners: 15,
    attended: 10,
    grades,
    certificates: 6,
    within12: 1,
    within24: 2,
  };
  expect(sumResults([one, { ...one, form: "EVENING", learners: 20 }, one])).toEqual({
    classes: 3,
    called: 51,
    learners: 50,
    attended: 30,
    passed: 18,
    grades: { excellent: 3, good: 6, fair: 9, failed: 12, absent: 15 },
    certificates: 18,
    admittedWithin12: { numerator: 3, denominator: 18, percent: 16.67 },
    admittedWithin24: { numerator: 6, denominator: 18, percent: 33.33 },
    byForm: [
      { form: "DAY", classes: 2, learners: 30 },
      { form: "EVENING", classes: 1, learners: 20 },
    ],
  });
});

test("of a class for new members nobody is counted as admitted later", () => {
  const one = { kind: "NEW_MEMBER" as const, certificates: 6, within12: 0, within24: 0 };
  const none = { numerator: 0, denominator: 0, percent: null };
  expect(admittedLater([one])).toEqual({ admittedWithin12: none, admittedWithin24: none });
  expect(admittedLater([one, { ...one, kind: "AWARENESS", within12: 3 }]).admittedWithin12).toEqual({
    numerator: 3,
    denominator: 6,
    percent: 50,
  });
});

test("the words of a file are read with and without accents", () => {
  expect([
    parseClassKind("nhận thức về đảng"),
    parseClassKind("DANG VIEN MOI"),
    parseClassForm("buoi toi"),
    parseAudience("Học sinh"),
    parseGrade("gioi"),
    parseGrade("Xuất sắc"),
  ]).toEqual(["AWARENESS", "NEW_MEMBER", "EVENING", "PUPIL", "excellent", null]);
  expect(GRADES.map((grade) => parseGrade(gradeLabel(grade)))).toEqual([...GRADES]);
});

test("the step of a certificate goes by the kind of class", () => {
  expect([certificateStep("AWARENESS"), certificateStep("NEW_MEMBER")]).toEqual([
    "certified",
    "newMemberCertified",
  ]);
});

test("a grid is read pair by pair, one learner alone too", () => {
  const base = { classId: "0b7e3f54-9c1a-4a52-8a54-0d9c1f3f7b11", version: "3" };
  const pairs = (given: object) => [...saveResultsSchema.parse({ ...base, ...given }).grades];
  expect(pairs({ learner: ["a", "b"], grade: ["good", ""] })).toEqual([
    ["a", "good"],
    ["b", null],
  ]);
  expect(pairs({ learner: "a", grade: "failed" })).toEqual([["a", "failed"]]);
});

test("a plan says of each field what is wrong with it", () => {
  const wrong = planClassSchema.safeParse({
    kind: "AWARENESS",
    name: "",
    from: "31/02/2024",
    to: "",
    sessions: "0",
    size: "x",
    form: "DAY",
  });
  expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual([
    "name",
    "from",
    "to",
    "sessions",
    "size",
  ]);
  const backwards = planClassSchema.safeParse({
    kind: "AWARENESS",
    name: "Khóa 1",
    from: "08/03/2024",
    to: "04/03/2024",
    sessions: "5",
    form: "DAY",
  });
  expect(backwards.error?.issues.map(({ message }) => message)).toEqual([
    "Đến ngày: hãy ghi ngày không trước Từ ngày.",
  ]);
});
