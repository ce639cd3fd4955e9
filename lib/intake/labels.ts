import type { Match, Twin } from "@/lib/imports/answers";
import type { ChangeCount } from "@/lib/imports/repository/changes";
import type { OldFont } from "@/lib/shared/old-fonts";

export function matchLabel(match: Match): string {
  switch (match) {
    case "same":
      return "Cùng một người, giữ như đã ghi";
    case "update":
      return "Cùng một người, lấy theo tệp";
    case "other":
      return "Người khác";
  }
}

export function twinReason({ because, where }: Pick<Twin, "because" | "where">): string {
  switch (because) {
    case "number":
      return `Số định danh này đã ghi cho người khác họ tên hoặc ngày sinh (${where}).`;
    case "cell":
      return `Đã có người trùng trong ${where}, có chỗ ghi khác nhau.`;
    case "elsewhere":
      return `Trùng họ tên và ngày sinh với người ở ${where}.`;
  }
}

/** What happens with a row that meets somebody unless somebody decides. */
export function usualWords({ usual }: Pick<Twin, "usual">): string {
  return usual === null ? "Chưa chọn: dòng không nhận được" : `Chưa chọn: ${matchLabel(usual).toLowerCase()}`;
}

export const oldFontLabel = (font: OldFont): string => (font === "tcvn3" ? "TCVN3 (.VnTime)" : "VNI");

export function changedTableLabel(table: ChangeCount["table"]): string {
  switch (table) {
    case "person":
      return "Người";
    case "candidate":
      return "Hồ sơ";
    case "step":
      return "Bước đã ghi";
    case "quota":
      return "Chỉ tiêu";
    case "headcount":
      return "Số lượng đảng viên";
    case "training_class":
      return "Lớp";
    case "enrolment":
      return "Học viên";
    case "union_member":
      return "Đoàn viên";
    case "union_rating":
      return "Xếp loại đoàn viên";
    case "referral":
      return "Giới thiệu của Đoàn";
    default:
      return "Tổ chức";
  }
}
