import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts } from "../repository/headcounts";
import {
  findChildUnits,
  findLine,
  findTopUnits,
  findUnitByCode,
  findUnitPage,
  searchUnits,
  type UnitRow,
} from "../repository/units";
import type { UnitKind, UnitType } from "../rules/kinds";
import type { UnitPageAddress } from "../schema/answers";

/** A row of the tree on screen. `members`: the latest headcount; `rows` are there where it is open. */
export type UnitTreeRow = {
  code: string;
  name: string;
  kind: UnitKind;
  type: UnitType | null;
  children: number;
  members: number | null;
  rows: UnitTreeRow[] | null;
};

/** The organisation as one opens it: the top of the actor's range, opened down to a unit. */
export type UnitTreePage = { rows: UnitTreeRow[]; mayChange: boolean; here: string };

/** The tree of the actor's range, opened along the line to `code` (the actor's own unit unless told). */
export function loadUnitTree(code: string | null): Promise<UnitTreePage> {
  return withScope("organisation.read", async (scope) => {
    const unit = code ? ((await findUnitByCode(scope, code)) ?? notFound()) : null;
    const top = await findTopUnits(scope);
    const opened = unit ? await findLine(scope, unit) : top.slice(0, 1);
    const rows = await openedRows(scope, top, new Set(opened.map(({ id }) => id)));
    return {
      rows,
      mayChange: can(scope.actor, "organisation.change"),
      here: unit?.code ?? top[0]?.code ?? "",
    };
  });
}

/** The rows beneath a unit, for when it is opened. */
export function loadChildRows(code: string): Promise<UnitTreeRow[]> {
  return withScope("organisation.read", async (scope) => {
    const unit = (await findUnitByCode(scope, code)) ?? notFound();
    return openedRows(scope, await findChildUnits(scope, unit.id), new Set());
  });
}

/** The rows that stand beside a unit, itself among them; the unit alone at the top of the range. */
export function loadSiblings(code: string): Promise<FoundUnitRow[]> {
  return withScope("organisation.read", async (scope) => {
    const unit = (await findUnitByCode(scope, code)) ?? notFound();
    const above = (await findLine(scope, unit)).filter(({ id }) => id !== unit.id);
    const parent = above.at(-1);
    const beside = parent ? await findChildUnits(scope, parent.id) : [unit];
    const ancestors = above.map(({ name }) => name);
    return beside.map(({ code: other, name, kind }) => ({ code: other, name, kind, ancestors }));
  });
}

/** A unit found by what was typed: its code, its name and those above it, top first. */
export type FoundUnitRow = { code: string; name: string; kind: UnitKind; ancestors: string[] };

/**
 * Up to 20 open units of the actor's range by name or code, accents aside. Nothing typed: the top of the
 * range and what stands directly beneath it.
 */
export function loadFoundUnits(typed: string): Promise<FoundUnitRow[]> {
  return withScope("organisation.read", async (scope) => {
    const found = typed.trim() === "" ? await firstUnits(scope) : await searchUnits(scope, typed);
    return found.map(({ code, name, kind, ancestors }) => ({ code, name, kind, ancestors }));
  });
}

/** A page of the open units of the range in the order of their codes; `next` begins the one after it. */
export type UnitPage = {
  units: { code: string; name: string; kind: UnitKind; type: UnitType | null; parent: string | null }[];
  next: string | null;
};

/** The open units beneath `unit`, itself among them; of the whole range unless told. */
export function loadUnitPage({ unit, after, limit }: UnitPageAddress): Promise<UnitPage> {
  return withScope("organisation.read", async (scope) => {
    const top = unit === undefined ? scope : ((await findUnitByCode(scope, unit)) ?? notFound());
    const found = await findUnitPage(scope, top, after ?? null, limit + 1);
    const units = found.slice(0, limit);
    return { units, next: found.length > limit ? (units.at(-1)?.code ?? null) : null };
  });
}

async function firstUnits(scope: UnitScope): Promise<FoundUnitRow[]> {
  const top = await findTopUnits(scope);
  const [first] = top;
  const beneath = first ? await findChildUnits(scope, first.id) : [];
  const rows = [
    ...top.map((unit) => ({ ...unit, ancestors: [] })),
    ...beneath.map((unit) => ({ ...unit, ancestors: first ? [first.name] : [] })),
  ];
  return rows.slice(0, 20);
}

async function openedRows(scope: UnitScope, units: UnitRow[], opened: Set<number>): Promise<UnitTreeRow[]> {
  const ids = units.map(({ id }) => id);
  const headcounts = await findHeadcounts(scope, ids, scope.today);
  const rows: UnitTreeRow[] = [];
  for (const unit of units) {
    const open = opened.has(unit.id) && unit.children > 0;
    rows.push({
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      type: unit.type,
      children: unit.children,
      members: headcounts.get(unit.id)?.total ?? null,
      rows: open ? await openedRows(scope, await findChildUnits(scope, unit.id), opened) : null,
    });
  }
  return rows;
}
