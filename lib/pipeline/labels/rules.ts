import type { Rulebook } from "../rulebook";
import type { Amount, Level, Topic } from "../rules/catalogue";
import type { OptionField, ProvinceOptions } from "../rules/options";
import type { ChangedField } from "../rules/rulebook-changes";
import type { Trust } from "../rules/trust";

/** A part of the procedure, as a heading of the rules. */
export function topicLabel(topic: Topic): string {
  switch (topic) {
    case "person":
      return "Điều kiện của người vào Đảng";
    case "preparation":
      return "Cảm tình Đảng, lớp nhận thức, người giúp đỡ";
    case "dossier":
      return "Đơn, giới thiệu, thẩm tra, ý kiến";
    case "vote":
      return "Biểu quyết";
    case "decision":
      return "Quyết định và lễ kết nạp";
    case "probation":
      return "Dự bị và công nhận chính thức";
    case "move":
      return "Chuyển nơi sinh hoạt";
    case "data":
      return "Số định danh, báo cáo, lưu trữ";
  }
}

export function levelLabel(level: Level): string {
  switch (level) {
    case "blocks":
      return "Chặn";
    case "warns":
      return "Lưu ý";
    case "informs":
      return "Thông tin";
  }
}

/** How a rule is known. */
export function trustLabel(trust: Trust): string {
  switch (trust) {
    case "text":
      return "Theo văn bản";
    case "cited":
      return "Theo tài liệu dẫn văn bản";
    case "agreed":
      return "Hai nguồn khớp nhau";
    case "oneSource":
      return "Chỉ một nguồn";
    case "derived":
      return "Suy luận";
    case "logic":
      return "Theo lô-gích";
    case "knowledge":
      return "Theo hiểu biết, chưa thấy văn bản";
    case "judgement":
      return "Do phần mềm đề xuất";
  }
}

/** "60 ngày làm việc, gia hạn tối đa 30". */
export function amountLabel({ count, unit, extension }: Amount): string {
  const words = `${count} ${unit === "months" ? "tháng" : "ngày làm việc"}`;
  return extension ? `${words}, gia hạn tối đa ${extension}` : words;
}

/** What a field of the rulebook is about. */
export function bookFieldLabel(field: ChangedField): string {
  switch (field) {
    case "regulation":
      return "Quy định thi hành Điều lệ Đảng";
    case "guidance":
      return "Hướng dẫn của Ban Bí thư";
    case "formGuidance":
      return "Hướng dẫn nghiệp vụ, biểu mẫu";
    case "politicalStandard":
      return "Tiêu chuẩn chính trị";
    case "minimumAge":
      return "Tuổi tối thiểu";
    case "maximumAge":
      return "Tuổi tối đa";
    case "certificateMonths":
      return "Giấy chứng nhận có giá trị";
    case "certificateCountsUntil":
      return "Giấy chứng nhận phải còn hạn đến";
    case "dossierMonths":
      return "Giấy tờ hồ sơ có giá trị";
    case "education":
      return "Trình độ giáo dục phổ thông";
    case "togetherMonths":
      return "Người giới thiệu cùng công tác";
    case "togetherByResidence":
      return "Người giới thiệu cùng nơi cư trú";
    case "verifiesSpouseCarers":
      return "Thẩm tra người nuôi dưỡng vợ, chồng";
    case "verificationWorkingDays":
      return "Trả lời thẩm tra";
    case "verificationAbroadWorkingDays":
      return "Trả lời thẩm tra từ nước ngoài";
    case "decider":
      return "Cấp quyết định kết nạp";
    case "decisionWorkingDays":
      return "Thời hạn quyết định";
    case "decisionExtensionWorkingDays":
      return "Gia hạn quyết định";
    case "ceremonyWorkingDays":
      return "Thời hạn lễ kết nạp";
    case "ceremonyCountsFrom":
      return "Thời hạn lễ kết nạp tính từ";
    case "probationMonths":
      return "Thời gian dự bị";
    case "recognitionWorkingDays":
      return "Thời hạn xét công nhận";
    case "recognitionExtensionWorkingDays":
      return "Gia hạn quyết định công nhận";
    case "recognitionRounds":
      return "Số lần biểu quyết công nhận";
    case "youthAge":
      return "Tuổi thanh niên";
    case "readmissionMonths":
      return "Thời gian chờ kết nạp lại";
    case "readmissionClearedMonths":
      return "Thời gian chờ sau khi xóa án tích";
    case "transferWorkingDays":
      return "Thời hạn chuyển sinh hoạt";
    case "letterWorkingDays":
      return "Thời hạn nộp giấy giới thiệu";
  }
}

const WORDS: Partial<Record<ChangedField, Record<string, string>>> = {
  certificateCountsUntil: { admission: "ngày kết nạp", cellReview: "khi chi bộ xét" } satisfies Record<
    Rulebook["certificateCountsUntil"],
    string
  >,
  education: {
    lowerSecondaryDiploma: "bằng tốt nghiệp THCS",
    lowerSecondaryCompleted: "hoàn thành chương trình THCS",
  } satisfies Record<Rulebook["education"], string>,
  decider: {
    directUpperCommittee: "cấp ủy cấp trên trực tiếp hoặc đảng ủy cơ sở được ủy quyền",
    baseStandingCommittee: "ban thường vụ đảng ủy cơ sở",
  } satisfies Record<Rulebook["decider"], string>,
  ceremonyCountsFrom: {
    receipt: "ngày chi bộ nhận quyết định",
    issue: "ngày ban hành quyết định",
  } satisfies Record<Rulebook["ceremonyCountsFrom"], string>,
};

/** The value of a field of the rulebook: "60 tháng", "ngày ban hành quyết định", "có". */
export function bookValueLabel(field: ChangedField, value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "có" : "không";
  if (typeof value === "string") return WORDS[field]?.[value] ?? value;
  if (field.endsWith("Months")) return `${value} tháng`;
  if (field.endsWith("WorkingDays")) return `${value} ngày làm việc`;
  return field.endsWith("Age") ? `${value} tuổi` : String(value);
}

/** What a province may set. */
export function optionLabel(field: OptionField): string {
  switch (field) {
    case "parentsOpinion":
      return "Học sinh THPT phải có ý kiến phụ huynh";
    case "permissionToStart":
      return "Cấp ủy cho phép mới được làm thủ tục";
    case "adoptedChildren":
      return "Thẩm tra cả con nuôi hợp pháp cùng sống";
    case "sendUpWorkingDays":
      return "Chi bộ gửi hồ sơ";
    case "baseWorkingDays":
      return "Đảng ủy cơ sở ra nghị quyết";
    case "decisionWorkingDays":
      return "Quyết định kết nạp";
    case "decisionExtensionWorkingDays":
      return "Gia hạn quyết định";
    case "prolongationMonths":
      return "Kéo dài dự bị";
    case "recognitionRedoWorkingDays":
      return "Biểu quyết lại khi chậm công nhận";
    case "youthAge":
      return "Tuổi Đoàn";
    case "helpedAtOnce":
      return "Số người một đảng viên giúp đỡ";
    case "notesEvery":
      return "Nhận xét của người giúp đỡ";
  }
}

/** "5 ngày làm việc", "có", "theo Trung ương". */
export function optionValueLabel(field: OptionField, options: ProvinceOptions): string {
  const value = options[field];
  if (typeof value === "boolean") return value ? "có" : "không";
  if (value === "month") return "mỗi tháng";
  if (value === "quarter") return "mỗi quý";
  if (value === null) return NOT_SET[field] ?? "không quy định riêng";
  if (field.endsWith("WorkingDays")) return `${value} ngày làm việc`;
  if (field === "prolongationMonths") return `tối đa ${value} tháng`;
  return field === "youthAge" ? `đến ${value} tuổi` : `tối đa ${value} người`;
}

const NOT_SET: Partial<Record<OptionField, string>> = {
  prolongationMonths: "không được kéo dài",
  youthAge: "theo Trung ương",
  helpedAtOnce: "không giới hạn",
  notesEvery: "không nhắc",
};
