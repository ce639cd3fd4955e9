import { formatDay } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import type { ChangeFinding } from "./rules/change";
import type { HeadcountFinding, HeadcountPart } from "./rules/headcount";
import { UNIT_KINDS, UNIT_TYPES, type UnitKind, type UnitType } from "./rules/kinds";

/** Loại tổ chức, as formats.md §1 writes it. */
export function kindLabel(kind: UnitKind): string {
  switch (kind) {
    case "CENTRAL":
      return "Trung ương";
    case "PROVINCE":
      return "Đảng bộ tỉnh";
    case "UPPER":
      return "Cấp trên trực tiếp cơ sở";
    case "BASE_COMMITTEE":
      return "Đảng bộ cơ sở";
    case "BASE_CELL":
      return "Chi bộ cơ sở";
    case "SECTION":
      return "Đảng bộ bộ phận";
    case "CELL":
      return "Chi bộ";
  }
}

/** Loại hình, as formats.md §1 writes it, with a capital for the screen. */
export function typeLabel(type: UnitType): string {
  switch (type) {
    case "COMMUNE":
      return "Xã";
    case "WARD":
      return "Phường";
    case "TOWNSHIP":
      return "Thị trấn";
    case "SPECIAL_ZONE":
      return "Đặc khu";
    case "HAMLET":
      return "Thôn/tổ dân phố";
    case "AGENCY":
      return "Cơ quan";
    case "PUBLIC_SERVICE":
      return "Đơn vị sự nghiệp";
    case "SCHOOL":
      return "Trường học";
    case "STATE_ENTERPRISE":
      return "Doanh nghiệp nhà nước";
    case "NON_STATE_ENTERPRISE":
      return "Doanh nghiệp ngoài nhà nước";
    case "COOPERATIVE":
      return "Hợp tác xã";
    case "ARMY":
      return "Quân đội";
    case "POLICE":
      return "Công an";
    case "OTHER":
      return "Khác";
  }
}

/** Why a change of the organisation is refused, or what to look at twice, in one sentence. */
export function changeFindingText(finding: ChangeFinding): string {
  switch (finding.is) {
    case "codeTaken":
      return `Mã ${finding.code} đã dùng cho một đơn vị khác. Hãy chọn mã khác.`;
    case "unitUnknown":
      return finding.role === "parent"
        ? `Không có đơn vị mang mã ${finding.code} trong phạm vi của đồng chí. Hãy chọn lại đơn vị cấp trên.`
        : `Không có đơn vị mang mã ${finding.code} trong phạm vi của đồng chí. Hãy chọn lại đơn vị kế tục.`;
    case "kindNotBeneath":
      return `${kindLabel(finding.kind)} không thể trực thuộc ${finding.above} (${kindLabel(finding.aboveKind).toLowerCase()}).`;
    case "kindNotAbove":
      return `${kindLabel(finding.kind)} không thể có ${finding.beneath} (${kindLabel(finding.beneathKind).toLowerCase()}) trực thuộc. Hãy chuyển đơn vị này trước.`;
    case "beneathItself":
      return `${finding.name} không thể trực thuộc ${finding.above}, vì ${finding.above} nằm trong chính ${finding.name}.`;
    case "unitNotOpen":
      return `${finding.name} không hoạt động vào ngày ${formatDay(finding.day)}. Hãy chọn ngày khác hoặc đơn vị khác.`;
    case "laterChange":
      return `Đã ghi một thay đổi từ ngày ${formatDay(finding.day)}. Hãy chọn ngày sau đó, hoặc bỏ thay đổi ấy trước.`;
    case "nothingChanged":
      return "Các thông tin vẫn như cũ. Hãy sửa ít nhất một mục.";
    case "ownUnit":
      return `Việc chuyển hoặc kết thúc ${finding.name} do cấp ủy cấp trên ghi.`;
    case "topUnit":
      return `${finding.name} là đơn vị cao nhất, không chuyển hoặc kết thúc được ở đây.`;
    case "successorIsItself":
      return "Đơn vị kế tục phải là đơn vị khác.";
    case "noFutureChange":
      return "Không còn thay đổi nào chưa đến ngày hiệu lực để bỏ.";
    case "notEmpty":
      return `Đã có dữ liệu ghi cho ${finding.name}, nên không bỏ được. Hãy ghi ngày kết thúc hoạt động.`;
    case "changedMeanwhile":
      return "Có người vừa sửa đơn vị này. Hãy tải lại trang để xem bản mới; những gì đồng chí vừa nhập vẫn còn trên màn hình.";
    case "noSuccessor":
      return `Không có đơn vị kế tục: số liệu còn lại sẽ tính vào ${finding.above}.`;
  }
}

/** A part of a headcount: "nữ", "dân tộc thiểu số" … */
export function headcountPartLabel(part: HeadcountPart): string {
  switch (part) {
    case "women":
      return "nữ";
    case "ethnicMinority":
      return "dân tộc thiểu số";
    case "religious":
      return "tôn giáo";
    case "unionMembers":
      return "đoàn viên";
    case "probationary":
      return "dự bị";
  }
}

/** What is wrong or striking about a headcount, in one sentence. */
export function headcountFindingText(finding: HeadcountFinding): string {
  switch (finding.is) {
    case "partExceedsTotal":
      return `Có ${finding.count} ${headcountPartLabel(finding.part)} trong ${finding.total} đảng viên: hãy xem lại hai số này.`;
    case "headcountInFuture":
      return `Ngày ${formatDay(finding.onDay)} chưa đến. Hãy ghi ngày đã kiểm đếm.`;
    case "headcountOutsideLife":
      return `Đơn vị không hoạt động vào ngày ${formatDay(finding.onDay)}. Hãy ghi ngày khác.`;
    case "headcountKnown":
      return `Đã có số đảng viên ngày ${formatDay(finding.onDay)}${finding.total === null ? "" : ` (${finding.total})`}. Hãy mở số ấy để sửa.`;
    case "headcountChangedMuch":
      return `Ngày ${formatDay(finding.beforeOn)} có ${finding.before} đảng viên, nay ghi ${finding.total}. Hãy kiểm tra lại.`;
  }
}

/** The kind that words of a file name, without regard to accents and case; null: none. */
export const parseKind = (words: string): UnitKind | null => KINDS.get(key(words)) ?? null;

/** The type that words of a file name, usual other names included; null: none. */
export const parseType = (words: string): UnitType | null => TYPES.get(key(words)) ?? null;

const OTHER_NAMES: Partial<Record<UnitType, string[]>> = {
  HAMLET: ["thôn", "tổ dân phố", "buôn", "bản", "ấp", "khu phố", "làng", "thôn, tổ dân phố"],
  AGENCY: ["cơ quan hành chính", "cơ quan đảng"],
  PUBLIC_SERVICE: ["đơn vị sự nghiệp công lập", "sự nghiệp"],
  SCHOOL: ["trường"],
  STATE_ENTERPRISE: ["DNNN", "công ty nhà nước"],
  NON_STATE_ENTERPRISE: ["doanh nghiệp tư nhân", "doanh nghiệp ngoài khu vực nhà nước", "DN ngoài nhà nước"],
  COOPERATIVE: ["HTX"],
};

const key = (words: string): string =>
  fold(words)
    .replace(/\s*\/\s*/g, "/")
    .trim()
    .replace(/\s+/g, " ");

const KINDS = new Map<string, UnitKind>(
  UNIT_KINDS.flatMap((kind): [string, UnitKind][] => [
    [key(kindLabel(kind)), kind],
    [key(kind), kind],
  ]),
);

const TYPES = new Map<string, UnitType>(
  UNIT_TYPES.flatMap((type): [string, UnitType][] =>
    [typeLabel(type), type, ...(OTHER_NAMES[type] ?? [])].map((words): [string, UnitType] => [
      key(words),
      type,
    ]),
  ),
);
