import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findChildUnits, findUnitByCode } from "@/lib/organisation/repository/units";
import { findProposals } from "@/lib/quotas/repository/proposals";
import type { QuotaProposal } from "@/lib/quotas/rules/proposal";
import type { QuotaSource } from "@/lib/quotas/rules/quota";
import { type PlainDate, yearOf } from "@/lib/shared/days";
import { admissionQuotas } from "../chart/board";
import type { AttainmentLine, AttainmentReport } from "../rules/attainment";
import { loadAttainmentWithin } from "./attainment";
import { loadReportContext } from "./context";

/** A unit to be given a number; people unless told. */
export type AllocationRow = {
  code: string;
  name: string;
  members: number | null;
  lastYear: { admitted: number; asked: number | null };
  /** Who could be admitted by the year's end as things stand. */
  possible: number;
  /** What it is asked already, by this source. */
  asked: number | null;
};

export type AllocationPage = {
  unit: { code: string; name: string; members: number | null };
  year: number;
  source: QuotaSource;
  /** The unit's own quotas of the year, what the sum is compared with. */
  own: { source: QuotaSource; asked: number }[];
  rows: AllocationRow[];
  /** What units beneath asked to be given instead, and wait for an answer. */
  proposals: QuotaProposal[];
  today: PlainDate;
  maySet: boolean;
};

/** What is passed down to the units beneath one in a year, beside what they did the year before. */
export function loadAllocation(asked: {
  unit: string | null;
  year: number | null;
  source: QuotaSource;
}): Promise<AllocationPage> {
  return withScope("quota.read", async (scope) => {
    const year = asked.year ?? yearOf(scope.today);
    const unit = asked.unit ?? scope.actor.unit.code;
    const [now, before] = [await reportOf(scope, unit, year), await reportOf(scope, unit, year - 1)];
    const lastYear = new Map(before.rows.map((line) => [line.unit.code, line]));
    const { source } = asked;
    return {
      unit: { code: now.unit.code, name: now.unit.name, members: now.total.members },
      year,
      source,
      own: admissionQuotas(now.total, "ALL")
        .filter(({ kind }) => kind !== "SHARE_OF_ADMITTED")
        .map((quota) => ({ source: quota.source, asked: quota.achieved.denominator })),
      rows: now.rows.map((line) => ({
        code: line.unit.code,
        name: line.unit.name,
        members: line.members,
        lastYear: lastYearOf(lastYear.get(line.unit.code), source),
        possible: line.forecast.possible,
        asked: askedBy(line, source),
      })),
      proposals: await openProposals(scope, now.unit.code, year, source),
      today: scope.today,
      maySet: can(scope.actor, "quota.set"),
    };
  });
}

async function openProposals(scope: UnitScope, code: string, year: number, source: QuotaSource) {
  const unit = await findUnitByCode(scope, code);
  const children = unit ? await findChildUnits(scope, unit.id) : [];
  const proposals = await findProposals(
    scope,
    children.map(({ id }) => id),
  );
  return proposals.filter((one) => one.state === "open" && one.year === year && one.source === source);
}

async function reportOf(scope: UnitScope, unit: string, year: number): Promise<AttainmentReport> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const asOf = [to, scope.today].toSorted()[0] ?? scope.today;
  const context = await loadReportContext(scope, "attainment", {
    unit,
    from,
    to,
    asOf,
    countBy: null,
    tree: "as-is",
  });
  return loadAttainmentWithin(scope, context);
}

function askedBy(line: AttainmentLine, source: QuotaSource): number | null {
  const quota = admissionQuotas(line, "ALL").find((known) => known.source === source);
  return quota && quota.status !== "notAssigned" ? quota.achieved.denominator : null;
}

function lastYearOf(line: AttainmentLine | undefined, source: QuotaSource): AllocationRow["lastYear"] {
  return line ? { admitted: line.admitted, asked: askedBy(line, source) } : { admitted: 0, asked: null };
}
