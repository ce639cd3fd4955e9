import { describe, expect, test } from "vitest";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import type { Quota } from "@/lib/quotas/rules/quota";
import type { ChangedUnit } from "@/lib/reorganisation/rules/changed-unit";
import {
  landHats,
  landPeople,
  landQuotas,
  type OpenHat,
  type OpenPerson,
  reviewLandings,
} from "@/lib/reorganisation/rules/landing";

const DAY = "2025-07-01";

function aUnit(key: string, kind: UnitKind, into: string[], closed = true): ChangedUnit {
  const form = { parent: "P", name: `Đơn vị ${key}`, kind, type: null, mayDecideAdmission: false };
  return { key, code: key, id: 1, before: form, after: form, closed, into, line: 0 };
}

const KINDS = new Map(
  (
    [
      ["A-1", "CELL"],
      ["X-1", "CELL"],
      ["X-2", "BASE_CELL"],
      ["A", "BASE_COMMITTEE"],
      ["X", "BASE_COMMITTEE"],
      ["H", "UPPER"],
    ] as const
  ).map(([key, kind]) => [key, { kind, name: `Đơn vị ${key}` }]),
);

const aPerson = (more: Partial<OpenPerson> = {}): OpenPerson => ({
  id: "p",
  name: "Trần Văn Đi",
  cell: "A-1",
  probation: false,
  lastStepOn: null,
  ...more,
});

describe("where people land", () => {
  test.each<[string, ChangedUnit, Record<string, string>, string | null]>([
    ["with the cell that continues theirs", aUnit("A-1", "CELL", ["X-1"]), {}, "X-1"],
    ["with the first, unless another is chosen", aUnit("A-1", "CELL", ["X-1", "X-2"]), {}, "X-1"],
    ["where it is chosen", aUnit("A-1", "CELL", ["X-1", "X-2"]), { p: "x-2" }, "X-2"],
    ["not where nobody receives them", aUnit("A-1", "CELL", ["X-1"]), { p: "X-2" }, "X-1"],
    ["at home where the cell goes on", aUnit("A-1", "CELL", ["X-1", "A-1"], false), {}, "A-1"],
    ["nowhere in a committee", aUnit("A-1", "CELL", ["X"]), {}, null],
  ])("%s", (_what, unit, chosen, to) => {
    expect(landPeople([aPerson()], [unit], KINDS, chosen)[0]?.to).toBe(to);
  });

  test("steps on the day are in order, later ones are not; a cell with dossiers needs cells that take them", () => {
    const reviewed = (unit: ChangedUnit, lastStepOn: string, held = 1) =>
      reviewLandings(landPeople([aPerson({ lastStepOn })], [unit], KINDS, {}), [unit], KINDS, {
        day: DAY,
        dossiers: new Map([[unit.key, held]]),
      }).map(({ is }) => is);
    const merged = aUnit("A-1", "CELL", ["X-1"]);
    expect(reviewed(merged, DAY)).toEqual([]);
    expect(reviewed(merged, "2025-07-02")).toEqual(["stepsAfter"]);
    expect(reviewed(aUnit("A-1", "CELL", []), DAY)).toEqual(["cellIntoCommittee"]);
    expect(reviewed(aUnit("A-1", "CELL", ["X"]), DAY)).toEqual(["cellIntoCommittee"]);
    expect(reviewed(aUnit("A-1", "CELL", []), DAY, 0)).toEqual([]);
  });
});

describe("hats", () => {
  const hat: OpenHat = { assignmentId: "h", name: "Lê", role: "cellSecretary", unit: "A-1", own: false };
  test.each<[string, ChangedUnit, Partial<OpenHat>, Record<string, "keep" | "end">, string | null]>([
    ["goes on in a cell", aUnit("A-1", "CELL", ["X-1"]), {}, {}, "X-1"],
    ["goes on in a base cell", aUnit("A-1", "CELL", ["X-2"]), {}, {}, "X-2"],
    ["ends where a commune joins a district", aUnit("A", "BASE_COMMITTEE", ["H"]), { unit: "A" }, {}, null],
    ["goes on there when it is said", aUnit("A", "BASE_COMMITTEE", ["H"]), { unit: "A" }, { h: "keep" }, "H"],
    ["ends when it is said", aUnit("A-1", "CELL", ["X-1"]), {}, { h: "end" }, null],
    ["ends without a successor", aUnit("A-1", "CELL", []), {}, { h: "keep" }, null],
    ["one's own ends", aUnit("A-1", "CELL", ["X-1"]), { own: true }, { h: "keep" }, null],
  ])("%s", (_what, unit, more, chosen, to) => {
    expect(landHats([{ ...hat, ...more }], [unit], KINDS, chosen)[0]?.to).toBe(to);
  });
});

describe("quotas", () => {
  const aQuota = (unitId: number, more: Partial<Quota> = {}): Quota => ({
    id: `q${unitId}`,
    unitId,
    source: "ASSIGNED",
    indicator: "ADMISSION",
    group: "ALL",
    kind: "NUMBER",
    value: 3,
    valueTo: null,
    from: "2025-01-01",
    to: "2025-12-31",
    membersDay: null,
    dueOn: null,
    documentNumber: "1-QĐ",
    documentDay: "2025-01-05",
    note: null,
    version: 1,
    ...more,
  });
  const closed = [aUnit("A", "BASE_COMMITTEE", ["X"]), aUnit("B", "BASE_COMMITTEE", ["X"])];
  const land = (quotas: { unit: string; quota: Quota }[], addQuotas = true, isAbove = () => false) =>
    landQuotas(quotas, closed, isAbove, { addQuotas, decisionNumber: "9-NQ", day: DAY });
  const values = (landed: ReturnType<typeof land>) =>
    landed.revised.map(({ to, quota: { kind, value, valueTo, documentDay } }) => [
      to,
      kind,
      value,
      valueTo,
      documentDay,
    ]);

  test("are added to those of the receiving unit from the day on, or begin there", () => {
    const [a, b] = [
      { unit: "A", quota: aQuota(1) },
      { unit: "B", quota: aQuota(2, { value: 4 }) },
    ];
    expect(values(land([a, b]))).toEqual([["X", "NUMBER", 7, null, DAY]]);
    expect(values(land([a, b, { unit: "X", quota: aQuota(3, { value: 10 }) }]))).toEqual([
      ["X", "NUMBER", 17, null, DAY],
    ]);
    expect(land([a, b], false)).toMatchObject({
      ended: [{ revised: false }, { revised: false }],
      revised: [],
    });
  });

  test.each<[string, Partial<Quota>, number]>([
    ["that ended the day before is over", { to: "2025-06-30" }, 0],
    ["that ends on the day counts", { to: DAY }, 1],
  ])("one %s", (_what, more, ended) => {
    expect(land([{ unit: "A", quota: aQuota(1, more) }]).ended).toHaveLength(ended);
  });

  test("a range adds both ends; a share is not added, nor one of a unit that the receiving one held already", () => {
    const range = aQuota(1, { kind: "RANGE", value: 3, valueTo: 5 });
    expect(
      values(
        land([
          { unit: "A", quota: range },
          { unit: "B", quota: aQuota(2) },
        ]),
      ),
    ).toEqual([["X", "RANGE", 6, 8, DAY]]);
    const share = aQuota(1, { kind: "SHARE_OF_MEMBERS" });
    expect(land([{ unit: "A", quota: share }])).toMatchObject({ ended: [{ revised: false }], revised: [] });
    expect(land([{ unit: "A", quota: aQuota(1) }], true, () => true)).toMatchObject({
      ended: [{ revised: false }],
      revised: [],
    });
    const own = { unit: "X", quota: aQuota(3, { kind: "SHARE_OF_MEMBERS" }) };
    expect(land([{ unit: "A", quota: aQuota(1) }, own])).toMatchObject({
      ended: [{ revised: false }],
      revised: [],
    });
  });

  test("only the revision in force counts", () => {
    const revised = aQuota(1, { id: "later", value: 5, documentDay: "2025-03-01" });
    const tooLate = aQuota(1, { id: "latest", value: 9, documentDay: "2025-08-01" });
    const quotas = [aQuota(1), revised, tooLate].map((quota) => ({ unit: "A", quota }));
    expect(values(land(quotas))).toEqual([["X", "NUMBER", 5, null, DAY]]);
  });
});
