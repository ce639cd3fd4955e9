import { typeLabel } from "@/lib/organisation/labels";
import { UNIT_TYPES } from "@/lib/organisation/rules/kinds";
import { ethnicityLabel, occupationLabel, religionLabel } from "@/lib/people/labels";
import { RELIGIONS } from "@/lib/people/rules";
import type { Layout, LayoutLine } from "./layout";
import { ETHNICITY_CODES } from "./part";
import { AGE_BANDS } from "./structure";

const DOCUMENT = "Hướng dẫn 11-HD/BTCTW ngày 13/12/2021";
const ALWAYS = "0001-01-01";

const line = (level: number, number: string, label: string, key: string | null = null): LayoutLine => ({
  number,
  label,
  level,
  key,
});

const base = (number: string, label: string, key: string): LayoutLine[] => [
  line(1, number, label, `organisations.${key}`),
  line(2, "+", "Có kết nạp đảng viên", `organisations.${key}Admitting`),
  line(2, "+", "Không còn quần chúng để kết nạp", `organisations.${key}NoSource`),
];

const NEW_MEMBERS: readonly LayoutLine[] = [
  line(0, "I", "Tổng số đảng viên mới kết nạp", "total"),
  line(1, "-", "Nữ", "women"),
  line(1, "-", "Dân tộc thiểu số", "ethnicMinority"),
  line(1, "-", "Người theo tôn giáo", "religious"),
  line(1, "-", "Đoàn viên Đoàn TNCS Hồ Chí Minh", "unionMember"),
  line(1, "-", "Chủ doanh nghiệp tư nhân", "privateOwner"),
  line(1, "-", "Quần chúng vi phạm chính sách dân số, kế hoạch hóa gia đình", "populationPolicy"),
  line(1, "-", "Có quan hệ hôn nhân với người nước ngoài", "foreignSpouse"),
  line(1, "-", "Kết nạp lại", "readmitted"),
  line(0, "II", "Phân tích đảng viên mới kết nạp"),
  line(1, "1", "Nghề nghiệp"),
  ...(["1", "2", "3", "4", "5", "6"] as const).map((code) =>
    line(2, `1.${code}`, occupationLabel(code), `occupation.${code}`),
  ),
  line(2, "1.7", "Lãnh đạo, quản lý và lao động trong các doanh nghiệp", "occupation.7"),
  ...(["7a", "7b", "7c"] as const).map((code) => line(3, "+", occupationLabel(code), `occupation.${code}`)),
  ...(["8", "9", "10", "11", "12"] as const).map((code) =>
    line(2, `1.${code}`, occupationLabel(code), `occupation.${code}`),
  ),
  line(1, "2", "Tuổi đời"),
  ...AGE_BANDS.map((band) =>
    band === "over60"
      ? line(2, "-", "Trên 60 tuổi", "age.over60")
      : line(2, "-", `${band.replace("-", " – ")} tuổi`, `age.${band}`),
  ),
  line(2, "-", "Tuổi bình quân", "age.mean"),
  line(1, "3", "Trình độ giáo dục phổ thông"),
  line(2, "-", "Biết đọc, biết viết chữ quốc ngữ", "education.literate"),
  line(2, "-", "Tiểu học", "education.primary"),
  line(2, "-", "Trung học cơ sở", "education.lowerSecondary"),
  line(2, "-", "Trung học phổ thông", "education.upperSecondary"),
  line(1, "4", "Trình độ chuyên môn, nghiệp vụ"),
  line(2, "-", "Công nhân kỹ thuật, nhân viên nghiệp vụ, sơ cấp", "profession.basic"),
  line(2, "-", "Trung cấp", "profession.intermediate"),
  line(2, "-", "Cao đẳng", "profession.college"),
  line(2, "-", "Đại học", "profession.university"),
  line(2, "-", "Thạc sỹ", "profession.master"),
  line(2, "-", "Tiến sỹ", "profession.doctor"),
  line(1, "5", "Chức danh khoa học"),
  line(2, "-", "Phó Giáo sư", "title.associateProfessor"),
  line(2, "-", "Giáo sư", "title.professor"),
  line(0, "III", "Số tổ chức cơ sở đảng có đến cuối kỳ báo cáo"),
  ...base("1", "Đảng bộ cơ sở", "baseCommittees"),
  ...base("2", "Chi bộ cơ sở", "baseCells"),
];

const CHANGES: readonly LayoutLine[] = [
  line(0, "B", "Đảng viên tăng trong kỳ"),
  line(1, "1", "Kết nạp", "admitted"),
  line(2, "-", "Trong đó: kết nạp lại", "readmitted"),
  line(0, "C", "Đảng viên giảm trong kỳ"),
  line(1, "1", "Từ trần", "died"),
  line(1, "2", "Khai trừ", "expelled"),
  line(1, "3", "Xóa tên", "removed"),
  line(2, "-", "Trong đó: đảng viên dự bị", "removedProbationary"),
  line(1, "4", "Xin ra khỏi Đảng", "left"),
  line(1, "5", "Chuyển đi", "transferredOut"),
];

const MEMBER_WORK: readonly LayoutLine[] = [
  line(0, "I", "Bồi dưỡng"),
  line(1, "1", "Lớp bồi dưỡng nhận thức về Đảng", "awarenessClass.classes"),
  line(2, "-", "Quần chúng dự lớp", "awarenessClass.learners"),
  line(2, "-", "Được cấp giấy chứng nhận", "awarenessClass.certificates"),
  line(1, "2", "Lớp bồi dưỡng đảng viên mới", "newMemberClass.classes"),
  line(2, "-", "Đảng viên mới dự lớp", "newMemberClass.learners"),
  line(2, "-", "Được cấp giấy chứng nhận", "newMemberClass.certificates"),
  line(0, "II", "Kết nạp và công nhận chính thức"),
  line(1, "1", "Đảng viên mới kết nạp", "admitted"),
  line(1, "2", "Đảng viên dự bị đến hạn xét công nhận chính thức", "probation.due"),
  line(2, "-", "Được xét đúng hạn", "probation.onTime"),
  line(2, "-", "Được xét sau hạn", "probation.late"),
  line(2, "-", "Quá hạn chưa xét", "probation.overdue"),
  line(1, "3", "Đảng viên dự bị được công nhận chính thức", "recognised"),
  line(1, "4", "Đảng viên dự bị được kéo dài thời gian dự bị", "probation.extended"),
  line(1, "5", "Đảng viên dự bị bị xóa tên", "removedProbationary"),
  line(1, "6", "Đảng viên dự bị có đến cuối kỳ", "probation.current"),
];

const ETHNICITY_RELIGION: readonly LayoutLine[] = [
  line(0, "I", "Chia theo dân tộc"),
  ...ETHNICITY_CODES.map((code) => line(1, String(Number(code)), ethnicityLabel(code), `ethnicity.${code}`)),
  line(0, "II", "Chia theo tôn giáo"),
  ...RELIGIONS.map((religion, place) =>
    line(
      1,
      String(place + 1),
      religion === "none"
        ? "Không theo tôn giáo"
        : religion === "other"
          ? "Tôn giáo khác"
          : religionLabel(religion),
      `religion.${religion}`,
    ),
  ),
];

const UNIT_TYPE_LINES: readonly LayoutLine[] = [
  line(0, "I", "Tổng số", "total"),
  line(0, "II", "Chia theo loại hình cơ sở"),
  ...UNIT_TYPES.map((type, place) => line(1, String(place + 1), typeLabel(type), `type.${type}`)),
  line(1, String(UNIT_TYPES.length + 1), "Chưa ghi loại hình", "type.unknown"),
];

/**
 * The tables of 11-HD/BTCTW, as far as they touch new and probationary members. Those of a later instruction
 * (40-HD/BTCTW) are put in by the province, from a day on.
 */
export const BUILT_IN_LAYOUTS: readonly Layout[] = [
  {
    report: "new-members",
    formNumber: "Biểu số 2-BTCTW",
    title: "Thống kê đảng viên mới kết nạp",
    from: ALWAYS,
    document: DOCUMENT,
    lines: NEW_MEMBERS,
  },
  {
    report: "ethnicity-religion",
    formNumber: "Biểu số 2B-BTCTW",
    title: "Thống kê đảng viên mới kết nạp theo dân tộc, tôn giáo",
    from: ALWAYS,
    document: DOCUMENT,
    lines: ETHNICITY_RELIGION,
  },
  {
    report: "changes",
    formNumber: "Biểu số 1-BTCTW",
    title: "Thống kê tăng, giảm đảng viên",
    from: ALWAYS,
    document: DOCUMENT,
    lines: CHANGES,
  },
  {
    report: "unit-types",
    formNumber: "Biểu số 5-BTCTW",
    title: "Thống kê tổ chức đảng và đảng viên trong các loại hình cơ sở",
    from: ALWAYS,
    document: DOCUMENT,
    lines: UNIT_TYPE_LINES,
  },
  {
    report: "member-work",
    formNumber: "Biểu số 7-BTCTW",
    title: "Thống kê về nghiệp vụ công tác đảng viên",
    from: ALWAYS,
    document: DOCUMENT,
    lines: MEMBER_WORK,
  },
];
