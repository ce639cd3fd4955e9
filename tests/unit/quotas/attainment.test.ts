import { describe, expect, test } from "vitest";
import { askedFor, buildAttainment, elapsedDays, evenPace } from "@/lib/quotas/rules/attainment";
import type { Quota } from "@/lib/quotas/rules/quota";
import { aQuota } from "@/tests/support/quotas";

const counted = (people: number, told: { admitted?: number; members?: number | null } = {}) => ({
  people,
  admitted: told.admitted ?? people,
  members: told.members ?? null,
});

const MAY_4 = "2024-05-04";

describe("how many people a quota asks for", () => {
  test.each<[string, Partial<Quota>, { members?: number | null; admitted?: number }, number]>([
    ["a number is itself", { value: 246 }, {}, 246],
    ["at least a number is that number", { kind: "AT_LEAST", value: 15 }, {}, 15],
    ["a range asks for its lower bound", { kind: "RANGE", value: 18, valueTo: 20 }, {}, 18],
    [
      "3 % of 5 356 members are 161 (160,68 rounded up)",
      { kind: "SHARE_OF_MEMBERS", value: 3 },
      { members: 5356 },
      161,
    ],
    [
      "3 % of 100 members are 3, nothing to round",
      { kind: "SHARE_OF_MEMBERS", value: 3 },
      { members: 100 },
      3,
    ],
    [
      "3,5 % of 200 members are 7, without a rounding error",
      { kind: "SHARE_OF_MEMBERS", value: 3.5 },
      { members: 200 },
      7,
    ],
    [
      "a share of members without a head count asks for nobody",
      { kind: "SHARE_OF_MEMBERS", value: 3 },
      { members: null },
      0,
    ],
    [
      "60 % of 57 admitted are 35 (34,2 rounded up)",
      { kind: "SHARE_OF_ADMITTED", value: 60 },
      { admitted: 57 },
      35,
    ],
  ])("%s", (_, quota, told, asked) => {
    expect(askedFor(aQuota(quota), counted(0, told))).toBe(asked);
  });
});

describe("what is achieved, what remains, what is beyond", () => {
  test.each<
    [
      string,
      Partial<Quota>,
      number,
      { numerator: number; denominator: number; percent: number | null },
      number,
      number,
    ]
  >([
    [
      "57 of 246 are 23,17 %",
      { value: 246 },
      57,
      { numerator: 57, denominator: 246, percent: 23.17 },
      189,
      0,
    ],
    [
      "57 of 275 are 20,73 %",
      { value: 275 },
      57,
      { numerator: 57, denominator: 275, percent: 20.73 },
      218,
      0,
    ],
    [
      "7 of 3 are 233,33 %, 4 beyond",
      { value: 3 },
      7,
      { numerator: 7, denominator: 3, percent: 233.33 },
      0,
      4,
    ],
    [
      "within a range nothing remains and nothing is beyond",
      { kind: "RANGE", value: 18, valueTo: 20 },
      19,
      { numerator: 19, denominator: 18, percent: 105.56 },
      0,
      0,
    ],
    [
      "beyond a range counts from its upper bound",
      { kind: "RANGE", value: 18, valueTo: 20 },
      23,
      { numerator: 23, denominator: 18, percent: 127.78 },
      0,
      3,
    ],
    [
      "below a range what remains is to its lower bound",
      { kind: "RANGE", value: 18, valueTo: 20 },
      16,
      { numerator: 16, denominator: 18, percent: 88.89 },
      2,
      0,
    ],
    [
      "a quota of 0 has no per cent and nothing beyond",
      { value: 0 },
      2,
      { numerator: 2, denominator: 0, percent: null },
      0,
      0,
    ],
  ])("%s", (_, quota, people, achieved, remaining, surplus) => {
    const built = buildAttainment(aQuota(quota), counted(people), MAY_4);
    expect(built).toMatchObject({ achieved, remaining, surplus });
  });

  test("a share of the admitted is of all admitted, and has no pace", () => {
    const quota = aQuota({ kind: "SHARE_OF_ADMITTED", group: "WOMEN", value: 60 });
    expect(buildAttainment(quota, counted(20, { admitted: 57 }), MAY_4)).toEqual({
      achieved: { numerator: 20, denominator: 57, percent: 35.09 },
      remaining: 15,
      surplus: 0,
      pace: null,
      status: "late",
    });
  });
});

describe("pace", () => {
  test("counts both ends: 4 May is day 125 of the 366 of 2024", () => {
    expect(elapsedDays(aQuota(), MAY_4)).toEqual({ elapsed: 125, all: 366 });
  });

  test("runs to the deadline where there is one", () => {
    expect(elapsedDays(aQuota({ dueOn: "2024-09-30" }), MAY_4)).toEqual({ elapsed: 125, all: 274 });
  });

  test("is never behind more days than there are", () => {
    expect(elapsedDays(aQuota({ dueOn: "2024-09-30" }), "2025-03-01")).toEqual({ elapsed: 274, all: 274 });
    expect(elapsedDays(aQuota(), "2023-12-01").elapsed).toBe(0);
  });

  test.each<[string, Partial<Quota>, number, number | null]>([
    ["57 of 246 by 4 May are 0,68 of an even pace", { value: 246 }, 57, 0.68],
    ["57 of 275 by 30 September are 0,45", { value: 275, dueOn: "2024-09-30" }, 57, 0.45],
    ["1 of 3 is 0,98", { value: 3 }, 1, 0.98],
    ["a quota of 0 has none", { value: 0 }, 1, null],
  ])("%s", (_, quota, people, pace) => {
    expect(buildAttainment(aQuota(quota), counted(people), MAY_4).pace).toBe(pace);
  });

  test("an even pace needs 84 of 246 by 4 May, so 57 are 27 short", () => {
    expect(evenPace(246, aQuota(), MAY_4)).toBe(84);
  });
});

describe("status", () => {
  // Half of the days are gone: 50 of 100 people are exactly an even pace, 40 are exactly 0,8 of it.
  const half = { value: 100, from: "2024-01-01", to: "2024-01-20", dueOn: null };
  test.each<[string, Partial<Quota>, number, string]>([
    ["no people asked for is no quota", { value: 0 }, 5, "notAssigned"],
    ["everybody asked for is done", { value: 100 }, 100, "done"],
    ["more than asked for is done", { value: 100 }, 120, "done"],
    ["nobody yet is none, however late", { value: 100 }, 0, "none"],
    ["exactly an even pace is on track", half, 50, "onTrack"],
    ["one person less is to be watched", half, 49, "watch"],
    ["exactly 0,8 of it is to be watched still", half, 40, "watch"],
    ["below 0,8 is late", half, 39, "late"],
  ])("%s", (_, quota, people, status) => {
    expect(buildAttainment(aQuota({ ...half, ...quota }), counted(people), "2024-01-10").status).toBe(status);
  });

  test("is judged exactly, not by the shown pace: 0,799… shows as 0,80 and is late", () => {
    const quota = aQuota({ value: 10_000, from: "2024-01-01", to: "2024-01-20" });
    const built = buildAttainment(quota, counted(3999), "2024-01-10");
    expect(built).toMatchObject({ pace: 0.8, status: "late" });
  });

  test.each<[number, string]>([
    [60, "done"],
    [59, "watch"],
    [48, "watch"],
    [47, "late"],
    [0, "late"],
  ])("of a share of 60 %% of 100 admitted, %i are %s", (people, status) => {
    const quota = aQuota({ kind: "SHARE_OF_ADMITTED", value: 60 });
    expect(buildAttainment(quota, counted(people, { admitted: 100 }), MAY_4).status).toBe(status);
  });
});
