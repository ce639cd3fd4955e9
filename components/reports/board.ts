import type { BoardRow } from "@/lib/reports/chart/board";
import type { BoardPage } from "@/lib/reports/queries/board";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import type { BoardAddress } from "@/lib/reports/schema";
import { type Address, addressWith } from "./address";

/** What every part of the board is given. */
export type BoardProps = { page: BoardPage; rows: BoardRow[]; address: BoardAddress; told: Address };

/** The board with some parts of its address changed. */
export function boardHref(told: Address, changes: Readonly<Record<string, string | null>>): string {
  return addressWith("/quotas", told, changes);
}

/** The board with the people of a figure open. */
export function figureHref(told: Address, figure: string): string {
  return boardHref(told, { figure, tab: null });
}

/** The same, where the figure opens at all. */
export function linkHref(told: Address, figure: string | null): string | undefined {
  return figure === null ? undefined : figureHref(told, figure);
}

/** The same numbers as a file. */
export function fileHref(
  report: string,
  { unit, from, to, asOf, countBy, tree }: ReportParameters,
  format: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const told = { unit, from, to, asOf, tree, ...(countBy ? { countBy } : {}), ...more, format };
  return addressWith(`/api/v1/reports/${report}`, told, {});
}

/** Where the report that is shown is frozen as a snapshot. */
export function snapshotHref(
  report: string,
  { unit, from, to, asOf, countBy, tree }: ReportParameters,
  more: Readonly<Record<string, string>> = {},
): string {
  const told = { report, unit, from, to, asOf, tree, ...(countBy ? { countBy } : {}), ...more };
  return addressWith("/periods/snapshots/new", told, {});
}
