import { describe, expect, test } from "vitest";
import { explainOfficial } from "@/lib/reports/labels/explained";
import { OFFICIAL_REPORTS } from "@/lib/reports/rules/layout";

const HEAD = {
  report: "",
  unit: { code: "H", name: "Đảng bộ huyện H", kind: "UPPER" },
  period: { from: "2024-01-01", to: "2024-12-31" },
  asOf: "2024-06-30",
  tree: "as-was" as const,
  countBy: "ceremony" as const,
  generatedAt: "2024-07-01T00:00:00.000Z",
};
const REPORTS = [...OFFICIAL_REPORTS, "probation"] as const;
const explained = (report: (typeof REPORTS)[number]) =>
  new Map(
    explainOfficial(report, HEAD, { formNumber: "Biểu", document: "hướng dẫn" }).map(({ label, text }) => [
      label,
      text,
    ]),
  );

describe.each(REPORTS)("Cách tính of %s", (report) => {
  const told = explained(report);

  test("says the form, who, by which day, up to the as-of day, and where", () => {
    for (const label of ["Mẫu biểu", "Tính ai", "Theo ngày", "Phạm vi"]) expect(told.get(label)).toBeTruthy();
    expect(told.get("Theo ngày")).toContain("từ 01/01/2024 đến 30/06/2024");
  });
});

test.each([
  ["new-members", ["Tuổi", "Trình độ", "Tổ chức cơ sở", "Số nhỏ", "So sánh", "Để trống"]],
  ["ethnicity-religion", ["Chưa ghi", "Số nhỏ"]],
  ["changes", ["Đảng viên dự bị", "So sánh"]],
  ["unit-types", ["Loại hình", "So sánh"]],
  ["member-work", ["Xét công nhận", "So sánh"]],
  ["probation", ["Xét công nhận"]],
] as const)("%s explains what it has rows and columns for, and nothing else", (report, labels) => {
  const common = ["Mẫu biểu", "Tính ai", "Theo ngày", "Phạm vi"];
  expect([...explained(report).keys()].filter((label) => !common.includes(label))).toEqual(labels);
});

test.each([
  ["changes", /từ trần, bị khai trừ, bị xóa tên, xin ra khỏi Đảng/, /giảm theo ngày kết thúc/],
  ["member-work", /người học các lớp.*đảng viên dự bị/, /Lớp theo ngày học đầu tiên/],
  ["unit-types", /Tổ chức cơ sở đảng/, /ngày lễ kết nạp/],
  ["probation", /hết thời gian dự bị/, /tính từ ngày lễ kết nạp/],
] as const)("%s counts more than who was admitted, each by its day", (report, who, when) => {
  expect(explained(report).get("Tính ai")).toMatch(who);
  expect(explained(report).get("Theo ngày")).toMatch(when);
});
