import type { TokenPermission } from "@/lib/access/policy";

/** What a token opens, as its owner ticks it. */
export function tokenPermissionLabel(permission: TokenPermission): string {
  switch (permission) {
    case "report.read":
      return "Báo cáo số liệu";
    case "sources.report":
      return "Báo cáo nguồn và Đoàn";
    case "people.exportNames":
      return "Danh sách người của từng con số";
    case "sources.exportNames":
      return "Danh sách tên của báo cáo nguồn và Đoàn";
    case "people.handOver":
      return "Tệp bàn giao đảng viên mới, có số định danh cá nhân";
    case "organisation.read":
      return "Danh mục đơn vị";
    case "snapshot.read":
      return "Bản chốt số liệu";
  }
}

/** "90 ngày", "Một năm". */
export const lifetimeLabel = (days: number): string => (days === 365 ? "Một năm" : `${days} ngày`);

export type TokenState = "live" | "expired" | "revoked";

export function tokenStateLabel(state: TokenState): string {
  switch (state) {
    case "live":
      return "đang dùng được";
    case "expired":
      return "đã hết hạn";
    case "revoked":
      return "đã thu hồi";
  }
}
