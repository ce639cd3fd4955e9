import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { keysOf } from "../rules/layout";
import {
  buildComparedRow,
  type ComparedReport,
  countedKeys,
  ofLastYear,
  reviewEqual,
  reviewOwners,
  reviewSexes,
  reviewSums,
  safeCompared,
  valueIn,
} from "../rules/official";
import type { ReportParameters } from "../rules/parameters";
import { loadExact, loadOfficialContext, type OfficialContext } from "./official";

/**
 * Biểu số 1, 2 or 7 (formats.md §4 `changes`, `new-members`; `member-work`); who may not export names is not
 * shown small numbers of ethnic minorities and believers.
 */
export function loadCompared(
  report: ComparedReport["report"],
  parameters: ReportParameters,
): Promise<ComparedReport> {
  return withScope("report.read", (scope) => loadComparedWithin(scope, report, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadComparedWithin(
  scope: UnitScope,
  report: ComparedReport["report"],
  parameters: ReportParameters,
): Promise<ComparedReport> {
  const context = await loadOfficialContext(scope, report, parameters);
  const { head, layout, previous } = context;
  const keys = [...countedKeys(layout), ...(report === "new-members" ? [OWNERS] : [])];
  const now = await loadExact(scope, context, keys, "current");
  const before = await loadExact(scope, context, keys, "previous");
  const labels = new Map(layout.lines.map(({ key, label }) => [key, label]));
  const rows = keysOf(layout).map((key) =>
    buildComparedRow(key, labels.get(key) ?? key, now.get(key) ?? null, before.get(key) ?? null),
  );
  const checks = [
    ...(report === "new-members"
      ? [
          ...reviewSums(layout, valueIn(rows, "current"), unknownIn(now), ""),
          ...reviewSexes(layout, sumIn(now), ""),
          ...ofLastYear([
            ...reviewSums(layout, valueIn(rows, "previous"), unknownIn(before), LAST_YEAR),
            ...reviewSexes(layout, sumIn(before), LAST_YEAR),
          ]),
          ...reviewOwners(valueIn(rows, "current")("privateOwner"), now.get(OWNERS)?.sum ?? null),
        ]
      : []),
    ...(await otherTable(scope, context, valueIn(rows, "current"))),
  ];
  return {
    ...head,
    report,
    previousPeriod: { from: previous.from, to: previous.to },
    layout,
    rows: can(scope.actor, "people.exportNames") ? rows : safeCompared(rows),
    checks,
  };
}

const OWNERS = "privateOwner&occupation.7a";

const LAST_YEAR = ", cùng kỳ năm trước";

type Values = ReadonlyMap<string, { sum: number } | null>;
const sumIn = (values: Values) => (key: string) => values.get(key)?.sum ?? null;
const unknownIn = (values: Values) => (of: string) => sumIn(values)(`${of}.unknown`);

/** "Kết nạp" of Biểu số 1 (and 7) is the total of Biểu số 2, counted as that table counts it. */
async function otherTable(
  scope: UnitScope,
  { parameters, layout, head }: OfficialContext,
  value: (key: string) => number | null,
) {
  const other = head.report === "new-members" ? "changes" : "new-members";
  const [own, theirs] =
    other === "changes" ? (["total", "admitted"] as const) : (["admitted", "total"] as const);
  const context = await loadOfficialContext(scope, other, parameters);
  const counted = await loadExact(scope, context, [theirs], "current");
  return reviewEqual(
    "Kết nạp",
    [layout.formNumber, value(own)],
    [context.layout.formNumber, counted.get(theirs)?.sum ?? null],
  );
}
