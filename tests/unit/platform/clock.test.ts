import { afterEach, beforeEach, expect, test } from "vitest";
import { dayOf } from "@/lib/platform/clock";

const before = process.env.TZ;
beforeEach(() => {
  process.env.TZ = "America/New_York";
});
afterEach(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test.each([
  ["2026-11-22T16:59:59.999Z", "2026-11-22"],
  ["2026-11-22T17:00:00.000Z", "2026-11-23"],
  ["2025-12-31T17:00:00.000Z", "2026-01-01"],
  ["2024-02-28T20:00:00.000Z", "2024-02-29"],
])("at %s it is %s in Vietnam, wherever the machine stands", (moment, day) => {
  expect(new Date(moment).getHours()).not.toBe(new Date(moment).getUTCHours());
  expect(dayOf(new Date(moment))).toBe(day);
});
