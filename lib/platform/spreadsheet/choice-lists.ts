import type { Cell, Column, Sheet } from "./sheet";

const SHEET = "Danh mục";
const MOST_ROWS = 1_048_576;

/** The columns that may hold nothing but what a list says, one after the other. */
function listed(sheets: readonly Sheet[]): Column[] {
  return sheets.flatMap(({ columns }) => columns.filter(({ choices }) => choices?.length));
}

/** The sheet that holds the lists of all columns of a workbook, or none. */
export function listSheet(sheets: readonly Sheet[]): Sheet[] {
  const columns = listed(sheets);
  if (columns.length === 0) return [];
  const longest = Math.max(...columns.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: longest }, (_, place): Cell[] =>
    columns.map(({ choices }) => choices?.[place] ?? null),
  );
  return [
    { name: SHEET, columns: columns.map(({ title }) => ({ title, kind: "text" as const, width: 30 })), rows },
  ];
}

/**
 * The drop-down lists of a sheet: one may choose, and may write in another way what the lists say. `letters`
 * names a column by its place.
 */
export function dropDowns(
  sheet: Sheet,
  sheets: readonly Sheet[],
  letters: (place: number) => string,
): string {
  const all = listed(sheets);
  const lists = sheet.columns.flatMap((column, place) => {
    const list = all.indexOf(column);
    if (list < 0) return [];
    const [at, from] = [letters(place), letters(list)];
    const last = (column.choices?.length ?? 0) + 1;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${at}2:${at}${MOST_ROWS}"><formula1>'${SHEET}'!$${from}$2:$${from}$${last}</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`
    : "";
}
