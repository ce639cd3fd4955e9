import { sourceLabel as introducerLabel } from "@/lib/pipeline/labels/words";
import { groupLabel } from "@/lib/quotas/labels";
import type { QuotaSource } from "@/lib/quotas/rules/quota";
import { formatDay } from "@/lib/shared/days";
import { blocLabel } from "@/lib/sources/labels";
import type { Band, Figure, FigureEvent } from "./rules/figure";
import { lastDay } from "./rules/figure";
import type { FigurePath } from "./rules/figure-path";
import type { ReportHead } from "./rules/parameters";
import type { ProgrammeFigure } from "./rules/programme";
import type { SourceFigure } from "./rules/source-figure";
import type { ReportName } from "./schema";

export function reportLabel(report: ReportName): string {
  switch (report) {
    case "attainment":
      return "Kết quả so với chỉ tiêu";
    case "funnel":
      return "Các bước từ giới thiệu đến công nhận";
    case "sources":
      return "Nguồn từ Đoàn và các đoàn thể";
    case "classes":
      return "Lớp bồi dưỡng";
    case "people":
      return "Danh sách người";
  }
}

/** What a quota of this source is compared with, as a heading. */
export function comparedWith(source: QuotaSource): string {
  switch (source) {
    case "ASSIGNED":
      return "So với cấp trên giao";
    case "OWN_PLAN":
      return "So với kế hoạch của đơn vị";
    case "TERM_RESOLUTION":
      return "So với nghị quyết nhiệm kỳ";
  }
}

export function eventLabel(event: FigureEvent): string {
  switch (event) {
    case "introduced":
      return "Được giới thiệu";
    case "sympathisers":
      return "Vào diện cảm tình";
    case "sentToClass":
      return "Cử học lớp nhận thức";
    case "certified":
      return "Được cấp chứng nhận";
    case "applied":
      return "Viết đơn";
    case "cellResolved":
      return "Chi bộ nghị quyết";
    case "baseResolved":
      return "Đảng ủy cơ sở nghị quyết";
    case "submitted":
      return "Đã trình";
    case "decided":
      return "Có quyết định";
    case "admitted":
      return "Kết nạp";
    case "recognised":
      return "Công nhận chính thức";
  }
}

/** A number of a programme, as a heading. */
export function programmeFigureLabel(field: ProgrammeFigure): string {
  return field === "underWay" ? "Đang theo dõi" : eventLabel(field);
}

export function bandLabel(band: Band): string {
  switch (band) {
    case "beforeCommittee":
      return "chờ quyết định";
    case "resolved":
      return "đã qua chi bộ";
    case "certificateHeld":
      return "đang làm hồ sơ";
    case "underWay":
      return "đang theo dõi";
  }
}

/** What a figure's drawer is headed with: "Kết nạp", "Dự báo cả năm: đã qua chi bộ". */
export function figureTitle({ field }: FigurePath, { what, group }: Figure): string {
  const forecast = {
    "forecast.certain": "Đã kết nạp và chờ quyết định",
    "forecast.likely": "Đã kết nạp và đã qua chi bộ trở lên",
    "forecast.possible": "Đã kết nạp và có thể kết nạp trong năm",
  }[field];
  const title = forecast ?? ("event" in what ? eventLabel(what.event) : bandLabel(what.band));
  return group === "ALL" ? title : `${title}, ${groupLabel(group).toLowerCase()}`;
}

const whatLabel = ({ what }: Figure): string =>
  "event" in what ? eventLabel(what.event).toLowerCase() : bandLabel(what.band);

/** "Cách tính" in its eight lines, in the order of the screens; the same text goes to the sheet of an export. */
export function explainFigure(
  figure: Figure,
  head: ReportHead,
  denominator: string,
  others: readonly Figure[] = [],
): { label: string; text: string }[] {
  const byCeremony = figure.countBy === "ceremony";
  return [
    {
      label: "Tính ai",
      text: `Người ${[figure, ...others].map(whatLabel).join(", ")}${figure.group === "ALL" ? "" : `, nhóm ${groupLabel(figure.group).toLowerCase()}`}.`,
    },
    {
      label: "Theo ngày",
      text: `Ngày ${byCeremony ? "lễ kết nạp" : "ghi trên quyết định kết nạp"}, từ ${formatDay(figure.from)} đến ${formatDay(lastDay(figure))}.`,
    },
    {
      label: "Không tính",
      text: `Quyết định đã bị hủy đến ngày ${formatDay(figure.asOf)}; việc xảy ra sau ngày đó.`,
    },
    {
      label: "Phạm vi",
      text: `${head.unit.name} và mọi đơn vị bên dưới, theo tổ chức ${head.tree === "as-was" ? `ngày ${formatDay(head.asOf)}` : "hôm nay"}.`,
    },
    { label: "Mẫu số", text: denominator },
    { label: "Làm tròn", text: "Tỷ lệ tính một lần từ số nguyên, làm tròn nửa lên, 2 chữ số." },
    { label: "So sánh", text: "Nhịp là tỷ lệ đạt chia cho phần thời gian đã qua, tính cả hai đầu." },
    {
      label: "Căn cứ",
      text: "Văn bản giao chỉ tiêu ghi trong bảng; quy định về kết nạp có hiệu lực vào ngày của từng việc.",
    },
  ];
}

/** What a number of the report on sources is headed with. */
export function sourceFigureTitle({ what, bloc, by, year }: SourceFigure): string {
  const parts = [
    sourceWhat(what),
    bloc && `khối ${blocLabel(bloc).toLowerCase()}`,
    by && what === "introduced" && `do ${introducerLabel(by)} giới thiệu`,
    year && `năm ${year}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function sourceWhat(what: SourceFigure["what"]): string {
  switch (what) {
    case "members":
      return "Đoàn viên";
    case "partyMembers":
      return "Đoàn viên là đảng viên";
    case "excellent":
      return "Hoàn thành xuất sắc nhiệm vụ";
    case "outstanding":
      return "Đoàn viên ưu tú";
    case "introduced":
      return "Được giới thiệu";
    case "introducedPupils":
      return "Học sinh do Đoàn giới thiệu";
    case "certified":
      return "Đã học lớp nhận thức";
    case "admitted":
      return "Kết nạp trong số Đoàn giới thiệu";
    case "allAdmitted":
      return "Kết nạp";
    case "admittedUnionMembers":
      return "Đoàn viên được kết nạp";
  }
}

/** "Cách tính" of a number of the report on sources, in the same eight lines. */
export function explainSource(figure: SourceFigure, head: ReportHead): { label: string; text: string }[] {
  const last = formatDay(lastDay({ to: head.period.to, asOf: head.asOf }));
  const { what, year } = figure;
  const byRegister = what === "members" || what === "partyMembers";
  const byRating = what === "excellent" || what === "outstanding";
  return [
    { label: "Tính ai", text: `${sourceFigureTitle(figure)}.` },
    {
      label: "Theo ngày",
      text: byRegister
        ? `Trong sổ đoàn viên ngày ${formatDay(head.asOf)}.`
        : byRating
          ? `Xếp loại ${year ? `năm ${year}` : "của các năm trong kỳ; mỗi năm tính một lần"}.`
          : `Ngày của việc ấy, từ ${formatDay(head.period.from)} đến ${last}.`,
    },
    {
      label: "Không tính",
      text: `Quyết định đã bị hủy đến ngày ${formatDay(head.asOf)}; việc xảy ra sau ngày đó.`,
    },
    {
      label: "Phạm vi",
      text: `${head.unit.name} và mọi đơn vị bên dưới, theo tổ chức ${head.tree === "as-was" ? `ngày ${formatDay(head.asOf)}` : "hôm nay"}.`,
    },
    { label: "Mẫu số", text: "Không có mẫu số: đây là số người." },
    { label: "Làm tròn", text: "Số nguyên, không làm tròn." },
    { label: "So sánh", text: "Không so với kỳ khác." },
    { label: "Căn cứ", text: "Sổ đoàn viên, giới thiệu và hồ sơ do các đơn vị ghi." },
  ];
}

/** "Cách tính" of the report on classes, in the same eight lines. */
export function explainClasses(head: ReportHead): { label: string; text: string }[] {
  const last = lastDay({ to: head.period.to, asOf: head.asOf });
  return [
    { label: "Tính ai", text: "Học viên được gọi và còn tên trong lớp; đạt là Giỏi, Khá và Trung bình." },
    {
      label: "Theo ngày",
      text: `Ngày học đầu tiên của lớp, từ ${formatDay(head.period.from)} đến ${formatDay(last)}.`,
    },
    {
      label: "Không tính",
      text: `Người mà chi bộ báo không đi, người mới được đề nghị thay; kết quả và giấy chứng nhận sau ngày ${formatDay(head.asOf)}.`,
    },
    {
      label: "Phạm vi",
      text: `Lớp do ${head.unit.name} và các đơn vị bên dưới tổ chức, theo tổ chức ${head.tree === "as-was" ? `ngày ${formatDay(head.asOf)}` : "hôm nay"}.`,
    },
    { label: "Mẫu số", text: "Số học viên của lớp." },
    { label: "Làm tròn", text: "Tỷ lệ tính một lần từ số nguyên, làm tròn nửa lên, 2 chữ số." },
    { label: "So sánh", text: "Không so với kỳ khác." },
    { label: "Căn cứ", text: "Danh sách học viên và kết quả do đơn vị tổ chức lớp ghi." },
  ];
}
