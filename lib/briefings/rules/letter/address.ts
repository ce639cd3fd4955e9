import type { FigureAddress, Source } from "./parts";

/** Where a number of the letter opens: its people, its report or its list. */
export function hrefOf(source: Source): string {
  switch (source.is) {
    case "people":
      return boardHref(source.at, { figure: source.at.figure });
    case "quota":
      return boardHref(source.at, {});
    case "difference":
      return boardHref(source.of, {});
    case "units":
      return boardHref(source.at, { status: source.status === "assigned" ? null : source.status });
    case "tasks":
      return withParts("/overdue", { unit: source.unit, group: source.group });
    case "briefings":
      return withParts("/briefings", { unit: source.unit, from: source.from, asOf: source.asOf });
    case "difficulties":
      return withParts("/briefings/difficulties", source.filter);
    case "commitments":
      return withParts("/briefings/commitments", source.filter);
  }
}

function boardHref(
  { page, unit, from, to, asOf, countBy }: FigureAddress,
  more: Record<string, string | null>,
): string {
  return withParts(page, { unit, from, to, asOf, countBy, ...more });
}

function withParts(page: string, parts: Readonly<Record<string, string | null>>): string {
  const told = Object.entries(parts).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return `${page}?${new URLSearchParams(told)}`;
}
