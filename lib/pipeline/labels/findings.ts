import { formatDay } from "@/lib/shared/days";
import type { Finding } from "../rules/finding";
import { opinionFromLabel, stageLabel } from "./words";

/** The sentence of a finding (domain §10), under 20 words, subject first. */
export function findingSentence(finding: Finding): string {
  switch (finding.is) {
    case "tooYoung":
      return `Người vào Đảng chưa đủ 18 tuổi (tính theo tháng), đến tháng ${month(finding.facts.fullOn)} mới đủ.`;
    case "overAge":
      return "Người trên 60 tuổi: phải có văn bản đồng ý của ban thường vụ cấp ủy trực thuộc Trung ương trước khi ra quyết định.";
    case "ageUncertain":
      return "Chỉ biết năm sinh: hãy đối chiếu tháng sinh để chắc chắn đủ 18 tuổi.";
    case "educationShort":
      return "Chưa hoàn thành chương trình THCS; hãy chọn trường hợp đặc biệt và ghi căn cứ.";
    case "educationUnknown":
      return "Chưa rõ trình độ giáo dục phổ thông.";
    case "certificateMissing":
      return "Chưa có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng.";
    case "certificateExpired":
      return `Giấy chứng nhận nhận thức về Đảng đã quá 60 tháng (hết hạn ngày ${formatDay(finding.facts.expiredOn)}); phải học lại.`;
    case "certificateLapses":
      return `Giấy chứng nhận nhận thức về Đảng sẽ hết hạn ngày ${formatDay(finding.facts.expiresOn)}.`;
    case "sympathiserMissing":
      return "Chưa có nghị quyết chi bộ đưa quần chúng vào diện cảm tình Đảng.";
    case "helperMissing":
      return "Chưa phân công đảng viên chính thức theo dõi, giúp đỡ.";
    case "helperNotOfficial":
      return `${finding.facts.name} phải là đảng viên chính thức đang sinh hoạt thì mới được phân công, giới thiệu.`;
    case "referralMissing":
      return "Chưa có người giới thiệu: cần 2 đảng viên chính thức, hoặc Đoàn (công đoàn) cơ sở và 1 đảng viên chính thức.";
    case "referrersTooFew":
      return `Thiếu người giới thiệu: cần ${finding.facts.needed} đảng viên chính thức, mới có ${finding.facts.given}.`;
    case "notUnionMember":
      return "Trong độ tuổi thanh niên, nơi có tổ chức Đoàn: người vào Đảng phải là đoàn viên.";
    case "cvBeforeApplication":
      return `Lý lịch khai ngày ${formatDay(finding.facts.declaredOn)}, trước ngày viết đơn ${formatDay(finding.facts.appliedOn)}.`;
    case "applicationMissing":
      return "Chưa có đơn xin vào Đảng và lý lịch tự khai.";
    case "verificationMissing":
      return "Chưa thẩm tra xong lý lịch.";
    case "verificationAfterCertification":
      return `Cấp ủy chỉ chứng nhận sau khi có kết quả thẩm tra ngày ${formatDay(finding.facts.verifiedOn)}.`;
    case "politicalIssueOpen":
      return "Vấn đề chính trị chưa được cấp ủy có thẩm quyền kết luận.";
    case "opinionMissing":
      return `Thiếu ý kiến nhận xét của ${opinionFromLabel(finding.facts.from)}.`;
    case "dossierExpired":
      return `Hồ sơ quá 12 tháng từ ngày ${formatDay(finding.facts.expiredOn)}: làm lại giới thiệu, nghị quyết đoàn thể, ý kiến và thẩm tra bổ sung.`;
    case "dossierLapses":
      return `Hồ sơ lập ngày ${formatDay(finding.facts.openedOn)}. Quá 12 tháng phải làm lại giấy giới thiệu, nghị quyết đoàn thể và ý kiến.`;
    case "cellTooSmall":
      return `Chi bộ có ${finding.facts.officialMembers} đảng viên chính thức, cần ít nhất 3.`;
    case "votesShort":
      return finding.facts.threshold === "twoThirds"
        ? `Chưa đủ 2/3 đồng ý (${finding.facts.agreed}/${finding.facts.convened}, cần ${finding.facts.needed}).`
        : `Chưa đủ trên một nửa ủy viên ban thường vụ đồng ý (${finding.facts.agreed}/${finding.facts.convened}, cần ${finding.facts.needed}).`;
    case "votesDoNotAddUp": {
      const { agreed, disagreed, other, present } = finding.facts;
      return `Cộng lại được ${agreed + disagreed + other} phiếu, nhưng có mặt ${present} đồng chí. Hãy kiểm tra lại biên bản.`;
    }
    case "presentAboveConvened":
      return `Có mặt ${finding.facts.present} đồng chí, nhưng chỉ triệu tập ${finding.facts.convened}.`;
    case "convenedAboveListed":
      return `Triệu tập ${finding.facts.convened} đồng chí, nhưng trong danh sách chỉ có ${finding.facts.listed}.`;
    case "mayNotDecide":
      return `${finding.facts.unit} không có thẩm quyền quyết định kết nạp tại thời điểm này.`;
    case "decisionNumberUsed":
      return `Số quyết định ${finding.facts.number} đã dùng cho người khác. Mỗi quyết định một số riêng.`;
    case "decisionLate":
      return `Quá thời hạn 60 ngày làm việc (${formatDay(finding.facts.dueOn)}); phải ghi lý do hoặc gia hạn tối đa 30 ngày làm việc.`;
    case "beforeEarlierStep":
      return `Ngày này trước ngày ${formatDay(finding.facts.earlierOn)} của bước "${stageLabel(finding.facts.earlier)}".`;
    case "inFuture":
      return "Ngày này còn ở sau hôm nay.";
    case "ceremonyBeforeDecision":
      return `Ngày lễ kết nạp không thể trước ngày quyết định ${formatDay(finding.facts.decidedOn)}.`;
    case "ceremonyLate":
      return `Quá 30 ngày làm việc (${formatDay(finding.facts.dueOn)}): phải báo cáo và được cấp ủy cấp trên trực tiếp đồng ý.`;
    case "probationHelperMissing":
      return "Chưa phân công đảng viên giúp đỡ đảng viên dự bị.";
    case "probationNotOver":
      return `Chưa hết 12 tháng dự bị (đến ${formatDay(finding.facts.endsOn)}).`;
    case "recognitionLate":
      return `Quá 30 ngày làm việc (${formatDay(finding.facts.dueOn)}) chưa xét công nhận chính thức.`;
    case "newMemberClassMissing":
      return "Chưa có giấy chứng nhận học lớp đảng viên mới.";
    case "recognitionDayWrong":
      return `Công nhận tính từ ngày hết 12 tháng dự bị (${formatDay(finding.facts.dayOfRight)}).`;
    case "cellNotResolved":
      return "Chi bộ chưa có nghị quyết đề nghị kết nạp.";
    case "baseNotResolved":
      return "Đảng ủy cơ sở chưa có nghị quyết đề nghị kết nạp.";
    case "notSubmitted":
      return "Hồ sơ chưa được trình cấp có thẩm quyền.";
    case "notDecided":
      return "Chưa có quyết định kết nạp.";
    case "notAdmitted":
      return "Chưa tổ chức lễ kết nạp.";
    case "recognitionNotVoted":
      return "Chi bộ chưa có nghị quyết đề nghị công nhận chính thức.";
    case "alreadyClosed":
      return "Hồ sơ đã đóng. Hãy mở lại trước khi ghi tiếp.";
    case "changedMeanwhile":
      return finding.facts.by
        ? `Đồng chí ${finding.facts.by} vừa sửa hồ sơ này. Những gì đồng chí vừa nhập vẫn còn trên màn hình.`
        : "Người khác vừa sửa hồ sơ này. Những gì đồng chí vừa nhập vẫn còn trên màn hình.";
  }
}

/** A condition that holds, for the folded list. */
export function passedSentence(rule: string): string {
  return PASSED[rule] ?? "Đúng thứ tự các bước.";
}

const PASSED: Record<string, string> = {
  open: "Hồ sơ đang mở.",
  future: "Ngày ghi không sau hôm nay.",
  order: "Đúng thứ tự các bước.",
  application: "Đã có đơn và lý lịch.",
  "R-01": "Đủ 18 tuổi.",
  "R-02": "Trong tuổi kết nạp.",
  "R-03": "Đủ trình độ giáo dục phổ thông.",
  "R-04": "Có giấy chứng nhận nhận thức về Đảng.",
  "R-05": "Giấy chứng nhận còn trong 60 tháng.",
  "R-06": "Giấy chứng nhận còn hạn trên 6 tháng.",
  "R-07": "Đã vào diện cảm tình Đảng.",
  "R-09": "Đã phân công người giúp đỡ.",
  "R-10": "Người giúp đỡ, giới thiệu là đảng viên chính thức.",
  "R-12": "Đủ người giới thiệu.",
  "R-13": "Đúng quy định về đoàn viên.",
  "R-15": "Đơn viết trước khi khai lý lịch.",
  "R-17": "Đã thẩm tra lý lịch.",
  "R-20": "Chứng nhận sau khi có kết quả thẩm tra.",
  "R-21": "Không vướng mắc về chính trị.",
  "R-22": "Có ý kiến nhận xét.",
  "R-23": "Hồ sơ còn trong 12 tháng.",
  "R-24": "Chi bộ đủ 3 đảng viên chính thức.",
  "R-25": "Đủ 2/3 đảng viên chính thức đồng ý.",
  "R-26": "Số phiếu khớp.",
  "R-27": "Số quyết định chưa dùng.",
  "R-28": "Đủ 2/3 cấp ủy viên đồng ý.",
  "R-29": "Trên một nửa ủy viên ban thường vụ đồng ý.",
  "R-30": "Đúng thẩm quyền quyết định.",
  "R-31": "Trong hạn 60 ngày làm việc.",
  "R-33": "Lễ kết nạp trong hạn.",
  "R-34": "Lễ kết nạp sau quyết định.",
  "R-35": "Đã phân công người giúp đỡ thời gian dự bị.",
  "R-36": "Đã hết 12 tháng dự bị.",
  "R-37": "Xét công nhận trong hạn.",
  "R-38": "Đã học lớp đảng viên mới.",
  "R-39": "Đúng ngày hết 12 tháng dự bị.",
};

const month = (day: string): string => formatDay(day).slice(3);
