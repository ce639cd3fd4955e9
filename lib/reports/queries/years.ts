import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts } from "@/lib/organisation/repository/headcounts";
import { findQuotasOf } from "@/lib/quotas/repository/quotas";
import { askedFor } from "@/lib/quotas/rules/attainment";
import { inForce, QUOTA_SOURCES, type Quota } from "@/lib/quotas/rules/quota";
import { addDays, type PlainDate, yearOf } from "@/lib/shared/days";
import { countFigures } from "../repository/figures";
import { admittedFigure } from "../rules/figure";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import { buildYearsLine, type YearsLine } from "../rules/years";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** How many calendar years are shown, that of the as-of day last. */
const SHOWN_YEARS = 5;

/** "Nhiều năm": each year's result against its quota, and who missed or admitted nobody year after year. */
export type YearsPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  rows: YearsLine[];
  total: YearsLine;
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The years of a unit and those beneath it, up to the as-of day of an address. */
export function loadYears(address: BoardAddress): Promise<YearsPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { tree, countBy, head } = await loadReportContext(scope, "years", parameters);
    const last = yearOf(parameters.asOf);
    const years = Array.from({ length: SHOWN_YEARS }, (_, place) => last - SHOWN_YEARS + 1 + place);
    const units = [tree.unit, ...tree.rows.map(({ unit }) => unit)];
    const counts = await countFigures(scope, tree, [
      admittedFigure({ ...parameters, from: "0001-01-01", to: parameters.asOf }, countBy),
      ...years.map((year) =>
        admittedFigure({ ...parameters, from: `${year}-01-01`, to: `${year}-12-31` }, countBy),
      ),
    ]);
    const asked = await askedByYear(
      scope,
      units.map(({ id }) => id),
      years,
      parameters.asOf,
    );
    const line = (unit: (typeof tree)["unit"]) => {
      const [ever = 0, ...admitted] = counts.get(unit.id) ?? [];
      return buildYearsLine(
        unitHead(unit),
        years.map((year, place) => ({
          year,
          admitted: admitted[place] ?? 0,
          asked: asked.get(`${unit.id} ${year}`) ?? null,
          complete: `${year}-12-31` <= parameters.asOf,
        })),
        ever > 0,
      );
    };
    return {
      head,
      parameters,
      today: scope.today,
      rows: tree.rows.map(({ unit }) => line(unit)),
      total: line(tree.unit),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}

/** People asked of each unit for each whole year, by the quota from above or else its own: "unitId year" → people. */
async function askedByYear(
  scope: UnitScope,
  unitIds: readonly number[],
  years: readonly number[],
  asOf: PlainDate,
): Promise<Map<string, number>> {
  const known = (await findQuotasOf(scope, unitIds)).filter(
    ({ indicator, group, kind }) =>
      indicator === "ADMISSION" && group === "ALL" && kind !== "SHARE_OF_ADMITTED",
  );
  const asked = new Map<string, number>();
  const headcounts = new Map<PlainDate, Awaited<ReturnType<typeof findHeadcounts>>>();
  for (const year of years) {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const ofYear = inForce(known, to < asOf ? to : asOf).filter(
      (quota) => quota.from === from && quota.to === to,
    );
    for (const quota of firstBySource(ofYear)) {
      const day = quota.membersDay ?? addDays(quota.from, -1);
      if (quota.kind === "SHARE_OF_MEMBERS" && !headcounts.has(day))
        headcounts.set(day, await findHeadcounts(scope, [...unitIds], day));
      const members = headcounts.get(day)?.get(quota.unitId)?.total ?? null;
      asked.set(`${quota.unitId} ${year}`, askedFor(quota, { members, admitted: 0 }));
    }
  }
  return asked;
}

function firstBySource(quotas: readonly Quota[]): Quota[] {
  const first = new Map<number, Quota>();
  const rank = ({ source }: Quota) => QUOTA_SOURCES.indexOf(source);
  for (const quota of quotas) {
    const other = first.get(quota.unitId);
    if (!other || rank(quota) < rank(other)) first.set(quota.unitId, quota);
  }
  return [...first.values()];
}
