import { addDays, addMonths, formatDay, type PlainDate } from "@/lib/shared/days";

export type Period = { key: string; label: string; from: PlainDate; to: PlainDate };

const FIRST_YEAR = 2019;

/** A year, half or quarter by its key ("2024", "2024-H1", "2024-Q3"); null: no such period. */
export function periodOf(key: string): Period | null {
  const match = /^(\d{4})(?:-(H[12]|Q[1-4]))?$/.exec(key);
  if (!match?.[1] || Number(match[1]) < 1930) return null;
  const [, year, part] = match;
  const place = Number(part?.[1] ?? 1) - 1;
  const months = part === undefined ? 12 : part.startsWith("H") ? 6 : 3;
  const from = addMonths(`${year}-01-01`, place * months);
  const words =
    part === undefined
      ? `Năm ${year}`
      : part.startsWith("H")
        ? `6 tháng ${place === 0 ? "đầu" : "cuối"} năm ${year}`
        : `Quý ${["I", "II", "III", "IV"][place]} năm ${year}`;
  return { key, label: words, from, to: addDays(addMonths(from, months), -1) };
}

/** What a period filter offers: the years so far, latest first, and the parts of the chosen one. */
export function preparePeriods(chosenYear: number, thisYear: number): Period[] {
  const parts = ["H1", "H2", "Q1", "Q2", "Q3", "Q4"].map((part) => `${chosenYear}-${part}`);
  const years = Array.from(
    { length: Math.max(1, thisYear - FIRST_YEAR + 1) },
    (_, back) => `${thisYear - back}`,
  );
  return years
    .flatMap((year) => (year === `${chosenYear}` ? [year, ...parts] : [year]))
    .flatMap((key) => periodOf(key) ?? []);
}

/** "năm 2024", or the days where it is no whole period. */
export function periodWords(from: PlainDate, to: PlainDate): string {
  const year = from.slice(0, 4);
  const known = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"]
    .flatMap((part) => periodOf(`${year}${part}`) ?? [])
    .find((period) => period.from === from && period.to === to);
  return known
    ? known.label.charAt(0).toLowerCase() + known.label.slice(1)
    : `${formatDay(from)} – ${formatDay(to)}`;
}

/** "Năm 2024, đến 04/05/2024". */
export function filterSummary({
  from,
  to,
  asOf,
}: {
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
}): string {
  const words = periodWords(from, to);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, đến ${formatDay(asOf)}`;
}
