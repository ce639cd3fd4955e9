import { expect, test } from "vitest";
import { isQuiet, writeDigest } from "@/lib/digest/letter";

const NONE = { groups: [{ group: "overdue" as const, count: 0 }], late: null };

test("the letter counts the groups that hold something, and says where to do it", () => {
  const { subject, text } = writeDigest(
    {
      groups: [
        { group: "overdue", count: 1204 },
        { group: "returned", count: 0 },
        { group: "soon", count: 3 },
      ],
      late: { units: 2, of: 58 },
    },
    "2026-11-22",
    "https://pdv.vn/",
  );
  expect(subject).toBe("Việc cần làm ngày 22/11/2026");
  expect(text).toContain(
    "- Quá hạn: 1.204 việc\n- Đến hạn trong 14 ngày: 3 việc\n\n2 trong 58 đơn vị trực thuộc đang trễ.",
  );
  expect(text).not.toContain("Bị trả lại");
  expect(text).toContain("https://pdv.vn/account");
});

test("a day on which nothing is due is quiet; a unit beneath that is late is not", () => {
  expect(isQuiet(NONE)).toBe(true);
  expect(isQuiet({ ...NONE, groups: [{ group: "watch", count: 9 }] })).toBe(true);
  expect(isQuiet({ ...NONE, groups: [{ group: "soon", count: 1 }] })).toBe(false);
  expect(isQuiet({ ...NONE, late: { units: 1, of: 3 } })).toBe(false);
});
