/** People suggested for a unit: a share of its members, rounded up, at least 1; null without a head count. */
export function suggestedFor(members: number | null, percent: number): number | null {
  if (members === null) return null;
  return Math.max(1, Math.ceil((Math.round(percent * 10_000) * members) / 1_000_000));
}

/** Cells of a column copied from a spreadsheet, one per line; the empty line at its end is none. */
export function pastedColumn(text: string): string[] {
  const cells = text.split(/\r?\n/).map((line) => (line.split("\t")[0] ?? "").trim());
  return cells.at(-1) === "" ? cells.slice(0, -1) : cells;
}

/** The sum of what is typed; what is no whole number counts as nothing. */
export function sumTyped(cells: readonly string[]): number {
  return cells.reduce((sum, typed) => {
    const value = Number(typed.trim().replaceAll(".", ""));
    return typed.trim() !== "" && Number.isInteger(value) ? sum + value : sum;
  }, 0);
}
