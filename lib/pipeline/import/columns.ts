import { type ImportColumn, YES_NO } from "@/lib/imports/kind";
import {
  ETHNICITIES,
  educationLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  sexLabel,
  theoryLabel,
} from "@/lib/people/labels";
import { EDUCATIONS, OCCUPATIONS, PROFESSIONS, RELIGIONS, THEORIES } from "@/lib/people/rules";
import { closeReasonLabel, SOURCES, sourceLabel } from "../labels/words";
import type { StepKind } from "../rules/step";
import { CLOSE_REASONS } from "../rules/step";

const ETHNIC_GROUPS = Object.entries(ETHNICITIES)
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([, name]) => name);
const SEXES = [sexLabel("male"), sexLabel("female")];

export const COLUMNS = [
  { key: "cell", header: "Mã chi bộ", required: true, example: "EAP-09" },
  { key: "name", header: "Họ và tên", required: true, example: "Nguyễn Thị Minh Họa" },
  { key: "birth", header: "Ngày sinh", required: true, example: "12/08/1998", help: "được ghi riêng năm" },
  { key: "sex", header: "Giới tính", required: true, example: "Nữ", choices: SEXES },
  { key: "ethnicity", header: "Dân tộc", example: "Kinh", choices: ETHNIC_GROUPS },
  { key: "religion", header: "Tôn giáo", example: "Không", choices: RELIGIONS.map(religionLabel) },
  { key: "citizen", header: "Số định danh", example: "066198000001" },
  {
    key: "occupation",
    header: "Nhóm nghề nghiệp",
    example: "5",
    help: "tên nhóm hoặc số 1 … 12, 7a, 7b, 7c",
    choices: OCCUPATIONS.map(occupationLabel),
  },
  {
    key: "education",
    header: "Giáo dục phổ thông",
    example: "THPT",
    choices: EDUCATIONS.map(educationLabel),
  },
  { key: "profession", header: "Chuyên môn", example: "Đại học", choices: PROFESSIONS.map(professionLabel) },
  { key: "theory", header: "Lý luận chính trị", example: "Sơ cấp", choices: THEORIES.map(theoryLabel) },
  { key: "union", header: "Đoàn viên", example: "có", choices: YES_NO },
  { key: "owner", header: "Chủ doanh nghiệp tư nhân", example: "", choices: YES_NO },
  { key: "foreignSpouse", header: "Hôn nhân với người nước ngoài", example: "", choices: YES_NO },
  { key: "readmission", header: "Kết nạp lại", example: "", choices: YES_NO },
  { key: "source", header: "Nguồn giới thiệu", example: "Đoàn TNCS", choices: SOURCES.map(sourceLabel) },
  { key: "introduced", header: "Ngày giới thiệu", example: "20/02/2022" },
  { key: "sympathiser", header: "Ngày vào diện cảm tình", example: "12/03/2022" },
  { key: "certificateNumber", header: "Số GCN nhận thức", example: "214/GCN" },
  { key: "certified", header: "Ngày cấp GCN nhận thức", example: "28/10/2022" },
  { key: "applied", header: "Ngày viết đơn", example: "10/05/2023" },
  { key: "cell-resolved", header: "Ngày nghị quyết chi bộ", example: "" },
  { key: "base-resolved", header: "Ngày nghị quyết đảng ủy cơ sở", example: "" },
  { key: "submitted", header: "Ngày trình cấp có thẩm quyền", example: "" },
  { key: "decisionNumber", header: "Số quyết định kết nạp", example: "" },
  { key: "decided", header: "Ngày quyết định kết nạp", example: "" },
  { key: "admitted", header: "Ngày lễ kết nạp", example: "" },
  { key: "revoked", header: "Ngày hủy quyết định", example: "" },
  { key: "newMemberNumber", header: "Số GCN đảng viên mới", example: "" },
  { key: "newMember", header: "Ngày cấp GCN đảng viên mới", example: "" },
  { key: "recognised", header: "Ngày công nhận chính thức", example: "" },
  { key: "closed", header: "Ngày kết thúc", example: "" },
  { key: "closeReason", header: "Lý do kết thúc", example: "", choices: CLOSE_REASONS.map(closeReasonLabel) },
] as const satisfies readonly ImportColumn[];

export type ColumnKey = (typeof COLUMNS)[number]["key"];

/** The columns that are days of steps, in the order of the procedure. */
export const STEP_COLUMNS: readonly { key: ColumnKey; kind: StepKind; number?: ColumnKey }[] = [
  { key: "introduced", kind: "introduced" },
  { key: "sympathiser", kind: "sympathiserRecognised" },
  { key: "certified", kind: "certified", number: "certificateNumber" },
  { key: "applied", kind: "applied" },
  { key: "cell-resolved", kind: "cellVoted" },
  { key: "base-resolved", kind: "baseVoted" },
  { key: "submitted", kind: "submitted" },
  { key: "decided", kind: "decided", number: "decisionNumber" },
  { key: "admitted", kind: "admitted" },
  { key: "newMember", kind: "newMemberCertified", number: "newMemberNumber" },
  { key: "recognised", kind: "recognised" },
  { key: "revoked", kind: "decisionRevoked" },
  { key: "closed", kind: "closed" },
];

export const headerOf = (key: ColumnKey): string =>
  COLUMNS.find((column) => column.key === key)?.header ?? key;
