import "server-only";
import { notFound } from "next/navigation";
import { withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { UNIT_KINDS, type UnitKind } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";
import { findStandings } from "../repository/standings";
import { admittedFigure } from "../rules/figure";
import type { ReportHead, ReportParameters } from "../rules/parameters";
import { buildStandingLine, type Standing, type StandingOrder } from "../rules/standing";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";

/** How many units a page shows. */
export const STANDINGS_A_PAGE = 50;

/** "Chậm nhất": the units of all levels beneath one that are furthest behind their quota. */
export type StandingsPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  order: StandingOrder;
  /** Place of the first one shown, from 0. */
  offset: number;
  rows: Standing[];
  more: boolean;
  /** Kinds that may stand beneath the unit. */
  kinds: UnitKind[];
  drawer: null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The units furthest behind, with the parameters of an address; in today's tree, as of its day. */
export function loadStandings(address: BoardAddress): Promise<StandingsPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { head, countBy } = await loadReportContext(scope, "standings", parameters);
    const unit = await findUnitByCode(scope, parameters.unit);
    if (!unit) notFound();
    const order = address.rank === "remaining" ? "remaining" : "percent";
    const offset = address.after !== null && /^\d{1,5}$/.test(address.after) ? Number(address.after) : 0;
    const rows = await findStandings(scope, admittedFigure(parameters, countBy), {
      beneath: unit,
      kind: address.kind,
      order,
      offset,
      limit: STANDINGS_A_PAGE + 1,
    });
    return {
      head,
      parameters,
      today: scope.today,
      order,
      offset,
      rows: rows.slice(0, STANDINGS_A_PAGE).map((row) => buildStandingLine(row, parameters)),
      more: rows.length > STANDINGS_A_PAGE,
      kinds: UNIT_KINDS.slice(UNIT_KINDS.indexOf(unit.kind)),
      drawer: null,
      mayExport: false,
      mayOpenCandidate: false,
    };
  });
}
