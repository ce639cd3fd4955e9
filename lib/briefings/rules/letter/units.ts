import { type BoardRow, countStatuses, prepareRanking } from "@/lib/reports/chart/board";
import { boardAt, type LetterFacts, TOLD } from "./facts";
import { counted, listed, percentOf, type Sentence, say } from "./parts";

/** Who did well: who reached the quota, or else who is nearest. Of units without a quota nothing is said. */
export function writeWell(facts: LetterFacts): Sentence[] {
  const { rows } = facts;
  const assigned = rows.filter(({ asked }) => asked !== null);
  if (rows.length === 0) return [];
  if (assigned.length === 0)
    return [say`Chưa có chỉ tiêu nào của các đơn vị trực thuộc được ghi vào phần mềm.`];
  const done = countStatuses(rows).done;
  const ranking = prepareRanking(rows, "percent").filter(({ admitted }) => admitted > 0);
  const all = unitsOf(facts, assigned.length, "assigned");
  if (done === 0) {
    const [best] = ranking;
    return best
      ? [
          say`Chưa đơn vị nào hoàn thành chỉ tiêu trong ${all} đơn vị được giao; đạt cao nhất là ${rowWords(facts, best)}.`,
        ]
      : [say`Chưa đơn vị nào hoàn thành chỉ tiêu trong ${all} đơn vị được giao.`];
  }
  const told = ranking.filter(({ status }) => status === "done").slice(0, TOLD);
  return [
    say`${unitsOf(facts, done, "done")} trong ${all} đơn vị được giao chỉ tiêu đã hoàn thành: ${listed([
      ...told.map((row) => rowWords(facts, row)),
      ...others(facts, done, "done"),
    ])}.`,
  ];
}

/** Who of those with a quota has admitted nobody. */
export function writeNotBegun(facts: LetterFacts): Sentence[] {
  const assigned = facts.rows.filter(({ asked }) => asked !== null);
  if (assigned.length === 0) return [];
  const none = assigned.filter(({ status }) => status === "none");
  const all = unitsOf(facts, assigned.length, "assigned");
  if (none.length === 0)
    return [say`Trong ${all} đơn vị được giao chỉ tiêu, không còn đơn vị nào chưa kết nạp được người.`];
  return [
    say`${unitsOf(facts, none.length, "none")} trong ${all} đơn vị được giao chỉ tiêu chưa kết nạp được người nào: ${listed(
      [...none.slice(0, TOLD).map(({ unit }) => [unit.name]), ...others(facts, none.length, "none")],
    )}.`,
  ];
}

function rowWords(facts: LetterFacts, { unit, admitted, asked, percent, figure }: BoardRow): Sentence {
  const at = boardAt(facts, figure);
  return say`${unit.name} (${counted(admitted, { is: "people", at })}/${counted(asked ?? 0, { is: "quota", at, field: "asked" })} người, ${percentOf(percent ?? 0, { is: "quota", at, field: "percent" })})`;
}

const unitsOf = (facts: LetterFacts, units: number, status: "assigned" | "done" | "none", less = 0) =>
  counted(units - less, { is: "units", at: boardAt(facts, null), status, less });

function others(facts: LetterFacts, units: number, status: "done" | "none"): Sentence[] {
  return units > TOLD ? [say`${unitsOf(facts, units, status, TOLD)} đơn vị khác`] : [];
}
