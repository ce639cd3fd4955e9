import "server-only";
import { notFound } from "next/navigation";
import type { UnitScope } from "@/lib/access/gate";
import { preparePerson } from "../chart/people";
import { explainClasses } from "../labels";
import { classFigureTitle } from "../labels/classes";
import { findClassPeople, findCountedClasses } from "../repository/classes";
import type { FigurePerson } from "../repository/figures";
import { type ClassFigure, classFigureOf, countClassFigure } from "../rules/class-figure";
import { parseFigurePath } from "../rules/figure-path";
import type { ReportParameters, UnitHead } from "../rules/parameters";
import { sameDaysLastYear } from "../rules/previous-period";
import { loadReportContext, type ReportContext } from "./context";
import { UnknownFigure } from "./unknown-figure";

/** A number of learners, with the classes it is counted in. */
export type OpenedClasses = {
  context: ReportContext;
  figure: ClassFigure;
  days: ReportParameters;
  unit: UnitHead;
  /** Of the classes of this organiser alone. */
  organiser: string | null;
  count: number;
};

/** What a path counts and where. @throws UnknownFigure */
export async function loadClassFigure(
  scope: UnitScope,
  parameters: ReportParameters,
  text: string,
): Promise<OpenedClasses> {
  const path = parseFigurePath(text);
  const figure = path && classFigureOf(path);
  if (!path || !figure)
    throw new UnknownFigure(`"${text}" is no figure of the report "classes" with people behind it.`);
  const context = await loadReportContext(scope, path.report, parameters);
  const days = path.chosen?.column === "previous" ? sameDaysLastYear(parameters) : parameters;
  const all = await findCountedClasses(scope, context.tree, days);
  if ("total" in path.line)
    return {
      context,
      figure,
      days,
      unit: context.head.unit,
      organiser: null,
      count: countClassFigure(figure, all),
    };
  const code = path.line.unitCode.toUpperCase();
  const own = all.filter(({ unit }) => unit.code.toUpperCase() === code);
  const unit = own[0]?.unit ?? notFound();
  return { context, figure, days, unit, organiser: unit.code, count: countClassFigure(figure, own) };
}

/** The learners behind an opened number, at most `limit`: those within reach, who has left since is a number. */
export function loadClassPeople(
  scope: UnitScope,
  { context, figure, days, organiser }: OpenedClasses,
  limit: number | null = null,
  after: { id: string; day: string | null } | null = null,
): Promise<FigurePerson[]> {
  return findClassPeople(scope, context.tree, days, figure, { organiser, limit, after });
}

/** What a drawer shows of a number of learners. */
export async function loadClassDrawer(
  scope: UnitScope,
  parameters: ReportParameters,
  path: string,
  limit: number,
) {
  const opened = await loadClassFigure(scope, parameters, path);
  const { from, to, asOf } = opened.days;
  return {
    path,
    title: classFigureTitle(opened.figure),
    unit: opened.unit.name,
    count: opened.count,
    people: (await loadClassPeople(scope, opened, limit)).map(preparePerson),
    explained: explainClasses({ ...opened.context.head, period: { from, to }, asOf }),
    structure: [],
  };
}
