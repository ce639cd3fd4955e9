import { sourceLabel as introducerLabel } from "@/lib/pipeline/labels/words";
import { groupLabel } from "@/lib/quotas/labels";
import type { QuotaSource } from "@/lib/quotas/rules/quota";
import { formatDay } from "@/lib/shared/days";
import { blocLabel } from "@/lib/sources/labels";
import { changeLabel, membershipDay, partsSuffix, probationLabel } from "./labels/official";
import type { Holder, Passage } from "./rules/bottleneck";
import type { CoverageLimits, CoverageList } from "./rules/coverage";
import type { Band, Figure, FigureEvent, LiveSource, LiveStep } from "./rules/figure";
import { lastDay } from "./rules/figure";
import type { FigurePath } from "./rules/figure-path";
import type { ReportHead } from "./rules/parameters";
import type { ProgrammeFigure } from "./rules/programme";
import type { SourceFigure } from "./rules/source-figure";
import type { AgeBand } from "./rules/structure";
import type { Ask, TaskStanding, TaskState, UnitTask, UnitTaskFinding } from "./rules/unit-task";
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
    case "coverage":
      return "Nguồn so với chỉ tiêu";
    case "people":
      return "Danh sách người";
    case "probation":
      return "Đảng viên dự bị";
    case "new-members":
      return "Đảng viên mới kết nạp";
    case "ethnicity-religion":
      return "Kết nạp theo dân tộc, tôn giáo";
    case "changes":
      return "Tăng, giảm đảng viên";
    case "unit-types":
      return "Kết nạp theo loại hình cơ sở";
    case "member-work":
      return "Nghiệp vụ công tác đảng viên";
    case "name-list":
      return "Danh sách có tên";
  }
}

/** Where a live source stands, as a heading. */
export function liveStepLabel(step: LiveStep): string {
  switch (step) {
    case "introduced":
      return "Được giới thiệu";
    case "sympathisers":
      return "Cảm tình Đảng";
    case "certified":
      return "Có chứng nhận";
    case "applied":
      return "Có đơn";
    case "cellResolved":
      return "Chi bộ đã nghị quyết";
    case "baseResolved":
      return "Đảng ủy cơ sở đã nghị quyết";
    case "submitted":
      return "Đã trình";
  }
}

export function coverageListLabel(list: CoverageList): string {
  switch (list) {
    case "none":
      return "Chưa kết nạp được ai";
    case "sourcesNotSent":
      return "Còn nguồn, chưa cử ai đi học";
    case "certifiedNotReviewed":
      return "Có chứng nhận, chưa xét";
    case "noSource":
      return "Không còn nguồn";
  }
}

/** The same with its limits: "Không kết nạp ai từ 3 năm trở lên". */
export function coverageListTitle(list: CoverageList, { months, years }: CoverageLimits): string {
  if (list === "none" && years > 0) return `Không kết nạp ai từ ${years} năm trở lên`;
  if (list === "certifiedNotReviewed") return `Có chứng nhận từ ${months} tháng, chưa xét`;
  return coverageListLabel(list);
}

/** What the number of a cell on the list counts. */
export function listCountLabel(list: CoverageList): string {
  switch (list) {
    case "sourcesNotSent":
      return "Nguồn chưa có chứng nhận";
    case "certifiedNotReviewed":
      return "Người chờ chi bộ xét";
    default:
      return "Nguồn đang có";
  }
}

/** What the committee asks of a cell on the list. */
export function coverageRequest(list: CoverageList): string {
  switch (list) {
    case "none":
      return "Báo cáo lý do chưa kết nạp được đảng viên và việc chi bộ sẽ làm.";
    case "sourcesNotSent":
      return "Cử người trong diện cảm tình Đảng đi học lớp bồi dưỡng nhận thức về Đảng.";
    case "certifiedNotReviewed":
      return "Xem xét kết nạp những người đã có giấy chứng nhận, hoặc báo cáo lý do chưa xét.";
    case "noSource":
      return "Rà soát, giới thiệu nguồn kết nạp đảng viên.";
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
  }
}

/** What a figure's drawer is headed with: "Kết nạp", "Dự báo cả năm: đã qua chi bộ". */
export function figureTitle({ field }: FigurePath, { what, group, parts = [] }: Figure): string {
  const forecast = {
    "forecast.certain": "Đã kết nạp và chờ quyết định",
    "forecast.likely": "Đã kết nạp và đã qua chi bộ trở lên",
    "forecast.possible": "Đã kết nạp và có thể kết nạp trong năm",
  }[field];
  const title = `${forecast ?? wordsOf(what)}${partsSuffix({ parts })}`;
  return group === "ALL" ? title : `${title}, ${groupLabel(group).toLowerCase()}`;
}

const whatLabel = ({ what, parts = [] }: Figure): string => {
  const words = `${wordsOf(what)}${partsSuffix({ parts })}`;
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

function wordsOf(what: Figure["what"]): string {
  if ("event" in what) return eventLabel(what.event);
  if ("change" in what) return changeLabel(what.change);
  if ("probation" in what) return probationLabel(what.probation);
  return "band" in what ? bandLabel(what.band) : liveLabel(what.live);
}

function liveLabel(live: LiveSource): string {
  if (live === "all") return "Nguồn đang có";
  if (live === "notSent") return "Nguồn của chi bộ chưa cử ai đi học";
  if (typeof live === "object") return `Có chứng nhận từ ${live.notReviewedFor} tháng, chưa xét`;
  return `Nguồn đang có: ${liveStepLabel(live).toLowerCase()}`;
}

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
      text:
        "live" in figure.what || "band" in figure.what
          ? `Hồ sơ đang làm ngày ${formatDay(figure.asOf)}: đã qua một bước, chưa có quyết định kết nạp, chưa dừng.`
          : `${"probation" in figure.what || "change" in figure.what ? membershipDay(figure.what) : `Ngày ${byCeremony ? "lễ kết nạp" : "ghi trên quyết định kết nạp"}`}, từ ${formatDay(figure.from)} đến ${formatDay(lastDay(figure))}.`,
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

/** "Cách tính" of the report on classes, line by line. */
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
    { label: "Được gọi", text: "Mọi người được gọi học, kể cả người mà chi bộ báo không đi sau đó." },
    { label: "Có đi học", text: "Học viên có mặt ít nhất một buổi, hoặc có kết quả khác Vắng." },
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
    {
      label: "Kết nạp trong 12, 24 tháng",
      text: `Trong số người được lớp nhận thức về Đảng cấp giấy chứng nhận: người có quyết định kết nạp từ ngày cấp đến hết 12, 24 tháng sau và không muộn hơn ngày ${formatDay(head.asOf)}, không tính quyết định đã bị hủy. Mẫu số là mọi người được cấp, kể cả người chưa đủ 12, 24 tháng và người đã chuyển đi nơi khác. Lớp đảng viên mới không tính.`,
    },
    { label: "Làm tròn", text: "Tỷ lệ tính một lần từ số nguyên, làm tròn nửa lên, 2 chữ số." },
    { label: "So sánh", text: "Không so với kỳ khác." },
    { label: "Căn cứ", text: "Danh sách học viên và kết quả do đơn vị tổ chức lớp ghi." },
  ];
}

/** "Cách tính" of the report on coverage, in the same eight lines. */
export function explainCoverage(
  head: ReportHead,
  { months, years }: CoverageLimits,
): { label: string; text: string }[] {
  return [
    {
      label: "Tính ai",
      text: `Nguồn đang có là người đã qua ít nhất một bước, chưa có quyết định kết nạp và chưa dừng đến ngày ${formatDay(head.asOf)}; mỗi người đếm một lần, ở bước xa nhất.`,
    },
    {
      label: "Theo ngày",
      text: `Kết nạp trong kỳ từ ${formatDay(head.period.from)} đến ${formatDay(lastDay({ to: head.period.to, asOf: head.asOf }))}; chi bộ đã cử người đi học khi có học viên ở lớp nhận thức trong kỳ, kể cả lớp mới lập.`,
    },
    {
      label: "Không tính",
      text: `Việc xảy ra sau ngày ${formatDay(head.asOf)}; quyết định đã bị hủy; người có giấy chứng nhận còn hạn thì không phải cử đi học.`,
    },
    {
      label: "Phạm vi",
      text: `${head.unit.name} và mọi chi bộ bên dưới, theo tổ chức ${head.tree === "as-was" ? `ngày ${formatDay(head.asOf)}` : "hôm nay"}.`,
    },
    {
      label: "Mẫu số",
      text: "Số người còn phải kết nạp theo chỉ tiêu cấp trên giao (không có thì theo kế hoạch của đơn vị).",
    },
    {
      label: "Làm tròn",
      text: "Tỷ lệ tính một lần từ số nguyên, làm tròn nửa lên, 2 chữ số.",
    },
    {
      label: "So sánh",
      text: `Chờ xét từ ${months} tháng sau ngày cấp chứng nhận; ${years > 0 ? `chưa kết nạp từ ${years} năm trở lên` : "chưa kết nạp là không có ai trong kỳ"}. Số năm chưa kết nạp là năm của ngày tính đến trừ năm kết nạp gần nhất.`,
    },
    {
      label: "Căn cứ",
      text: "Các bước ghi trên hồ sơ, danh sách gọi học, văn bản giao chỉ tiêu. Giấy chứng nhận có hạn 60 tháng (R-05).",
    },
  ];
}

export function taskStateLabel(state: TaskState): string {
  switch (state) {
    case "open":
      return "Chờ trả lời";
    case "answered":
      return "Đã trả lời";
    case "closed":
      return "Đã kết thúc";
  }
}

export function taskStandingLabel(standing: TaskStanding): string {
  switch (standing) {
    case "waiting":
      return "Chưa trả lời";
    case "draft":
      return "Đang soạn";
    case "returned":
      return "Bị trả lại";
    case "sent":
      return "Đã gửi";
    case "accepted":
      return "Đã nhận";
    case "ended":
      return "Đã kết thúc";
  }
}

export function askLabel(ask: Ask): string {
  switch (ask) {
    case "list":
      return "Việc từ danh sách";
    case "check":
      return "Kiểm tra số liệu";
    case "figure":
      return "Báo thêm một số liệu";
  }
}

/** What a unit is asked, as a heading. */
export function taskTitle({ title, list }: Pick<UnitTask, "title" | "list">): string {
  return title ?? (list === null ? "" : coverageListLabel(list));
}

export function unitTaskFindingText(finding: UnitTaskFinding): string {
  switch (finding.is) {
    case "dueInPast":
      return `Hạn: ngày ${formatDay(finding.day)} đã qua.`;
    case "noCells":
      return "Không còn đơn vị nào trong danh sách đã chọn. Hãy tải lại trang.";
    case "ownTask":
      return "Việc giao cho đơn vị mình do cấp trên nhận hoặc trả lại.";
    case "notGiver":
      return `Việc này do ${finding.name} giao. Chỉ đơn vị giao việc hoặc cấp trên của đơn vị đó nhận, trả lại hoặc kết thúc.`;
    case "ownAnswer":
      return "Đồng chí đã trả lời việc này thay đơn vị. Hãy để đồng chí khác nhận hoặc trả lại.";
    case "notSent":
      return "Đơn vị chưa gửi trả lời.";
    case "numberMissing":
      return "Số: hãy ghi số cần báo cáo.";
    case "taskClosed":
      return `Việc này đã kết thúc ngày ${formatDay(finding.on)}.`;
    case "changedMeanwhile":
      return `Đồng chí ${finding.by} vừa sửa việc này. Hãy tải lại trang.`;
  }
}

/** An age band of Biểu số 2-BTCTW, as a heading. */
export function ageBandLabel(band: AgeBand): string {
  return band === "over60" ? "Trên 60 tuổi" : `${band.replace("-", " – ")} tuổi`;
}

/** A passage from one step to the next, as a heading. */
export function passageLabel(passage: Passage): string {
  switch (passage) {
    case "toSympathiser":
      return "Giới thiệu đến cảm tình";
    case "toCertificate":
      return "Cảm tình đến chứng nhận";
    case "toApplication":
      return "Chứng nhận đến đơn";
    case "toCell":
      return "Đơn đến nghị quyết chi bộ";
    case "toBase":
      return "Chi bộ đến đảng ủy cơ sở";
    case "toSubmission":
      return "Nghị quyết đến trình";
    case "toDecision":
      return "Trình đến quyết định";
    case "toCeremony":
      return "Quyết định đến lễ kết nạp";
  }
}

/** Who has to act on a waiting dossier. */
export function holderLabel(holder: Holder): string {
  switch (holder) {
    case "cell":
      return "Chi bộ";
    case "organiser":
      return "Nơi tổ chức lớp bồi dưỡng";
    case "base":
      return "Đảng ủy cơ sở";
    case "committee":
      return "Cấp có thẩm quyền quyết định";
  }
}
