import { Timeline, type TimelineItem } from "@/components/ui/lists";
import { Panel } from "@/components/ui/panel";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import type { HistoryLine, UnitPage } from "@/lib/organisation/queries/unit";
import type { Succession } from "@/lib/organisation/repository/changes";
import { formatDay } from "@/lib/shared/days";
import { UndoForm } from "./undo-form";

/** What the unit was called and beneath whom it stood, newest first, with what it continues and is continued by. */
export function UnitHistory({ page }: { page: UnitPage }) {
  const { history, successors, predecessors } = page;
  return (
    <Panel heading="Quá trình">
      <Timeline items={history.toReversed().map((line) => itemOf(line, page))} />
      <Successions heading="Kế tục bởi" successions={successors} />
      <Successions heading="Kế tục của" successions={predecessors} />
    </Panel>
  );
}

function itemOf(line: HistoryLine, { undoFrom, mayChange, unit }: UnitPage): TimelineItem {
  const where = line.aboveName ? `trực thuộc ${line.aboveName}` : "không trực thuộc đơn vị nào";
  const what = [
    kindLabel(line.kind),
    line.type && typeLabel(line.type),
    line.mayDecideAdmission && "được quyết định kết nạp",
  ];
  const note = line.closed
    ? `Số liệu còn lại tính vào ${line.aboveName ?? "đơn vị cấp trên"}`
    : `${what.filter(Boolean).join(", ")}; ${where}`;
  return {
    key: line.from ?? "",
    day: daysOf(line),
    title: line.closed ? "Thôi hoạt động" : line.name,
    note,
    ...(mayChange && undoFrom !== null && line.from === undoFrom
      ? {
          action: (
            <UndoForm
              undoes="change"
              fields={{ unit: unit.code, version: String(unit.version) }}
              label="Bỏ thay đổi này"
            />
          ),
        }
      : {}),
  };
}

function daysOf({ from, until }: HistoryLine): string {
  if (from === null) return until === null ? "Từ trước đến nay" : `Đến hết ${formatDay(until)}`;
  return until === null ? `Từ ${formatDay(from)}` : `${formatDay(from)} – ${formatDay(until)}`;
}

function Successions({ heading, successions }: { heading: string; successions: Succession[] }) {
  if (successions.length === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="text-staff font-semibold">{heading}</h3>
      <ul className="mt-1 grid gap-1 text-staff">
        {successions.map(({ code, name, onDay, documentNumber, documentDay }) => (
          <li key={`${code} ${onDay}`}>
            {name}, từ {formatDay(onDay)}
            {documentNumber && (
              <span className="text-ink2">
                {" "}
                (số {documentNumber}
                {documentDay && `, ngày ${formatDay(documentDay)}`})
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
