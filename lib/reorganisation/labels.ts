import { kindLabel } from "@/lib/organisation/labels";
import { formatDay } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import { ACT_KINDS, type ActField, type ActKind } from "./rules/act";
import type { ReorganisationFinding } from "./rules/finding";
import type { UnitChange, UnitCounts } from "./rules/plan";

/** Việc. */
export function actLabel(is: ActKind): string {
  switch (is) {
    case "close":
      return "Giải thể";
    case "merge":
      return "Sáp nhập";
    case "split":
      return "Chia tách";
    case "move":
      return "Chuyển";
    case "rename":
      return "Đổi tên";
    case "add":
      return "Thành lập";
  }
}

const OTHER_WORDS: Record<string, ActKind> = {
  "ket thuc": "close",
  "ket thuc hoat dong": "close",
  "hop nhat": "merge",
  chia: "split",
  tach: "split",
  "chuyen giao": "move",
  "doi ten, loai": "rename",
  "lap moi": "add",
};

/** The act that words of a file name; null: none. */
export function parseAct(words: string): ActKind | null {
  const word = fold(words);
  return ACT_KINDS.find((is) => is === word || fold(actLabel(is)) === word) ?? OTHER_WORDS[word] ?? null;
}

/** Columns of the file, and labels of the form. */
export function actFieldLabel(field: ActField): string {
  switch (field) {
    case "is":
      return "Việc";
    case "unit":
      return "Mã đơn vị";
    case "to":
      return "Mã đơn vị nhận/mới";
    case "name":
      return "Tên mới";
    case "kind":
      return "Loại tổ chức";
    case "type":
      return "Loại hình";
    case "parent":
      return "Mã đơn vị cấp trên";
    case "decides":
      return "Quyết định kết nạp";
  }
}

/** What a unit goes through. */
export function changeLabel(change: UnitChange): string {
  switch (change) {
    case "made":
      return "Lập mới";
    case "closed":
      return "Kết thúc hoạt động";
    case "divided":
      return "Tách một phần";
    case "moved":
      return "Chuyển";
    case "renamed":
      return "Đổi tên";
    case "movedAndRenamed":
      return "Chuyển và đổi tên";
  }
}

/** "12 người đang làm hồ sơ": what hangs on a unit. */
export function countLabel(what: keyof UnitCounts): string {
  switch (what) {
    case "onTheWay":
      return "người đang làm hồ sơ";
    case "probationers":
      return "đảng viên dự bị";
    case "finished":
      return "hồ sơ đã xong";
    case "quotas":
      return "chỉ tiêu còn hiệu lực";
    case "hats":
      return "vai của tài khoản";
    case "accounts":
      return "tài khoản";
    case "classes":
      return "lớp chưa xong";
    case "meetings":
      return "phiên họp đang mở";
    case "referrals":
      return "người được giới thiệu đang chờ";
    case "unionUnits":
      return "tổ chức Đoàn bên cạnh";
    case "tasks":
      return "việc cấp trên giao";
  }
}

/** Where it lands when its unit is closed or divided. */
export function landingText(what: keyof UnitCounts, into: string | null): string {
  const next = into ?? "cấp trên";
  switch (what) {
    case "onTheWay":
    case "probationers":
      return into ? `sang ${into}` : "chưa có nơi nhận";
    case "finished":
      return `ở lại đơn vị cũ, tính vào ${next}`;
    case "quotas":
      return into ? `kết thúc cùng đơn vị; cộng vào ${into} nếu đồng chí chọn` : "kết thúc cùng đơn vị";
    case "hats":
      return into ? `giữ tại ${into} hoặc thu lại, theo danh sách dưới đây` : "thu lại";
    case "accounts":
      return into ? `thuộc ${into}` : "giữ nguyên";
    case "classes":
      return into ? `lớp chưa khai giảng sang ${into}; lớp đang học ở lại, ${into} ghi tiếp` : "ở lại";
    case "meetings":
      return into ? `sang ${into} nếu cùng cấp, không thì bỏ` : "bỏ";
    case "referrals":
      return into ? `sang ${into}` : "ở lại";
    case "unionUnits":
      return into ? `đứng bên ${into}` : "ở lại";
    case "tasks":
      return into ? `sang ${into}` : "đóng lại";
  }
}

/** Why it is refused, or what to look at twice, in one sentence. */
export function reorganisationFindingText(finding: ReorganisationFinding): string {
  switch (finding.is) {
    case "fieldMissing":
      return `${actFieldLabel(finding.field)}: chưa ghi.`;
    case "unitUnknown":
      return `Không có đơn vị mang mã ${finding.code} trong phạm vi của đồng chí.`;
    case "receiverUnknown":
      return `Chưa có đơn vị mang mã ${finding.code}. Hãy ghi mã khác, hoặc ghi tên mới để lập đơn vị này.`;
    case "codeTaken":
      return `Mã ${finding.code} đã dùng cho một đơn vị khác. Hãy chọn mã khác, hoặc để trống tên mới.`;
    case "codeWrong":
      return `Mã ${finding.code}: chỉ gồm chữ không dấu, số, dấu chấm hoặc gạch nối, nhiều nhất 40 ký tự.`;
    case "changedTwice":
      return `${finding.name} đã có ở một dòng khác. Mỗi đơn vị chỉ chuyển, đổi tên hoặc kết thúc một lần.`;
    case "receivesItself":
      return `${finding.name} không thể tự nhận chính mình.`;
    case "closesToo":
      return `${finding.name} cũng kết thúc trong đợt này, nên không nhận được. Hãy chọn đơn vị khác.`;
    case "notOpen":
      return `${finding.name} không hoạt động vào ngày ${formatDay(finding.day)}.`;
    case "laterChange":
      return `${finding.name} đã có thay đổi ghi từ ngày ${formatDay(finding.day)}. Hãy bỏ thay đổi ấy trước, hoặc chọn ngày sau đó.`;
    case "ownUnit":
      return `Việc chuyển hoặc kết thúc ${finding.name} do cấp ủy cấp trên ghi.`;
    case "topUnit":
      return `${finding.name} là đơn vị cao nhất, không chuyển hoặc kết thúc được ở đây.`;
    case "nothingChanged":
      return `${finding.name} vẫn như cũ. Hãy sửa hoặc bỏ dòng này.`;
    case "beneathItself":
      return `${finding.name} không thể trực thuộc ${finding.above}, vì ${finding.above} nằm trong chính ${finding.name}.`;
    case "kindNotBeneath":
      return `${finding.name} (${kindLabel(finding.kind).toLowerCase()}) không thể trực thuộc ${finding.above} (${kindLabel(finding.aboveKind).toLowerCase()}).`;
    case "cellIntoCommittee":
      return `${finding.name} có ${finding.people} hồ sơ, cần chi bộ nhận${finding.into ? `; ${finding.into} không phải là chi bộ` : ""}.`;
    case "stepsAfter":
      return `${finding.name}: ${finding.people} người có bước ghi sau ngày ${formatDay(finding.day)}. Hãy chọn ngày có hiệu lực muộn hơn.`;
    case "notAReceiver":
      return `${finding.name} không nhận người ở đợt này.`;
    case "noSuccessor":
      return `${finding.name} không có đơn vị kế tục: những gì còn lại tính vào ${finding.above || "cấp trên"}.`;
    case "nobodyDecides":
      return `${finding.name}: không còn cấp nào phía trên quyết định kết nạp. Hãy ghi cấp ủy được quyết định ở mục “Quyết định kết nạp” của một dòng lập mới hoặc đổi tên.`;
    case "changedMeanwhile":
      return "Có người vừa sửa đợt sắp xếp này. Hãy tải lại trang.";
    case "notYet":
      return `Ngày ${formatDay(finding.day)} chưa đến.`;
    case "happenedSince":
      return "Từ đó đến nay đã có việc ghi ở các đơn vị này, nên không hoàn tác được.";
  }
}

/** What has happened since, so that it cannot be taken back any more. */
export function happenedText({
  what,
  unitName,
  count,
}: {
  what: string;
  unitName: string | null;
  count: number;
}): string {
  const where = unitName ? ` ở ${unitName}` : "";
  switch (what) {
    case "new:step":
      return `${count} bước hồ sơ ghi sau đó${where}`;
    case "new:candidate":
      return `${count} người mới nhập sau đó${where}`;
    case "new:quota":
      return `${count} chỉ tiêu ghi sau đó${where}`;
    case "new:meeting":
      return `${count} phiên họp mở sau đó${where}`;
    case "new:training_class":
      return `${count} lớp mở sau đó${where}`;
    case "new:referral":
      return `${count} lượt giới thiệu sau đó${where}`;
    case "new:unit_placement":
      return `${count} thay đổi tổ chức ghi sau đó${where}`;
    case "candidate":
    case "person":
      return `${count} hồ sơ đã chuyển được sửa sau đó`;
    case "quota":
      return `${count} chỉ tiêu đã cộng được sửa sau đó`;
    case "unit_placement":
    case "union_placement":
    case "unit_succession":
      return `${count} dòng lịch sử tổ chức được sửa sau đó`;
    case "assignment":
    case "new:assignment":
    case "new:account":
      return `${count} vai hoặc tài khoản được sửa, giao sau đó${where}`;
    case "meeting":
    case "meeting_item":
      return `${count} dòng phiên họp được ghi sau đó`;
    case "training_class":
      return `${count} lớp đã chuyển được sửa sau đó`;
    default:
      return `${count} dòng dữ liệu khác được ghi sau đó${where}`;
  }
}

/** Dự thảo, đã lên lịch … */
export function stateLabel(state: "draft" | "planned" | "done" | "undone"): string {
  switch (state) {
    case "draft":
      return "Dự thảo";
    case "planned":
      return "Chờ đến ngày";
    case "done":
      return "Đã thực hiện";
    case "undone":
      return "Đã hoàn tác";
  }
}
