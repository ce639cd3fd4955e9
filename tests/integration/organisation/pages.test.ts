import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadShell } from "@/lib/organisation/queries/shell";
import { loadChildRows, loadFoundUnits, loadSiblings, loadUnitTree } from "@/lib/organisation/queries/tree";
import { loadHeadcountForm, loadUnit, loadUnitForChange } from "@/lib/organisation/queries/unit";
import { givenOfficer, givenUnits } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { upper: "", secretary: "", administrator: "" };

beforeAll(() =>
  actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "TW", kind: "CENTRAL", name: "Trung ương" },
        { code: "T", parent: "TW", kind: "PROVINCE", name: "Đảng bộ tỉnh Đắk Lắk" },
        { code: "H", parent: "T", kind: "UPPER", name: "Huyện ủy Krông Pắc" },
        { code: "H.1", parent: "H", name: "Đảng bộ xã Ea Phê" },
        { code: "H.1.1", parent: "H.1", kind: "CELL", name: "Chi bộ thôn Một" },
        { code: "H.1.2", parent: "H.1", kind: "CELL", name: "Chi bộ thôn Hai" },
        { code: "H.2", parent: "H", name: "Đảng bộ xã Ea Kly" },
        { code: "H.3", parent: "H", name: "Đảng bộ xã cũ", until: "2024-06-30" },
        { code: "H.3", parent: "H.2", name: "Đảng bộ xã cũ", closed: true, from: "2024-07-01" },
        { code: "H.3.1", parent: "H.3", kind: "CELL", name: "Chi bộ của xã cũ" },
        { code: "K", parent: "T", kind: "UPPER", name: "Huyện ủy Lắk" },
        { code: "K.1", parent: "K", name: "Đảng bộ xã Yang Tao" },
      ]);
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("H"));
      tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", ids.get("H.1.1"));
      tokens.administrator = await givenOfficer(scope, "administrator", "accountAdmin", ids.get("H"));
    }),
  ),
);

const asUpper = <T>(run: () => Promise<T>): Promise<T> => actAs(tokens.upper, run);
const codes = (rows: { code: string }[] | null | undefined) => rows?.map(({ code }) => code);

describe("the tree on screen", () => {
  test("begins at the actor's own unit and is opened along the line to a unit", async () => {
    const { rows, here } = await asUpper(() => loadUnitTree("h.1.2"));
    expect(here).toBe("H.1.2");
    expect(codes(rows)).toEqual(["H"]);
    expect(codes(rows[0]?.rows)).toEqual(["H.1", "H.2"]);
    expect(codes(rows[0]?.rows?.[0]?.rows)).toEqual(["H.1.1", "H.1.2"]);
    expect(rows[0]?.rows?.[1]?.rows).toBeNull();
  });

  test("what a closed unit still holds stands beneath its successor", async () => {
    expect(codes(await asUpper(() => loadChildRows("H.2")))).toEqual(["H.3.1"]);
  });

  test("who administers accounts sees the units and no number of members", async () => {
    await actAsOperator("test", () =>
      withScope("headcount.record", async (scope) => {
        await scope.db
          .$executeRaw`INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2024-01-01', 9 FROM unit WHERE code = 'H'`;
      }),
    );
    const [seen] = (await asUpper(() => loadUnitTree(null))).rows;
    const [administered] = (await actAs(tokens.administrator, () => loadUnitTree(null))).rows;
    expect([seen?.members, administered?.members]).toEqual([9, null]);
  });

  test("the units beside one, in code order", async () => {
    expect(codes(await asUpper(() => loadSiblings("H.2")))).toEqual(["H.1", "H.2"]);
    expect(codes(await asUpper(() => loadSiblings("H")))).toEqual(["H"]);
  });

  test("with nothing typed the search offers the top of the range", async () => {
    expect(codes(await asUpper(() => loadFoundUnits(" ")))).toEqual(["H", "H.1", "H.2"]);
    expect(await asUpper(() => loadFoundUnits("thon mot"))).toMatchObject([
      { code: "H.1.1", ancestors: ["Huyện ủy Krông Pắc", "Đảng bộ xã Ea Phê"] },
    ]);
  });
});

describe("the frame", () => {
  test("names what stands above the own unit, and the province", async () => {
    expect(await actAs(tokens.secretary, loadShell)).toMatchObject({
      role: "cellSecretary",
      home: "Đảng bộ tỉnh Đắk Lắk",
      unit: {
        code: "H.1.1",
        above: ["Trung ương", "Đảng bộ tỉnh Đắk Lắk", "Huyện ủy Krông Pắc", "Đảng bộ xã Ea Phê"],
      },
    });
  });

  test("nobody signed in is led to the sign-in page", async () => {
    await expect(actAs("no such token", loadShell)).rejects.toThrow(/NEXT_REDIRECT/);
  });
});

describe("outside the range", () => {
  const loads: [string, (code: string) => Promise<unknown>][] = [
    ["the tree", loadUnitTree],
    ["the rows beneath", loadChildRows],
    ["the units beside", loadSiblings],
    ["the unit", loadUnit],
    ["the form of change", loadUnitForChange],
    ["the form of counting", (code) => loadHeadcountForm(code, null)],
  ];

  test.each(loads)("%s of a sister's unit is not found, the own one is", async (_, load) => {
    await expect(asUpper(() => load("K.1"))).rejects.toThrow(NOT_FOUND);
    await expect(asUpper(() => load("H.1"))).resolves.toBeDefined();
  });

  test("a secretary sees the own cell and may not change it", async () => {
    await expect(actAs(tokens.secretary, () => loadUnit("H.1.1"))).resolves.toMatchObject({
      mayChange: false,
      mayCount: false,
    });
    await expect(actAs(tokens.secretary, () => loadUnit("H.1"))).rejects.toThrow(NOT_FOUND);
    await expect(actAs(tokens.secretary, () => loadUnitForChange("H.1.1"))).rejects.toThrow(NOT_FOUND);
  });
});
