import { describe, expect, test } from "vitest";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import type { Placement } from "@/lib/organisation/rules/placement";
import type { Act } from "@/lib/reorganisation/rules/act";
import type { KnownUnit, World } from "@/lib/reorganisation/rules/changed-unit";
import { reviewActs } from "@/lib/reorganisation/rules/tree";
import { anAct, JULY } from "@/tests/support/reorganisation";

const DAY = "2025-07-01";

type Given = [code: string, parent: string | null, kind: UnitKind, more?: Partial<Placement>];

const GIVEN: Given[] = [
  ["T", null, "PROVINCE"],
  ["H", "T", "UPPER"],
  ["H2", "T", "UPPER"],
  ["A", "H", "BASE_COMMITTEE"],
  ["B", "H", "BASE_COMMITTEE"],
  ["S", "H", "BASE_CELL"],
  ["A-1", "A", "CELL"],
  ["A-2", "A", "CELL"],
  ["B-1", "B", "CELL"],
];

/** Units with one placement each, or what is told of it. */
function aWorld(more: Partial<World> = {}, given: Given[] = GIVEN): World {
  const ids = new Map(given.map(([code], place) => [code, place + 1]));
  const units = given.map(([code, parent, kind, told], place): KnownUnit => {
    const placement = {
      id: place + 1,
      unitId: place + 1,
      parentId: parent === null ? null : (ids.get(parent) ?? null),
      name: `Đơn vị ${code}`,
      kind,
      type: null,
      mayDecideAdmission: false,
      closed: false,
      from: null,
      until: null,
      ...told,
    };
    return { id: place + 1, code, name: placement.name, placements: [placement] };
  });
  return { units, codesTaken: new Set(), actorUnitId: 1, day: DAY, ...more };
}

const judged = (acts: Act[], world: World = aWorld()) =>
  reviewActs(acts, world).findings.flatMap(({ is, blocks, line, field }) =>
    blocks ? [`${line}.${field} ${is}`] : [],
  );

const treeOf = (acts: Act[], world: World = aWorld()) => {
  const { changed, findings } = reviewActs(acts, world);
  expect(findings.filter(({ blocks }) => blocks)).toEqual([]);
  return Object.fromEntries(
    changed.map(({ key, after: { parent, name }, closed, into }) => [
      key,
      [closed ? "closed" : "open", parent, name, ...into].join(" "),
    ]),
  );
};

describe("acts that are in order", () => {
  test("the first of July: what stood beneath the district goes to the province, order of the lines does not matter", () => {
    const tree = {
      H: "closed T Đơn vị H",
      A: "closed X Đơn vị A X",
      B: "closed X Đơn vị B X",
      X: "open T Đảng bộ xã X",
      "A-1": "closed X-1 Đơn vị A-1 X-1",
      "B-1": "closed X-1 Đơn vị B-1 X-1",
      "X-1": "open X Chi bộ thôn Một",
      "A-2": "closed X-2 Đơn vị A-2 X-2 X-3",
      "X-2": "open X Chi bộ thôn Hai",
      "X-3": "open X Chi bộ thôn Ba",
      S: "open T Đơn vị S",
    };
    expect(treeOf(JULY)).toEqual(tree);
    const [close, merge, ...rest] = JULY;
    expect(treeOf([...rest, ...(merge ? [merge] : []), ...(close ? [close] : [])])).toEqual(tree);
  });

  test("cells of a closed commune go to its successor, or where a line says", () => {
    expect(treeOf([anAct({ is: "merge", unit: "A", to: "B" })])).toEqual({
      A: "closed B Đơn vị A B",
      "A-1": "open B Đơn vị A-1",
      "A-2": "open B Đơn vị A-2",
    });
    expect(
      treeOf([anAct({ is: "merge", unit: "A", to: "B" }), anAct({ is: "move", unit: "a-2", parent: "h2" })]),
    ).toMatchObject({ "A-1": "open B Đơn vị A-1", "A-2": "open H2 Đơn vị A-2" });
  });

  test("a district divided among its own communes is placed beneath the first, which goes to the province", () => {
    expect(
      treeOf([anAct({ is: "split", unit: "H", to: "A" }), anAct({ is: "split", unit: "H", to: "B" })]),
    ).toMatchObject({
      H: "closed A Đơn vị H A B",
      A: "open T Đơn vị A",
    });
  });

  test("a cell that keeps itself gives people away and stays open", () => {
    expect(
      treeOf([
        anAct({ is: "split", unit: "A-1", to: "A-1" }),
        anAct({ is: "split", unit: "A-1", to: "A-9", name: "Chi bộ mới" }),
      ]),
    ).toEqual({ "A-1": "open A Đơn vị A-1 A-1 A-9", "A-9": "open A Chi bộ mới" });
  });

  test("moved and renamed in two lines, made by a line of its own", () => {
    expect(
      treeOf([
        anAct({ is: "move", unit: "S", parent: "H2" }),
        anAct({ is: "rename", unit: "S", name: "Tên mới" }),
        anAct({ is: "add", to: "N", name: "Mới", kind: "CELL", parent: "B" }),
      ]),
    ).toEqual({ S: "open H2 Tên mới", N: "open B Mới" });
  });
});

describe("who decides admissions", () => {
  const decides = (codes: string[]): World =>
    aWorld(
      {},
      GIVEN.map(
        ([code, parent, kind]): Given => [code, parent, kind, { mayDecideAdmission: codes.includes(code) }],
      ),
    );
  const told = (acts: Act[], world: World) =>
    reviewActs(acts, world).findings.flatMap((finding) =>
      finding.is === "nobodyDecides" ? [finding.name] : [],
    );

  test("is told where nobody is left to, once for all beneath", () => {
    const silent = JULY.map((act) => ({ ...act, decides: null }));
    expect(told(silent, decides(["H"]))).toEqual(["Đảng bộ xã X", "Đơn vị S"]);
    expect(told(JULY, decides(["H"]))).toEqual(["Đơn vị S"]);
    const here = anAct({ is: "rename", unit: "S", decides: true });
    expect(told([...JULY, here], decides(["H"]))).toEqual([]);
    expect(told(JULY, decides(["H", "T"]))).toEqual([]);
    expect(told(JULY, decides(["H", "A", "S"]))).toEqual([]);
    expect(told(JULY, decides([]))).toEqual([]);
    expect(told([anAct({ is: "move", unit: "A", parent: "H2" })], decides(["H"]))).toEqual(["Đơn vị A"]);
    expect(told([anAct({ is: "move", unit: "A", parent: "H2" })], decides(["H", "H2"]))).toEqual([]);
  });
});

describe("acts that are refused", () => {
  const planned = { ...aWorld() };
  const later = GIVEN.map(
    (unit): Given => (unit[0] === "A" ? ["A", "H", "BASE_COMMITTEE", { until: "2025-12-31" }] : unit),
  );
  const ended = GIVEN.map(
    (unit): Given => (unit[0] === "B" ? ["B", "H", "BASE_COMMITTEE", { until: "2025-06-30" }] : unit),
  );
  test.each<[string, Act[], string[], World?]>([
    ["an unknown unit", [anAct({ is: "close", unit: "Z" })], ["0.unit unitUnknown"]],
    ["no unit", [anAct({ is: "close" })], ["0.unit fieldMissing"]],
    ["a receiver without a name", [anAct({ is: "merge", unit: "A", to: "Z" })], ["0.to receiverUnknown"]],
    ["no receiver", [anAct({ is: "merge", unit: "A" })], ["0.to fieldMissing"]],
    ["itself as receiver", [anAct({ is: "merge", unit: "A", to: "A" })], ["0.to receivesItself"]],
    [
      "a new name for a receiver that is there",
      [anAct({ is: "merge", unit: "A", to: "B", name: "Mới" })],
      ["0.to codeTaken"],
    ],
    [
      "a code of somebody else",
      [anAct({ is: "merge", unit: "A", to: "Z", name: "Mới" })],
      ["0.to codeTaken"],
      aWorld({ codesTaken: new Set(["Z"]) }),
    ],
    [
      "a code with wrong letters",
      [anAct({ is: "merge", unit: "A", to: "Xã", name: "Mới" })],
      ["0.to codeWrong"],
    ],
    [
      "a new unit without a kind",
      [anAct({ is: "add", to: "N", name: "Mới", parent: "A" })],
      ["0.kind fieldMissing"],
    ],
    [
      "a new unit without a parent",
      [anAct({ is: "add", to: "N", name: "Mới", kind: "CELL" })],
      ["0.parent fieldMissing"],
    ],
    [
      "a new unit beneath nothing known",
      [anAct({ is: "add", to: "N", name: "Mới", kind: "CELL", parent: "Z" })],
      ["0.parent unitUnknown"],
    ],
    [
      "two new units of one code",
      [1, 2].map(() => anAct({ is: "add", to: "N", name: "Mới", kind: "CELL", parent: "A" })),
      ["1.to codeTaken"],
    ],
    [
      "closed twice",
      [anAct({ is: "close", unit: "A" }), anAct({ is: "merge", unit: "A", to: "B" })],
      ["1.unit changedTwice"],
    ],
    [
      "closed and moved",
      [anAct({ is: "close", unit: "A" }), anAct({ is: "move", unit: "A", parent: "H2" })],
      ["1.unit changedTwice"],
    ],
    [
      "divided twice to one",
      [1, 2].map(() => anAct({ is: "split", unit: "A-1", to: "A-2" })),
      ["1.unit changedTwice"],
    ],
    [
      "a receiver that closes too",
      [anAct({ is: "merge", unit: "A", to: "B" }), anAct({ is: "close", unit: "B" })],
      ["0.to closesToo"],
    ],
    [
      "beneath one that closes",
      [anAct({ is: "move", unit: "S", parent: "A" }), anAct({ is: "close", unit: "A" })],
      ["0.parent closesToo"],
    ],
    [
      "beneath itself",
      [anAct({ is: "move", unit: "A", parent: "A" })],
      ["0.parent kindNotBeneath", "0.parent beneathItself"].slice(1),
    ],
    [
      "two beneath each other",
      [anAct({ is: "move", unit: "A", parent: "B" }), anAct({ is: "move", unit: "B", parent: "A" })],
      ["0.parent beneathItself", "1.parent beneathItself"],
    ],
    [
      "a committee beneath a cell",
      [anAct({ is: "move", unit: "B", parent: "S" })],
      ["0.parent kindNotBeneath"],
    ],
    [
      "a district beneath a commune",
      [anAct({ is: "move", unit: "H2", parent: "A" })],
      ["0.parent kindNotBeneath"],
    ],
    [
      "a committee with cells that becomes one",
      [anAct({ is: "rename", unit: "B", kind: "CELL" })],
      ["0.kind kindNotBeneath"],
    ],
    [
      "cells of a commune that closes into a cell",
      [anAct({ is: "merge", unit: "B", to: "S" })],
      ["null.parent kindNotBeneath"],
    ],
    ["nothing new", [anAct({ is: "move", unit: "A", parent: "H" })], ["0.parent nothingChanged"]],
    ["the same name", [anAct({ is: "rename", unit: "A", name: "Đơn vị A" })], ["0.name nothingChanged"]],
    ["the own unit", [anAct({ is: "close", unit: "T" })], ["0.unit ownUnit"]],
    ["a root", [anAct({ is: "close", unit: "T" })], ["0.unit topUnit"], aWorld({ actorUnitId: 0 })],
    [
      "what is closed already",
      [anAct({ is: "move", unit: "B", parent: "H2" })],
      ["0.unit notOpen"],
      aWorld({}, ended),
    ],
    [
      "a receiver that is closed",
      [anAct({ is: "merge", unit: "A", to: "B" })],
      ["0.to notOpen"],
      aWorld({}, ended),
    ],
    [
      "what ends later is still open",
      [anAct({ is: "rename", unit: "A", name: "Mới" })],
      [],
      aWorld({}, later),
    ],
    ["nothing at all is wrong", [anAct({ is: "rename", unit: "A", name: "Mới" })], [], planned],
  ])("%s", (_what, acts, findings, world) => {
    expect(judged(acts, world)).toEqual(findings);
  });

  test("a change known of a later day", () => {
    const world = aWorld();
    const units = world.units.map((unit) => {
      const [first] = unit.placements;
      if (unit.code !== "A" || !first) return unit;
      return {
        ...unit,
        placements: [
          { ...first, until: "2025-08-31" },
          { ...first, id: 99, from: "2025-09-01" },
        ],
      };
    });
    expect(judged([anAct({ is: "move", unit: "A", parent: "H2" })], { ...world, units })).toEqual([
      "0.unit laterChange",
    ]);
    expect(
      judged([anAct({ is: "move", unit: "A", parent: "H2" })], { ...world, units, day: "2025-09-01" }),
    ).toEqual([]);
  });
});
