import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { initialFormState } from "@/lib/shared/form-state";
import { recordPastTotal, withdrawPastTotal } from "@/lib/totals/actions";
import { loadPastTotals, loadTotalsBeside } from "@/lib/totals/queries/totals";
import { bringInArticle, committee, province } from "@/tests/support/articles";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const YEARS = ["2022-01-01", "2024-12-31"] as const;

describe("C54, Nậm Pồ since 2022: nearly 400 admitted, more than 20 % of them in the country", () => {
  let stranger: string;
  const record = async (typed: Record<string, string>) => {
    const form = {
      unit: "C54",
      from: "01/01/2022",
      to: "31/12/2024",
      indicator: "ADMISSION",
      group: "ALL",
      source: "Bài báo năm 2024",
      ...typed,
    };
    const state = await asOperator(() => recordPastTotal(initialFormState, aForm(form)));
    return state.done?.message ?? Object.values(state.fieldErrors).flat().join(" ");
  };

  beforeAll(async () => {
    await asOperator(async () => {
      await bringInArticle(
        54,
        [province("C54", "Đảng bộ huyện Nậm Pồ"), ...committee("C54-1", "Đảng bộ xã", "C54")],
        [],
        [],
      );
      await withScope("account.manage", async (scope) => {
        const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "C54-1" } });
        stranger = await givenOfficer(scope, "beneath", "baseOfficer", id);
      });
    });
  });

  test("the words of the article stay as they are, without a number to add; an exact total has one", async () => {
    expect(await record({ words: "gần 400" })).toMatch(/Đã ghi/);
    expect(await record({ words: "hơn 20 %", group: "RESIDENTIAL" })).toMatch(/Đã ghi/);
    expect(await record({ words: "1.057", indicator: "INTRODUCTION" })).toMatch(/Đã ghi/);
    const { totals } = await asOperator(() => loadPastTotals({ unit: "C54", after: null }));
    expect(totals.map(({ words, value }) => [words, value]).toSorted()).toEqual([
      ["1.057", 1057],
      ["gần 400", null],
      ["hơn 20 %", null],
    ]);
  });

  test("they stand beside the figures of the period and are added to none that opens to people", async () => {
    const beside = await asOperator(() => loadTotalsBeside("C54", "2023-01-01", "2023-12-31"));
    expect(beside.map(({ words }) => words)).toContain("gần 400");
    expect(await asOperator(() => loadTotalsBeside("C54", "2025-01-01", "2025-12-31"))).toEqual([]);
    const { total } = await asOperator(() =>
      loadAttainment({
        unit: "C54",
        from: YEARS[0],
        to: YEARS[1],
        asOf: YEARS[1],
        countBy: null,
        tree: "as-was",
      }),
    );
    expect(total.admitted).toBe(0);
  });

  test("what is no figure, of the future, or there already is not taken; taken out, another may be written", async () => {
    expect(await record({ words: "rất nhiều" })).toMatch(/hãy ghi số như trong báo cáo/);
    expect(await record({ words: "57", to: "31/12/2099" })).toMatch(/chỉ ghi cho kỳ đã qua/);
    expect(await record({ words: "398" })).toMatch(/đã ghi/);
    const { totals } = await asOperator(() => loadPastTotals({ unit: "C54", after: null }));
    const rough = totals.find(({ words }) => words === "gần 400");
    const take = { total: rough?.id ?? "", version: "1" };
    const state = await asOperator(() => withdrawPastTotal(initialFormState, aForm(take)));
    expect(state.done?.message).toBe("Đã bỏ số liệu gộp.");
    expect(await record({ words: "398" })).toMatch(/Đã ghi/);
  });

  test("who works beneath sees nothing of it", async () => {
    await expect(actAs(stranger, () => loadTotalsBeside("C54", ...YEARS))).rejects.toThrow();
    const { totals } = await actAs(stranger, () => loadPastTotals({ unit: null, after: null }));
    expect(totals).toEqual([]);
  });
});
