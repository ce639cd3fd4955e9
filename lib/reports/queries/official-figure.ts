import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Figure } from "../rules/figure";
import type { FigurePath } from "../rules/figure-path";
import { OFFICIAL_REPORTS } from "../rules/layout";
import { sameDaysLastYear } from "../rules/previous-period";
import { PROBATION_FIELDS } from "../rules/probation";
import { rowFigure, rowSource } from "../rules/row-key";
import type { ReportContext } from "./context";
import { loadDeadlines } from "./official";
import { UnknownFigure } from "./unknown-figure";

/** What a path of an official table or of the report on probation counts; null: it is of another report. */
export async function loadOfficialFigures(
  scope: UnitScope,
  context: ReportContext,
  { report, field, chosen }: FigurePath,
): Promise<Figure[] | null> {
  const key = keyOf(report, field, chosen?.column);
  if (key === null) return null;
  const source = rowSource(key);
  if (source?.is !== "people")
    throw new UnknownFigure(`The report "${report}" has no figure "${field}" with people behind it.`);
  const { parameters, countBy, tree } = context;
  const days = chosen?.column === "previous" ? sameDaysLastYear(parameters) : parameters;
  const deadlines = "probation" in source.what ? await loadDeadlines(scope, context, days) : [];
  return [rowFigure(source, { ...days, countBy, treeDay: tree.day }, deadlines)];
}

/** The key a path stands for: a part of a row (`women`) is one condition more. */
function keyOf(report: string, field: string, column: string | undefined): string | null {
  if (report === "probation")
    return PROBATION_FIELDS.some((known) => known === field) ? `probation.${field}` : "";
  if (!OFFICIAL_REPORTS.some((known) => known === report)) return null;
  if (column === undefined || column === "previous") return field;
  return column === "women" || column === "unionMember" ? `${field}&${column}` : "";
}
