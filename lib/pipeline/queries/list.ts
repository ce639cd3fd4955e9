import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { noteShownPeople } from "@/lib/access/people-budget";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { findSteps } from "../repository/candidates";
import { countTabs, findList, findNamed, type ListRow } from "../repository/list";
import { findProcedureOptions } from "../repository/options";
import { rulebookOn } from "../rulebook";
import { keyText, type ListFilter, PAGE_SIZE, type Tab } from "../rules/list";
import { type OptionsOfUnit, optionsAt } from "../rules/options";
import { reviewAhead } from "../rules/review";
import { buildStanding, effectiveSteps } from "../rules/standing";
import type { Step } from "../rules/step";

export type ListLine = ListRow & { blocks: number; warns: number };

export type CandidateList = {
  unit: { code: string; name: string };
  lines: ListLine[];
  counts: Record<Tab, number>;
  /** Address key of the next page, or null at the end. */
  next: string | null;
  today: string;
  mayEnter: boolean;
  mayExport: boolean;
  masked: boolean;
};

/** One page of candidates of a unit's subtree, with what still stands in the way of each. */
export function loadCandidates(filter: ListFilter): Promise<CandidateList> {
  return withScope("candidate.read", async (scope) => {
    const unit = await unitOf(scope, filter.unit);
    const named = await findNamed(scope, filter.typed);
    const found = await findList(scope, unit, filter, named);
    const rows = found.slice(0, PAGE_SIZE);
    await noteShownPeople(
      scope,
      rows.map(({ id }) => id),
    );
    const steps = await findSteps(
      scope,
      rows.map(({ id }) => id),
    );
    const options = await findProcedureOptions(scope);
    const last = rows.at(-1);
    return {
      unit: { code: unit.code, name: unit.name },
      lines: rows.map((row) => withConditions(row, steps.get(row.id) ?? [], options, scope.today)),
      counts: await countTabs(scope, unit, filter, named),
      next: found.length > PAGE_SIZE && last ? keyText(last) : null,
      today: scope.today,
      mayEnter: can(scope.actor, "candidate.enter"),
      mayExport: can(scope.actor, "people.exportNames"),
      masked: scope.actor.role === "viewer",
    };
  });
}

async function unitOf(scope: UnitScope, code: string | null) {
  if (code === null) return scope.actor.unit;
  return (await findUnitByCode(scope, code)) ?? notFound();
}

function withConditions(
  row: ListRow,
  all: readonly Step[],
  options: readonly OptionsOfUnit[],
  today: string,
): ListLine {
  const steps = effectiveSteps(all);
  const event = {
    person: row,
    cell: {
      kind: row.unitKind,
      name: row.unitName,
      officialMembers: row.officialMembers,
      hasUnion: null,
      decider: row.decider,
    },
    readmission: row.readmission,
    steps,
    standing: buildStanding(steps),
    book: rulebookOn(today),
    options: optionsAt(options, row.unitOrd, today),
    onDay: today,
    today,
  };
  const { findings } = reviewAhead(event, row.nextStep);
  return {
    ...row,
    blocks: findings.filter(({ blocks }) => blocks).length,
    warns: findings.filter(({ blocks }) => !blocks).length,
  };
}
