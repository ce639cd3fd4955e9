import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { ReportParameters } from "../rules/parameters";
import type { ReportName } from "../schema";
import { loadReportContext } from "./context";
import { loadFigure, loadFigurePeople } from "./people";
import { loadSourceFigure, loadSourcePeople } from "./source-people";
import { loadSourcesWithin } from "./sources";
import { UnknownFigure } from "./unknown-figure";

/** The ids of the persons behind a number, in the order of ids; null where nobody stands behind it. */
export type Behind = (path: string) => Promise<string[] | null>;

/** Opens a report once, to ask for the persons behind many of its numbers. */
export async function loadBehind(
  scope: UnitScope,
  report: ReportName,
  parameters: ReportParameters,
): Promise<Behind> {
  if (report === "sources") {
    const open = await loadSourcesWithin(scope, parameters);
    return (path) =>
      idsOf(async () => loadSourcePeople(scope, await loadSourceFigure(scope, parameters, path, open)));
  }
  const open = await loadReportContext(scope, report, parameters);
  return (path) =>
    idsOf(async () => loadFigurePeople(scope, await loadFigure(scope, parameters, path, open)));
}

async function idsOf(load: () => Promise<{ id: string }[]>): Promise<string[] | null> {
  try {
    return (await load()).map(({ id }) => id).toSorted();
  } catch (error) {
    if (error instanceof UnknownFigure) return null;
    throw error;
  }
}
