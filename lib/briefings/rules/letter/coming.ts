import { lineFigure } from "@/lib/reports/chart/board";
import { formatDay, yearOf } from "@/lib/shared/days";
import { topicWords } from "../../labels";
import type { CommitmentFilter, DifficultyFilter } from "../matters";
import { monthName } from "./change";
import { boardAt, type LetterFacts } from "./facts";
import { counted, listed, type Sentence, say } from "./parts";

/** What is due: tasks that are late or near, dossiers before the committee, days by which quotas are asked. */
export function writeDue(facts: LetterFacts): Sentence[] {
  const { tasks, certain, admitted, quotas, asOf, from, unit } = facts;
  const sentences: Sentence[] = [];
  if (tasks) {
    const of = (group: "overdue" | "soon") => counted(tasks[group], { is: "tasks", unit: unit.code, group });
    const late =
      tasks.overdue === 0
        ? say`Không có việc nào về hồ sơ quá hạn`
        : say`Có ${of("overdue")} việc về hồ sơ quá hạn`;
    const near = tasks.soon === 0 ? say`không có việc nào đến hạn` : say`${of("soon")} việc đến hạn`;
    sentences.push(say`${late}; trong hai tuần tới ${near}.`);
  }
  if (certain > admitted)
    sentences.push(
      say`Nếu các hồ sơ đang chờ quyết định đều được kết nạp, cả năm ${String(yearOf(from))} sẽ có ${counted(certain, { is: "people", at: boardAt(facts, lineFigure(null, "forecast.certain")) })} người.`,
    );
  const days = [
    ...new Set(quotas.flatMap(({ dueOn, remaining }) => (dueOn && remaining > 0 ? [dueOn] : []))),
  ];
  for (const day of days.toSorted())
    sentences.push(
      day < asOf
        ? say`Hạn hoàn thành chỉ tiêu ${formatDay(day)} đã qua.`
        : say`Hạn hoàn thành chỉ tiêu: ${formatDay(day)}.`,
    );
  return sentences;
}

/** What the briefings of the month found difficult, and what is still open. */
export function writeDifficulties(facts: LetterFacts): Sentence[] {
  const { briefings, unit, month, asOf } = facts;
  const { held, raised, open, told } = briefings;
  const name = monthName(month);
  const filter = { unit: unit.code, topic: null, from: month, asOf } as const;
  const of = (count: number, more: Partial<DifficultyFilter>) =>
    counted(count, { is: "difficulties", filter: { ...filter, state: "raised", ...more } });
  const sum = raised.reduce((all, { count }) => all + count, 0);
  const sentences: Sentence[] = [];
  if (held === 0) sentences.push(say`${name} chưa ghi phiên giao ban nào.`);
  else {
    const meetings = counted(held, { is: "briefings", unit: unit.code, from: month, asOf });
    const topics = listed(
      raised.map(({ topic, count }) => say`${topicWords(topic)} (${of(count, { topic })})`),
    );
    sentences.push(
      sum === 0
        ? say`${name} có ${meetings} phiên giao ban; không đơn vị nào nêu khó khăn.`
        : say`${name} có ${meetings} phiên giao ban, nêu ${of(sum, {})} khó khăn: ${topics}.`,
    );
  }
  if (open > 0) {
    sentences.push(say`Còn ${of(open, { state: "open" })} khó khăn chưa tháo gỡ.`);
    for (const { unit: raiser, words } of told) sentences.push(say`${raiser.name}: ${closed(words)}`);
  } else if (sum > 0) sentences.push(say`Các khó khăn đã nêu đều đã được tháo gỡ.`);
  return sentences;
}

/** What was agreed and is not done yet, what is late, and what was done in the month. */
export function writePromises(facts: LetterFacts): Sentence[] {
  const { briefings, unit, month, asOf } = facts;
  const { waiting, late, reported, done, promised } = briefings;
  if (waiting === 0 && done === 0) return [];
  const of = (count: number, state: CommitmentFilter["state"]) =>
    counted(count, { is: "commitments", filter: { unit: unit.code, state, from: month, asOf } });
  const sentences: Sentence[] = [];
  if (done > 0) sentences.push(say`Trong tháng đã xong ${of(done, "done")} việc thống nhất tại giao ban.`);
  if (waiting === 0) return [...sentences, say`Không còn việc nào thống nhất tại giao ban chưa xong.`];
  const parts = [
    ...(late > 0 ? [say`${of(late, "late")} việc quá hạn`] : []),
    ...(reported > 0 ? [say`${of(reported, "reported")} việc đã báo xong, chờ cấp ủy xác nhận`] : []),
  ];
  sentences.push(
    parts.length > 0
      ? say`Còn ${of(waiting, "waiting")} việc thống nhất tại giao ban chưa kết thúc, trong đó có ${listed(parts)}.`
      : say`Còn ${of(waiting, "waiting")} việc thống nhất tại giao ban chưa kết thúc.`,
  );
  for (const { unit: doer, doer: who, committeeName, words, dueOn, report } of promised)
    sentences.push(
      say`${who === "unit" ? doer.name : committeeName}: ${words.replace(/[.\s]+$/, "")} (hạn ${formatDay(dueOn)}${report === null ? "" : ", đã báo xong"}).`,
    );
  return sentences;
}

const closed = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);
