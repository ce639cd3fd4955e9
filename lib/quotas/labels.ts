import { fold } from "@/lib/shared/vietnamese";
import type { Status } from "./rules/attainment";
import {
  GROUPS,
  type Group,
  INDICATORS,
  type Indicator,
  QUOTA_KINDS,
  QUOTA_SOURCES,
  type QuotaKind,
  type QuotaSource,
} from "./rules/quota";

export function sourceLabel(source: QuotaSource): string {
  switch (source) {
    case "ASSIGNED":
      return "Cấp trên giao";
    case "OWN_PLAN":
      return "Kế hoạch đơn vị";
    case "TERM_RESOLUTION":
      return "Nghị quyết nhiệm kỳ";
  }
}

export function indicatorLabel(indicator: Indicator): string {
  switch (indicator) {
    case "ADMISSION":
      return "Kết nạp";
    case "INTRODUCTION":
      return "Giới thiệu nguồn";
    case "AWARENESS_CLASS":
      return "Học lớp nhận thức";
    case "RECOGNITION":
      return "Công nhận chính thức";
  }
}

export function groupLabel(group: Group): string {
  switch (group) {
    case "ALL":
      return "Tất cả";
    case "WOMEN":
      return "Nữ";
    case "ETHNIC_MINORITY":
      return "Dân tộc thiểu số";
    case "RELIGIOUS":
      return "Tôn giáo";
    case "UNION_MEMBER":
      return "Đoàn viên";
    case "PUPIL":
      return "Học sinh";
    case "STUDENT":
      return "Sinh viên";
    case "WORKER":
      return "Công nhân";
    case "PRIVATE_OWNER":
      return "Chủ doanh nghiệp tư nhân";
    case "NON_STATE_ENTERPRISE":
      return "Doanh nghiệp ngoài nhà nước";
    case "RESIDENTIAL":
      return "Khu dân cư";
  }
}

export function quotaKindLabel(kind: QuotaKind): string {
  switch (kind) {
    case "NUMBER":
      return "Số lượng";
    case "AT_LEAST":
      return "Tối thiểu";
    case "RANGE":
      return "Khoảng";
    case "SHARE_OF_MEMBERS":
      return "Tỷ lệ đảng viên";
    case "SHARE_OF_ADMITTED":
      return "Tỷ lệ kết nạp";
  }
}

export function statusLabel(status: Status): string {
  switch (status) {
    case "done":
      return "Hoàn thành";
    case "onTrack":
      return "Đúng tiến độ";
    case "watch":
      return "Cần theo dõi";
    case "late":
      return "Chậm tiến độ";
    case "none":
      return "Chưa kết nạp";
    case "notAssigned":
      return "Không giao chỉ tiêu";
  }
}

const parserOf = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) => {
  const known = new Map(
    codes.flatMap((code) => [[fold(label(code)), code] as const, [code.toLowerCase(), code] as const]),
  );
  return (text: string): Code | null => known.get(fold(text)) ?? null;
};

export const parseSource = parserOf(QUOTA_SOURCES, sourceLabel);
export const parseIndicator = parserOf(INDICATORS, indicatorLabel);
export const parseGroup = parserOf(GROUPS, groupLabel);
export const parseQuotaKind = parserOf(QUOTA_KINDS, quotaKindLabel);
