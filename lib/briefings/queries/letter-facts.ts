import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import type { Unit } from "@/lib/organisation/repository/units";
import { findTaskPage } from "@/lib/pipeline/repository/tasks";
import { levelsWithin } from "@/lib/pipeline/rules/tasks";
import { prepareRows } from "@/lib/reports/chart/board";
import { loadAttainmentWithin } from "@/lib/reports/queries/attainment";
import { loadReportContext, type ReportContext } from "@/lib/reports/queries/context";
import { countByMonth } from "@/lib/reports/repository/breakdown";
import { countFigures } from "@/lib/reports/repository/figures";
import { admittedFigure } from "@/lib/reports/rules/figure";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { addDays, type PlainDate, yearOf } from "@/lib/shared/days";
import { countBriefings } from "../repository/briefings";
import { countCommitments, findCommitments } from "../repository/commitments";
import { countDifficulties, findDifficulties } from "../repository/difficulties";
import { comparedDays } from "../rules/letter/change";
import { type BriefingFacts, type LetterFacts, TOLD } from "../rules/letter/facts";

/** Before any record. */
const EVER = "0001-01-01";

/** All that a letter of a unit about a month can say, counted by the reports its numbers lead to. */
export async function loadLetterFacts(
  scope: UnitScope,
  unit: Unit,
  month: PlainDate,
  asOf: PlainDate,
): Promise<LetterFacts> {
  const [from, to] = [`${yearOf(month)}-01-01`, `${yearOf(month)}-12-31`];
  const parameters: ReportParameters = { unit: unit.code, from, to, asOf, countBy: null, tree: "as-was" };
  const context = await loadReportContext(scope, "attainment", parameters);
  const { rows, total } = await loadAttainmentWithin(scope, context);
  return {
    unit: total.unit,
    month,
    asOf,
    from,
    to,
    countBy: context.countBy,
    admitted: total.admitted,
    certain: total.forecast.certain,
    quotas: total.quotas,
    rows: prepareRows(rows, "ALL", asOf),
    ...(await monthsOf(scope, context, month)),
    lastYear: await lastYearOf(scope, context, unit, month),
    tasks: asOf === scope.today ? await tasksOf(scope, unit) : null,
    briefings: await briefingsOf(scope, unit, { from: month, asOf }),
  };
}

/** Where nobody was ever admitted by the end of the month before, there is nothing to compare the month with. */
async function monthsOf(
  scope: UnitScope,
  { parameters, countBy, tree }: ReportContext,
  month: PlainDate,
): Promise<Pick<LetterFacts, "thisMonth" | "lastMonth">> {
  const { first, before, last } = comparedDays({ month, ...parameters }).month;
  const alone = { ...tree, rows: [] };
  const figure = admittedFigure({ ...parameters, from: before, to: last }, countBy);
  const months = (await countByMonth(scope, alone, figure)).get(tree.unit.id);
  const ever = await everAdmitted(scope, { parameters, countBy, tree: alone }, addDays(month, -1));
  const of = (day: PlainDate) => months?.get(`m${day.slice(0, 4)}${day.slice(5, 7)}`) ?? 0;
  return { thisMonth: of(first), lastMonth: ever > 0 ? of(before) : null };
}

async function lastYearOf(
  scope: UnitScope,
  { parameters, countBy }: ReportContext,
  unit: Unit,
  month: PlainDate,
): Promise<number | null> {
  const then = comparedDays({ month, ...parameters }).lastYear;
  const tree = await treeOn(scope, unit.id, then.asOf, parameters.tree);
  if (!tree) return null;
  const alone = { ...tree, rows: [] };
  const of = { ...parameters, ...then };
  if ((await everAdmitted(scope, { parameters: of, countBy, tree: alone }, then.asOf)) === 0) return null;
  const counts = await countFigures(scope, alone, [admittedFigure(of, countBy)]);
  return counts.get(tree.unit.id)?.[0] ?? 0;
}

async function everAdmitted(
  scope: UnitScope,
  { parameters, countBy, tree }: Pick<ReportContext, "parameters" | "countBy" | "tree">,
  day: PlainDate,
): Promise<number> {
  const figure = admittedFigure({ ...parameters, from: EVER, to: day, asOf: day }, countBy);
  return (await countFigures(scope, tree, [figure])).get(tree.unit.id)?.[0] ?? 0;
}

async function tasksOf(scope: UnitScope, unit: Unit): Promise<LetterFacts["tasks"]> {
  const count = async (group: "overdue" | "soon") => {
    const filter = { range: unit, levels: levelsWithin(unit.kind), group, kind: null };
    const [first] = await findTaskPage(scope, filter, null, 1);
    return first?.ofGroup ?? 0;
  };
  return { overdue: await count("overdue"), soon: await count("soon") };
}

async function briefingsOf(
  scope: UnitScope,
  unit: Unit,
  days: { from: PlainDate; asOf: PlainDate },
): Promise<BriefingFacts> {
  const about = { ...days, topic: null };
  const open = await countDifficulties(scope, unit, { ...about, state: "open" });
  const { waiting, late, reported, done } = await countCommitments(scope, unit, days);
  return {
    held: await countBriefings(scope, { lo: unit.lo, hi: unit.hi, ...days }),
    raised: await countDifficulties(scope, unit, { ...about, state: "raised" }),
    open: open.reduce((sum, { count }) => sum + count, 0),
    told: await findDifficulties(scope, unit, { ...about, state: "open" }, null, TOLD),
    waiting,
    late,
    reported,
    done,
    promised: await findCommitments(scope, unit, { ...days, state: "waiting" }, null, TOLD),
  };
}
