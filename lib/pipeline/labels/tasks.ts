import type { StepKind } from "../rules/step";
import type { Task, TaskGroup, TaskKind } from "../rules/tasks";
import { consentLabel, nextStepLabel, recordLabel } from "./words";

export function taskGroupLabel(group: TaskGroup): string {
  switch (group) {
    case "overdue":
      return "Quá hạn";
    case "returned":
      return "Bị trả lại";
    case "soon":
      return "Đến hạn trong 14 ngày";
    case "later":
      return "Sắp tới";
    case "watch":
      return "Theo dõi thêm";
  }
}

/** What there is to do, before the name of the person. */
export function taskLabel({ kind, step }: { kind: TaskKind; step: StepKind | null }): string {
  switch (kind) {
    case "returned":
      return "Hồ sơ bị trả lại";
    case "certificate":
      return step === "certified"
        ? "Giấy chứng nhận nhận thức đã hết hạn"
        : nextStepLabel(step ?? "cellVoted");
    case "papers":
      return step === "dossierRenewed" ? "Hồ sơ đã quá 12 tháng" : nextStepLabel(step ?? "cellVoted");
    case "reply":
      return "Chờ kết quả thẩm tra lý lịch";
    case "probation":
      return "Sắp hết thời gian dự bị";
    case "consent":
      return "Cần tỉnh đồng ý bằng văn bản";
    case "helper":
      return "Chưa có đảng viên giúp đỡ";
    case "note":
      return "Chưa có nhận xét của người giúp đỡ";
    case "step":
      return step ? nextStepLabel(step) : "Việc tiếp theo";
  }
}

/** Why, in a few words, where the task itself does not say it. */
export function taskReason({ kind, step, of }: Pick<Task, "kind" | "step" | "of">): string | null {
  switch (kind) {
    case "consent":
      return of ? consentLabel(of) : null;
    case "certificate":
      return step === "certified" ? "Phải học lại lớp nhận thức" : "Giấy chứng nhận nhận thức sắp hết hạn";
    case "papers":
      return step === "dossierRenewed" ? "Phải bổ sung hồ sơ" : "Giấy tờ trong hồ sơ sắp hết hạn";
    case "reply":
      return "Nơi thẩm tra chưa trả lời";
    case "probation":
      return step === "newMemberCertified"
        ? "Chưa có giấy chứng nhận lớp đảng viên mới"
        : "Chuẩn bị bản tự kiểm điểm";
    default:
      return null;
  }
}

/** The button of a task: verb and object. */
export function taskButton(kind: TaskKind, step: StepKind | null): string {
  if (kind === "returned" || step === null) return "Bổ sung hồ sơ";
  return kind === "certificate" && step === "certified" ? "Ghi giấy chứng nhận mới" : recordLabel(step);
}
