import { typeLabel } from "@/lib/organisation/labels";
import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  sexLabel,
} from "@/lib/people/labels";
import { groupLabel } from "@/lib/quotas/labels";
import { formatDay } from "@/lib/shared/days";
import { type Change, type Figure, lastDay, type Probation } from "../rules/figure";
import type { NameList } from "../rules/name-list";
import type { CountBy, ReportHead } from "../rules/parameters";
import type { Part } from "../rules/part";
import { FEWEST_SHOWN, type Held } from "../rules/suppression";
import type { ReportName } from "../schema";

/** What became of a member, as a heading. */
export function changeLabel(change: Change): string {
  switch (change) {
    case "removed":
      return "Xóa tên";
    case "removedProbationary":
      return "Đảng viên dự bị bị xóa tên";
    case "expelled":
      return "Khai trừ";
    case "left":
      return "Xin ra khỏi Đảng";
    case "died":
      return "Từ trần";
    case "transferredOut":
      return "Chuyển đi";
    case "movedIn":
      return "Chuyển đến";
    case "leavers":
      return "Xóa tên, khai trừ, xin ra khỏi Đảng, từ trần";
  }
}

/** A number of the report on probation, as a heading. */
export function probationLabel(probation: Probation): string {
  switch (probation) {
    case "due":
      return "Đến hạn xét công nhận chính thức";
    case "onTime":
      return "Được xét đúng hạn";
    case "late":
      return "Được xét sau hạn";
    case "overdue":
      return "Quá hạn chưa xét";
    case "extended":
      return "Kéo dài thời gian dự bị";
    case "removed":
      return "Bị xóa tên";
    case "waiting":
      return "Đến hạn, chưa được công nhận chính thức";
    case "current":
      return "Đang là đảng viên dự bị";
  }
}

/** By which day a change or a probation counts. */
export function membershipDay(
  what: Extract<Figure["what"], { change: Change } | { probation: Probation }>,
): string {
  if ("change" in what) return what.change === "movedIn" ? "Ngày chuyển đến" : "Ngày kết thúc ghi trên hồ sơ";
  switch (what.probation) {
    case "extended":
      return "Ngày kéo dài thời gian dự bị";
    case "removed":
      return "Ngày kết thúc ghi trên hồ sơ";
    default:
      return "Ngày hết thời gian dự bị";
  }
}

/** A part in words: "nữ", "nghề nghiệp: học sinh", "tuổi từ 31 đến 35". */
export function partLabel(part: Part): string {
  switch (part.of) {
    case "group":
      return groupLabel(part.is).toLowerCase();
    case "foreignSpouse":
      return "có quan hệ hôn nhân với người nước ngoài";
    case "readmitted":
      return "kết nạp lại";
    case "age":
      if (part.to === null) return `từ ${part.from} tuổi trở lên`;
      return part.from === 0 ? `từ ${part.to} tuổi trở xuống` : `từ ${part.from} đến ${part.to} tuổi`;
    case "sex":
      return `giới tính: ${words(part.is, sexLabel).toLowerCase()}`;
    case "occupation":
      return `nghề nghiệp: ${words(part.is, occupationLabel)}`;
    case "education":
      return `giáo dục phổ thông: ${words(part.is, educationLabel)}`;
    case "profession":
      return `chuyên môn: ${words(part.is, professionLabel)}`;
    case "ethnicity":
      return `dân tộc: ${words(part.is, ethnicityLabel)}`;
    case "religion":
      return `tôn giáo: ${words(part.is, religionLabel)}`;
    case "baseType":
      return `loại hình cơ sở: ${words(part.is, typeLabel)}`;
  }
}

const words = <Value extends string>(values: readonly Value[], label: (value: Value) => string): string =>
  values.length === 0 ? "chưa ghi" : values.map(label).join(", ");

/** The conditions of a figure, to stand after what it counts; empty where it has none. */
export const partsSuffix = ({ parts = [] }: Pick<Figure, "parts">): string =>
  parts.map((part) => `, ${partLabel(part)}`).join("");

/** "Tính theo ngày quyết định kết nạp", as it is printed on the report. */
export const countByWords = (countBy: CountBy): string =>
  countBy === "decision" ? "ngày ghi trên quyết định kết nạp" : "ngày lễ kết nạp";

/** Why numbers are missing from a table that leaves the committee. */
export const SUPPRESSION_NOTE = `Trong bảng tính và bản in, số người từ 1 đến ${FEWEST_SHOWN - 1} ghi là "< ${FEWEST_SHOWN}"; dấu "…" là số được che để không suy ngược ra số nhỏ.`;

/** The same for who may not export names, on the screen. */
export const HELD_NOTE = `Dân tộc thiểu số và tôn giáo: số người từ 1 đến ${FEWEST_SHOWN - 1} ghi là "< ${FEWEST_SHOWN}", dấu "…" là số được che; danh sách chỉ mở cho người được xuất danh sách.`;

/** What stands in the place of a number that is held back. */
export const heldWords = (shown: Held): string => (shown === "few" ? `< ${FEWEST_SHOWN}` : "…");

/** The title of a list as it is printed. */
export function nameListTitle(list: NameList): string {
  switch (list) {
    case "admitted":
      return "Danh sách đảng viên mới kết nạp";
    case "readmitted":
      return "Danh sách kết nạp lại";
    case "unionMembers":
      return "Danh sách đoàn viên được kết nạp";
    case "probationers":
      return "Danh sách đảng viên dự bị";
    case "due":
      return "Danh sách đến hạn công nhận chính thức";
    case "recognised":
      return "Danh sách công nhận chính thức";
    case "movedIn":
      return "Danh sách chuyển sinh hoạt đến";
    case "movedOut":
      return "Danh sách chuyển sinh hoạt đi";
    case "leavers":
      return "Danh sách xóa tên, ra khỏi Đảng, từ trần";
  }
}

/** What a list is for, in a line. */
export function nameListPurpose(list: NameList): string {
  switch (list) {
    case "admitted":
      return "Mọi người được kết nạp trong kỳ, kèm theo Biểu số 2.";
    case "readmitted":
      return "Người được kết nạp lại trong kỳ.";
    case "unionMembers":
      return "Mẫu của Đoàn, có tỷ lệ trên tổng số đảng viên mới kết nạp.";
    case "probationers":
      return "Người đang trong thời gian dự bị vào ngày tính.";
    case "due":
      return "Người hết thời gian dự bị trong kỳ mà chưa được công nhận.";
    case "recognised":
      return "Người được công nhận đảng viên chính thức trong kỳ.";
    case "movedIn":
      return "Đảng viên mới, đảng viên dự bị chuyển đến một chi bộ của đơn vị trong kỳ.";
    case "movedOut":
      return "Người chuyển ra ngoài các tổ chức đảng có trong phần mềm.";
    case "leavers":
      return "Người bị xóa tên, khai trừ, xin ra khỏi Đảng hoặc từ trần trong kỳ.";
  }
}

/** The heading of the day by which a person stands on a list. */
export function nameListDay(list: NameList): string {
  switch (list) {
    case "due":
      return "Ngày hết dự bị";
    case "probationers":
      return "Bắt đầu dự bị";
    case "recognised":
      return "Ngày công nhận";
    case "movedIn":
      return "Ngày đến";
    case "movedOut":
      return "Ngày đi";
    case "leavers":
      return "Ngày kết thúc";
    default:
      return "Ngày kết nạp";
  }
}

/** What a report is for, in a line. */
export function reportPurpose(report: ReportName): string {
  switch (report) {
    case "attainment":
      return "Đã kết nạp bao nhiêu so với chỉ tiêu, từng đơn vị.";
    case "funnel":
      return "Bao nhiêu người qua từng bước trong kỳ, từ giới thiệu đến công nhận.";
    case "sources":
      return "Đoàn viên, đoàn viên ưu tú, giới thiệu và kết nạp từ Đoàn.";
    case "classes":
      return "Lớp, học viên, xếp loại và giấy chứng nhận.";
    case "coverage":
      return "Còn nguồn để kết nạp không, và những chi bộ cần nhắc.";
    case "probation":
      return "Ai đến hạn xét công nhận chính thức, xét đúng hạn, quá hạn, từng đơn vị.";
    case "new-members":
      return "Biểu số 2: nghề nghiệp, tuổi, trình độ của người mới kết nạp, so với cùng kỳ.";
    case "ethnicity-religion":
      return "Biểu số 2B: người mới kết nạp theo 54 dân tộc và các tôn giáo.";
    case "changes":
      return "Biểu số 1: kết nạp, xóa tên, khai trừ, xin ra, từ trần, chuyển đi.";
    case "unit-types":
      return "Biểu số 5: tổ chức cơ sở đảng và kết nạp theo loại hình.";
    case "member-work":
      return "Biểu số 7: lớp bồi dưỡng, đến hạn, công nhận, quá hạn, xóa tên.";
    case "name-list":
    case "people":
      return "Danh sách có tên, chỉ dành cho người được xuất danh sách.";
  }
}

/** "Cách tính" of a list, line by line. */
export function explainNameList(list: NameList, head: ReportHead): { label: string; text: string }[] {
  const { period, asOf, unit, tree, countBy } = head;
  return [
    { label: "Danh sách", text: nameListTitle(list) },
    { label: "Tính ai", text: nameListPurpose(list) },
    {
      label: "Theo ngày",
      text:
        list === "probationers"
          ? `Ngày ${formatDay(asOf)}.`
          : `${nameListDay(list)}, từ ${formatDay(period.from)} đến ${formatDay(lastDay({ to: period.to, asOf }))}.`,
    },
    { label: "Kết nạp", text: `Tính theo ${countByWords(countBy)}; không tính quyết định đã bị hủy.` },
    { label: "Phạm vi", text: scopeWords(unit.name, { tree, asOf }) },
  ];
}

/** Which units are counted, and in whose tree. */
export function scopeWords(unit: string, { tree, asOf }: Pick<ReportHead, "tree" | "asOf">): string {
  return `${unit} và mọi đơn vị bên dưới, theo tổ chức ${tree === "as-was" ? `ngày ${formatDay(asOf)}` : "hôm nay"}.`;
}
