import { formatDay } from "@/lib/shared/days";
import type { Finding } from "../rules/finding";
import type { OpinionFrom } from "../rules/step";
import { consentLabel, leavingLabel, opinionFromLabel, stageLabel, targetLabel } from "./words";

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
      return finding.facts.needs === "lowerSecondaryDiploma"
        ? "Chưa tốt nghiệp THCS; hãy chọn trường hợp đặc biệt và ghi căn cứ."
        : "Chưa hoàn thành chương trình THCS; hãy chọn trường hợp đặc biệt và ghi căn cứ.";
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
    case "targetsUnverified":
      return `Chưa thẩm tra xong: ${finding.facts.targets.map(targetLabel).join("; ")}.`;
    case "carrierRelated":
      return "Không được cử người vào Đảng hoặc người thân đi thẩm tra lý lịch.";
    case "waiverUnfounded":
      return "Chỉ miễn thẩm tra khi người thân là đảng viên và lý lịch khai khớp với hồ sơ đảng viên.";
    case "replyOverdue":
      return `Quá hạn trả lời thẩm tra lý lịch (${targetLabel(finding.facts.target)}), hạn ngày ${formatDay(finding.facts.dueOn)}.`;
    case "sealMissing":
      return "Chưa ghi ngày đóng dấu giáp lai ảnh và các trang lý lịch.";
    case "commentBeforeResult":
    case "certificationBeforeResult":
      return `Chi ủy, cấp ủy cơ sở chỉ nhận xét, chứng nhận sau khi có kết quả thẩm tra ngày ${formatDay(finding.facts.resultOn)}.`;
    case "certificationBeforeComment":
      return `Cấp ủy cơ sở chỉ chứng nhận sau khi chi bộ nhận xét ngày ${formatDay(finding.facts.commentedOn)}.`;
    case "parentsOpinionMissing":
      return "Học sinh THPT: phải có ý kiến phụ huynh (Mẫu 2-TN).";
    case "permissionMissing":
      return "Chưa có văn bản của cấp ủy cho làm thủ tục xem xét kết nạp (Mẫu 6-TN).";
    case "togetherTooShort":
      return finding.facts.byResidence && finding.facts.months >= finding.facts.needed
        ? `${finding.facts.name} chỉ cùng nơi cư trú: theo quy định này người giới thiệu phải cùng công tác, học tập.`
        : `${finding.facts.name} mới cùng công tác, học tập hoặc cư trú ${finding.facts.months} tháng, cần ít nhất ${finding.facts.needed} tháng.`;
    case "referrerRelated":
      return `Người giới thiệu ${finding.facts.name} là người thân của người vào Đảng, đề nghị xem xét.`;
    case "tooManyHelped":
      return `${finding.facts.name} đang giúp đỡ ${finding.facts.helped} người, tỉnh quy định không quá ${finding.facts.most}.`;
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
    case "votesSuffice":
      return `${finding.facts.agreed} tán thành trong ${finding.facts.convened} là đủ: hãy ghi biểu quyết, không ghi là chưa đủ phiếu.`;
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
    case "resolutionNumberUsed":
      return `Số nghị quyết ${finding.facts.number} đã dùng cho người khác. Xét từng người một, mỗi nghị quyết một số.`;
    case "decisionLate":
      return `Quá thời hạn ${finding.facts.days} ngày làm việc (${formatDay(finding.facts.dueOn)}); phải ghi lý do hoặc gia hạn tối đa ${finding.facts.extension} ngày làm việc.`;
    case "localDeadlinePassed":
      return `Quá ${finding.facts.days} ngày làm việc ${LOCAL_STEP[finding.facts.step]} theo quy định của tỉnh (${formatDay(finding.facts.dueOn)}).`;
    case "deciderUnusual":
      return `Quy định 208-QĐ/TW giao ban thường vụ đảng ủy cơ sở quyết định; hồ sơ này do ${finding.facts.unit} quyết định.`;
    case "ownerDecidedBelow":
      return `Chủ doanh nghiệp tư nhân do ban thường vụ cấp ủy cấp trên trực tiếp quyết định, không phải ${finding.facts.unit}.`;
    case "consentMissing":
      return finding.facts.of === "chineseOrigin" || finding.facts.of === "foreignSpouse"
        ? `${consentLabel(finding.facts.of)}: chưa ghi văn bản theo hướng dẫn riêng.`
        : `${consentLabel(finding.facts.of)}: thiếu văn bản đồng ý của Ban Thường vụ Tỉnh ủy (Thành ủy).`;
    case "upperAgreementMissing":
      return "Người có đạo: phải có văn bản đồng ý của cấp ủy cấp trên trực tiếp trước khi làm thủ tục.";
    case "religionNotRecognised":
      return "Chưa rõ tổ chức tôn giáo có được Nhà nước công nhận; phải có văn bản đồng ý của cấp ủy cấp trên.";
    case "formerMembershipMissing":
      return "Kết nạp lại: hãy ghi ngày và lý do ra khỏi Đảng lần trước.";
    case "readmissionBarred":
      return finding.facts.reason === "readmittedBefore"
        ? "Đã kết nạp lại một lần: không thuộc đối tượng xem xét kết nạp lại."
        : `${leavingLabel(finding.facts.reason)}: không thuộc đối tượng xem xét kết nạp lại.`;
    case "readmissionTooEarly":
      return `Chưa đủ ${finding.facts.months} tháng để xét kết nạp lại (từ ngày ${formatDay(finding.facts.allowedOn)}).`;
    case "letterMissing":
      return "Thiếu giấy chứng nhận hoặc công văn giới thiệu của nơi chuyển đi.";
    case "letterLate":
      return `Quá 30 ngày làm việc (${formatDay(finding.facts.dueOn)}) chưa nộp giấy giới thiệu ở nơi mới.`;
    case "transferLate":
      return `Quá hạn chuyển sinh hoạt đảng 60 ngày làm việc (${formatDay(finding.facts.dueOn)}).`;
    case "notOnTheMove":
      return "Hồ sơ này không ở trong lúc chuyển đến.";
    case "receivedBeforeMove":
      return `Ngày tiếp nhận trước ngày giấy giới thiệu ${formatDay(finding.facts.movedOn)}.`;
    case "alreadyAdmitted":
      return `Đã tổ chức lễ kết nạp ngày ${formatDay(finding.facts.admittedOn)}; không quyết định kết nạp lần nữa.`;
    case "recordNotCleared":
      return "Tội ít nghiêm trọng: chưa ghi ngày được xóa án tích, chưa tính được 60 tháng.";
    case "notReturned":
      return "Hồ sơ này không bị trả lại.";
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
    case "selfReviewEarly":
      return `Bản tự kiểm điểm viết trước ngày hết 12 tháng dự bị (${formatDay(finding.facts.endsOn)}).`;
    case "recognitionPaperMissing":
      return recognitionPaperSentence(finding.facts.paper);
    case "recognitionRoundsUsed":
      return `Đã biểu quyết ${finding.facts.rounds} lần không đủ 2/3: báo cáo cấp ủy cấp trên trực tiếp xem xét, quyết định.`;
    case "prolongationNotAllowed":
      return "Tỉnh không quy định kéo dài thời gian dự bị.";
    case "prolongationTooLong":
      return `Thời gian dự bị chỉ được kéo dài không quá ${finding.facts.allowed} tháng, ở đây là ${finding.facts.months} tháng.`;
    case "recognitionDecisionLate":
      return `Quá ${finding.facts.days} ngày làm việc (${formatDay(finding.facts.dueOn)}) mới quyết định công nhận.`;
    case "recognitionVoteLapsed":
      return `Quá ${finding.facts.days} ngày làm việc (${formatDay(finding.facts.dueOn)}): chi bộ, đảng ủy cơ sở phải họp lại.`;
    case "removalNotVoted":
      return "Chi bộ chưa biểu quyết đề nghị xóa tên.";
    case "recognitionBaseNotVoted":
      return "Đảng ủy cơ sở chưa có nghị quyết đề nghị công nhận chính thức.";
    case "recognitionDayWrong":
      return `Công nhận tính từ ngày hết 12 tháng dự bị (${formatDay(finding.facts.dayOfRight)}).`;
    case "recognisedBeforeVote":
      return `Quyết định công nhận không thể trước ngày biểu quyết ${formatDay(finding.facts.votedOn)}.`;
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

const LOCAL_STEP = {
  sendUp: "để chi bộ gửi hồ sơ",
  base: "để đảng ủy cơ sở ra nghị quyết",
  decision: "để quyết định kết nạp",
} as const;

function recognitionPaperSentence(paper: "selfReview" | "helperReport" | OpinionFrom): string {
  if (paper === "selfReview") return "Chưa có bản tự kiểm điểm của đảng viên dự bị (Mẫu 10-KNĐ).";
  if (paper === "helperReport") return "Chưa có nhận xét của đảng viên giúp đỡ (Mẫu 11-KNĐ).";
  return `Thiếu ý kiến của ${opinionFromLabel(paper)} về đảng viên dự bị (Mẫu 12-KNĐ).`;
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
  seal: "Đã đóng dấu giáp lai lý lịch.",
  permission: "Cấp ủy đã cho làm thủ tục.",
  chineseOrigin: "Đã theo hướng dẫn về người Hoa.",
  foreignSpouse: "Đã theo hướng dẫn về vợ, chồng là người nước ngoài.",
  "on-the-move": "Đang chuyển đến.",
  returned: "Hồ sơ đã được trả lại để bổ sung.",
  "recognition-selfReview": "Có bản tự kiểm điểm.",
  "recognition-helperReport": "Có nhận xét của người giúp đỡ.",
  "recognition-massOrganisation": "Có ý kiến của đoàn thể về đảng viên dự bị.",
  "recognition-residenceCell": "Có ý kiến nơi cư trú về đảng viên dự bị.",
  "R-08": "Có ý kiến phụ huynh.",
  "R-11": "Người giới thiệu đủ 12 tháng cùng công tác, học tập.",
  "R-14": "Người giới thiệu không phải người thân.",
  "R-16": "Người đi thẩm tra không phải người thân.",
  "R-18": "Miễn thẩm tra có căn cứ.",
  "R-19": "Không có nơi nào chậm trả lời thẩm tra.",
  "R-32": "Trong thời hạn của tỉnh.",
  "R-40": "Còn lượt biểu quyết.",
  "R-41": "Kéo dài trong giới hạn của tỉnh.",
  "R-42": "Quyết định công nhận trong hạn.",
  "R-44": "Đủ thời gian để xét kết nạp lại.",
  "R-45": "Thuộc đối tượng xem xét kết nạp lại.",
  "R-46": "Có văn bản đồng ý của Ban Thường vụ Tỉnh ủy.",
  "R-47": "Có văn bản đồng ý của cấp ủy cấp trên.",
  "R-48": "Đúng cấp quyết định với chủ doanh nghiệp.",
  "R-49": "Có giấy giới thiệu của nơi chuyển đi.",
  "R-50": "Chuyển sinh hoạt trong hạn.",
  "R-07": "Đã vào diện cảm tình Đảng.",
  "R-09": "Đã phân công người giúp đỡ.",
  "R-10": "Người giúp đỡ, giới thiệu là đảng viên chính thức.",
  "R-12": "Đủ người giới thiệu.",
  "R-13": "Đúng quy định về đoàn viên.",
  "R-15": "Đơn viết trước khi khai lý lịch.",
  "R-17": "Đã thẩm tra lý lịch.",
  "R-20": "Nhận xét, chứng nhận sau khi có kết quả thẩm tra.",
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
