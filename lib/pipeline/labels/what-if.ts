import type { Link, UsualDays } from "../rules/earliest";
import type { StepKind } from "../rules/step";
import { stepLabel } from "./words";

/** What happens on a day of the plan. */
export function plannedLabel(step: StepKind): string {
  switch (step) {
    case "certified":
      return "Có giấy chứng nhận lớp nhận thức";
    case "verified":
      return "Thẩm tra xong lý lịch";
    case "opinionCollected":
      return "Đủ ý kiến nhận xét";
    case "cellVoted":
      return "Chi bộ họp xét kết nạp";
    case "baseVoted":
      return "Đảng ủy cơ sở ra nghị quyết";
    default:
      return stepLabel(step);
  }
}

/** What fixes the day of a step. */
export function boundLabel({ bound, rule, step }: Link): string {
  switch (bound) {
    case "rule":
      return rule === "R-01" ? "đủ 18 tuổi từ tháng này" : "không sớm hơn theo quy định";
    case "order":
    case "step":
      return "sau bước trước";
    case "class":
      return "theo ngày mở lớp";
    case "meeting":
      return "theo ngày chi bộ họp";
    case "usual":
      return step === "certified" ? "theo thời gian học" : "theo số ngày giả định";
    case "today":
      return "làm được ngay";
  }
}

export function usualLabel(name: keyof UsualDays): string {
  switch (name) {
    case "study":
      return "Từ mở lớp đến có giấy";
    case "verification":
      return "Thẩm tra lý lịch";
    case "base":
      return "Chi bộ đến đảng ủy cơ sở";
    case "decision":
      return "Chi bộ đến quyết định";
    case "ceremony":
      return "Quyết định đến lễ kết nạp";
  }
}

/** Where a number of usual days comes from. */
export function usualFromLabel(from: "typed" | "history" | "longest", name: keyof UsualDays): string {
  switch (from) {
    case "typed":
      return "do đồng chí nhập";
    case "history":
      return "trung vị 3 năm qua của đơn vị";
    case "longest":
      return name === "study" ? "giả định" : "dài nhất theo quy định";
  }
}
