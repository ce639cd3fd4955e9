import type { Cell, Column, Sheet } from "@/lib/platform/spreadsheet/sheet";
import { formatDay } from "@/lib/shared/days";
import { askLabel, taskStandingLabel, taskTitle } from "../labels";
import type { UnitRequestPage } from "../queries/unit-tasks";
import { taskStandingOf, type UnitTask } from "../rules/unit-task";

const COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  { title: "Tình trạng", kind: "text", width: 16 },
  { title: "Số", kind: "number" },
  { title: "Trả lời", kind: "text", width: 60 },
  { title: "Người trả lời", kind: "text", width: 24 },
  { title: "Ngày trả lời", kind: "day" },
  { title: "Lý do trả lại", kind: "text", width: 40 },
];

/** All answers to a request in one workbook: who has answered, and what was asked. */
export function requestSheets({ request, tasks }: UnitRequestPage): Sheet[] {
  return [
    { name: "Trả lời", columns: COLUMNS, rows: tasks.map(answerRow) },
    {
      name: "Việc đã giao",
      columns: [
        { title: "Mục", kind: "text", width: 18 },
        { title: "Nội dung", kind: "text", width: 100 },
      ],
      rows: [
        ["Việc", taskTitle(request)],
        ["Loại", askLabel(request.ask)],
        ["Lời dặn", request.note],
        ["Người giao", `${request.givenByName}, ${request.giverName}`],
        ["Ngày giao", formatDay(request.givenOn)],
        ["Hạn", formatDay(request.dueOn)],
      ],
    },
  ];
}

/** A draft is the unit's own until it is sent. */
function answerRow(task: UnitTask): Cell[] {
  const { unit, number, answer, answeredByName, answeredOn, returnedReason } = task;
  const standing = taskStandingOf(task);
  const told = standing === "sent" || standing === "accepted";
  return [
    unit.code,
    unit.name,
    taskStandingLabel(standing),
    told ? number : null,
    told ? answer : null,
    told ? answeredByName : null,
    told ? answeredOn : null,
    returnedReason,
  ];
}
