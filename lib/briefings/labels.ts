import { formatDay } from "@/lib/shared/days";
import type { BriefingFinding, CommitmentState, Doer, Outcome, Topic } from "./rules/briefing";
import type { LetterFinding } from "./rules/issue";
import type { ParagraphKey } from "./rules/letter/parts";
import type { DifficultyFilter } from "./rules/matters";

export function topicLabel(topic: Topic): string {
  switch (topic) {
    case "noSource":
      return "Thiếu nguồn";
    case "awayForWork":
      return "Thanh niên đi làm ăn xa";
    case "papers":
      return "Vướng hồ sơ, thẩm tra lý lịch";
    case "class":
      return "Chưa được cử học lớp nhận thức";
    case "helpers":
      return "Thiếu đảng viên giúp đỡ";
    case "procedure":
      return "Chưa nắm chắc quy trình";
    case "awareness":
      return "Quần chúng chưa có nguyện vọng";
    case "other":
      return "Việc khác";
  }
}

/** Within a sentence. */
export const topicWords = (topic: Topic): string => {
  const words = topicLabel(topic);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

export function doerLabel(doer: Doer): string {
  switch (doer) {
    case "unit":
      return "Đơn vị làm";
    case "committee":
      return "Cấp ủy làm";
  }
}

export function outcomeLabel(outcome: Outcome): string {
  switch (outcome) {
    case "done":
      return "Đã xong";
    case "notDone":
      return "Không làm nữa";
    case "carried":
      return "Chuyển tiếp kỳ sau";
  }
}

export function commitmentStateLabel(state: CommitmentState | "waiting"): string {
  switch (state) {
    case "waiting":
      return "Chưa kết thúc";
    case "open":
      return "Đang làm";
    case "late":
      return "Quá hạn";
    case "reported":
      return "Đã báo xong";
    case "done":
      return "Đã xong";
    case "notDone":
      return "Không làm nữa";
  }
}

export function difficultyStateLabel(state: DifficultyFilter["state"]): string {
  switch (state) {
    case "raised":
      return "Đã nêu";
    case "open":
      return "Chưa tháo gỡ";
    case "settled":
      return "Đã tháo gỡ";
  }
}

export function paragraphLabel(key: ParagraphKey): string {
  switch (key) {
    case "standing":
      return "Kết quả so với chỉ tiêu";
    case "change":
      return "So với tháng trước và cùng kỳ năm trước";
    case "well":
      return "Đơn vị làm tốt";
    case "notBegun":
      return "Đơn vị chưa kết nạp được";
    case "due":
      return "Việc đến hạn";
    case "difficulties":
      return "Khó khăn nêu tại giao ban";
    case "promises":
      return "Việc đã thống nhất tại giao ban";
  }
}

export function briefingFindingText(finding: BriefingFinding): string {
  switch (finding.is) {
    case "heldInFuture":
      return `Ngày họp: ngày ${formatDay(finding.day)} chưa đến.`;
    case "heldAlready":
      return `Ngày họp: phiên giao ban ngày ${formatDay(finding.day)} đã được ghi.`;
    case "nobodyBeneath":
      return "Đơn vị không có đơn vị trực thuộc nào để giao ban.";
    case "unitUnknown":
      return "Đơn vị: không thuộc phiên giao ban này. Hãy tải lại trang.";
    case "dueTooEarly":
      return `Hạn: ngày ${formatDay(finding.day)} đứng trước ngày họp ${formatDay(finding.heldOn)}.`;
    case "carriedTooEarly":
      return `Hạn mới: hãy ghi một ngày sau ngày họp ${formatDay(finding.heldOn)}.`;
    case "closedAlready":
      return `Việc này đã kết thúc ngày ${formatDay(finding.on)}. Hãy tải lại trang.`;
    case "agreedLater":
      return "Việc này được thống nhất tại phiên này hoặc sau đó, nên xem xét ở phiên sau.";
    case "caretakerTooEarly":
      return `Từ ngày: hãy ghi một ngày sau ${formatDay(finding.day)}, ngày người hiện nay bắt đầu.`;
    case "caretakerSame":
      return `${finding.name} đang phụ trách đơn vị này.`;
    case "changedMeanwhile":
      return `${finding.by} vừa thay đổi. Hãy tải lại trang.`;
  }
}

export function letterFindingText(finding: LetterFinding): string {
  switch (finding.is) {
    case "monthNotBegun":
      return `Tháng: ngày ${formatDay(finding.day)} chưa đến.`;
    case "writtenAlready":
      return "Thư của tháng này đã được lập. Hãy mở thư ấy.";
    case "issuedAlready":
      return `Thư đã phát hành ngày ${formatDay(finding.on)}, không sửa được nữa.`;
    case "paragraphUnknown":
      return "Đoạn này không còn trong thư. Hãy tải lại trang.";
    case "letterChanged":
      return `${finding.by} vừa sửa thư. Hãy tải lại trang.`;
  }
}
