import { committeeName } from "@/lib/organisation/rules/register";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import type { Ballot, Matter, Sitting } from "./rules/committee";
import type { MeetingFinding } from "./rules/finding";
import type { Follow, Outcome } from "./rules/row";

/** Who meets: "Ban Thường vụ Huyện ủy Krông Pắc". A base committee that decides by delegation does so as a whole. */
export function committeeLabel(matter: Matter, { kind, name }: { kind: string; name: string }): string {
  const committee = committeeName(name);
  return matter === "decided" && kind !== "BASE_COMMITTEE" ? `Ban Thường vụ ${committee}` : committee;
}

/** What is decided, as a verb and its object. */
export function matterLabel(matter: Matter): string {
  switch (matter) {
    case "decided":
      return "Xét quyết định kết nạp";
    case "baseVoted":
    case "cellVoted":
      return "Xét đề nghị kết nạp";
    case "recognitionVoted":
    case "recognitionBaseVoted":
      return "Xét đề nghị công nhận chính thức";
  }
}

/** Who counts as convened. */
export function convenedLabel(matter: Matter): string {
  switch (matter) {
    case "decided":
      return "Ủy viên được triệu tập";
    case "baseVoted":
    case "recognitionBaseVoted":
      return "Cấp ủy viên được triệu tập";
    case "cellVoted":
    case "recognitionVoted":
      return "Đảng viên chính thức được triệu tập";
  }
}

/** "trên một nửa trong 11 ủy viên". */
export function thresholdLabel({ matter, threshold }: Sitting, convened: number): string {
  const share = threshold === "twoThirds" ? "đủ 2/3" : "trên một nửa";
  return `${share} trong ${convened} ${matter === "cellVoted" || matter === "recognitionVoted" ? "đảng viên" : "ủy viên"}`;
}

/** The paper each agreed person gets, one number each. */
export const numberLabel = (matter: Matter): string =>
  matter === "decided" ? "Số quyết định" : "Số nghị quyết";

export const ballotLabel = (ballot: Ballot): string =>
  ballot === "secret" ? "Bỏ phiếu kín" : "Giơ thẻ đảng viên";

export function outcomeLabel(outcome: Outcome, { threshold }: Pick<Sitting, "threshold">): string {
  switch (outcome) {
    case "agreed":
      return "Đồng ý";
    case "fellShort":
      return threshold === "moreThanHalf" ? "Chưa đủ quá nửa" : "Chưa đủ 2/3";
    case "asksSuperior":
      return "Xin ý kiến cấp trên";
    case "heldBack":
      return "Chưa quyết";
    case "pending":
      return "Chưa có kết quả";
  }
}

export const followLabel = (follow: Follow): string =>
  follow === "returned" ? "Trả lại hồ sơ" : "Để lại phiên sau";

/** Why a meeting, or one of its people, is refused, in one sentence. */
export function meetingFindingText(finding: MeetingFinding): string {
  const sentence = findingWords(finding);
  return "name" in finding ? `${finding.name}: ${sentence}` : capital(sentence);
}

function findingWords(finding: MeetingFinding): string {
  switch (finding.is) {
    case "unfinished":
      return "chưa có kết quả. Hãy ghi phiếu, hoặc đưa ra khỏi danh sách.";
    case "votesDoNotAddUp":
      return `cộng lại được ${finding.counted} phiếu, nhưng dự họp ${finding.present} đồng chí.`;
    case "numberMissing":
      return "chưa ghi số văn bản.";
    case "noteMissing":
      return "chưa ghi lý do.";
    case "numberTwice":
      return `số ${finding.number} đã ghi cho ${finding.other}. Mỗi người một số riêng.`;
    case "numberUsed":
      return `số ${finding.number} đã dùng cho người khác trong năm. Mỗi người một số riêng.`;
    case "movedOn":
      return "hồ sơ đã chuyển sang bước khác. Hãy đưa ra khỏi danh sách.";
    case "notHere":
      return "hồ sơ không còn trong phạm vi của đồng chí.";
    case "condition":
      return lowerFirst(findingSentence(finding.finding));
    case "rowChanged":
      return finding.by ? `đồng chí ${finding.by} vừa sửa dòng này.` : "người khác vừa sửa dòng này.";
    case "meetingChanged":
      return finding.by
        ? `đồng chí ${finding.by} vừa sửa phiên họp. Hãy tải lại trang để xem bản mới.`
        : "phiên họp vừa được sửa. Hãy tải lại trang để xem bản mới.";
    case "notOpen":
      return "phiên họp đã ghi kết quả hoặc đã bỏ, không sửa được nữa.";
    case "notRecorded":
      return "phiên họp chưa ghi kết quả.";
    case "attendanceMissing":
      return "chưa ghi số được triệu tập và số dự họp.";
    case "presentAboveConvened":
      return `dự họp ${finding.present} đồng chí, nhưng chỉ triệu tập ${finding.convened}.`;
    case "inFuture":
      return "ngày họp còn ở sau hôm nay.";
    case "nobodyWaits":
      return "không có hồ sơ nào chờ phiên họp này.";
    case "nobodyDecided":
      return "chưa có ai được xét.";
    case "peopleMovedOn":
      return `không mở lại được, vì đã ghi bước sau của ${finding.names.join(", ")}.`;
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
/** Proper names keep their capital: only a sentence that does not begin with one is joined. */
const lowerFirst = (words: string): string =>
  /^(Chưa|Quá|Ngày|Thiếu|Hồ sơ|Cộng|Có|Số|Người|Trong)/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
