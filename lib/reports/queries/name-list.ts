import "server-only";
import { logRead } from "@/lib/access/audit";
import type { UnitScope } from "@/lib/access/gate";
import { spendPeople, withPeople } from "@/lib/access/people-budget";
import { ratio } from "@/lib/shared/ratio";
import { countFigures } from "../repository/figures";
import { findListedMembers } from "../repository/name-list";
import { admittedFigure } from "../rules/figure";
import { listFigure, type NameList, type NameListReport, needsDeadlines } from "../rules/name-list";
import type { ReportParameters } from "../rules/parameters";
import { loadReportContext } from "./context";
import { loadDeadlines } from "./official";

/** A whole list of domain.md §7.6, for a file: needs the permission to export names, and is logged. */
export function loadNameList(parameters: ReportParameters, list: NameList): Promise<NameListReport> {
  return withPeople("people.exportNames", async (scope) => {
    const report = await loadNameListWithin(scope, parameters, list, null);
    await spendPeople(
      scope,
      report.people.map(({ id }) => id),
    );
    return report;
  });
}

/** The same inside a transaction that is open already; who calls it holds the permission. */
export async function loadNameListWithin(
  scope: UnitScope,
  parameters: ReportParameters,
  list: NameList,
  limit: number | null,
): Promise<NameListReport> {
  const context = await loadReportContext(scope, "name-list", parameters);
  const { tree, head, countBy } = context;
  const deadlines = needsDeadlines(list) ? await loadDeadlines(scope, context, parameters) : [];
  const figure = listFigure(list, { ...parameters, countBy }, deadlines);
  const [count = 0, all = 0] =
    (await countFigures(scope, { ...tree, rows: [] }, [figure, admittedFigure(parameters, countBy)])).get(
      tree.unit.id,
    ) ?? [];
  const people = await findListedMembers(scope, tree.total, figure, { stood: tree.stood, limit });
  const { unit, from, to, asOf } = parameters;
  await logRead(scope, {
    action: "exportNames",
    subject: "report",
    subjectId: `name-list:${list}`,
    unitOrd: tree.total[0]?.lo ?? scope.lo,
    details: { count: people.length, unit, from, to, asOf },
  });
  return {
    ...head,
    report: "name-list",
    list,
    count,
    ofAll: list === "unionMembers" ? ratio(count, all) : null,
    people,
  };
}
