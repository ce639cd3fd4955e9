import { classFormLabel, classKindLabel, gradeLabel } from "@/lib/classes/labels";
import { GRADES } from "@/lib/classes/rules/enrolment";
import { CLASS_FORMS, CLASS_KINDS } from "@/lib/classes/rules/training-class";
import { sourceLabel as introducerLabel, SOURCES } from "@/lib/pipeline/labels/words";
import { groupLabel, indicatorLabel, sourceLabel } from "@/lib/quotas/labels";
import { GROUPS, INDICATORS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import {
  coverageListLabel,
  eventLabel,
  listCountLabel,
  liveStepLabel,
  sourceFigureTitle,
} from "@/lib/reports/labels";
import { probationLabel } from "@/lib/reports/labels/official";
import { COVERAGE_LISTS } from "@/lib/reports/rules/coverage";
import { EVENTS, LIVE_STEPS } from "@/lib/reports/rules/figure";
import { PROBATION_FIELDS } from "@/lib/reports/rules/probation";
import { formatDay, isDay } from "@/lib/shared/days";
import { blocLabel } from "@/lib/sources/labels";
import { BLOCS } from "@/lib/sources/rules/tree";
import type { ConfirmationState } from "./rules/confirmation";
import type { PeriodFinding, PeriodKind, ReportingPeriod } from "./rules/period";
import type { SnapshotFinding } from "./rules/snapshot";

export function periodKindLabel(kind: PeriodKind): string {
  switch (kind) {
    case "month":
      return "Tháng";
    case "quarter":
      return "Quý";
    case "half":
      return "6 tháng";
    case "nineMonths":
      return "9 tháng";
    case "year":
      return "Năm";
    case "term":
      return "Nhiệm kỳ";
  }
}

/** "Kỳ báo cáo tháng, 01/10/2026 – 31/10/2026". */
export function periodTitle({ kind, from, to }: Pick<ReportingPeriod, "kind" | "from" | "to">): string {
  return `Kỳ báo cáo ${periodKindLabel(kind).toLowerCase()}, ${formatDay(from)} – ${formatDay(to)}`;
}

export function confirmationStateLabel(state: ConfirmationState): string {
  switch (state) {
    case "waiting":
      return "Chưa xác nhận";
    case "confirmed":
      return "Đã xác nhận";
    case "accepted":
      return "Đã tiếp nhận";
    case "returned":
      return "Bị trả lại";
  }
}

export function periodFindingText(finding: PeriodFinding): string {
  switch (finding.is) {
    case "daysReversed":
      return "Đến ngày: phải bằng hoặc sau ngày đầu kỳ.";
    case "cutOffOutside":
      return "Ngày chốt số liệu: phải bằng hoặc sau ngày đầu kỳ.";
    case "dueBeforeCutOff":
      return `Hạn gửi: phải bằng hoặc sau ngày chốt số liệu ${formatDay(finding.cutOff)}.`;
    case "periodOverlaps":
      return `Đã có kỳ cùng loại từ ${formatDay(finding.from)} đến ${formatDay(finding.to)}.`;
    case "periodLocked":
      return `Kỳ báo cáo đã khóa ngày ${formatDay(finding.on)}; điều chỉnh chuyển sang kỳ sau.`;
    case "alreadyConfirmed":
      return "Số liệu đã được xác nhận. Hãy tải lại trang.";
    case "alreadyAccepted":
      return "Cấp trên đã tiếp nhận số liệu này.";
    case "notConfirmed":
      return `${finding.name} chưa xác nhận số liệu.`;
    case "notConfirmedBelow":
      return `Còn ${finding.count} đơn vị bên dưới chưa xác nhận: ${listed(finding)}`;
    case "notAccepted":
      return `Còn ${finding.count} đơn vị trực thuộc chưa được tiếp nhận: ${listed(finding)}`;
    case "acceptedAbove":
      return `Số liệu của ${finding.name} đã được cấp trên tiếp nhận. Cấp trên phải trả lại ${finding.name} trước.`;
    case "ownData":
      return "Đơn vị không tự tiếp nhận hoặc trả lại số liệu của mình.";
    case "cutOffAhead":
      return `Chưa đến ngày chốt số liệu ${formatDay(finding.cutOff)}.`;
    case "confirmedAlready":
      return `${finding.units} đơn vị đã xác nhận số liệu của kỳ này; chỉ còn đổi được hạn gửi.`;
    case "changedMeanwhile":
      return "Có người vừa sửa. Hãy tải lại trang.";
  }
}

const listed = ({ count, names }: { count: number; names: string[] }): string =>
  `${names.join(", ")}${count > names.length ? " …" : "."}`;

export function snapshotFindingText(finding: SnapshotFinding): string {
  switch (finding.is) {
    case "dataMoved":
      return `Số liệu đang thay đổi ở “${finding.label}”: bảng ghi ${finding.number}, danh sách có ${finding.people} người. Hãy chốt lại.`;
    case "ownSnapshot":
      return "Người lập không tự phê duyệt. Hãy nhờ đồng chí khác phê duyệt.";
    case "alreadyApproved":
      return "Bản chốt này đã được phê duyệt.";
    case "noReport":
      return "Không có số liệu để chốt.";
  }
}

/** "Chỉ tiêu (Cấp trên giao, Kết nạp): Đạt", from the path of a number within its line. */
export function figureWords(field: string): string {
  const words = field
    .split(/\.(?![^[]*\])/)
    .map(partWords)
    .filter((part) => part !== "");
  return words.join(": ") || field;
}

function partWords(part: string): string {
  const [, name = part, where] = /^([^[]+)\[(.*)\]$/.exec(part) ?? [];
  const told = (where ?? "")
    .split(",")
    .map((pair) => valueWords(pair.slice(pair.indexOf("=") + 1)))
    .filter(Boolean)
    .join(", ");
  const words = FIELD_WORDS[name] ?? name;
  return told ? `${words}${words ? " " : ""}(${told})` : words;
}

const valueWords = (value: string): string =>
  isDay(value) ? formatDay(value) : (VALUE_WORDS[value] ?? value);

const wordsOf = <T extends string>(known: readonly T[], label: (one: T) => string): Record<string, string> =>
  Object.fromEntries(known.map((one) => [one, label(one)]));

const VALUE_WORDS: Record<string, string> = {
  ...wordsOf(QUOTA_SOURCES, sourceLabel),
  ...wordsOf(INDICATORS, indicatorLabel),
  ...wordsOf(GROUPS, groupLabel),
  ...wordsOf(BLOCS, blocLabel),
  ...wordsOf(SOURCES, introducerLabel),
  ...wordsOf(LIVE_STEPS, liveStepLabel),
  ...wordsOf(CLASS_FORMS, classFormLabel),
};

const SOURCE_FIELDS = ["excellent", "outstanding", "introducedPupils"] as const;

/** What the reports' own labels do not say. */
const FIELD_WORDS: Record<string, string> = {
  ...wordsOf(EVENTS, eventLabel),
  ...wordsOf(CLASS_KINDS, classKindLabel),
  ...wordsOf(GRADES, gradeLabel),
  ...wordsOf(COVERAGE_LISTS, (list) => `Chi bộ: ${coverageListLabel(list).toLowerCase()}`),
  ...wordsOf(PROBATION_FIELDS, probationLabel),
  ...wordsOf(SOURCE_FIELDS, (what) => sourceFigureTitle({ what })),
  liveSources: listCountLabel("noSource"),
  members: "Đảng viên",
  rate: "Kết nạp so với đảng viên cuối năm trước",
  quotas: "Chỉ tiêu",
  value: "Được giao",
  valueTo: "Được giao, mức trên",
  achieved: "Đạt",
  remaining: "Còn thiếu",
  surplus: "Vượt",
  pace: "Nhịp",
  forecast: "Dự báo",
  certain: "chắc chắn",
  likely: "có thể",
  possible: "tối đa",
  certifiedOfSent: "Được cấp chứng nhận trong số cử học",
  admittedOfCertified: "Kết nạp trong số được cấp chứng nhận",
  admittedOfIntroduced: "Kết nạp trong số được giới thiệu",
  unionMembers: "Đoàn viên",
  byBloc: "Đoàn viên theo khối",
  count: "Số người",
  ofAll: "Tỷ lệ",
  outstandingOfExcellent: "Ưu tú trong số hoàn thành xuất sắc",
  introducedByBloc: "Được giới thiệu theo khối",
  introducedBy: "Được giới thiệu theo nguồn",
  unionMembersOfAdmitted: "Đoàn viên trong số kết nạp",
  unionMembersOfMembers: "Đoàn viên là đảng viên",
  classes: "Số lớp",
  called: "Được gọi",
  learners: "Học viên",
  attended: "Có đi học",
  passed: "Đạt yêu cầu",
  grades: "Kết quả",
  certificates: "Giấy chứng nhận",
  byForm: "Theo hình thức",
  admittedWithin12: "Kết nạp trong 12 tháng",
  admittedWithin24: "Kết nạp trong 24 tháng",
  byStep: "Nguồn theo bước",
  coverage: "Nguồn so với số còn phải kết nạp",
  lists: "",
  yearsWithoutAdmission: "Số năm chưa kết nạp",
  current: "Kỳ này",
  previous: "Cùng kỳ năm trước",
  total: "Tổng số",
  women: "Nữ",
  unionMember: "Đoàn viên",
  organisations: "Tổ chức cơ sở đảng",
  baseCommittees: "Đảng bộ cơ sở",
  baseCells: "Chi bộ cơ sở",
  admitting: "Có kết nạp trong kỳ",
};
