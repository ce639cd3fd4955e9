import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { yearOf } from "@/lib/shared/days";
import {
  findOwnProgramme,
  findProgramme,
  findProgrammes,
  type Programme,
} from "@/lib/sources/repository/programmes";
import { preparePerson, type ShownPerson } from "../chart/people";
import { type AfterPerson, countFigures, type FigurePerson, findFigurePeople } from "../repository/figures";
import { parseFigurePath } from "../rules/figure-path";
import { type ReportParameters, type UnitHead, unitHead } from "../rules/parameters";
import {
  buildProgrammeLine,
  PROGRAMME_FIGURES,
  type ProgrammeFigure,
  type ProgrammeLine,
  programmeFigure,
} from "../rules/programme";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext, type ReportContext } from "./context";

/** A programme in the list, with who of it is under way today and how many were admitted so far. */
export type ProgrammeRow = Programme & { underWay: number; admitted: number };

export type ProgrammeList = { programmes: ProgrammeRow[]; today: PlainDate; mayKeep: boolean };

/** The programmes that the scope reads, counted in one statement over what of each lies in the scope. */
export function loadProgrammes(): Promise<ProgrammeList> {
  return withScope("programme.read", async (scope) => {
    const programmes = await findProgrammes(scope);
    const counts = await countFigures(
      scope,
      placesOf(scope, programmes),
      programmes.flatMap((programme) => [
        programmeFigure("underWay", programme, wholeTime(programme, scope.today)),
        programmeFigure("admitted", programme, wholeTime(programme, scope.today)),
      ]),
    );
    return {
      programmes: programmes.map((programme, place) => {
        const [underWay = 0, admitted = 0] = (counts.get(place) ?? []).slice(place * 2, place * 2 + 2);
        return { ...programme, underWay, admitted };
      }),
      today: scope.today,
      mayKeep: can(scope.actor, "programme.keep"),
    };
  });
}

/** Each programme's part of the scope under the number of its place in the list. */
function placesOf(scope: UnitScope, programmes: readonly Programme[]): TreeOnDay {
  const unit = { id: -1, code: "", name: "", kind: "CELL" as const, type: null };
  return {
    unit,
    total: [],
    rows: programmes.map((programme, place) => {
      const { lo, hi } = inScope(scope, programme) ? programme.unit : scope;
      return { unit: { ...unit, id: place }, ranges: [{ lo, hi }] };
    }),
    day: scope.today,
    fast: true,
    stood: null,
  };
}

/** From the first day on; people are followed beyond the last day. */
const wholeTime = ({ from }: Pick<Programme, "from">, today: PlainDate) => ({
  from,
  to: `${Math.max(yearOf(today), yearOf(from))}-12-31`,
  asOf: today,
});

/** How many people of a figure a page lists. */
export const PEOPLE_PAGE = 100;

/** The people behind one number of a programme. */
export type ProgrammePeople = {
  path: string;
  field: ProgrammeFigure;
  unit: UnitHead;
  count: number;
  people: ShownPerson[];
  /** Others stand on an earlier page. */
  continued: boolean;
  next: AfterPerson | null;
};

/** A programme with its funnel in a period, unit by unit, and the people behind the number that is open. */
export type ProgrammePage = {
  programme: Programme;
  parameters: ReportParameters;
  /** The period is the programme's whole time. */
  whole: boolean;
  today: PlainDate;
  rows: ProgrammeLine[];
  total: ProgrammeLine;
  open: ProgrammePeople | null;
  mayKeep: boolean;
  mayOpenCandidate: boolean;
};

/** A programme outside what the scope reads, and a unit that is not beneath its owner, are not found. */
export function loadProgramme(
  id: string,
  address: BoardAddress,
  after: AfterPerson | null,
): Promise<ProgrammePage> {
  return withScope("programme.read", async (scope) => {
    const programme = (await findProgramme(scope, id)) ?? notFound();
    const parameters = parametersOf(scope, programme, address);
    const context = await loadReportContext(scope, "programme", parameters);
    if (!liesWithin(context, programme)) notFound();
    const figures = PROGRAMME_FIGURES.map((field) => programmeFigure(field, programme, parameters));
    const counts = await countFigures(scope, context.tree, figures);
    const line = (unit: TreeOnDay["unit"]) => buildProgrammeLine(unitHead(unit), counts.get(unit.id) ?? []);
    const [total, rows] = [line(context.tree.unit), context.tree.rows.map(({ unit }) => line(unit))];
    return {
      programme,
      parameters,
      whole: !address.period && !(address.from && address.to),
      today: scope.today,
      rows,
      total,
      open: address.figure
        ? await openFigure(scope, { programme, context, lines: [total, ...rows] }, address.figure, after)
        : null,
      mayKeep: can(scope.actor, "programme.keep") && inScope(scope, programme),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}

/** The programme to be changed, and who owns a new one. */
export type ProgrammeEntry = { programme: Programme | null; owner: string; today: PlainDate };

export function loadProgrammeEntry(id: string | null): Promise<ProgrammeEntry> {
  return withScope("programme.keep", async (scope) => {
    const programme = id === null ? null : ((await findOwnProgramme(scope, id)) ?? notFound());
    return {
      programme,
      owner: programme?.unit.name ?? scope.actor.unit.name,
      today: scope.today,
    };
  });
}

const inScope = ({ lo, hi }: UnitScope, { unit }: Programme): boolean => unit.lo >= lo && unit.lo <= hi;

function parametersOf(scope: UnitScope, programme: Programme, address: BoardAddress): ReportParameters {
  const own = inScope(scope, programme) ? programme.unit.code : scope.actor.unit.code;
  const told = boardParameters(address, own, scope.today);
  if (address.period || (address.from && address.to)) return told;
  const { from, to } = wholeTime(programme, scope.today);
  return { ...told, from, to, asOf: address.asOf ?? scope.today };
}

function liesWithin({ tree }: ReportContext, { unit }: Programme): boolean {
  return tree.total.every(({ lo, hi }) => lo >= unit.lo && hi <= unit.hi);
}

async function openFigure(
  scope: UnitScope,
  { programme, context, lines }: { programme: Programme; context: ReportContext; lines: ProgrammeLine[] },
  text: string,
  after: AfterPerson | null,
): Promise<ProgrammePeople | null> {
  const path = parseFigurePath(text);
  const field = PROGRAMME_FIGURES.find((known) => known === path?.field);
  if (!path || !field || path.report !== "programme") return null;
  const { tree, parameters } = context;
  const code = "total" in path.line ? tree.unit.code : path.line.unitCode;
  const place = "total" in path.line ? null : tree.rows.find(({ unit }) => unit.code === code);
  const line = lines.find(({ unit }) => unit.code === code);
  if (!line || place === undefined) return null;
  const figure = programmeFigure(field, programme, parameters);
  const found: FigurePerson[] = await findFigurePeople(scope, place?.ranges ?? tree.total, figure, {
    limit: PEOPLE_PAGE + 1,
    after,
    stood: tree.stood,
  });
  const last = found[PEOPLE_PAGE - 1];
  return {
    path: text,
    field,
    unit: line.unit,
    count: line[field],
    people: found.slice(0, PEOPLE_PAGE).map(preparePerson),
    continued: after !== null,
    next: found.length > PEOPLE_PAGE && last ? last : null,
  };
}
