import { lineFigure } from "@/lib/reports/chart/board";
import { sameDaysLastYear } from "@/lib/reports/rules/previous-period";
import { addDays, addMonths, formatDay, type PlainDate } from "@/lib/shared/days";
import { boardAt, type LetterFacts, monthAt } from "./facts";
import { counted, type FigureAddress, type Sentence, say } from "./parts";

/** The days a letter compares: its month, the month before, and the year before up to the same day. */
export function comparedDays({ month, asOf, from, to }: Pick<LetterFacts, "month" | "asOf" | "from" | "to">) {
  const before = addMonths(month, -1);
  return {
    month: { first: month, before, last: addDays(addMonths(month, 1), -1) },
    before: { first: before, before, last: addDays(addMonths(month, 1), -1) },
    lastYear: sameDaysLastYear({ from, to, asOf }),
  };
}

/** What changed: the month against the one before, the year against the year before up to the same day. */
export function writeChange(facts: LetterFacts): Sentence[] {
  return [writeMonth(facts), ...writeYear(facts)];
}

function writeMonth(facts: LetterFacts): Sentence {
  const { thisMonth, lastMonth, month, asOf } = facts;
  const days = comparedDays(facts);
  const now = monthAt(facts, days.month);
  const before = monthAt(facts, days.before);
  const name = monthName(month);
  const when = asOf < days.month.last ? `${name} (đến ngày ${formatDay(asOf)})` : name;
  const other = monthName(days.before.first).toLowerCase();
  const people = counted(thisMonth, { is: "people", at: now });
  if (lastMonth === null)
    return thisMonth === 0
      ? say`${when} chưa kết nạp được người nào.`
      : say`${when} kết nạp ${people} người.`;
  if (thisMonth === 0 && lastMonth === 0)
    return say`${when} chưa kết nạp được người nào; ${other} cũng không kết nạp người nào.`;
  const then = counted(lastMonth, { is: "people", at: before });
  if (thisMonth === 0) return say`${when} chưa kết nạp được người nào; ${other} kết nạp ${then} người.`;
  if (lastMonth === 0) return say`${when} kết nạp ${people} người; ${other} không kết nạp người nào.`;
  return say`${when} kết nạp ${people} người, ${compared(thisMonth, lastMonth, now, before)} ${other} (${then} người).`;
}

function writeYear(facts: LetterFacts): Sentence[] {
  const { admitted, lastYear, asOf } = facts;
  if (lastYear === null) return [];
  const then = comparedDays(facts).lastYear;
  const now = boardAt(facts, lineFigure(null, "admitted"));
  const before = boardAt({ ...facts, ...then }, lineFigure(null, "admitted"));
  const when = `Cùng kỳ năm trước (đến ngày ${formatDay(then.asOf)})`;
  if (lastYear === 0)
    return [
      admitted === 0
        ? say`${when} cũng không kết nạp người nào.`
        : say`${when} không kết nạp người nào; năm nay đã kết nạp ${counted(admitted, { is: "people", at: now })} người.`,
    ];
  const last = counted(lastYear, { is: "people", at: before });
  if (admitted === 0)
    return [say`${when} kết nạp ${last} người; đến ngày ${formatDay(asOf)} năm nay chưa có người nào.`];
  return [say`${when} kết nạp ${last} người; năm nay ${compared(admitted, lastYear, now, before)} cùng kỳ.`];
}

function compared(now: number, before: number, of: FigureAddress, minus: FigureAddress): Sentence {
  if (now === before) return say`bằng`;
  return now > before
    ? say`nhiều hơn ${counted(now - before, { is: "difference", of, minus })} người so với`
    : say`ít hơn ${counted(before - now, { is: "difference", of: minus, minus: of })} người so với`;
}

/** "Tháng 11/2026". */
export const monthName = (month: PlainDate): string =>
  `Tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;
