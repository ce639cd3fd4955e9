import "server-only";
import { notFound } from "next/navigation";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { preparePerson } from "../chart/people";
import { explainSource, sourceFigureTitle } from "../labels";
import type { FigurePerson } from "../repository/figures";
import { type AfterSource, findSourcePeople } from "../repository/source-people";
import { parseFigurePath } from "../rules/figure-path";
import { type ReportParameters, type UnitHead, unitHead } from "../rules/parameters";
import { countSourceFigure, type SourceFigure, sourceFigureOf } from "../rules/source-figure";
import { DRAWER_LIMIT, type FigureDrawer } from "./drawer";
import { type CountedSources, loadSourcesWithin } from "./sources";
import { UnknownFigure } from "./unknown-figure";

/** A number of the report on sources, with the report it stands in. */
export type OpenedSource = {
  sources: CountedSources;
  figure: SourceFigure;
  unit: UnitHead;
  ranges: OrdinalRange[];
  count: number;
};

/** What a path counts and where. `open`: the report, where it is open already. @throws UnknownFigure */
export async function loadSourceFigure(
  scope: UnitScope,
  parameters: ReportParameters,
  text: string,
  open: CountedSources | null = null,
): Promise<OpenedSource> {
  return openSource(open ?? (await loadSourcesWithin(scope, parameters)), text);
}

/** Everybody behind an opened number, at most `limit`. */
export function loadSourcePeople(
  scope: UnitScope,
  { sources: { days }, figure, ranges }: OpenedSource,
  limit: number | null = null,
  after: AfterSource | null = null,
): Promise<FigurePerson[]> {
  return findSourcePeople(scope, ranges, figure, days, { limit, after });
}

/** The drawer of a number of the report that is shown; null when the address names none. */
export async function loadSourceDrawer(
  scope: UnitScope,
  sources: CountedSources,
  text: string,
): Promise<FigureDrawer | null> {
  const opened = openedOrNull(sources, text);
  if (!opened) return null;
  const people = await loadSourcePeople(scope, opened, DRAWER_LIMIT);
  return {
    path: text,
    title: sourceFigureTitle(opened.figure),
    unit: opened.unit.name,
    count: opened.count,
    people: people.map(preparePerson),
    explained: explainSource(opened.figure, { ...sources.report, unit: opened.unit }),
    structure: [],
  };
}

function openedOrNull(sources: CountedSources, text: string): OpenedSource | null {
  try {
    return openSource(sources, text);
  } catch (error) {
    if (error instanceof UnknownFigure) return null;
    throw error;
  }
}

function openSource(sources: CountedSources, text: string): OpenedSource {
  const path = parseFigurePath(text);
  const figure = path?.report === "sources" ? sourceFigureOf(path, sources.days.years[1]) : null;
  if (!path || !figure)
    throw new UnknownFigure(`"${text}" is no figure of the report "sources" with people behind it.`);
  const { places, facts } = sources;
  const { line } = path;
  const place =
    "total" in line
      ? { unit: places.unit, ranges: places.total }
      : (places.rows.find(({ unit }) => unit.code.toUpperCase() === line.unitCode.toUpperCase()) ??
        notFound());
  return {
    sources,
    figure,
    unit: unitHead(place.unit),
    ranges: place.ranges,
    count: countSourceFigure(figure, facts, place.unit.id),
  };
}
