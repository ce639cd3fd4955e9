import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { LAYOUT_COLUMNS } from "../import/layout";
import type { Layout } from "../rules/layout";

/** The columns of a file that lays a table out. */
export const layoutColumns = (): Column[] =>
  LAYOUT_COLUMNS.map((title) => ({ title, kind: "text", width: title === "Tiêu chí" ? 70 : 22 }));

/** A layout as rows of such a file. */
export const layoutRows = ({ lines }: Pick<Layout, "lines">): Cell[][] =>
  lines.map(({ number, label, level, key }) => [number, label, String(level), key]);
