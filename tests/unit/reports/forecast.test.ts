import { describe, expect, test } from "vitest";
import { buildDropOuts, buildPassagesLine, stepsBefore } from "@/lib/reports/rules/bottleneck";
import {
  buildBackTest,
  buildForecastLine,
  DayTally,
  gainOf,
  lastClassDay,
  lastDayInTime,
  type OpenDossiers,
  type Paces,
  paceOf,
  pacesOf,
} from "@/lib/reports/rules/forecast";

const unit = { code: "H", name: "Huyện", kind: "UPPER" };
const DAYS = { asOf: "2024-10-01", to: "2024-12-31" };
const paces: Paces = {
  submitted: { days: 30, dossiers: 10 },
  cellResolved: { days: 60, dossiers: 10 },
  certified: { days: 200, dossiers: 10 },
};
const open = (step: OpenDossiers["step"], day: string, people = 1): OpenDossiers => ({ step, day, people });
const line = (dossiers: OpenDossiers[], asked: number | null = 274, own: Paces = paces) =>
  buildForecastLine(unit, { admitted: 256, asked, open: dossiers }, { own, parents: paces }, DAYS);

describe("a forecast", () => {
  test("256 + 18 = 274 of 274: admitted and under way is what is expected", () => {
    expect(line([open("submitted", "2024-09-20", 18)])).toMatchObject({
      bands: { beforeCommittee: { inTime: 18, late: 0, unknown: 0 } },
      expected: 274,
      short: 0,
    });
  });

  test.each([
    ["2024-12-01", 1],
    ["2024-12-02", 0],
  ])(
    "a dossier submitted on %s is in time: %i (30 days to the decision, the period ends on the 31st)",
    (day, inTime) => {
      expect(line([open("submitted", day)]).bands.beforeCommittee).toEqual({
        inTime,
        late: 1 - inTime,
        unknown: 0,
      });
    },
  );

  test("who waits longer than usual is expected from today on, not in the past", () => {
    const pace = { days: 30, dossiers: 9 };
    expect(line([open("submitted", "2024-01-01")]).bands.beforeCommittee.inTime).toBe(1);
    expect(lastDayInTime(pace, DAYS)).toBe("2024-12-01");
    expect(lastDayInTime(pace, { asOf: "2025-01-01", to: "2024-12-31" })).toBe("");
  });

  test.each([
    [[7], 7],
    [[9, 1, 4], 4],
    [[4, 1, 9, 8], 6],
    [[3, 3, 4, 4], 3.5],
    [[0, 2000, 1500], 1500],
  ])("the median of %j days is %d", (all, days) => {
    const [tally, sum] = [new DayTally(), new DayTally()];
    for (const each of [...all, 5, -1]) tally.add(each);
    tally.add(5, -1);
    sum.addAll(tally);
    expect(pacesOf([sum, new DayTally()])).toEqual({ submitted: { days, dossiers: all.length } });
  });

  test("the bands say where a dossier stands", () => {
    const { bands } = line([
      open("cellResolved", "2024-10-01", 2),
      open("certified", "2024-10-01", 3),
      open("applied", "2024-09-01", 4),
    ]);
    expect(bands.resolved.inTime).toBe(2);
    expect(bands.certificateHeld).toEqual({ inTime: 0, late: 3, unknown: 4 });
  });

  test("no quota is no shortfall", () => {
    expect(line([], null)).toMatchObject({ asked: null, short: null, expected: 256 });
  });

  test.each([
    [5, 10, false],
    [4, 30, true],
  ])("a pace of its own from %i dossiers: %i days, borrowed: %s", (dossiers, days, borrowed) => {
    const own = { submitted: { days: 10, dossiers } };
    expect(paceOf("submitted", own, paces)).toEqual({
      pace: borrowed ? paces.submitted : { days, dossiers },
      borrowed,
    });
  });

  test("a forecast of a past day is set against what came", () => {
    expect(buildBackTest("2024-10-01", line([open("submitted", "2024-09-20", 18)]), 270)).toEqual({
      asOf: "2024-10-01",
      admitted: 256,
      expected: 274,
      came: 270,
      error: 4,
    });
  });
});

describe("what could be won", () => {
  test("a week less brings those who would be at most a week late, and nobody who comes anyway", () => {
    const dossiers = [
      open("cellResolved", "2024-11-01", 1),
      open("cellResolved", "2024-11-02", 2),
      open("cellResolved", "2024-11-08", 4),
      open("cellResolved", "2024-11-09", 8),
      open("submitted", "2024-12-05", 16),
    ];
    expect(gainOf(dossiers, paces, DAYS, { from: ["cellResolved"], days: 7 })).toBe(6);
    expect(gainOf(dossiers, paces, DAYS, { from: stepsBefore("toDecision"), days: 7 })).toBe(22);
  });

  test("a class has to certify early enough", () => {
    expect(lastClassDay(paces, "2024-12-31")).toBe("2024-06-14");
    expect(lastClassDay({}, "2024-12-31")).toBeNull();
  });
});

describe("bottlenecks", () => {
  test("the slowest passage is that with the longest median", () => {
    const passages = [
      { passage: "toCell" as const, median: 40, ninth: 90, dossiers: 3 },
      { passage: "toBase" as const, median: 60, ninth: 61, dossiers: 3 },
      { passage: "toDecision" as const, median: null, ninth: null, dossiers: 0 },
    ];
    expect(buildPassagesLine(unit, passages).slowest).toBe("toBase");
    expect(buildPassagesLine(unit, passages.slice(2)).slowest).toBeNull();
  });

  test("who dropped out is a share of all who did", () => {
    expect(
      buildDropOuts([
        { step: "introduced", people: 3 },
        { step: "certified", people: 1 },
      ]).map(({ ofAll }) => ofAll.percent),
    ).toEqual([75, 25]);
  });
});
