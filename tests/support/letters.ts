import type { BriefingFacts, LetterFacts } from "@/lib/briefings/rules/letter/facts";
import type { Counted } from "@/lib/quotas/rules/attainment";
import type { Quota } from "@/lib/quotas/rules/quota";
import type { BoardRow } from "@/lib/reports/chart/board";
import { buildQuotaLine, type QuotaLine } from "@/lib/reports/rules/attainment";
import { ratio } from "@/lib/shared/ratio";
import { aQuota } from "./quotas";

export const NO_BRIEFINGS: BriefingFacts = {
  held: 0,
  raised: [],
  open: 0,
  told: [],
  waiting: 0,
  late: 0,
  reported: 0,
  done: 0,
  promised: [],
};

/** A commune in May 2024 of which nothing is known but its name; only what matters is told. */
export function someFacts(told: Partial<LetterFacts> = {}): LetterFacts {
  return {
    unit: { code: "EAP", name: "Đảng bộ xã Ea Phê", kind: "BASE_COMMITTEE" },
    month: "2024-05-01",
    asOf: "2024-05-31",
    from: "2024-01-01",
    to: "2024-12-31",
    countBy: "decision",
    admitted: 0,
    certain: 0,
    quotas: [],
    rows: [],
    thisMonth: 0,
    lastMonth: null,
    lastYear: null,
    tasks: null,
    briefings: NO_BRIEFINGS,
    ...told,
  };
}

/** A quota with so many people counted for it. */
export function aQuotaLine(quota: Partial<Quota>, counted: Partial<Counted> = {}): QuotaLine {
  return buildQuotaLine(aQuota(quota), { people: 0, admitted: 0, members: null, ...counted }, "2024-05-31");
}

/** A row of the board; without `asked` it has no quota. */
export function aRow(name: string, admitted: number, asked: number | null): BoardRow {
  return {
    unit: { code: name, name, kind: "CELL" },
    source: asked === null ? null : "ASSIGNED",
    asked,
    admitted,
    percent: asked === null ? null : ratio(admitted, asked).percent,
    remaining: Math.max(0, (asked ?? 0) - admitted),
    surplus: Math.max(0, admitted - (asked ?? admitted)),
    pace: null,
    pacePercent: null,
    members: null,
    rate: ratio(admitted, 0),
    status: asked === null ? "notAssigned" : admitted >= asked ? "done" : admitted === 0 ? "none" : "watch",
    figure: `attainment:rows[unit.code=${name}].admitted`,
  };
}
