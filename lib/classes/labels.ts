import { fold } from "@/lib/shared/vietnamese";
import type { Cluster } from "./rules/cluster";
import type { EnrolmentState, Grade } from "./rules/enrolment";
import { GRADES } from "./rules/enrolment";
import type { ClassFinding } from "./rules/finding";
import {
  AUDIENCES,
  type Audience,
  CLASS_FORMS,
  CLASS_KINDS,
  type ClassForm,
  type ClassKind,
  type ClassState,
} from "./rules/training-class";

export function classKindLabel(kind: ClassKind): string {
  switch (kind) {
    case "AWARENESS":
      return "Nhận thức về Đảng";
    case "NEW_MEMBER":
      return "Đảng viên mới";
  }
}

/** The same inside a sentence. */
export const classKindWords = (kind: ClassKind): string =>
  kind === "AWARENESS" ? "nhận thức về Đảng" : "đảng viên mới";

export function classFormLabel(form: ClassForm): string {
  switch (form) {
    case "DAY":
      return "Ban ngày";
    case "EVENING":
      return "Buổi tối";
    case "WEEKEND":
      return "Cuối tuần";
    case "CLUSTER":
      return "Theo cụm";
  }
}

export function audienceLabel(audience: Audience): string {
  switch (audience) {
    case "ALL":
      return "Tất cả";
    case "PUPIL":
      return "Học sinh";
    case "STUDENT":
      return "Sinh viên";
    case "WORKER":
      return "Công nhân";
  }
}

export function milieuLabel(milieu: Cluster["milieu"]): string {
  switch (milieu) {
    case "PUPIL":
      return "Học sinh";
    case "SCHOOL":
      return "Trường học";
    case "RESIDENTIAL":
      return "Khu dân cư, hợp tác xã";
    case "WORKER":
      return "Doanh nghiệp";
    case "OFFICE":
      return "Cơ quan, đơn vị, lực lượng vũ trang";
    case "MIXED":
      return "Các nơi ít người, học chung";
  }
}

/** When a class of a suggested place would be held. */
export function clusterDaysLabel({ milieu, form }: Pick<Cluster, "milieu" | "form">): string {
  switch (form) {
    case "EVENING":
      return "các buổi tối trong tuần";
    case "WEEKEND":
      return "thứ bảy và chủ nhật";
    case "DAY":
      return milieu === "OFFICE" ? "ngày làm việc" : "ngày trong kỳ nghỉ hè";
    case "CLUSTER":
      return "theo cụm";
  }
}

export function classStateLabel(state: ClassState): string {
  switch (state) {
    case "planned":
      return "Đang chuẩn bị";
    case "open":
      return "Đang học";
    case "ended":
      return "Đã kết thúc";
    case "dropped":
      return "Đã bỏ";
  }
}

export function enrolmentStateLabel(state: EnrolmentState): string {
  switch (state) {
    case "called":
      return "Chờ chi bộ trả lời";
    case "confirmed":
      return "Chi bộ đã xác nhận";
    case "declined":
      return "Chi bộ báo không đi";
    case "substitute":
      return "Chi bộ đề nghị thay";
    case "attended":
      return "Có đi học";
    case "absent":
      return "Vắng";
  }
}

export function gradeLabel(grade: Grade): string {
  switch (grade) {
    case "excellent":
      return "Giỏi";
    case "good":
      return "Khá";
    case "fair":
      return "Trung bình";
    case "failed":
      return "Không đạt";
    case "absent":
      return "Vắng";
  }
}

const parser =
  <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  (text: string): Code | null =>
    codes.find((code) => fold(label(code)) === fold(text) || code.toLowerCase() === text.toLowerCase()) ??
    null;

/** The words of an import file (formats.md §1). */
export const parseClassKind = parser(CLASS_KINDS, classKindLabel);
export const parseClassForm = parser(CLASS_FORMS, classFormLabel);
export const parseAudience = parser(AUDIENCES, audienceLabel);
export const parseGrade = parser(GRADES, gradeLabel);

/** Why a write to a class is refused, in one sentence. */
export function classFindingText(finding: ClassFinding): string {
  switch (finding.is) {
    case "changedMeanwhile":
      return `${finding.by ? `Đồng chí ${finding.by}` : "Người khác"} vừa sửa lớp này. Hãy tải lại trang rồi ghi lại.`;
    case "nobodyChosen":
      return "Chưa chọn ai. Hãy đánh dấu ít nhất một người.";
    case "needsNone":
      return `${finding.name} không còn cần học lớp này.`;
    case "tooMany":
      return `Lớp nhận nhiều nhất ${finding.size} người, danh sách có ${finding.people} người.`;
    case "ended":
      return "Lớp đã kết thúc, không sửa được nữa.";
    case "dropped":
      return "Lớp đã bỏ, không sửa được nữa.";
    case "begun":
      return `Lớp đã có điểm danh hoặc kết quả của ${finding.name}, không bỏ được nữa.`;
    case "noCertificate":
      return `${finding.name} không có giấy chứng nhận của lớp này.`;
    case "restsOnIt":
      return `Hồ sơ của ${finding.name} đã có bước dựa vào giấy chứng nhận này. Hãy hoàn tác các bước ấy trước.`;
    case "movedAway":
      return "Học viên đã chuyển đi nơi khác. Nơi ấy giữ hồ sơ nên không thu hồi được ở đây.";
    case "notBegun":
      return "Lớp chưa đến ngày học đầu tiên.";
    case "notAnswerable":
      return "Lời gọi này đã được trả lời, hoặc lớp đã bắt đầu.";
    case "gradeMissing":
      return `${finding.name} chưa có kết quả. Hãy ghi kết quả của mọi học viên.`;
    case "beforeClass":
      return "Ngày cấp giấy chứng nhận trước ngày học đầu tiên.";
    case "inFuture":
      return "Ngày cấp giấy chứng nhận sau hôm nay.";
    case "notHere":
      return "Một học viên đã chuyển đi nơi khác. Hãy ghi kết quả Vắng cho người ấy.";
  }
}
