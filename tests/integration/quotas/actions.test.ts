import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { allocateQuotas, restoreQuota, setQuota, withdrawQuota } from "@/lib/quotas/actions";
import { loadQuotaEntry } from "@/lib/quotas/queries/entry";
import { loadAllocation } from "@/lib/reports/queries/allocation";
import { loadBoard } from "@/lib/reports/queries/board";
import { loadUnitQuotaSummary } from "@/lib/reports/queries/summary";
import { boardAddress } from "@/lib/reports/schema";
import { initialFormState } from "@/lib/shared/form-state";
import { aForm, givenOfficer, givenUnits } from "@/tests/support/organisation";
import { givenCandidates } from "@/tests/support/people";

const tokens = { upper: "", sister: "", base: "", viewer: "", secretary: "" };

beforeAll(() =>
  actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "TINH" },
        { code: "KP", parent: "TINH", kind: "UPPER", name: "Huyện ủy Krông Pắc" },
        { code: "KP.1", parent: "KP", name: "Đảng bộ xã Ea Phê" },
        { code: "KP.2", parent: "KP", name: "Đảng bộ xã Ea Kly" },
        { code: "KP.1.1", parent: "KP.1", kind: "CELL", name: "Chi bộ thôn Phước Thọ" },
        { code: "LK", parent: "TINH", kind: "UPPER", name: "Huyện ủy Lắk" },
        { code: "LK.1", parent: "LK" },
      ]);
      await scope.db.$executeRaw`
        INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2023-12-31', 100 FROM unit WHERE code LIKE 'KP%'`;
      const cell = ids.get("KP.1.1") ?? 0;
      await givenCandidates(
        scope,
        ["2024-01-10", "2024-02-10", "2024-06-10"].map((decidedOn) => ({
          unit: cell,
          decidedOn,
          sex: "female",
        })),
      );
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("KP"));
      tokens.sister = await givenOfficer(scope, "sister", "upperOfficer", ids.get("LK"));
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", ids.get("KP.1"));
      tokens.viewer = await givenOfficer(scope, "viewer", "viewer", ids.get("KP"));
      tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", cell);
    }),
  ),
);

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;

const asUpper = <T>(run: () => Promise<T>): Promise<T> => actAs(tokens.upper, run);

const typed = {
  unit: "KP",
  source: "ASSIGNED",
  indicator: "ADMISSION",
  group: "ALL",
  kind: "NUMBER",
  value: "20",
  from: "01/01/2024",
  to: "31/12/2024",
  documentNumber: "09-QĐ/BTCTU",
  documentDay: "10/01/2024",
};
const set = (changes: Record<string, string> = {}) =>
  setQuota(initialFormState, aForm({ ...typed, ...changes }));
const boardOf = (told: Record<string, string>) =>
  loadBoard(boardAddress.parse({ period: "2024", asOf: "2024-05-04", ...told }));

describe("a quota of a unit", () => {
  test("is written by its document, and the same document is not written twice", async () => {
    const first = await asUpper(() => set());
    expect(first.done?.message).toContain("Huyện ủy Krông Pắc");
    const again = await asUpper(() => set({ value: "21" }));
    expect(again.findings).toMatchObject([{ is: "documentKnown" }]);
    expect(again.values.value).toBe("21");
  });

  test("is revised by a later document from its day on, and both stay readable", async () => {
    await asUpper(() => set({ value: "25", documentNumber: "12-QĐ/BTCTU", documentDay: "01/04/2024" }));
    const askedOn = async (asOf: string) =>
      (await asUpper(() => boardOf({ asOf }))).report.total.quotas[0]?.achieved.denominator;
    expect([await askedOn("2024-03-31"), await askedOn("2024-04-01")]).toEqual([20, 25]);
    const { quotas } = await asUpper(() => loadQuotaEntry("KP"));
    expect(quotas.map(({ documents }) => documents.map(({ value }) => value))).toEqual([[25, 20]]);
  });

  test("an average a year of a term is one quota of each of its years (C07)", async () => {
    const term = {
      source: "TERM_RESOLUTION",
      value: "12",
      from: "01/01/2021",
      to: "31/12/2025",
      each: "year",
    };
    const partly = await asUpper(() => set({ ...term, to: "30/06/2025" }));
    expect(Object.keys(partly.fieldErrors)).toEqual(["to"]);
    expect((await asUpper(() => set(term))).done?.message).toContain("mỗi năm");
    const { quotas } = await asUpper(() => loadQuotaEntry("KP"));
    const years = quotas
      .flatMap(({ documents }) => documents)
      .filter(({ source }) => source === "TERM_RESOLUTION");
    expect(years.map(({ from, to, value }) => [from, to, value]).toSorted()).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => [`${year}-01-01`, `${year}-12-31`, 12]),
    );
    expect((await asUpper(() => set(term))).findings).toMatchObject([{ is: "documentKnown" }]);
  });

  test("what is typed wrong comes back with a sentence at its field", async () => {
    const state = await asUpper(() => set({ value: "hai mươi", to: "31/12/2023" }));
    expect(Object.keys(state.fieldErrors)).toEqual(["value"]);
    expect(state.values).toMatchObject({ value: "hai mươi", to: "31/12/2023" });
  });

  test("taken out of force it counts no more; an old view of it takes nothing out; it can be put back", async () => {
    await asUpper(() => set({ group: "WOMEN", value: "5" }));
    const women = async () =>
      (await asUpper(() => loadQuotaEntry("KP"))).quotas
        .flatMap(({ documents }) => documents)
        .find(({ group }) => group === "WOMEN");
    const quota = await women();
    const withdraw = (version: number) =>
      asUpper(() =>
        withdrawQuota(
          initialFormState,
          aForm({ unit: "KP", quota: quota?.id ?? "", version: String(version) }),
        ),
      );
    expect((await withdraw(99)).findings).toMatchObject([{ is: "quotaGone" }]);
    expect((await withdraw(quota?.version ?? 0)).done).not.toBeNull();
    expect(await women()).toBeUndefined();

    const restored = await asUpper(() =>
      restoreQuota(
        initialFormState,
        aForm({ unit: "KP", quota: quota?.id ?? "", version: String((quota?.version ?? 0) + 1) }),
      ),
    );
    expect(restored.done).not.toBeNull();
    expect((await women())?.value).toBe(5);
  });

  test("another district's officer, a viewer and a secretary cannot write it", async () => {
    await expect(actAs(tokens.sister, () => set())).rejects.toThrow(NOT_FOUND);
    await expect(actAs(tokens.viewer, () => set())).rejects.toThrow(NOT_FOUND);
    await expect(actAs(tokens.secretary, () => set({ unit: "KP.1.1" }))).rejects.toThrow(NOT_FOUND);
    await expect(actAs(tokens.base, () => set())).rejects.toThrow(NOT_FOUND);
  });
});

describe("passing numbers down", () => {
  const allocate = (asked: string[], changes: Record<string, string | string[]> = {}) =>
    asUpper(() =>
      allocateQuotas(
        initialFormState,
        aForm({
          unit: "KP",
          year: "2024",
          source: "ASSIGNED",
          child: ["KP.1", "KP.2"],
          asked,
          documentNumber: "402-QĐ/HU",
          documentDay: "25/01/2024",
          ...changes,
        }),
      ),
    );
  const askedOf = async () =>
    (await asUpper(() => loadAllocation({ unit: "KP", year: 2024, source: "ASSIGNED" }))).rows.map(
      ({ asked }) => asked,
    );

  test("one document gives each unit its number; an empty cell gives none", async () => {
    expect((await allocate(["4", ""])).done?.message).toBe("Đã giao chỉ tiêu cho 1 đơn vị.");
    expect(await askedOf()).toEqual([4, null]);
  });

  test("only what changes is written; nothing changed is said", async () => {
    expect((await allocate(["4", "6"], { documentNumber: "403-QĐ/HU" })).done?.message).toContain("1 đơn vị");
    expect(await askedOf()).toEqual([4, 6]);
    expect((await allocate(["4", "6"])).findings).toMatchObject([{ is: "nothingTyped" }]);
  });

  test("a cell that is no number is named, and nothing is written", async () => {
    const state = await allocate(["4", "sáu"]);
    expect(Object.keys(state.fieldErrors)).toEqual(["asked-KP.2"]);
    expect(state.values.asked).toEqual(["4", "sáu"]);
  });

  test("a unit that does not stand beneath is refused", async () => {
    expect((await allocate(["4", "6"], { child: ["KP.1", "LK.1"] })).findings).toMatchObject([
      { is: "unitsUnknown", codes: ["LK.1"] },
    ]);
  });
});

describe("the board", () => {
  test("every number opens as many people as it says", async () => {
    const page = await asUpper(() =>
      boardOf({ figure: "attainment:rows[unit.code=KP.1].quotas[source=ASSIGNED,group=ALL].achieved" }),
    );
    expect(page.report.rows[0]?.quotas[0]?.achieved).toEqual({ numerator: 2, denominator: 4, percent: 50 });
    expect(page.drawer).toMatchObject({ count: 2, unit: "Đảng bộ xã Ea Phê" });
    expect(page.drawer?.people).toHaveLength(2);
    expect(page.drawer?.structure[0]?.share).toEqual({ numerator: 2, denominator: 2, percent: 100 });
  });

  test("nobody's full birth date goes to the page", async () => {
    const page = await asUpper(() => boardOf({ figure: "attainment:total.admitted" }));
    expect(page.drawer?.people[0]).toHaveProperty("birthYear", 1995);
    expect(page.drawer?.people[0]).not.toHaveProperty("birthDate");
  });

  test("a figure that is none leaves the board as it is", async () => {
    expect((await asUpper(() => boardOf({ figure: "attainment:total.nothing" }))).drawer).toBeNull();
  });

  test("a unit with none beneath shows its own people", async () => {
    const page = await actAs(tokens.secretary, () => boardOf({}));
    expect(page.report.rows).toEqual([]);
    expect(page.own?.count).toBe(2);
  });

  test("another district's board is not there", async () => {
    await expect(actAs(tokens.sister, () => boardOf({ unit: "KP" }))).rejects.toThrow(NOT_FOUND);
  });

  test("the home page of a unit without a quota this year has no summary", async () => {
    expect(await actAs(tokens.sister, loadUnitQuotaSummary)).toEqual([]);
  });
});
