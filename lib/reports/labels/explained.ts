import { formatDay } from "@/lib/shared/days";
import { lastDay } from "../rules/figure";
import type { OfficialReport } from "../rules/layout";
import type { ReportHead } from "../rules/parameters";
import { countByWords, SUPPRESSION_NOTE, scopeWords } from "./official";

type Line = { label: string; text: string };

/** "Cách tính" of an official table, line by line, for the page and the second sheet. */
export function explainOfficial(
  report: OfficialReport | "probation",
  head: ReportHead,
  { formNumber, document }: { formNumber: string; document: string } = { formNumber: "", document: "" },
): Line[] {
  return [
    ...(formNumber ? [{ label: "Mẫu biểu", text: `${formNumber}, theo ${document}.` }] : []),
    ...linesOf(report, head),
    { label: "Phạm vi", text: scopeWords(head.unit.name, head) },
    ...(comparesYears(report) ? [COMPARED] : []),
    ...(report === "new-members" ? [UNTRACKED] : []),
  ];
}

function linesOf(report: OfficialReport | "probation", { period, asOf, countBy }: ReportHead): Line[] {
  const days = `từ ${formatDay(period.from)} đến ${formatDay(lastDay({ to: period.to, asOf }))}`;
  const byAdmission = [
    { label: "Tính ai", text: ADMITTED },
    { label: "Theo ngày", text: `Tính kết nạp theo ${countByWords(countBy)}, ${days}.` },
  ];
  switch (report) {
    case "new-members":
      return [...byAdmission, ...PROPERTIES, SMALL_NUMBERS];
    case "ethnicity-religion":
      return [
        ...byAdmission,
        { label: "Chưa ghi", text: "Người chưa ghi dân tộc hoặc tôn giáo không thuộc dòng nào của phần đó." },
        SMALL_NUMBERS,
      ];
    case "changes":
      return [
        {
          label: "Tính ai",
          text: "Tăng: người được kết nạp trong kỳ, không tính quyết định đã bị hủy. Giảm: người đã được kết nạp, có hồ sơ trong phần mềm, mà trong kỳ từ trần, bị khai trừ, bị xóa tên, xin ra khỏi Đảng hoặc chuyển ra ngoài các tổ chức đảng có trong phần mềm.",
        },
        {
          label: "Theo ngày",
          text: `Kết nạp theo ${countByWords(countBy)}; giảm theo ngày kết thúc ghi trên hồ sơ; ${days}.`,
        },
        {
          label: "Đảng viên dự bị",
          text: "Người bị xóa tên khi chưa được công nhận chính thức.",
        },
      ];
    case "unit-types":
      return [
        {
          label: "Tính ai",
          text: "Tổ chức cơ sở đảng có đến ngày tính; người được kết nạp trong kỳ ở các tổ chức ấy, không tính quyết định đã bị hủy.",
        },
        { label: "Theo ngày", text: `Tính kết nạp theo ${countByWords(countBy)}, ${days}.` },
        {
          label: "Loại hình",
          text: "Là loại hình của tổ chức cơ sở đảng mà chi bộ thuộc về. Có kết nạp là đã kết nạp ít nhất một người trong kỳ.",
        },
      ];
    case "member-work":
      return [
        {
          label: "Tính ai",
          text: "Lớp và người học các lớp mở trong kỳ; người được kết nạp trong kỳ, không tính quyết định đã bị hủy; đảng viên dự bị hết thời gian dự bị, được công nhận, được kéo dài hoặc bị xóa tên trong kỳ; đảng viên dự bị có đến ngày tính.",
        },
        {
          label: "Theo ngày",
          text: `Lớp theo ngày học đầu tiên; kết nạp theo ${countByWords(countBy)}; đến hạn theo ngày hết thời gian dự bị; công nhận, kéo dài, xóa tên theo ngày của việc ấy; ${days}.`,
        },
        REVIEWED,
      ];
    case "probation":
      return [
        {
          label: "Tính ai",
          text: "Đảng viên dự bị hết thời gian dự bị (kể cả thời gian kéo dài) trong kỳ; người được kéo dài, bị xóa tên trong kỳ.",
        },
        {
          label: "Theo ngày",
          text: `Đến hạn theo ngày hết thời gian dự bị, tính từ ngày lễ kết nạp; kéo dài, xóa tên theo ngày của việc ấy; ${days}.`,
        },
        REVIEWED,
      ];
  }
}

const comparesYears = (report: OfficialReport | "probation"): boolean =>
  report !== "ethnicity-religion" && report !== "probation";

const ADMITTED = "Người được kết nạp trong kỳ; không tính quyết định đã bị hủy. Mỗi người một lần.";

const PROPERTIES: Line[] = [
  {
    label: "Tuổi",
    text: "Tuổi tròn vào ngày tính kết nạp; chỉ biết năm sinh thì lấy hiệu hai năm. Người chưa đủ 18 tuổi xếp vào nhóm trẻ nhất. Tuổi bình quân là trung bình cộng, 1 chữ số.",
  },
  {
    label: "Trình độ",
    text: "Chuyên môn tính bậc cao nhất. Học hết trung học cơ sở mà chưa có bằng xếp vào trung học cơ sở.",
  },
  {
    label: "Tổ chức cơ sở",
    text: "Có đến ngày tính. Không còn quần chúng là không còn ai đang được giới thiệu hoặc theo dõi để kết nạp.",
  },
];

const REVIEWED: Line = {
  label: "Xét công nhận",
  text: "Đúng hạn là chi bộ xét trong 30 ngày làm việc từ ngày hết thời gian dự bị. Hồ sơ cũ chỉ có ngày công nhận thì lấy ngày đó.",
};

const SMALL_NUMBERS: Line = { label: "Số nhỏ", text: SUPPRESSION_NOTE };

const COMPARED: Line = {
  label: "So sánh",
  text: "Kỳ trước là cùng những ngày ấy của năm trước; ngày cuối tháng so với ngày cuối tháng. Tỷ lệ là kỳ này chia kỳ trước, làm tròn nửa lên, 2 chữ số; kỳ trước bằng 0 thì để trống.",
};

const UNTRACKED: Line = {
  label: "Để trống",
  text: "Mục phần mềm không theo dõi được để trống, không ghi 0.",
};
