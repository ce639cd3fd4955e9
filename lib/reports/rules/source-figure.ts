import { SOURCES, type Source } from "@/lib/pipeline/labels/words";
import { BLOCS, type Bloc } from "@/lib/sources/rules/tree";
import type { FigurePath } from "./figure-path";
import { SOURCE_STEPS, type SourceFact, type SourceStep } from "./sources";

/** One number of the report on sources: what is counted, and of which bloc, year or introducer alone. */
export type SourceFigure = {
  what: SourceFact["what"];
  bloc?: Bloc;
  year?: number;
  by?: Source;
};

/** What a path of `sources` counts; null: nothing with people behind it. `year`: of the period's last day. */
export function sourceFigureOf({ field, chosen = {} }: FigurePath, year: number): SourceFigure | null {
  const bloc = BLOCS.find((known) => known === chosen.bloc);
  const by = SOURCES.find((known) => known === chosen.by);
  const only = Object.keys(chosen);
  if (field.startsWith("flow.")) return flowFigure(field.slice("flow.".length), chosen, bloc);
  if (field === "byBloc.count") return bloc && only.length === 1 ? { what: "members", bloc } : null;
  if (field === "introducedByBloc.count")
    return bloc && only.length === 1 ? { what: "introduced", by: "UNION", bloc } : null;
  if (field === "introducedBy.count") return by && only.length === 1 ? { what: "introduced", by } : null;
  if (only.length > 0) return null;
  switch (field) {
    case "unionMembers":
      return { what: "members" };
    case "excellent":
      return { what: "excellent", year };
    case "outstanding":
    case "outstandingOfExcellent":
      return { what: "outstanding", year };
    case "introduced":
      return { what: "introduced", by: "UNION" };
    case "introducedPupils":
      return { what: "introducedPupils" };
    case "admitted":
    case "admittedOfIntroduced":
      return { what: "admitted" };
    case "unionMembersOfAdmitted":
      return { what: "admittedUnionMembers" };
    case "unionMembersOfMembers":
      return { what: "partyMembers" };
    default:
      return null;
  }
}

/** A number of the flow from step to step, of a bloc or a year where one is told; members are of every year. */
function flowFigure(
  field: string,
  { year, ...rest }: Record<string, string>,
  bloc: Bloc | undefined,
): SourceFigure | null {
  const step = SOURCE_STEPS.find((known) => known === field);
  if (!step || Object.keys(rest).some((key) => key !== "bloc") || (rest.bloc && !bloc)) return null;
  if (year !== undefined && !/^\d{4}$/.test(year)) return null;
  return {
    what: step,
    ...(step === "introduced" ? { by: "UNION" } : {}),
    ...(bloc ? { bloc } : {}),
    ...(year !== undefined && step !== "members" ? { year: Number(year) } : {}),
  };
}

/** The path of a number of the flow, of the report's unit or of one beneath it. */
export function flowPath(
  line: FigurePath["line"],
  step: SourceStep,
  chosen: Readonly<Record<string, string>> = {},
): FigurePath {
  return { report: "sources", line, field: `flow.${step}`, quota: null, chosen: { ...chosen } };
}

/** How many a figure counts at a place, from the facts that the report is made of. */
export function countSourceFigure(
  { what, ...only }: SourceFigure,
  facts: readonly SourceFact[],
  rowId: number,
): number {
  return facts
    .filter(
      (fact) =>
        fact.rowId === rowId &&
        fact.what === what &&
        Object.entries(only).every(([key, value]) => fact[key as keyof typeof only] === value),
    )
    .reduce((sum, { people }) => sum + people, 0);
}
