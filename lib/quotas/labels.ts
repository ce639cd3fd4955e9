import { formatDay } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import type { AllocationRule } from "./rules/allocation";
import type { Status } from "./rules/attainment";
import type { QuotaFinding } from "./rules/finding";
import type { ProposalFinding, ProposalState } from "./rules/proposal";
import {
  GROUPS,
  type Group,
  INDICATORS,
  type Indicator,
  QUOTA_KINDS,
  QUOTA_SOURCES,
  type Quota,
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

export function quotaFindingText(finding: QuotaFinding): string {
  switch (finding.is) {
    case "documentKnown":
      return `Chỉ tiêu này đã được ghi theo ${documentWords(finding.number, finding.day)}. Hãy bỏ dòng cũ, hoặc ghi văn bản điều chỉnh.`;
    case "documentInFuture":
      return `Ngày văn bản ${formatDay(finding.day)} chưa đến.`;
    case "unitsUnknown":
      return `Không còn trực thuộc: ${finding.codes.join(", ")}. Hãy tải lại trang.`;
    case "nothingTyped":
      return "Chưa có số nào thay đổi. Hãy ghi số cho ít nhất một đơn vị.";
    case "quotaGone":
      return "Chỉ tiêu này vừa được người khác bỏ hoặc thay đổi. Hãy tải lại trang.";
  }
}

/** "văn bản số 402-QĐ/HU ngày 25/01/2024". */
export function documentWords(number: string | null, day: string | null): string {
  if (number === null && day === null) return "văn bản chưa ghi số";
  return ["văn bản", number && `số ${number}`, day && `ngày ${formatDay(day)}`].filter(Boolean).join(" ");
}

/** "18 người", "từ 18 đến 20 người", "3 % đảng viên". */
export function askedWords({ kind, value, valueTo }: Pick<Quota, "kind" | "value" | "valueTo">): string {
  const number = value.toLocaleString("vi-VN");
  switch (kind) {
    case "NUMBER":
      return `${number} người`;
    case "AT_LEAST":
      return `ít nhất ${number} người`;
    case "RANGE":
      return `từ ${number} đến ${(valueTo ?? value).toLocaleString("vi-VN")} người`;
    case "SHARE_OF_MEMBERS":
      return `${number} % số đảng viên`;
    case "SHARE_OF_ADMITTED":
      return `${number} % số kết nạp`;
  }
}

/** By what a number is shared out among the units beneath. */
export function allocationRuleLabel(rule: AllocationRule): string {
  switch (rule) {
    case "percent":
      return "tỷ lệ trên số đảng viên";
    case "members":
      return "chia theo số đảng viên";
    case "sources":
      return "chia theo nguồn có thể kết nạp";
    case "lastYear":
      return "chia theo kết quả năm trước";
    case "equal":
      return "chia đều";
  }
}

export function proposalStateLabel(state: ProposalState): string {
  switch (state) {
    case "open":
      return "Chờ cấp trên trả lời";
    case "taken":
      return "Đã được giao như đề nghị";
    case "declined":
      return "Không được nhận";
    case "withdrawn":
      return "Đã rút";
  }
}

export function proposalFindingText(finding: ProposalFinding): string {
  switch (finding.is) {
    case "yearOver":
      return `Năm: năm ${finding.year} đã hết.`;
    case "proposalWaits":
      return `Đề nghị gửi ngày ${formatDay(finding.on)} còn chờ trả lời. Hãy rút đề nghị ấy trước.`;
    case "sameAsGiven":
      return `Số đề nghị: đơn vị đang được giao đúng ${finding.value} người.`;
    case "proposalGone":
      return "Đề nghị này không còn chờ trả lời. Hãy tải lại trang.";
    case "ownProposal":
      return "Đề nghị của đơn vị mình do cấp trên trả lời.";
  }
}
