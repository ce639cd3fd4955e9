import { SOURCES, type Source } from "@/lib/pipeline/labels/words";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import { BLOCS, type Bloc } from "@/lib/sources/rules/tree";
import type { ReportHead, UnitHead } from "./parameters";

/** What is counted of one place, bloc and year; a bloc or year that is not known is null. */
export type SourceFact = {
  rowId: number;
  bloc: Bloc | null;
  year: number | null;
  by: Source | null;
  what:
    | "members"
    | "partyMembers"
    | "excellent"
    | "outstanding"
    | "introduced"
    | "introducedPupils"
    | "certified"
    | "admitted"
    | "allAdmitted"
    | "admittedUnionMembers";
  people: number;
};

type BlocCount = { bloc: Bloc; count: number; ofAll: Ratio };

/** formats.md §4 `sources`, of one unit. */
export type SourcesLine = {
  unit: UnitHead;
  unionMembers: number;
  byBloc: BlocCount[];
  excellent: number;
  outstanding: number;
  outstandingOfExcellent: Ratio;
  introduced: number;
  introducedByBloc: BlocCount[];
  introducedPupils: number;
  introducedBy: { by: Source; count: number }[];
  admitted: number;
  admittedOfIntroduced: Ratio;
  unionMembersOfAdmitted: Ratio;
  unionMembersOfMembers: Ratio;
};

export type SourcesReport = ReportHead & { rows: SourcesLine[]; total: SourcesLine };

const sum = (
  facts: readonly SourceFact[],
  what: SourceFact["what"],
  only: Partial<SourceFact> = {},
): number =>
  facts
    .filter(
      (fact) =>
        fact.what === what &&
        Object.entries(only).every(([key, value]) => fact[key as keyof SourceFact] === value),
    )
    .reduce((total, { people }) => total + people, 0);

/** One line from the facts of its place. `year`: of the period's last day; `headcount` 0: none is known. */
export function buildSourcesLine(
  unit: UnitHead,
  facts: readonly SourceFact[],
  { year, headcount }: { year: number; headcount: number },
): SourcesLine {
  const unionMembers = sum(facts, "members");
  const excellent = sum(facts, "excellent", { year });
  const outstanding = sum(facts, "outstanding", { year });
  const introduced = sum(facts, "introduced", { by: "UNION" });
  const admitted = sum(facts, "admitted");
  return {
    unit,
    unionMembers,
    byBloc: byBloc((bloc) => sum(facts, "members", { bloc }), unionMembers),
    excellent,
    outstanding,
    outstandingOfExcellent: ratio(outstanding, excellent),
    introduced,
    introducedByBloc: byBloc((bloc) => sum(facts, "introduced", { by: "UNION", bloc }), introduced),
    introducedPupils: sum(facts, "introducedPupils"),
    introducedBy: SOURCES.map((by) => ({ by, count: sum(facts, "introduced", { by }) })),
    admitted,
    admittedOfIntroduced: ratio(admitted, introduced),
    unionMembersOfAdmitted: ratio(sum(facts, "admittedUnionMembers"), sum(facts, "allAdmitted")),
    unionMembersOfMembers: ratio(sum(facts, "partyMembers"), headcount),
  };
}

function byBloc(count: (bloc: Bloc) => number, all: number): BlocCount[] {
  return BLOCS.map((bloc) => ({ bloc, count: count(bloc), ofAll: ratio(count(bloc), all) }));
}

/** From a member of the Union to a member of the Party, in five steps. */
export const SOURCE_STEPS = ["members", "outstanding", "introduced", "certified", "admitted"] as const;
export type SourceStep = (typeof SOURCE_STEPS)[number];

/** How many reached each step, of a bloc, a year or a unit. */
export type SourceFlow = { key: string; label: string } & Record<SourceStep, number>;

/** A line of the funnel from the facts that belong to it; members are those of the as-of day in every year. */
export function buildSourceFlow(
  key: string,
  label: string,
  facts: readonly SourceFact[],
  members: number = sum(facts, "members"),
): SourceFlow {
  return {
    key,
    label,
    members,
    outstanding: sum(facts, "outstanding"),
    introduced: sum(facts, "introduced", { by: "UNION" }),
    certified: sum(facts, "certified"),
    admitted: sum(facts, "admitted"),
  };
}
