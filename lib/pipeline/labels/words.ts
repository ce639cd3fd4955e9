import type { RailStep } from "../rules/stages";
import type { Stage } from "../rules/standing";
import type {
  CloseReason,
  ConsentCase,
  LeavingReason,
  OpinionFrom,
  ReferralCombination,
  ReturnLevel,
  StepKind,
  TransferLetter,
  VerificationResult,
  VerificationTarget,
} from "../rules/step";

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
    case "parentsConsulted":
      return "Lấy ý kiến phụ huynh";
    case "progressNoted":
      return "Nhận xét của người giúp đỡ";
    case "formerMembership":
      return "Ghi lần vào Đảng trước";
    case "consentGiven":
      return "Cấp trên đồng ý bằng văn bản";
    case "permissionGranted":
      return "Cấp ủy cho làm thủ tục xem xét kết nạp";
    case "sealed":
      return "Đóng dấu giáp lai lý lịch";
    case "dossierRenewed":
      return "Bổ sung hồ sơ quá 12 tháng";
    case "verificationSent":
      return "Gửi thẩm tra lý lịch";
    case "verificationReturned":
      return "Có kết quả thẩm tra lý lịch";
    case "verificationWaived":
      return "Không phải thẩm tra, đã đối chiếu";
    case "politicsConcluded":
      return "Kết luận về tiêu chuẩn chính trị";
    case "cellCommented":
      return "Chi bộ nhận xét lý lịch";
    case "sectionAppraised":
      return "Đảng ủy bộ phận thẩm định";
    case "decisionExtended":
      return "Gia hạn thời gian quyết định";
    case "selfReviewed":
      return "Đảng viên dự bị tự kiểm điểm";
    case "helperReported":
      return "Người giúp đỡ nhận xét đảng viên dự bị";
    case "probationOpinionCollected":
      return "Lấy ý kiến về đảng viên dự bị";
    case "probationExtended":
      return "Kéo dài thời gian dự bị";
    case "recognitionAppraised":
      return "Đảng ủy bộ phận thẩm định công nhận";
    case "recognitionBaseVoted":
      return "Đảng ủy cơ sở biểu quyết công nhận chính thức";
    case "removalVoted":
      return "Biểu quyết đề nghị xóa tên";
    case "transferred":
      return "Chuyển sinh hoạt";
    case "transferReceived":
      return "Nơi mới tiếp nhận";
    case "paperMarked":
      return "Kiểm tra giấy tờ";
    case "resent":
      return "Gửi lại hồ sơ đã bổ sung";
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
    case "parentsConsulted":
      return "Ghi ý kiến phụ huynh";
    case "progressNoted":
      return "Ghi nhận xét";
    case "formerMembership":
      return "Ghi lần vào Đảng trước";
    case "consentGiven":
      return "Ghi văn bản đồng ý";
    case "permissionGranted":
      return "Ghi văn bản cho làm thủ tục";
    case "sealed":
      return "Ghi đóng dấu giáp lai";
    case "dossierRenewed":
      return "Ghi bổ sung hồ sơ";
    case "verificationSent":
      return "Ghi gửi thẩm tra";
    case "verificationReturned":
      return "Ghi kết quả thẩm tra";
    case "verificationWaived":
      return "Ghi miễn thẩm tra";
    case "politicsConcluded":
      return "Ghi kết luận";
    case "cellCommented":
      return "Ghi nhận xét của chi bộ";
    case "sectionAppraised":
      return "Ghi thẩm định";
    case "decisionExtended":
      return "Ghi gia hạn";
    case "selfReviewed":
      return "Ghi bản tự kiểm điểm";
    case "helperReported":
      return "Ghi nhận xét của người giúp đỡ";
    case "probationOpinionCollected":
      return "Ghi ý kiến";
    case "probationExtended":
      return "Ghi kéo dài dự bị";
    case "recognitionAppraised":
      return "Ghi thẩm định";
    case "recognitionBaseVoted":
      return "Ghi biểu quyết";
    case "removalVoted":
      return "Ghi biểu quyết xóa tên";
    case "transferred":
      return "Ghi chuyển đi";
    case "transferReceived":
      return "Ghi tiếp nhận";
    case "paperMarked":
      return "Ghi tình trạng giấy tờ";
    case "resent":
      return "Gửi lại hồ sơ";
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
    case "recognitionBaseVoted":
      return "Đảng ủy cơ sở đề nghị công nhận chính thức";
    case "permissionGranted":
      return "Cấp ủy cho làm thủ tục xem xét kết nạp";
    case "verificationSent":
      return "Gửi thẩm tra lý lịch";
    case "verificationReturned":
      return "Chờ kết quả thẩm tra lý lịch";
    case "transferReceived":
      return "Tiếp nhận người chuyển đến";
    case "resent":
      return "Bổ sung rồi gửi lại hồ sơ";
    case "closed":
      return "Quyết định xóa tên";
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

/** Whose background is verified. */
export function targetLabel(target: VerificationTarget): string {
  switch (target) {
    case "self":
      return "bản thân";
    case "parents":
      return "cha, mẹ đẻ";
    case "carers":
      return "người trực tiếp nuôi dưỡng";
    case "spouse":
      return "vợ hoặc chồng";
    case "parentsInLaw":
      return "cha, mẹ vợ hoặc chồng";
    case "spouseCarers":
      return "người trực tiếp nuôi dưỡng vợ hoặc chồng";
    case "children":
      return "con đẻ đã đủ năng lực hành vi";
    case "adoptedChildren":
      return "con nuôi hợp pháp cùng sống";
  }
}

export function resultLabel(result: VerificationResult): string {
  switch (result) {
    case "passed":
      return "Đạt";
    case "notPassed":
      return "Không đạt";
    case "concludedAbove":
      return "Cần cấp trên kết luận";
  }
}

/** What a written consent is about. */
export function consentLabel(of: ConsentCase): string {
  switch (of) {
    case "overAge":
      return "Người trên 60 tuổi";
    case "educationPrimary":
      return "Học vấn tiểu học ở vùng khó khăn";
    case "educationLiterate":
      return "Già làng, trưởng bản, người có uy tín biết đọc, biết viết";
    case "religion":
      return "Người có đạo";
    case "religiousDignitary":
      return "Chức sắc, chức việc tôn giáo";
    case "chineseOrigin":
      return "Người Hoa";
    case "foreignSpouse":
      return "Vợ hoặc chồng là người nước ngoài";
    case "populationPolicy":
      return "Chính sách dân số";
    case "readmission":
      return "Kết nạp lại";
    case "lateCeremony":
      return "Tổ chức lễ kết nạp quá hạn";
  }
}

/** Why a former member left the Party. */
export function leavingLabel(reason: LeavingReason): string {
  switch (reason) {
    case "abandoned":
      return "Tự bỏ sinh hoạt đảng";
    case "askedToLeave":
      return "Tự xin ra khỏi Đảng";
    case "disunity":
      return "Gây mất đoàn kết nội bộ nghiêm trọng";
    case "corruption":
      return "Án hình sự về tham nhũng";
    case "seriousCrime":
      return "Án hình sự từ tội nghiêm trọng trở lên";
    case "lesserCrime":
      return "Án hình sự tội ít nghiêm trọng";
    case "hardship":
      return "Xin ra vì gia đình đặc biệt khó khăn";
    case "otherReason":
      return "Lý do khác";
  }
}

/** The letter that goes along with a move (list of 1361-CV/BTCTW). */
export function letterLabel(letter: TransferLetter): string {
  switch (letter) {
    case "53":
      return "Giấy chứng nhận người vào Đảng đang được giúp đỡ, xem xét kết nạp";
    case "92":
      return "Công văn giới thiệu người đã được chi bộ, đảng ủy cơ sở làm thủ tục";
    case "93":
      return "Công văn giới thiệu người đã được cấp ủy cơ sở làm thủ tục đề nghị";
    case "94":
      return "Công văn giới thiệu người đã có quyết định kết nạp, trong cùng đảng bộ";
    case "95":
      return "Công văn giới thiệu người đã có quyết định kết nạp, ra ngoài đảng bộ";
    case "member":
      return "Giấy giới thiệu sinh hoạt đảng";
  }
}

/** "tháng 9/2026", "quý 3/2026". */
export function periodLabel(period: string): string {
  const [year, part = ""] = period.split("-");
  return part.startsWith("Q") ? `quý ${part.slice(1)}/${year}` : `tháng ${Number(part)}/${year}`;
}
