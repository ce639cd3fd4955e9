import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import {
  addUnit,
  closeUnit,
  moveUnit,
  recordHeadcount,
  removeUnit,
  renameUnit,
  undoUnitChange,
} from "@/lib/organisation/actions";
import { loadUnit } from "@/lib/organisation/queries/unit";
import { findHeadcounts } from "@/lib/organisation/repository/headcounts";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { searchUnits } from "@/lib/organisation/repository/units";
import { addDays } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { aForm, givenOfficer, givenUnits } from "@/tests/support/organisation";

let ids: Map<string, number>;
const tokens = { upper: "", sister: "", base: "", viewer: "" };

beforeAll(() =>
  actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      ids = await givenUnits(scope, [
        { code: "TINH", name: "Đảng bộ tỉnh Đắk Lắk" },
        { code: "KP", parent: "TINH", kind: "UPPER", name: "Huyện ủy Krông Pắc" },
        { code: "KP.1", parent: "KP", name: "Đảng bộ xã Ea Phê" },
        { code: "KP.1.1", parent: "KP.1", kind: "CELL", name: "Chi bộ thôn Phước Thọ" },
        { code: "KP.2", parent: "KP", name: "Đảng bộ xã Ea Kly" },
        { code: "KP.3", parent: "KP", name: "Đảng bộ xã Hòa Tiến" },
        { code: "KP.4", parent: "KP", name: "Đảng bộ xã Hoa Tiên" },
        { code: "KP.5", parent: "KP", name: "Đảng bộ xã Krông Búk" },
        { code: "KP.6", parent: "KP", kind: "BASE_CELL", name: "Chi bộ Hoa Tiến" },
        { code: "KP.7", parent: "KP", kind: "BASE_CELL", name: "Chi bộ Hòa Tiên" },
        { code: "LK", parent: "TINH", kind: "UPPER", name: "Huyện ủy Lắk" },
      ]);
      await scope.db.$executeRaw`
        INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2024-01-01', 100 FROM unit WHERE code <> 'KP.5'`;
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("KP"));
      tokens.sister = await givenOfficer(scope, "sister", "upperOfficer", ids.get("LK"));
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", ids.get("KP.1"));
      tokens.viewer = await givenOfficer(scope, "viewer", "viewer", ids.get("KP"));
    }),
  ),
);

const asUpper = <T>(run: () => Promise<T>): Promise<T> => actAs(tokens.upper, run);

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;

async function versionOf(code: string): Promise<string> {
  return String((await asUpper(() => loadUnit(code))).unit.version);
}

const send = (action: typeof addUnit, fields: Record<string, string | string[]>) =>
  action(initialFormState, aForm(fields));

const rowsOn = (code: string, day: string) =>
  actAsOperator("test", () =>
    withScope("organisation.read", async (scope) => {
      const tree = await treeOn(scope, ids.get(code) ?? 0, day, "as-was");
      return tree?.rows.map(({ unit }) => unit.name);
    }),
  );

describe("a change from a day on", () => {
  test("a unit is added beneath another, and taken back while nothing hangs on it", async () => {
    const state = await asUpper(() =>
      send(addUnit, {
        parent: "KP",
        code: "kp.9",
        name: "Chi bộ Điện lực",
        kind: "BASE_CELL",
        type: "STATE_ENTERPRISE",
        from: "01/02/2024",
      }),
    );
    expect(state).toMatchObject({
      findings: [],
      fieldErrors: {},
      done: { message: "Đã thêm Chi bộ Điện lực." },
    });
    expect((await asUpper(() => loadUnit("KP.9"))).unit).toMatchObject({
      kind: "BASE_CELL",
      firstDay: "2024-02-01",
    });
    expect(await rowsOn("KP", "2024-01-31")).not.toContain("Chi bộ Điện lực");
    expect(await rowsOn("KP", "2024-02-01")).toContain("Chi bộ Điện lực");

    const again = await asUpper(() =>
      send(addUnit, { parent: "KP", code: "KP.9", name: "Khác", kind: "CELL" }),
    );
    expect(again.findings.map(({ is }) => is)).toEqual(["codeTaken"]);
    expect(again.values).toMatchObject({ code: "KP.9", name: "Khác" });

    const version = await versionOf("KP.9");
    expect((await asUpper(() => send(removeUnit, { unit: "KP.9", version }))).done).not.toBeNull();
    await expect(asUpper(() => loadUnit("KP.9"))).rejects.toThrow(NOT_FOUND);
  });

  test("a new name holds from its day on, and the days before keep the old one", async () => {
    const version = await versionOf("KP.1");
    const state = await asUpper(() =>
      send(renameUnit, {
        unit: "KP.1",
        version,
        name: "Đảng bộ phường Ea Phê",
        kind: "BASE_COMMITTEE",
        type: "WARD",
        from: "2024-07-01",
      }),
    );
    expect(state).toMatchObject({ findings: [], fieldErrors: {} });
    expect(await rowsOn("KP", "2024-06-30")).toContain("Đảng bộ xã Ea Phê");
    expect(await rowsOn("KP", "2024-07-01")).toContain("Đảng bộ phường Ea Phê");

    const earlier = await asUpper(async () =>
      send(renameUnit, {
        unit: "KP.1",
        version: await versionOf("KP.1"),
        name: "Khác",
        kind: "BASE_COMMITTEE",
        from: "2024-05-01",
      }),
    );
    expect(earlier.findings.map(({ is }) => is)).toEqual(["laterChange"]);
  });

  test("two who change the same unit: the second is told", async () => {
    const version = await versionOf("KP.3");
    const rename = (name: string) =>
      asUpper(() =>
        send(renameUnit, { unit: "KP.3", version, name, kind: "BASE_COMMITTEE", from: "2024-03-01" }),
      );
    expect((await rename("Một")).done).not.toBeNull();
    expect((await rename("Hai")).findings.map(({ is }) => is)).toEqual(["changedMeanwhile"]);
    expect((await asUpper(() => loadUnit("KP.3"))).unit.name).toBe("Một");
  });

  test("a move takes all along and leaves the days before as they were", async () => {
    const before = await rowsOn("KP", "2024-07-31");
    const version = await versionOf("KP.1.1");
    const state = await asUpper(() =>
      send(moveUnit, { unit: "KP.1.1", version, parent: "KP.2", from: "01/08/2024" }),
    );
    expect(state).toMatchObject({ findings: [], fieldErrors: {} });
    expect(await rowsOn("KP", "2024-07-31")).toEqual(before);
    expect(await rowsOn("KP.1", "2024-07-31")).toEqual(["Chi bộ thôn Phước Thọ"]);
    expect(await rowsOn("KP.1", "2024-08-01")).toEqual([]);
    expect(await rowsOn("KP.2", "2024-08-01")).toEqual(["Chi bộ thôn Phước Thọ"]);
  });

  test("a unit never comes to stand beneath itself, nor does a committee beneath a cell", async () => {
    const version = await versionOf("KP.2");
    const beneathCell = await asUpper(() =>
      send(moveUnit, { unit: "KP.2", version, parent: "KP.1.1", from: "2024-09-01" }),
    );
    expect(beneathCell.findings.map(({ is }) => is)).toEqual(["beneathItself"]);
    const other = await asUpper(async () =>
      send(moveUnit, {
        unit: "KP.4",
        version: await versionOf("KP.4"),
        parent: "KP.1.1",
        from: "2024-09-01",
      }),
    );
    expect(other.findings.map(({ is }) => is)).toEqual(["kindNotBeneath"]);
    const own = await asUpper(async () =>
      send(moveUnit, { unit: "KP", version: await versionOf("KP"), parent: "KP.1", from: "2024-09-01" }),
    );
    expect(own.findings.map(({ is }) => is)).toContain("ownUnit");
  });

  test("a closed unit is a row until its last day and counts beneath its successor afterwards", async () => {
    const version = await versionOf("KP.4");
    const state = await asUpper(() =>
      send(closeUnit, {
        unit: "KP.4",
        version,
        lastDay: "30/06/2025",
        successors: ["KP.2", "KP.5"],
        documentNumber: "12-QĐ/HU",
        documentDay: "",
      }),
    );
    expect(state).toMatchObject({ findings: [], fieldErrors: {} });
    expect(await rowsOn("KP", "2025-06-30")).toContain("Đảng bộ xã Hoa Tiên");
    expect(await rowsOn("KP", "2025-07-01")).not.toContain("Đảng bộ xã Hoa Tiên");
    const page = await asUpper(() => loadUnit("KP.4"));
    expect(page.successors.map(({ code, onDay }) => [code, onDay])).toEqual([
      ["KP.2", "2025-07-01"],
      ["KP.5", "2025-07-01"],
    ]);
    expect(page.line.map(({ code }) => code)).toEqual(["KP", "KP.2"]);
    const again = await asUpper(async () =>
      send(closeUnit, { unit: "KP.4", version: await versionOf("KP.4"), lastDay: "2025-08-01" }),
    );
    expect(again.findings.map(({ is }) => is)).toEqual(["unitNotOpen"]);
  });

  test("a change whose day has not come can be taken back", async () => {
    const { today } = await asUpper(() => loadUnit("KP.5"));
    const from = addDays(today, 10);
    const moved = await asUpper(async () =>
      send(moveUnit, { unit: "KP.5", version: await versionOf("KP.5"), parent: "KP.2", from }),
    );
    expect(moved.done).not.toBeNull();
    const planned = await asUpper(() => loadUnit("KP.5"));
    expect(planned.undoFrom).toBe(from);
    expect(planned.line.map(({ code }) => code)).toEqual(["KP"]);
    const undone = await asUpper(async () =>
      send(undoUnitChange, { unit: "KP.5", version: await versionOf("KP.5") }),
    );
    expect(undone.done).not.toBeNull();
    expect((await asUpper(() => loadUnit("KP.5"))).history).toHaveLength(1);
  });

  test("what was typed comes back with a sentence", async () => {
    const version = await versionOf("KP.2");
    const state = await asUpper(() =>
      send(moveUnit, { unit: "KP.2", version, parent: "", from: "31/02/2024" }),
    );
    expect(state.fieldErrors).toEqual({
      parent: ["Hãy chọn đơn vị."],
      from: ["Hãy ghi ngày có thật, ví dụ 01/07/2025."],
    });
    expect(state.values).toMatchObject({ from: "31/02/2024" });
  });
});

describe("who may", () => {
  const rename = { unit: "KP.2", name: "Tên lạ", kind: "BASE_COMMITTEE", from: "2024-10-01" };

  test.each(["sister", "base", "viewer"] as const)("the %s officer cannot change the unit", async (who) => {
    const version = await versionOf("KP.2");
    await expect(actAs(tokens[who], () => send(renameUnit, { ...rename, version }))).rejects.toThrow(
      NOT_FOUND,
    );
    expect((await asUpper(() => loadUnit("KP.2"))).unit.name).toBe("Đảng bộ xã Ea Kly");
  });

  test("a sister's unit is not found, and cannot be taken in as a parent", async () => {
    await expect(actAs(tokens.sister, () => loadUnit("KP.2"))).rejects.toThrow(NOT_FOUND);
    const state = await asUpper(async () =>
      send(moveUnit, { unit: "KP.2", version: await versionOf("KP.2"), parent: "LK", from: "2024-10-01" }),
    );
    expect(state.findings.map(({ is }) => is)).toEqual(["unitUnknown"]);
  });

  test("without the scope check the database refuses the write all the same", async () => {
    await expect(
      actAs(tokens.sister, () =>
        withScope("organisation.change", async (scope) => {
          const changed = await scope.db.$executeRaw`UPDATE unit SET name = 'Tên lạ' WHERE code = 'KP.2'`;
          if (changed === 0) throw new Error("nothing changed");
        }),
      ),
    ).rejects.toThrow("nothing changed");
  });
});

describe("search", () => {
  const found = (typed: string) =>
    asUpper(() =>
      withScope("organisation.read", async (scope) =>
        (await searchUnits(scope, typed)).map(({ code }) => code),
      ),
    );

  test("finds by name without accents, and by code", async () => {
    expect(await found("ea kly")).toEqual(["KP.2"]);
    expect(await found("EA  KLÝ")).toEqual(["KP.2"]);
    expect(await found("kp.1.1")).toEqual(["KP.1.1"]);
    expect(await found("phuoc tho thon")).toEqual(["KP.1.1"]);
    expect(await found("%")).toEqual([]);
  });

  test("what matches with its accents ranks first", async () => {
    expect((await found("hòa tiên"))[0]).toBe("KP.7");
    expect((await found("hoa tiến"))[0]).toBe("KP.6");
  });

  test("stays within the actor's range", async () => {
    expect(await found("huyện ủy lắk")).toEqual([]);
  });
});

describe("headcounts", () => {
  test("the latest on or before a day counts", () =>
    actAsOperator("test", () =>
      withScope("headcount.record", async (scope) => {
        const kp2 = ids.get("KP.2") ?? 0;
        await scope.db
          .$executeRaw`INSERT INTO headcount (unit_id, on_day, total) VALUES (${kp2}, '2024-06-30', 120)`;
        const on = async (day: string) => (await findHeadcounts(scope, [kp2], day)).get(kp2)?.total;
        expect(await on("2023-12-31")).toBeUndefined();
        expect(await on("2024-06-29")).toBe(100);
        expect(await on("2024-06-30")).toBe(120);
      }),
    ));

  test("15 women of 10 members are refused, with what was typed", async () => {
    const state = await actAs(tokens.base, () =>
      recordHeadcount(
        initialFormState,
        aForm({ unit: "KP.1", onDay: "31/12/2024", total: "10", women: "15" }),
      ),
    );
    expect(state.findings.map(({ is }) => is)).toContain("partExceedsTotal");
    expect(state.values).toMatchObject({ women: "15" });
  });

  test("is recorded by the base committee, and not twice for one day", async () => {
    const record = (total: string) =>
      actAs(tokens.base, () =>
        recordHeadcount(initialFormState, aForm({ unit: "KP.1", onDay: "31/12/2024", total, women: "" })),
      );
    expect((await record("1.101")).done).not.toBeNull();
    expect((await record("12")).findings.map(({ is }) => is)).toEqual(["headcountKnown"]);
    expect((await asUpper(() => loadUnit("KP.1"))).headcounts[0]).toMatchObject({
      onDay: "2024-12-31",
      total: 1101,
      women: null,
    });
  });
});
