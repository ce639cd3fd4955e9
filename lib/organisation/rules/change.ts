import { addDays, type PlainDate } from "@/lib/shared/days";
import { canStandBeneath, type UnitKind } from "./kinds";
import { isRowOn, type Placement, placementOn, type UnitForm } from "./placement";

/** A unit with its whole history, as far as a review needs it. */
export type UnitHistory = { id: number; code: string; name: string; placements: Placement[] };

/** Why a change of the tree is refused (`blocks`), or what to look at twice. */
export type ChangeFinding =
  | { is: "codeTaken"; blocks: true; code: string }
  | { is: "unitUnknown"; blocks: true; code: string; role: "parent" | "successor" }
  | { is: "kindNotBeneath"; blocks: true; kind: UnitKind; above: string; aboveKind: UnitKind }
  | { is: "kindNotAbove"; blocks: true; kind: UnitKind; beneath: string; beneathKind: UnitKind }
  | { is: "beneathItself"; blocks: true; name: string; above: string }
  | { is: "unitNotOpen"; blocks: true; name: string; day: PlainDate }
  | { is: "laterChange"; blocks: true; day: PlainDate }
  | { is: "nothingChanged"; blocks: true }
  | { is: "ownUnit"; blocks: true; name: string }
  | { is: "topUnit"; blocks: true; name: string }
  | { is: "successorIsItself"; blocks: true }
  | { is: "noFutureChange"; blocks: true }
  | { is: "notEmpty"; blocks: true; name: string }
  | { is: "changedMeanwhile"; blocks: true }
  | { is: "noSuccessor"; blocks: false; above: string };

/** A unit to be made. `parent` null: no unit of that code in the actor's range. */
export type Addition = {
  code: string;
  parentCode: string;
  kind: UnitKind;
  /** First day; null: since before our records. */
  from: PlainDate | null;
  parent: UnitHistory | null;
  codeTaken: boolean;
};

/** A new unit: a code of its own, and a parent that is open and may hold this kind. */
export function reviewAddition(
  { code, parentCode, kind, from, parent, codeTaken }: Addition,
  today: PlainDate,
): ChangeFinding[] {
  const findings: ChangeFinding[] = codeTaken ? [{ is: "codeTaken", blocks: true, code }] : [];
  if (!parent) return [...findings, { is: "unitUnknown", blocks: true, code: parentCode, role: "parent" }];
  return [...findings, ...placeFindings(kind, parent, from ?? today)];
}

/** Name, kind, type and power to decide, as they shall be from a day on. */
export type Renaming = {
  unit: UnitHistory;
  form: Omit<UnitForm, "parentId">;
  from: PlainDate;
  parent: UnitHistory | null;
  children: UnitHistory[];
};

/** A new name or kind from a day on: open on that day, nothing later known, and in order with its neighbours. */
export function reviewRenaming({ unit, form, from, parent, children }: Renaming): ChangeFinding[] {
  const blocked = timeFindings(unit, from);
  if (blocked.length > 0) return blocked;
  const now = placementOn(unit.placements, from);
  if (now && sameForm(now, { ...form, parentId: now.parentId }))
    return [{ is: "nothingChanged", blocks: true }];
  return [
    ...(parent && now?.kind !== form.kind ? placeFindings(form.kind, parent, from) : []),
    ...childFindings(form.kind, children, from),
  ];
}

/** A move beneath another unit. `linesAbove`: ids above the new parent on the day and on each later day of change. */
export type Move = {
  unit: UnitHistory;
  from: PlainDate;
  parentCode: string;
  parent: UnitHistory | null;
  linesAbove: number[][];
  actorUnitId: number;
};

/** A move from a day on: never beneath itself, on that day or on any later one. */
export function reviewMove({
  unit,
  from,
  parentCode,
  parent,
  linesAbove,
  actorUnitId,
}: Move): ChangeFinding[] {
  const blocked = [...ownFindings(unit, actorUnitId), ...timeFindings(unit, from)];
  if (!parent) return [...blocked, { is: "unitUnknown", blocks: true, code: parentCode, role: "parent" }];
  if (blocked.length > 0) return blocked;

  const now = placementOn(unit.placements, from);
  if (now?.parentId === parent.id) return [{ is: "nothingChanged", blocks: true }];
  if (parent.id === unit.id || linesAbove.some((line) => line.includes(unit.id))) {
    return [{ is: "beneathItself", blocks: true, name: unit.name, above: parent.name }];
  }
  return now ? placeFindings(now.kind, parent, from) : [];
}

/** A closing: the last day, and by which units it is continued (the first takes what is left). */
export type Closing = {
  unit: UnitHistory;
  lastDay: PlainDate;
  successorCodes: string[];
  successors: UnitHistory[];
  /** Ids above the first successor, as in `Move`. */
  linesAbove: number[][];
  parentName: string | null;
  actorUnitId: number;
};

/** A closing: successors are open from the next day on and do not stand beneath what is closed. */
export function reviewClosing(closing: Closing): ChangeFinding[] {
  const { unit, lastDay, successors, linesAbove, parentName, actorUnitId } = closing;
  const nextDay = addDays(lastDay, 1);
  const blocked = [
    ...ownFindings(unit, actorUnitId),
    ...timeFindings(unit, lastDay),
    ...unknownSuccessors(closing),
    ...successors.flatMap((successor) => successorFindings(unit, successor, nextDay)),
  ];
  if (blocked.length > 0) return blocked;
  const [first] = successors;
  if (!first)
    return parentName === null
      ? [{ is: "topUnit", blocks: true, name: unit.name }]
      : [{ is: "noSuccessor", blocks: false, above: parentName }];
  return linesAbove.some((line) => line.includes(unit.id))
    ? [{ is: "beneathItself", blocks: true, name: unit.name, above: first.name }]
    : [];
}

/** Where a change may still be taken back: the last one, as long as its day has not come. */
export function futureChange(placements: readonly Placement[], today: PlainDate): Placement | null {
  const last = [...placements].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en")).at(-1);
  return last && last.from !== null && last.from > today && placements.length > 1 ? last : null;
}

function unknownSuccessors({ successorCodes, successors }: Closing): ChangeFinding[] {
  const known = new Set(successors.map(({ code }) => code.toUpperCase()));
  return successorCodes
    .filter((code) => !known.has(code.toUpperCase()))
    .map((code) => ({ is: "unitUnknown", blocks: true, code, role: "successor" }));
}

function successorFindings(unit: UnitHistory, successor: UnitHistory, day: PlainDate): ChangeFinding[] {
  if (successor.id === unit.id) return [{ is: "successorIsItself", blocks: true }];
  return isRowOn(successor.placements, day)
    ? []
    : [{ is: "unitNotOpen", blocks: true, name: successor.name, day }];
}

/** A unit is changed by those above it, never by itself; a root stands beneath nothing. */
function ownFindings(unit: UnitHistory, actorUnitId: number): ChangeFinding[] {
  if (unit.id === actorUnitId) return [{ is: "ownUnit", blocks: true, name: unit.name }];
  const root = unit.placements.every(({ parentId }) => parentId === null);
  return root ? [{ is: "topUnit", blocks: true, name: unit.name }] : [];
}

/** Open on the day, and nothing later known: what comes later was told in the knowledge of what was before. */
function timeFindings(unit: UnitHistory, day: PlainDate): ChangeFinding[] {
  if (!isRowOn(unit.placements, day)) return [{ is: "unitNotOpen", blocks: true, name: unit.name, day }];
  const later = unit.placements.flatMap(({ from }) => (from !== null && from > day ? [from] : [])).sort()[0];
  return later ? [{ is: "laterChange", blocks: true, day: later }] : [];
}

function placeFindings(kind: UnitKind, parent: UnitHistory, day: PlainDate): ChangeFinding[] {
  if (!isRowOn(parent.placements, day)) return [{ is: "unitNotOpen", blocks: true, name: parent.name, day }];
  const above = placementOn(parent.placements, day);
  return above && !canStandBeneath(kind, above.kind)
    ? [{ is: "kindNotBeneath", blocks: true, kind, above: above.name, aboveKind: above.kind }]
    : [];
}

function childFindings(kind: UnitKind, children: UnitHistory[], day: PlainDate): ChangeFinding[] {
  for (const child of children) {
    const beneath = isRowOn(child.placements, day) ? placementOn(child.placements, day) : null;
    if (beneath && !canStandBeneath(beneath.kind, kind)) {
      return [{ is: "kindNotAbove", blocks: true, kind, beneath: beneath.name, beneathKind: beneath.kind }];
    }
  }
  return [];
}

const sameForm = (a: UnitForm, b: UnitForm): boolean =>
  a.parentId === b.parentId &&
  a.name === b.name &&
  a.kind === b.kind &&
  a.type === b.type &&
  a.mayDecideAdmission === b.mayDecideAdmission;
