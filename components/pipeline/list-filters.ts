import type { Filter } from "@/components/ui/filter-bar";
import { SOURCES, sourceLabel, stageLabel } from "@/lib/pipeline/labels/words";
import { LIST_GROUPS, type ListFilter, type ListGroup, type Tab } from "@/lib/pipeline/rules/list";
import { STAGES } from "@/lib/pipeline/rules/standing";
import { addDays, formatDay } from "@/lib/shared/days";

export function tabLabel(tab: Tab): string {
  switch (tab) {
    case "all":
      return "Tất cả";
    case "overdue":
      return "Quá hạn";
    case "returned":
      return "Bị trả lại";
    case "cell":
      return "Chờ chi bộ";
    case "base":
      return "Chờ đảng ủy";
    case "decision":
      return "Chờ quyết định";
    case "probation":
      return "Dự bị";
    case "ended":
      return "Đã kết thúc";
  }
}

export function listGroupLabel(group: ListGroup): string {
  switch (group) {
    case "women":
      return "Nữ";
    case "ethnicMinority":
      return "Dân tộc thiểu số";
    case "religious":
      return "Có tôn giáo";
    case "unionMember":
      return "Đoàn viên";
    case "pupil":
      return "Học sinh";
    case "student":
      return "Sinh viên";
    case "worker":
      return "Công nhân";
    case "privateOwner":
      return "Chủ doanh nghiệp";
  }
}

const ALL = { value: "", label: "Tất cả" };

/** The filters of the list as the bar shows them. */
export function listFilters(filter: ListFilter, today: string): Filter[] {
  const year = Number(today.slice(0, 4));
  const dueDays = [14, 30, 60].map((days) => addDays(today, days));
  return [
    {
      name: "stage",
      label: "Bước",
      value: filter.stage ?? "",
      initial: "",
      choices: [ALL, ...STAGES.map((stage) => ({ value: stage, label: stageLabel(stage) }))],
    },
    {
      name: "dueUntil",
      label: "Hạn",
      value: filter.dueUntil ?? "",
      initial: "",
      choices: [ALL, ...dueDays.map((day) => ({ value: day, label: `Đến ${formatDay(day)}` }))],
    },
    {
      name: "group",
      label: "Nhóm",
      value: filter.group ?? "",
      initial: "",
      choices: [ALL, ...LIST_GROUPS.map((group) => ({ value: group, label: listGroupLabel(group) }))],
    },
    {
      name: "source",
      label: "Nguồn",
      value: filter.source ?? "",
      initial: "",
      choices: [ALL, ...SOURCES.map((source) => ({ value: source, label: sourceLabel(source) }))],
    },
    {
      name: "introduced",
      label: "Giới thiệu",
      value: filter.introducedFrom?.slice(0, 4) ?? "",
      initial: "",
      choices: [
        ALL,
        ...Array.from({ length: 8 }, (_, back) => ({
          value: String(year - back),
          label: `Năm ${year - back}`,
        })),
      ],
    },
  ];
}
