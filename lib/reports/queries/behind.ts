import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { findFigureIds } from "../repository/figures";
import { findSourceIds } from "../repository/source-people";
import type { Figure } from "../rules/figure";
import type { ReportParameters } from "../rules/parameters";
import type { ReportName } from "../schema";
import { loadReportContext } from "./context";
import { loadFigure } from "./people";
import { loadSourceFigure } from "./source-people";
import { loadSourcesWithin } from "./sources";
import { UnknownFigure } from "./unknown-figure";

/** Who stands behind a number: the name under which the report knows it, and the ids in their order. */
export type Behind = { path: string; people: string[] };

/**
 * The persons behind many numbers of a report, asked for together. Each number comes with the names it may have;
 * the first that the report knows is taken. null: nobody stands behind it.
 */
export function loadBehind(
  scope: UnitScope,
  report: ReportName,
  parameters: ReportParameters,
  numbers: readonly (readonly string[])[],
): Promise<(Behind | null)[]> {
  return report === "sources"
    ? loadBehindSources(scope, parameters, numbers)
    : loadBehindFigures(scope, report, parameters, numbers);
}

async function loadBehindFigures(
  scope: UnitScope,
  report: ReportName,
  parameters: ReportParameters,
  numbers: readonly (readonly string[])[],
): Promise<(Behind | null)[]> {
  const context = await loadReportContext(scope, report, parameters);
  const { tree } = context;
  const units = new Map([tree.unit, ...tree.rows.map(({ unit }) => unit)].map(({ code, id }) => [code, id]));
  const quotas = await findQuotasHolding(scope, [...units.values()], parameters);
  const open = { ...context, kept: { quotas, deadlines: new Map() } };
  const figures = distinct<Figure>();
  const opened = await openEach(numbers, async (path) => {
    const { unit, parts } = await loadFigure(scope, parameters, path, open);
    return { unitId: units.get(unit.code) ?? 0, places: parts.map(({ figure }) => figures.placeOf(figure)) };
  });
  const ids = await findFigureIds(scope, tree, figures.all);
  return opened.map(
    (one) =>
      one && {
        path: one.path,
        people: one.places.flatMap((place) => ids.get(one.unitId)?.[place] ?? []).toSorted(),
      },
  );
}

async function loadBehindSources(
  scope: UnitScope,
  parameters: ReportParameters,
  numbers: readonly (readonly string[])[],
): Promise<(Behind | null)[]> {
  const sources = await loadSourcesWithin(scope, parameters);
  const { unit, total, rows } = sources.places;
  const lines = [{ code: unit.code, ranges: total }, ...rows.map((row) => ({ ...row, code: row.unit.code }))];
  const codes = lines.map(({ code }) => code);
  const figures = distinct<Awaited<ReturnType<typeof loadSourceFigure>>["figure"]>();
  const opened = await openEach(numbers, async (path) => {
    const one = await loadSourceFigure(scope, parameters, path, sources);
    return { figure: figures.placeOf(one.figure), line: codes.indexOf(one.unit.code) };
  });
  const found = await findSourceIds(
    scope,
    lines.map(({ ranges }) => ranges),
    figures.all,
    sources.days,
  );
  const ids = new Map(found.map((one) => [`${one.figure} ${one.line}`, one.ids]));
  return opened.map((one) => one && { path: one.path, people: ids.get(`${one.figure} ${one.line}`) ?? [] });
}

/** Each number under the first of its names that `open` knows. */
async function openEach<Opened>(
  numbers: readonly (readonly string[])[],
  open: (path: string) => Promise<Opened>,
): Promise<((Opened & { path: string }) | null)[]> {
  const opened = [];
  for (const paths of numbers) {
    let found = null;
    for (const path of paths) {
      const known = await openOrNull(path, open);
      if (known === null) continue;
      found = { ...known, path };
      break;
    }
    opened.push(found);
  }
  return opened;
}

async function openOrNull<Opened>(
  path: string,
  open: (path: string) => Promise<Opened>,
): Promise<Opened | null> {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof UnknownFigure) return null;
    throw error;
  }
}

/** What is alike is asked for once. */
function distinct<One>() {
  const all: One[] = [];
  const places = new Map<string, number>();
  const placeOf = (one: One): number => {
    const key = JSON.stringify(one);
    const place = places.get(key) ?? all.push(one) - 1;
    places.set(key, place);
    return place;
  };
  return { all, placeOf };
}
