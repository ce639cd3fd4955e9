import { describe, expect, test } from "vitest";
import { pastedColumn, suggestedFor, sumTyped } from "@/lib/quotas/rules/allocation";
import { reviewQuota } from "@/lib/quotas/rules/finding";
import { holds, inForce } from "@/lib/quotas/rules/quota";
import { quotaSchema } from "@/lib/quotas/schema";
import { aQuota } from "@/tests/support/quotas";

describe("revisions", () => {
  const undated = aQuota({ id: "undated", value: 8 });
  const january = aQuota({ id: "january", value: 10, documentDay: "2024-01-25" });
  const july = aQuota({ id: "july", value: 12, documentDay: "2024-07-01" });
  const of = (asOf: string) => inForce([july, undated, january], asOf).map(({ id }) => id);

  test("the latest document dated on or before the day counts", () => {
    expect(of("2024-12-31")).toEqual(["july"]);
    expect(of("2024-07-01")).toEqual(["july"]);
    expect(of("2024-06-30")).toEqual(["january"]);
  });

  test("before any dated document the undated one counts", () => {
    expect(of("2024-01-24")).toEqual(["undated"]);
  });

  test("another group, source or period is another quota", () => {
    const others = [
      aQuota({ group: "WOMEN" }),
      aQuota({ source: "OWN_PLAN" }),
      aQuota({ from: "2020-01-01" }),
    ];
    expect(inForce([january, ...others], "2024-12-31")).toHaveLength(4);
  });

  test("a quota holds a report whose whole period is inside its own", () => {
    expect(holds(aQuota(), { from: "2024-01-01", to: "2024-03-31" })).toBe(true);
    expect(holds(aQuota(), { from: "2023-12-31", to: "2024-03-31" })).toBe(false);
  });

  test("the same document on the same quota is refused, another one is a revision", () => {
    expect(reviewQuota(aQuota({ value: 11, documentDay: "2024-01-25" }), [january], "2024-12-31")).toEqual([
      { is: "documentKnown", blocks: true, number: null, day: "2024-01-25" },
    ]);
    expect(reviewQuota(july, [january], "2024-12-31")).toEqual([]);
    expect(reviewQuota(july, [], "2024-06-30")).toMatchObject([{ is: "documentInFuture" }]);
  });
});

describe("what is typed of a quota", () => {
  const typed = {
    unit: "EAP",
    source: "ASSIGNED",
    indicator: "ADMISSION",
    group: "ALL",
    kind: "NUMBER",
    value: "1.018",
    from: "1/1/2024",
    to: "31/12/2024",
    documentDay: "25/01/2024",
  };
  const faults = (changes: Record<string, string>) => {
    const parsed = quotaSchema.safeParse({ ...typed, ...changes });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };

  test("numbers and days are read as they are written here", () => {
    expect(quotaSchema.parse(typed)).toMatchObject({
      value: 1018,
      from: "2024-01-01",
      documentDay: "2024-01-25",
    });
    expect(quotaSchema.parse({ ...typed, kind: "SHARE_OF_MEMBERS", value: "3,5" }).value).toBe(3.5);
  });

  test.each([
    ["no number", { value: "mười" }, ["value"]],
    ["half a person", { value: "3,5" }, ["value"]],
    ["more than 100 %", { kind: "SHARE_OF_MEMBERS", value: "120" }, ["value"]],
    ["a range without its upper bound", { kind: "RANGE" }, ["valueTo"]],
    ["a range turned round", { kind: "RANGE", value: "20", valueTo: "18" }, ["valueTo"]],
    ["an end before the beginning", { to: "31/12/2023" }, ["to"]],
    ["a deadline outside the period", { dueOn: "01/02/2025" }, ["dueOn"]],
    ["a day that does not exist", { documentDay: "31/02/2024" }, ["documentDay"]],
  ])("%s is refused at its field", (_, changes, fields) => {
    expect(faults(changes as Record<string, string>)).toEqual(fields);
  });
});

describe("allocation", () => {
  test("a suggestion is the share of the members rounded up, at least 1", () => {
    expect(suggestedFor(601, 3)).toBe(19);
    expect(suggestedFor(9, 3)).toBe(1);
    expect(suggestedFor(null, 3)).toBeNull();
  });

  test("a column from a spreadsheet is one cell per line, its first column, without the last empty line", () => {
    expect(pastedColumn("4\r\n\r\n7\tghi chú\r\n")).toEqual(["4", "", "7"]);
  });

  test("the sum leaves out what is no whole number", () => {
    expect(sumTyped(["4", "", "x", "1.018", " 2 "])).toBe(1024);
  });
});
