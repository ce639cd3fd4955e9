import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { taskButton, taskLabel, taskReason } from "@/lib/pipeline/labels/tasks";
import type { TaskLine } from "@/lib/pipeline/queries/tasks";
import { daysBetween, formatDay } from "@/lib/shared/days";
import { workingDaysBetween } from "@/lib/shared/working-days";

type TaskLinesProps = {
  lines: TaskLine[];
  today: string;
  /** Does the first line have the solid button? */
  main?: boolean;
  framed?: boolean;
};

/** Tasks, one under the other: day, what, about whom, the article, and the one click that does it. */
export function TaskLines({ lines, today, main = false, framed = true }: TaskLinesProps) {
  const edge = lines[0]?.group === "overdue" ? "border-red-line" : "border-line";
  return (
    <ul className={framed ? `rounded-panel border bg-surface ${edge}` : ""}>
      {lines.map((line, place) => (
        <Line key={`${line.id} ${line.kind}`} line={line} today={today} main={main && place === 0} />
      ))}
    </ul>
  );
}

function Line({ line, today, main }: { line: TaskLine; today: string; main: boolean }) {
  const { id, name, kind, group, day, record, rule, source, returnReason } = line;
  const waiting = group !== "later" || line.level !== "cell";
  const act = kind === "returned" || (record !== null && waiting);
  const why = returnReason ?? taskReason(line);
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-line px-5 py-4 last:border-0">
      <p className="w-28 shrink-0">
        {day && (
          <strong className="text-task">{formatDay(day).slice(0, sameYear(day, today) ? 5 : 10)}</strong>
        )}
        <span className={`block text-note ${group === "overdue" ? "font-semibold text-red" : "text-ink2"}`}>
          {daysLeft(line, today)}
        </span>
      </p>
      <div className="min-w-52 flex-1">
        <p className="text-task font-medium">
          {taskLabel(line)}: <span className="keep">{name}</span>
        </p>
        <p className="text-staff text-ink2">{[why, line.unitName].filter(Boolean).join(" · ")}</p>
        <p className="text-note text-ink3">
          {rule && <span className="keep">{rule} · </span>}
          {source}
        </p>
      </div>
      {act ? (
        <ButtonLink
          href={
            kind === "returned"
              ? `/pipeline/${id}`
              : `/pipeline/${id}/record/${record}${line.of ? `?of=${line.of}` : ""}`
          }
          look={main ? "main" : "panel"}
          className="no-print"
        >
          {taskButton(kind, record)}
          <span className="sr-only">: {name}</span>
        </ButtonLink>
      ) : (
        <Link
          href={`/pipeline/${id}`}
          prefetch={false}
          aria-label={`Mở hồ sơ ${name}`}
          className="no-print flex size-12 items-center justify-center"
        >
          <ChevronRight size={20} aria-hidden="true" />
        </Link>
      )}
    </li>
  );
}

const sameYear = (day: string, today: string): boolean => day.slice(0, 4) === today.slice(0, 4);

/** Of these days the law counts working days. */
const IN_WORKING_DAYS: readonly TaskLine["kind"][] = ["step", "reply"];

function daysLeft({ kind, group, day }: TaskLine, today: string): string {
  if (group === "returned") return "nhận lại hồ sơ";
  if (group === "watch") return kind === "helper" ? "từ ngày này" : "theo dõi từ ngày này";
  if (!day) return "không có hạn";
  if (day >= today) return day === today ? "hôm nay" : `còn ${daysBetween(today, day)} ngày`;
  const late = daysBetween(day, today);
  return IN_WORKING_DAYS.includes(kind) && late < 400
    ? `chậm ${workingDaysBetween(day, today)} ngày làm việc`
    : `chậm ${late} ngày`;
}
