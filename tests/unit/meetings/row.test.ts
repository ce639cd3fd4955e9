import { describe, expect, test } from "vitest";
import { type Matter, mattersOf, neededOf, type Sitting, thresholdOf } from "@/lib/meetings/rules/committee";
import { allInFavour, completed, outcomeOf, type Row, rowFaults } from "@/lib/meetings/rules/row";

const EMPTY: Row = {
  agreed: null,
  disagreed: null,
  other: null,
  outcome: null,
  follow: "nextMeeting",
  note: null,
  documentNumber: null,
};
const sittingOf = (matter: Matter, kind = "UPPER", onDay = "2024-05-04"): Sitting => ({
  matter,
  threshold: thresholdOf(matter, kind, onDay),
});
const STANDING = sittingOf("decided");
const TEN_OF_ELEVEN = { convened: 11, present: 10 };
const aRow = (told: Partial<Row> = {}): Row => ({ ...EMPTY, ...told });
const votes = (agreed: number, disagreed = 0, other = 0) => ({ agreed, disagreed, other });

describe("what the votes say", () => {
  test.each([
    ["decided", 11, 6],
    ["decided", 10, 6],
    ["baseVoted", 15, 10],
    ["cellVoted", 20, 14],
    ["recognitionVoted", 3, 2],
  ] as const)("%s: of %i convened, %i have to agree", (matter, convened, needed) => {
    const attendance = { convened, present: convened };
    const sitting = sittingOf(matter);
    expect(neededOf(sitting.threshold, convened)).toBe(needed);
    expect(outcomeOf(aRow(votes(needed, convened - needed)), attendance, sitting)).toBe("agreed");
    expect(outcomeOf(aRow(votes(needed - 1, convened - needed + 1)), attendance, sitting)).toBe("fellShort");
  });

  test("a base committee that decides by delegation needs two thirds until the regulation of 2026", () => {
    expect(thresholdOf("decided", "BASE_COMMITTEE", "2024-05-04")).toBe("twoThirds");
    expect(thresholdOf("decided", "BASE_COMMITTEE", "2026-08-04")).toBe("moreThanHalf");
    expect(thresholdOf("decided", "UPPER", "2024-05-04")).toBe("moreThanHalf");
  });

  test("nothing, as long as one count is empty or nobody knows how many were convened", () => {
    expect(outcomeOf(aRow({ agreed: 10, disagreed: 0 }), TEN_OF_ELEVEN, STANDING)).toBe("pending");
    expect(outcomeOf(aRow(votes(10)), { convened: null }, STANDING)).toBe("pending");
  });

  test("less than what was said of the person", () => {
    const row = aRow({ ...votes(10), outcome: "asksSuperior" });
    expect(outcomeOf(row, TEN_OF_ELEVEN, STANDING)).toBe("asksSuperior");
  });
});

describe("what a row lacks", () => {
  const faults = (row: Row, matter: "decided" | "cellVoted" = "decided") =>
    rowFaults(row, TEN_OF_ELEVEN, sittingOf(matter)).map(({ is }) => is);

  test.each<[string, Partial<Row>, string[]]>([
    ["nothing typed", {}, ["unfinished"]],
    ["agreed with its number", { ...votes(10), documentNumber: "94-QĐ/HU" }, []],
    ["agreed without a number", votes(10), ["numberMissing"]],
    ["votes that are not those present", { ...votes(9), documentNumber: "94-QĐ/HU" }, ["votesDoNotAddUp"]],
    ["too few votes", votes(5, 4, 1), []],
    ["too few votes, sent back without a reason", { ...votes(5, 5), follow: "returned" }, ["noteMissing"]],
    ["held back without a reason", { outcome: "heldBack" }, ["noteMissing"]],
    ["held back with one", { outcome: "heldBack", note: "thiếu giấy" }, []],
    ["asking above without saying what", { outcome: "asksSuperior" }, ["noteMissing"]],
  ])("%s", (_, told, expected) => {
    expect(faults(aRow(told))).toEqual(expected);
  });

  test("a cell has nobody below it to send a dossier back to", () => {
    expect(faults(aRow({ ...votes(5, 5), follow: "returned" }), "cellVoted")).toEqual([]);
  });
});

describe("typing", () => {
  test("the star is everybody present in favour", () => {
    const row = allInFavour(aRow({ agreed: 3, outcome: "heldBack", note: "x" }), TEN_OF_ELEVEN);
    expect(row).toMatchObject({ ...votes(10), outcome: null, note: "x" });
  });

  test("empty counts become none only when nobody present is left over", () => {
    expect(completed(aRow({ agreed: 10 }), TEN_OF_ELEVEN)).toMatchObject(votes(10));
    expect(completed(aRow({ agreed: 9, other: 1 }), TEN_OF_ELEVEN)).toMatchObject(votes(9, 0, 1));
    expect(completed(aRow({ agreed: 9 }), TEN_OF_ELEVEN)).toEqual(aRow({ agreed: 9 }));
  });
});

test("each kind of unit decides its own matters", () => {
  expect(mattersOf({ kind: "CELL", decides: false })).toEqual(["cellVoted", "recognitionVoted"]);
  expect(mattersOf({ kind: "BASE_COMMITTEE", decides: true })).toEqual([
    "baseVoted",
    "recognitionBaseVoted",
    "decided",
  ]);
  expect(mattersOf({ kind: "UPPER", decides: true })).toEqual(["decided"]);
  expect(mattersOf({ kind: "PROVINCE", decides: false })).toEqual([]);
});
