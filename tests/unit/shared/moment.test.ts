import { expect, test } from "vitest";
import { formatMoment } from "@/lib/shared/days";

test.each([
  ["2026-11-22 20:04:05.123456+00", "03:04 ngày 23/11/2026"],
  ["2026-11-22 08:04:05+00", "15:04 ngày 22/11/2026"],
  ["2026-11-22T08:04:05.123Z", "15:04 ngày 22/11/2026"],
  ["2026-11-22 15:04:05+07", "15:04 ngày 22/11/2026"],
])("the moment %s is told as %s", (moment, words) => expect(formatMoment(moment)).toBe(words));
