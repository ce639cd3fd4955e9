import type { RailStep } from "../rules/stages";
import type { Stage } from "../rules/standing";
import type { CloseReason, OpinionFrom, ReferralCombination, ReturnLevel, StepKind } from "../rules/step";

/** By whom a candidate was introduced. */
export const SOURCES = ["UNION", "TRADE_UNION", "WOMEN", "FARMERS", "VETERANS", "CELL"] as const;
export type Source = (typeof SOURCES)[number];

export function sourceLabel(source: Source): string {
  switch (source) {
    case "UNION":
      return "Đoàn TNCS";
    case "TRADE_UNION":
      return "Công đoàn";
    case "WOMEN":
      return "Hội LHPN";
    case "FARMERS":
      return "Hội Nông dân";
    case "VETERANS":
      return "Hội CCB";
    case "CELL":
      return "Chi bộ";
  }
}

/** What happened, as the timeline and the choice of a form say it. */
export function stepLabel(kind: StepKind): string {
  switch (kind) {
    case "introduced":
      return "Giới thiệu cho Đảng";
    case "sympathiserRecognised":
      return "Chi bộ đưa vào diện cảm tình Đảng";
    case "helperAssigned":
      return "Phân công đảng viên giúp đỡ";
    case "helperEnded":
      return "Thôi phân công giúp đỡ";
    case "certified":
      return "Cấp giấy chứng nhận lớp nhận thức về Đảng";
    case "applied":
      return "Viết đơn xin vào Đảng";
    case "cvDeclared":
      return "Khai lý lịch";
    case "referred":
      return "Giới thiệu người vào Đảng";
    case "verified":
      return "Thẩm tra lý lịch";
    case "certificationGiven":
      return "Cấp ủy cơ sở chứng nhận lý lịch";
    case "opinionCollected":
      return "Lấy ý kiến nhận xét";
    case "cellVoted":
      return "Chi bộ biểu quyết đề nghị kết nạp";
    case "baseVoted":
      return "Đảng ủy cơ sở biểu quyết đề nghị kết nạp";
    case "submitted":
      return "Trình cấp có thẩm quyền";
    case "decisionVoted":
      return "Ban thường vụ biểu quyết";
    case "decided":
      return "Quyết định kết nạp";
    case "admitted":
      return "Lễ kết nạp";
    case "newMemberCertified":
      return "Cấp giấy chứng nhận lớp đảng viên mới";
    case "recognitionVoted":
      return "Chi bộ biểu quyết công nhận chính thức";
    case "recognised":
      return "Công nhận đảng viên chính thức";
    case "decisionRevoked":
      return "Hủy quyết định kết nạp";
    case "returned":
      return "Trả lại hồ sơ";
    case "closed":
      return "Đóng hồ sơ";
    case "reopened":
      return "Mở lại hồ sơ";
  }
}

/** The button that records it: verb and object. */
export function recordLabel(kind: StepKind): string {
  switch (kind) {
    case "introduced":
      return "Ghi ngày giới thiệu";
    case "sympathiserRecognised":
      return "Ghi nghị quyết cảm tình";
    case "helperAssigned":
      return "Phân công giúp đỡ";
    case "helperEnded":
      return "Thôi phân công";
    case "certified":
      return "Ghi giấy chứng nhận";
    case "applied":
      return "Ghi đơn xin vào Đảng";
    case "cvDeclared":
      return "Ghi ngày khai lý lịch";
    case "referred":
      return "Ghi giới thiệu";
    case "verified":
      return "Ghi kết quả thẩm tra";
    case "certificationGiven":
      return "Ghi chứng nhận lý lịch";
    case "opinionCollected":
      return "Ghi ý kiến";
    case "cellVoted":
    case "baseVoted":
    case "decisionVoted":
      return "Ghi biểu quyết";
    case "submitted":
      return "Ghi ngày trình";
    case "decided":
      return "Ghi quyết định";
    case "admitted":
      return "Ghi lễ kết nạp";
    case "newMemberCertified":
      return "Ghi giấy chứng nhận";
    case "recognitionVoted":
      return "Ghi kết quả họp";
    case "recognised":
      return "Ghi công nhận";
    case "decisionRevoked":
      return "Ghi hủy quyết định";
    case "returned":
      return "Trả lại hồ sơ";
    case "closed":
      return "Đóng hồ sơ";
    case "reopened":
      return "Mở lại hồ sơ";
  }
}

/** The next thing to do, as a sentence for "Việc tiếp theo" and the list. */
export function nextStepLabel(kind: StepKind): string {
  switch (kind) {
    case "sympathiserRecognised":
      return "Chi bộ đưa vào diện cảm tình";
    case "certified":
      return "Cử học lớp nhận thức về Đảng";
    case "applied":
      return "Viết đơn và khai lý lịch";
    case "verified":
      return "Thẩm tra lý lịch";
    case "opinionCollected":
      return "Lấy đủ ý kiến nhận xét";
    case "cellVoted":
      return "Chi bộ họp xét kết nạp";
    case "baseVoted":
      return "Đảng ủy cơ sở ra nghị quyết";
    case "submitted":
      return "Trình cấp có thẩm quyền";
    case "decided":
      return "Ban thường vụ quyết định";
    case "admitted":
      return "Tổ chức lễ kết nạp";
    case "recognitionVoted":
      return "Chi bộ xét công nhận chính thức";
    case "recognised":
      return "Quyết định công nhận chính thức";
    default:
      return stepLabel(kind);
  }
}

export function stageLabel(stage: Stage): string {
  switch (stage) {
    case "introduced":
      return "Giới thiệu";
    case "sympathiser":
      return "Cảm tình";
    case "certified":
      return "Lớp nhận thức";
    case "applied":
      return "Đơn, lý lịch";
    case "verified":
      return "Thẩm tra";
    case "opinionsCollected":
      return "Lấy ý kiến";
    case "cellResolved":
      return "Chi bộ xét";
    case "baseResolved":
      return "Đảng ủy cơ sở";
    case "submitted":
      return "Đã trình";
    case "decided":
      return "Quyết định";
    case "admitted":
      return "Lễ kết nạp";
    case "recognised":
      return "Chính thức";
  }
}

export const railLabel = (step: RailStep): string => stageLabel(step);

export function closeReasonLabel(reason: CloseReason): string {
  switch (reason) {
    case "unfit":
      return "Không đủ tiêu chuẩn";
    case "withdrew":
      return "Xin rút";
    case "moved":
      return "Chuyển đi";
    case "died":
      return "Từ trần";
    case "removed":
      return "Xóa tên";
    case "expelled":
      return "Khai trừ";
    case "left":
      return "Xin ra khỏi Đảng";
    case "decisionRevoked":
      return "Hủy quyết định kết nạp";
    case "other":
      return "Khác";
  }
}

export function opinionFromLabel(from: OpinionFrom): string {
  switch (from) {
    case "massOrganisation":
      return "đoàn thể nơi sinh hoạt";
    case "residenceCell":
      return "chi ủy nơi cư trú";
    case "employer":
      return "người sử dụng lao động";
  }
}

export function combinationLabel(combination: ReferralCombination): string {
  switch (combination) {
    case "twoMembers":
      return "Hai đảng viên chính thức";
    case "unionAndMember":
      return "Ban Chấp hành Đoàn cơ sở và một đảng viên chính thức";
    case "tradeUnionAndMember":
      return "Ban Chấp hành công đoàn cơ sở và một đảng viên chính thức";
  }
}

export function returnLevelLabel(level: ReturnLevel): string {
  return level === "cell" ? "Chi bộ" : "Đảng ủy cơ sở";
}
