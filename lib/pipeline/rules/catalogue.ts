import type { Rulebook } from "../rulebook";
import type { ProvinceOptions } from "./options";
import { RULE_TRUST, type RuleNumber, type Trust } from "./trust";

/** What a rule does when it does not hold: E, W and I of domain §10. */
export type Level = "blocks" | "warns" | "informs";

/** In which part of the procedure a rule is met; the page of the rules stands in this order. */
export const TOPICS = [
  "person",
  "preparation",
  "dossier",
  "vote",
  "decision",
  "probation",
  "move",
  "data",
] as const;
export type Topic = (typeof TOPICS)[number];

/** Where a rule is judged: on a dossier, when a person is entered, in a report, or by what a screen offers. */
export type Where = "dossier" | "entry" | "report" | "screen";

/** One rule of domain §10 in words, with its source. */
export type RuleEntry = {
  id: RuleNumber;
  topic: Topic;
  level: readonly [Level, ...Level[]];
  where: Where;
  /** What must not be, with the numbers of the book asked about. */
  condition: (book: Rulebook) => string;
  source: string;
  trust: Trust;
  /** ⚙: does the province ask for it? Absent: every province does. */
  asked?: (options: ProvinceOptions) => boolean;
};

const CHARTER = (article: string) => `Điều lệ Đảng, Điều ${article}`;
const REGULATION = (part: string) => `Quy định thi hành Điều lệ Đảng, mục ${part}`;
const HANOI = "Hướng dẫn 02-HD/BTCTU (Hà Nội, 2025)";
const HANOI_CITES = `${HANOI}, dẫn 294-QĐ/TW và 06-HD/TW`;
const QUIZ_2025 = "Tài liệu hỏi đáp 2025, dẫn 294-QĐ/TW và 06-HD/TW";
const GUIDANCE_3 = "Hướng dẫn 01-HD/TW, mục 3";
const FORM_2 = "Mẫu 2-KNĐ";
const LETTERS = "Công văn 1361-CV/BTCTW (2026)";
const LOGIC = "Suy ra từ thứ tự các việc";

type Told = Omit<RuleEntry, "id" | "trust" | "where"> & { where?: Where };

const ENTRIES: Record<RuleNumber, Told> = {
  "R-01": {
    topic: "person",
    level: ["blocks"],
    condition: ({ minimumAge }) =>
      `Người vào Đảng chưa đủ ${minimumAge} tuổi, tính theo tháng, khi chi bộ họp xét.`,
    source: `${CHARTER("1")}; Quy định 208-QĐ/TW (hai tài liệu hỏi đáp 2026)`,
  },
  "R-02": {
    topic: "person",
    level: ["blocks"],
    condition: ({ maximumAge }) =>
      `Người trên ${maximumAge} tuổi mà chưa có văn bản đồng ý của ban thường vụ cấp tỉnh. Lưu ý khi chi bộ xét, chặn khi quyết định.`,
    source: "Hướng dẫn 01-HD/TW",
  },
  "R-03": {
    topic: "person",
    level: ["blocks"],
    condition: ({ education }) =>
      education === "lowerSecondaryDiploma"
        ? "Chưa có bằng tốt nghiệp THCS và không thuộc trường hợp đặc biệt được đồng ý."
        : "Chưa hoàn thành chương trình THCS và không thuộc trường hợp đặc biệt được đồng ý.",
    source: "Quy định thi hành Điều lệ Đảng; Hướng dẫn 01-HD/TW (trường hợp đặc biệt)",
  },
  "R-04": {
    topic: "preparation",
    level: ["blocks"],
    condition: () => "Chưa có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng khi chi bộ họp xét.",
    source: GUIDANCE_3,
  },
  "R-05": {
    topic: "preparation",
    level: ["blocks"],
    condition: ({ certificateMonths, certificateCountsUntil }) =>
      `Giấy chứng nhận đã quá ${certificateMonths} tháng khi ${certificateCountsUntil === "admission" ? "chi bộ xét, khi quyết định hoặc khi kết nạp" : "chi bộ họp xét"}.`,
    source: GUIDANCE_3,
  },
  "R-06": {
    topic: "preparation",
    level: ["warns"],
    condition: () => "Giấy chứng nhận hết hạn trong 6 tháng tới mà chi bộ chưa họp xét.",
    source: "Suy ra từ R-05",
  },
  "R-07": {
    topic: "preparation",
    level: ["blocks"],
    condition: () => "Chưa có nghị quyết chi bộ đưa quần chúng vào diện cảm tình Đảng.",
    source: HANOI_CITES,
  },
  "R-08": {
    topic: "preparation",
    level: ["blocks"],
    condition: () => "Học sinh THPT chưa có ý kiến phụ huynh (Mẫu 2-TN).",
    source: HANOI,
    asked: ({ parentsOpinion }) => parentsOpinion,
  },
  "R-09": {
    topic: "preparation",
    level: ["blocks"],
    condition: () => "Chưa phân công đảng viên chính thức theo dõi, giúp đỡ.",
    source: HANOI_CITES,
  },
  "R-10": {
    topic: "preparation",
    level: ["blocks"],
    condition: () => "Người giúp đỡ hoặc giới thiệu không phải đảng viên chính thức đang sinh hoạt.",
    source: CHARTER("4"),
  },
  "R-11": {
    topic: "dossier",
    level: ["blocks"],
    condition: ({ togetherMonths, togetherByResidence }) =>
      `Người giới thiệu cùng công tác, lao động, học tập${togetherByResidence ? " hoặc cùng nơi cư trú" : ""} chưa đủ ${togetherMonths} tháng (trừ người thay thế).`,
    source: `${CHARTER("4")}; Quy định 208-QĐ/TW (nơi cư trú)`,
  },
  "R-12": {
    topic: "dossier",
    level: ["blocks"],
    condition: () =>
      "Thiếu người giới thiệu: cần 2 đảng viên chính thức, hoặc Đoàn (công đoàn) cơ sở và 1 đảng viên chính thức.",
    source: CHARTER("4"),
  },
  "R-13": {
    topic: "person",
    level: ["blocks"],
    condition: ({ youthAge }) =>
      `Từ ${youthAge} tuổi trở xuống, nơi có tổ chức Đoàn, mà không phải đoàn viên.`,
    source: CHARTER("4"),
  },
  "R-14": {
    topic: "dossier",
    level: ["warns"],
    condition: () => "Người giới thiệu là người thân của người vào Đảng.",
    source: "Khuyến nghị của phần mềm",
  },
  "R-15": {
    topic: "dossier",
    level: ["warns"],
    condition: () => "Lý lịch khai trước ngày viết đơn xin vào Đảng.",
    source: QUIZ_2025,
  },
  "R-16": {
    topic: "dossier",
    level: ["blocks"],
    condition: () => "Người vào Đảng hoặc người thân được cử đi thẩm tra lý lịch.",
    source: FORM_2,
  },
  "R-17": {
    topic: "dossier",
    level: ["blocks"],
    condition: ({ verifiesSpouseCarers }) =>
      `Chưa thẩm tra xong bản thân, cha mẹ, người nuôi dưỡng, vợ hoặc chồng, cha mẹ vợ hoặc chồng${verifiesSpouseCarers ? ", người nuôi dưỡng vợ hoặc chồng" : ""}, con.`,
    source: GUIDANCE_3,
  },
  "R-18": {
    topic: "dossier",
    level: ["blocks"],
    condition: () =>
      "Miễn thẩm tra mà người thân không phải đảng viên, hoặc chưa đối khớp lý lịch đảng viên.",
    source: QUIZ_2025,
  },
  "R-19": {
    topic: "dossier",
    level: ["warns"],
    condition: ({ verificationWorkingDays, verificationAbroadWorkingDays }) =>
      `Nơi được đề nghị chưa trả lời thẩm tra sau ${verificationWorkingDays} ngày làm việc (ở nước ngoài ${verificationAbroadWorkingDays} ngày).`,
    source: "Hướng dẫn 01-HD/TW (2021), mục 3.4đ",
  },
  "R-20": {
    topic: "dossier",
    level: ["blocks"],
    condition: () =>
      "Chi bộ nhận xét trước khi có kết quả thẩm tra, hoặc cấp ủy chứng nhận trước khi chi bộ nhận xét.",
    source: QUIZ_2025,
  },
  "R-21": {
    topic: "dossier",
    level: ["blocks"],
    condition: ({ politicalStandard }) =>
      `Chứng nhận không đủ điều kiện, hoặc vấn đề chính trị chưa được kết luận theo ${politicalStandard}.`,
    source: `${FORM_2}; Quy định 367-QĐ/TW, Điều 11 (trước 04/09/2025: 58-QĐ/TW, Điều 10)`,
  },
  "R-22": {
    topic: "dossier",
    level: ["blocks"],
    condition: () => "Thiếu ý kiến của đoàn thể nơi sinh hoạt hoặc chi ủy nơi cư trú (Mẫu 5-KNĐ).",
    source: GUIDANCE_3,
  },
  "R-23": {
    topic: "dossier",
    level: ["blocks", "warns"],
    condition: ({ dossierMonths }) =>
      `Chi bộ họp xét sau ${dossierMonths} tháng kể từ ngày lập hồ sơ; lưu ý trước 2 tháng.`,
    source: HANOI_CITES,
  },
  "R-24": {
    topic: "vote",
    level: ["blocks"],
    condition: () => "Chi bộ có ít hơn 3 đảng viên chính thức.",
    source: CHARTER("24"),
  },
  "R-25": {
    topic: "vote",
    level: ["blocks"],
    condition: () =>
      "Chưa đủ 2/3 đảng viên chính thức được triệu tập đồng ý; người vắng vẫn tính vào mẫu số.",
    source: REGULATION("4"),
  },
  "R-26": {
    topic: "vote",
    level: ["blocks"],
    condition: () => "Số phiếu cộng lại khác số có mặt, hoặc có mặt nhiều hơn triệu tập.",
    source: "Số phiếu phải khớp biên bản",
  },
  "R-27": {
    topic: "vote",
    level: ["blocks"],
    condition: () => "Số nghị quyết, số quyết định đã dùng cho người khác: xét từng người, mỗi người một số.",
    source: HANOI_CITES,
  },
  "R-28": {
    topic: "vote",
    level: ["blocks"],
    condition: () => "Chưa đủ 2/3 cấp ủy viên cơ sở đồng ý.",
    source: REGULATION("4"),
  },
  "R-29": {
    topic: "vote",
    level: ["blocks"],
    condition: ({ decider }) =>
      decider === "directUpperCommittee"
        ? "Chưa quá một nửa ủy viên ban thường vụ đồng ý; đảng ủy cơ sở được ủy quyền cần 2/3."
        : "Chưa quá một nửa ủy viên ban thường vụ đồng ý.",
    source: REGULATION("4.3"),
  },
  "R-30": {
    topic: "decision",
    level: ["blocks", "warns"],
    condition: ({ decider }) =>
      decider === "directUpperCommittee"
        ? "Không có cấp ủy nào phía trên có thẩm quyền quyết định kết nạp vào ngày ấy."
        : "Không có cấp có thẩm quyền; lưu ý khi không phải ban thường vụ đảng ủy cơ sở quyết định.",
    source: REGULATION("4.3"),
  },
  "R-31": {
    topic: "decision",
    level: ["warns"],
    condition: ({ decisionWorkingDays, decisionExtensionWorkingDays }) =>
      `Quyết định sau ${decisionWorkingDays} ngày làm việc từ nghị quyết chi bộ; phải ghi lý do hoặc gia hạn tối đa ${decisionExtensionWorkingDays} ngày.`,
    source: REGULATION("4.3.1"),
  },
  "R-32": {
    topic: "decision",
    level: ["warns"],
    condition: () => "Gửi hồ sơ, nghị quyết đảng ủy cơ sở hoặc quyết định chậm hơn số ngày của tỉnh.",
    source: HANOI,
    asked: ({ sendUpWorkingDays, baseWorkingDays, decisionWorkingDays }) =>
      sendUpWorkingDays !== null || baseWorkingDays !== null || decisionWorkingDays !== null,
  },
  "R-33": {
    topic: "decision",
    level: ["blocks"],
    condition: ({ ceremonyWorkingDays, ceremonyCountsFrom }) =>
      `Lễ kết nạp sau ${ceremonyWorkingDays} ngày làm việc từ ngày ${ceremonyCountsFrom === "issue" ? "ban hành" : "chi bộ nhận"} quyết định mà cấp trên chưa đồng ý.`,
    source: `${REGULATION("4")}; Quy định 208-QĐ/TW (hai tài liệu hỏi đáp 2026)`,
  },
  "R-34": {
    topic: "decision",
    level: ["blocks"],
    condition: () => "Ngày lễ kết nạp trước ngày quyết định kết nạp.",
    source: LOGIC,
  },
  "R-35": {
    topic: "decision",
    level: ["warns"],
    condition: () => "Chưa phân công đảng viên giúp đỡ đảng viên dự bị tại lễ kết nạp.",
    source: CHARTER("5"),
  },
  "R-36": {
    topic: "probation",
    level: ["blocks"],
    condition: ({ probationMonths }) =>
      `Tự kiểm điểm, chi bộ xét hoặc quyết định công nhận khi chưa hết ${probationMonths} tháng dự bị.`,
    source: CHARTER("5"),
  },
  "R-37": {
    topic: "probation",
    level: ["warns"],
    condition: ({ recognitionWorkingDays }) =>
      `Quá ${recognitionWorkingDays} ngày làm việc sau khi hết dự bị mà chi bộ chưa xét công nhận.`,
    source: REGULATION("4.2"),
  },
  "R-38": {
    topic: "probation",
    level: ["blocks"],
    condition: () => "Chưa có giấy chứng nhận học lớp đảng viên mới khi chi bộ xét công nhận.",
    source: "Hướng dẫn 12-HD/BTCTW (2022), hồ sơ công nhận chính thức",
  },
  "R-39": {
    topic: "probation",
    level: ["blocks"],
    condition: ({ probationMonths }) =>
      `Ngày công nhận không phải ngày hết ${probationMonths} tháng dự bị, dù xét chậm.`,
    source: REGULATION("4"),
  },
  "R-40": {
    topic: "probation",
    level: ["blocks"],
    condition: ({ recognitionRounds }) =>
      `Chi bộ đã biểu quyết ${recognitionRounds} lần không đủ 2/3; cấp ủy cấp trên trực tiếp quyết định.`,
    source: REGULATION("4"),
  },
  "R-41": {
    topic: "probation",
    level: ["blocks"],
    condition: () => "Kéo dài thời gian dự bị quá số tháng tỉnh cho phép, hoặc khi tỉnh không quy định.",
    source: `${HANOI}; chưa thấy căn cứ của Trung ương`,
    asked: ({ prolongationMonths }) => prolongationMonths !== null,
  },
  "R-42": {
    topic: "probation",
    level: ["warns", "blocks"],
    condition: ({ recognitionWorkingDays, recognitionExtensionWorkingDays }) =>
      `Quyết định công nhận sau ${recognitionWorkingDays} ngày làm việc (gia hạn tối đa ${recognitionExtensionWorkingDays}). Quá số ngày của tỉnh thì chi bộ, đảng ủy cơ sở biểu quyết lại.`,
    source: `${REGULATION("4.3")}; ${HANOI}`,
    asked: ({ recognitionRedoWorkingDays }) => recognitionRedoWorkingDays !== null,
  },
  "R-43": {
    topic: "probation",
    level: ["blocks"],
    condition: () => "Tuổi Đảng tính từ ngày nào khác ngày ghi trong quyết định kết nạp.",
    source: CHARTER("5.4"),
  },
  "R-44": {
    topic: "person",
    level: ["blocks"],
    condition: ({ readmissionMonths, readmissionClearedMonths }) =>
      `Kết nạp lại khi ra khỏi Đảng chưa đủ ${readmissionMonths} tháng; ${readmissionClearedMonths} tháng sau khi được xóa án tích.`,
    source: REGULATION("3.5"),
  },
  "R-45": {
    topic: "person",
    level: ["blocks"],
    condition: () =>
      "Kết nạp lại người ra khỏi Đảng vì một trong năm lý do bị loại, hoặc đã kết nạp lại một lần.",
    source: REGULATION("3.5"),
  },
  "R-46": {
    topic: "person",
    level: ["blocks"],
    condition: () =>
      "Quyết định kết nạp lại, chức sắc tôn giáo, người quá tuổi khi chưa có văn bản đồng ý của ban thường vụ cấp tỉnh.",
    source: HANOI_CITES,
  },
  "R-47": {
    topic: "person",
    level: ["blocks"],
    condition: () =>
      "Người có đạo mà cấp ủy cấp trên chưa đồng ý trước khi làm thủ tục, hoặc tôn giáo chưa được công nhận.",
    source: "Quy định 06-QĐi/TW (2018), Hướng dẫn 20-HD/BTCTW (2019)",
  },
  "R-48": {
    topic: "person",
    level: ["blocks"],
    condition: () => "Chủ doanh nghiệp tư nhân do cấp dưới ban thường vụ cấp trên trực tiếp quyết định.",
    source: "Hướng dẫn 08-HD/BTCTW (2021)",
  },
  "R-49": {
    topic: "move",
    level: ["blocks"],
    condition: () => "Người chuyển nơi khác mà thiếu giấy chứng nhận, công văn giới thiệu của bước đang làm.",
    source: LETTERS,
  },
  "R-50": {
    topic: "move",
    level: ["warns"],
    condition: ({ transferWorkingDays, letterWorkingDays }) =>
      `Chuyển sinh hoạt quá ${transferWorkingDays} ngày làm việc, hoặc nộp giấy quá ${letterWorkingDays} ngày làm việc.`,
    source: `${REGULATION("6.3")}; Quy định 208-QĐ/TW (hai tài liệu hỏi đáp 2026)`,
  },
  "R-51": {
    topic: "data",
    level: ["blocks"],
    where: "entry",
    condition: () => "Một số định danh có trong hai hồ sơ đang mở.",
    source: LOGIC,
  },
  "R-52": {
    topic: "data",
    level: ["warns"],
    where: "entry",
    condition: () => "Số định danh không đủ 12 chữ số, hoặc không khớp năm sinh, giới tính.",
    source: "Cấu trúc số định danh cá nhân",
  },
  "R-53": {
    topic: "data",
    level: ["blocks"],
    where: "report",
    condition: () => "Số kết nạp ở Biểu 1 khác tổng ở Biểu 2, hoặc các dòng cộng lại khác tổng.",
    source: "Biểu 1, Biểu 2-BTCTW",
  },
  "R-54": {
    topic: "data",
    level: ["blocks"],
    where: "report",
    condition: () => "Sửa số liệu của kỳ báo cáo đã khóa; điều chỉnh chuyển sang kỳ sau.",
    source: "Cách làm của phần mềm",
  },
  "R-55": {
    topic: "data",
    level: ["informs"],
    where: "report",
    condition: () => "Đơn vị không được giao chỉ tiêu thì ghi “Không giao chỉ tiêu”, không ghi 0 %.",
    source: "Cách làm của phần mềm",
  },
  "R-56": {
    topic: "data",
    level: ["blocks"],
    where: "screen",
    condition: () => "Tải bản chụp lý lịch, hồ sơ lên phần mềm; chỉ ghi có hay chưa và nơi lưu.",
    source: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Công văn 1361-CV/BTCTW (2026)",
  },
};

/** R-01 … R-56, in the order of their numbers. */
export const RULES: readonly RuleEntry[] = (Object.entries(ENTRIES) as [RuleNumber, Told][]).map(
  ([id, told]) => ({
    id,
    where: "dossier",
    trust: RULE_TRUST[id].trust,
    ...told,
  }),
);

/** A length of time as the law counts it. */
export type Amount = { count: number; unit: "months" | "workingDays"; extension?: number };

/** One deadline of domain §3.0; its lengths are read from the book and from the province's options. */
export type DeadlineEntry = {
  id: `D${number}`;
  what: string;
  /** From which day it is counted. */
  from: (book: Rulebook) => string;
  central: (book: Rulebook) => readonly Amount[];
  /** The province's own days, where it set any. */
  local?: (options: ProvinceOptions) => Amount | null;
  rule: RuleNumber | null;
  source: string;
  trust: Trust;
};

const months = (count: number): Amount => ({ count, unit: "months" });
const days = (count: number, extension?: number): Amount => ({
  count,
  unit: "workingDays",
  ...(extension === undefined ? {} : { extension }),
});
const orNone = (count: number | null, extension?: number | null): Amount | null =>
  count === null ? null : days(count, extension ?? undefined);

/** D1 … D14 of domain §3.0. */
export const DEADLINES: readonly DeadlineEntry[] = [
  {
    id: "D1",
    what: "Giấy chứng nhận lớp nhận thức về Đảng có giá trị",
    from: ({ certificateCountsUntil }) =>
      certificateCountsUntil === "admission"
        ? "Từ ngày cấp đến ngày kết nạp"
        : "Từ ngày cấp đến khi chi bộ xét, đề nghị kết nạp",
    central: ({ certificateMonths }) => [months(certificateMonths)],
    rule: "R-05",
    source: GUIDANCE_3,
    trust: "text",
  },
  {
    id: "D2",
    what: "Giấy tờ trong hồ sơ có giá trị",
    from: () => "Từ ngày lập hồ sơ đến nghị quyết của chi bộ",
    central: ({ dossierMonths }) => [months(dossierMonths)],
    rule: "R-23",
    source: HANOI_CITES,
    trust: "cited",
  },
  {
    id: "D3",
    what: "Chi bộ gửi hồ sơ lên trên",
    from: () => "Từ nghị quyết của chi bộ",
    central: () => [],
    local: ({ sendUpWorkingDays }) => orNone(sendUpWorkingDays),
    rule: "R-32",
    source: HANOI,
    trust: "text",
  },
  {
    id: "D4",
    what: "Đảng ủy cơ sở ra nghị quyết và chuyển hồ sơ",
    from: () => "Từ nghị quyết của chi bộ",
    central: () => [],
    local: ({ baseWorkingDays }) => orNone(baseWorkingDays),
    rule: "R-32",
    source: HANOI,
    trust: "text",
  },
  {
    id: "D5",
    what: "Cấp có thẩm quyền quyết định kết nạp",
    from: () => "Từ nghị quyết của chi bộ",
    central: ({ decisionWorkingDays, decisionExtensionWorkingDays }) => [
      days(decisionWorkingDays, decisionExtensionWorkingDays),
    ],
    local: ({ decisionWorkingDays, decisionExtensionWorkingDays }) =>
      orNone(decisionWorkingDays, decisionExtensionWorkingDays),
    rule: "R-31",
    source: REGULATION("4.3.1"),
    trust: "text",
  },
  {
    id: "D6",
    what: "Tổ chức lễ kết nạp",
    from: ({ ceremonyCountsFrom }) =>
      ceremonyCountsFrom === "issue" ? "Từ ngày ban hành quyết định" : "Từ ngày chi bộ nhận quyết định",
    central: ({ ceremonyWorkingDays }) => [days(ceremonyWorkingDays)],
    rule: "R-33",
    source: `${REGULATION("4")}; Quy định 208-QĐ/TW (hai tài liệu hỏi đáp 2026)`,
    trust: "agreed",
  },
  {
    id: "D7",
    what: "Đảng viên mới khai lý lịch và phiếu đảng viên",
    from: () => "Từ lễ kết nạp",
    central: () => [days(30)],
    rule: null,
    source: HANOI_CITES,
    trust: "cited",
  },
  {
    id: "D8",
    what: "Nhập vào cơ sở dữ liệu đảng viên",
    from: () => "Từ quyết định kết nạp",
    central: () => [days(30)],
    rule: null,
    source: HANOI_CITES,
    trust: "cited",
  },
  {
    id: "D9",
    what: "Thời gian dự bị",
    from: () => "Từ ngày lễ kết nạp",
    central: ({ probationMonths }) => [months(probationMonths)],
    rule: "R-36",
    source: CHARTER("5.1"),
    trust: "text",
  },
  {
    id: "D10",
    what: "Chi bộ xét công nhận chính thức",
    from: () => "Từ ngày hết dự bị, không sớm hơn",
    central: ({ recognitionWorkingDays }) => [days(recognitionWorkingDays)],
    rule: "R-37",
    source: REGULATION("4.2"),
    trust: "text",
  },
  {
    id: "D11",
    what: "Cấp có thẩm quyền quyết định công nhận",
    from: () => "Từ nghị quyết của chi bộ",
    central: ({ recognitionWorkingDays, recognitionExtensionWorkingDays }) => [
      days(recognitionWorkingDays, recognitionExtensionWorkingDays),
    ],
    local: ({ recognitionRedoWorkingDays }) => orNone(recognitionRedoWorkingDays),
    rule: "R-42",
    source: `${REGULATION("4.3")}; ${HANOI}`,
    trust: "text",
  },
  {
    id: "D12",
    what: "Chuyển sinh hoạt xong, và nộp giấy ở nơi mới",
    from: () => "Từ ngày thay đổi nơi làm việc, cư trú; từ ngày giới thiệu",
    central: ({ transferWorkingDays, letterWorkingDays }) => [
      days(transferWorkingDays),
      days(letterWorkingDays),
    ],
    rule: "R-50",
    source: `${REGULATION("6.3")}; Quy định 208-QĐ/TW (hai tài liệu hỏi đáp 2026)`,
    trust: "agreed",
  },
  {
    id: "D13",
    what: "Bỏ sinh hoạt, không đóng đảng phí thì xét xóa tên",
    from: () => "Từ tháng bỏ sinh hoạt đầu tiên",
    central: () => [months(3)],
    rule: null,
    source: "Quy định 208-QĐ/TW (một tài liệu hỏi đáp 2026)",
    trust: "oneSource",
  },
  {
    id: "D14",
    what: "Được xét kết nạp lại, và sau khi xóa án tích",
    from: () => "Từ ngày ra khỏi Đảng; từ ngày được xóa án tích",
    central: ({ readmissionMonths, readmissionClearedMonths }) => [
      months(readmissionMonths),
      months(readmissionClearedMonths),
    ],
    rule: "R-44",
    source: REGULATION("3.5"),
    trust: "text",
  },
];
