import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  isWorkingDay,
  OFFICIAL_CHANGES,
  publicHolidays,
  workingDaysBetween,
} from "@/lib/shared/working-days";

describe("the days on which nobody works", () => {
  test.each([
    [2024, "2024-02-09", "2024-02-13", "2024-04-18"],
    [2025, "2025-01-28", "2025-02-01", "2025-04-07"],
    [2026, "2026-02-16", "2026-02-20", "2026-04-26"],
    [2027, "2027-02-05", "2027-02-09", "2027-04-16"],
  ])("of %i: Tết and Giỗ Tổ by the lunar calendar", (year, from, to, ancestors) => {
    const holidays = publicHolidays(year);
    expect(holidays.find(({ name }) => /Nguyên Đán/.test(name))).toMatchObject({ from, to });
    expect(holidays.find(({ name }) => /Hùng Vương/.test(name))).toMatchObject({
      from: ancestors,
      to: ancestors,
    });
    expect(holidays.map(({ from: first }) => first)).toEqual(
      [`${year}-01-01`, from, ancestors, `${year}-04-30`, `${year}-05-01`, `${year}-09-02`].toSorted(),
    );
  });

  test.each([
    ["2024-04-18", false, "Giỗ Tổ"],
    ["2024-04-17", true, "the day before"],
    ["2026-04-27", false, "in lieu of Giỗ Tổ on a Sunday"],
    ["2024-04-29", false, "announced"],
    ["2024-05-04", true, "a Saturday worked in its place"],
    ["2024-05-11", false, "any other Saturday"],
    ["2026-08-22", true, "a Saturday worked before 2/9"],
    ["2026-09-01", false, "the second day of the National Day"],
    ["2022-04-11", false, "in lieu of Giỗ Tổ on a Sunday"],
    ["2023-05-03", false, "in lieu of two holidays on a weekend"],
  ])("%s: working %s, %s", (day, works) => expect(isWorkingDay(day)).toBe(works));
});

describe("counting across them", () => {
  test.each([
    ["2026-02-13", 1, "2026-02-23", "over Tết and two weekends"],
    ["2024-02-07", 1, "2024-02-15", "over the announced week of Tết"],
    ["2024-04-17", 1, "2024-04-19", "over Giỗ Tổ"],
    ["2026-04-24", 1, "2026-04-28", "over Giỗ Tổ on a Sunday"],
    ["2024-04-26", 1, "2024-05-02", "over the long weekend of 30/4"],
    ["2024-05-03", 1, "2024-05-04", "to the Saturday worked"],
    ["2024-05-03", 60, "2024-07-25", "sixty days"],
    ["2024-05-03", 0, "2024-05-03", "none"],
  ])("%s + %i working days = %s (%s)", (day, count, ends) => expect(addWorkingDays(day, count)).toBe(ends));

  test("the day itself does not count, the last one does", () => {
    expect(workingDaysBetween("2024-04-17", "2024-04-19")).toBe(1);
    expect(workingDaysBetween("2024-05-03", "2024-07-25")).toBe(60);
    expect(workingDaysBetween("2024-05-03", "2024-05-03")).toBe(0);
  });
});

describe("with edited changes", () => {
  const off = { off: [...OFFICIAL_CHANGES.off, "2027-02-10"], worked: OFFICIAL_CHANGES.worked };
  test("a day off that the government announced later moves the deadline", () => {
    expect(addWorkingDays("2027-02-04", 1)).toBe("2027-02-10");
    expect(addWorkingDays("2027-02-04", 1, off)).toBe("2027-02-11");
  });
  test("a Saturday worked in lieu brings it nearer", () => {
    const worked = { ...off, worked: [...OFFICIAL_CHANGES.worked, "2027-02-20"] };
    expect(addWorkingDays("2027-02-18", 2)).toBe("2027-02-22");
    expect(addWorkingDays("2027-02-18", 2, worked)).toBe("2027-02-20");
  });
  test("a day that is in both is worked", () => {
    const both = { off: ["2027-03-06"], worked: ["2027-03-06"] };
    expect(isWorkingDay("2027-03-06", both)).toBe(true);
  });
});
