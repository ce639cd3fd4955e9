import { describe, expect, test } from "vitest";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { reviewDeadlines } from "@/lib/reports/rules/deadlines";
import { boardAddress, boardParameters, reportQuery } from "@/lib/reports/schema";
import { addDays } from "@/lib/shared/days";
import { addWorkingDays, OFFICIAL_CHANGES } from "@/lib/shared/working-days";

describe("by when the cell reviews, for every day of a period", () => {
  test("each day has the deadline it has alone", () => {
    const alone = [];
    for (let day = "2025-03-01"; day <= "2026-04-10"; day = addDays(day, 1))
      alone.push(addWorkingDays(day, rulebookOn(day).recognitionWorkingDays, OFFICIAL_CHANGES));
    expect(reviewDeadlines("2025-03-01", "2026-04-10", OFFICIAL_CHANGES)).toEqual(alone);
  });
});

describe("a period is at most a hundred years long", () => {
  const wrong = (from: string, to: string) => {
    const { error } = reportQuery.safeParse({ unit: "T", from, to });
    return error?.issues.map(({ path, message }) => [path.join("."), message]);
  };
  test.each([
    ["1900-01-01", "9999-12-31"],
    ["1920-01-01", "2021-01-01"],
    ["9998-01-01", "9998-12-31"],
    ["1899-01-01", "1899-12-31"],
  ])("%s to %s is refused under `to`", (from, to) =>
    expect(wrong(from, to)).toEqual([["to", "is no end of a period: from 1900 to 2100, at most 100 years"]]),
  );
  test("a hundred years are counted", () => expect(wrong("1926-01-01", "2026-12-31")).toBeUndefined());
  test("an address without sense shows this year", () => {
    const asked = boardAddress.parse({ from: "01/01/1900", to: "31/12/9999" });
    expect(boardParameters(asked, "T", "2026-05-04")).toMatchObject({ from: "2026-01-01", to: "2026-12-31" });
  });
});
