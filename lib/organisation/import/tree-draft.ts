import type { UnitScope } from "@/lib/access/gate";
import type { Verdict } from "@/lib/imports/kind";
import { addDays, type PlainDate } from "@/lib/shared/days";
import {
  saveNewUnits,
  savePlacementContents,
  savePlacementEnd,
  savePlacements,
  saveSuccessions,
} from "../repository/placements";
import { rebuildTodayTree } from "../repository/tree";
import type { Unit } from "../repository/units";
import type { UnitKind, UnitType } from "../rules/kinds";
import { cyclesIn, holdsOn, type Placement } from "../rules/placement";

/** A row of `don-vi`, read. Codes are upper-case keys. */
export type UnitLine = {
  row: number;
  code: string;
  key: string;
  name: string;
  kind: UnitKind;
  type: UnitType | null;
  mayDecideAdmission: boolean;
  parent: string | null;
  from: PlainDate | null;
  until: PlainDate | null;
  successors: string[];
};

type Drafted = Placement & { state: "stored" | "new" | "changed"; endMoved: boolean };

/** The placements as they are and as a file would make them; unit ids of new units are negative. */
export class TreeDraft {
  private readonly ids = new Map<string, number>();
  private readonly names = new Map<number, string>();
  private readonly placements = new Map<number, Drafted[]>();
  private readonly tops: Set<string>;
  private readonly newCodes: string[] = [];
  private readonly successions: { from: number; to: number; onDay: PlainDate }[] = [];

  constructor(units: readonly Unit[], stored: readonly Placement[]) {
    for (const { id, code } of units) {
      this.ids.set(code.toUpperCase(), id);
      this.names.set(id, code);
    }
    const inside = new Set(units.map(({ id }) => id));
    this.tops = new Set(
      units
        .filter(({ parentId }) => parentId === null || !inside.has(parentId))
        .map(({ code }) => code.toUpperCase()),
    );
    for (const placement of stored) {
      const own = this.placements.get(placement.unitId) ?? [];
      own.push({ ...placement, state: "stored", endMoved: false });
      this.placements.set(placement.unitId, own);
    }
  }

  codes(): Iterable<string> {
    return this.ids.keys();
  }

  /** A unit at the top of the scope: what stands above it is not the sender's business. */
  isTop(key: string): boolean {
    return this.tops.has(key);
  }

  /** Takes a row into the draft and says whether it adds, changes or repeats. */
  follow(line: UnitLine): Verdict["is"] {
    const unitId = this.ids.get(line.key) ?? this.addUnit(line);
    const known = this.placements.has(unitId);
    const own = this.placements.get(unitId) ?? [];
    this.placements.set(unitId, own);
    const verdict = this.place(line, unitId, own);
    const ended = line.until !== null && this.end(line, unitId, own, line.until);
    if (!known) return "add";
    return verdict || ended ? "change" : "same";
  }

  /** Codes of one circle of units that would stand beneath each other; empty when there is none. */
  cycles(): string[] {
    return cyclesIn([...this.placements.values()].flat()).map(({ unitId }) => this.names.get(unitId) ?? "");
  }

  /** Writes the draft and numbers the tree of today. */
  async save(scope: UnitScope, batchId: string): Promise<void> {
    const made = await saveNewUnits(
      scope,
      this.newCodes.map((code) => ({ code })),
    );
    const idOf = (id: number) => (id >= 0 ? id : (made.get((this.names.get(id) ?? "").toUpperCase()) ?? id));
    const all = [...this.placements.values()].flat().map((placement) => ({
      ...placement,
      unitId: idOf(placement.unitId),
      parentId: placement.parentId === null ? null : idOf(placement.parentId),
    }));
    for (const placement of all) {
      if (placement.state !== "new" && placement.endMoved)
        await savePlacementEnd(scope, placement.id, placement.until);
      if (placement.state === "changed") await savePlacementContents(scope, placement);
    }
    const added = all
      .filter(({ state }) => state === "new")
      .map(({ state: _state, endMoved: _moved, id: _id, ...rest }) => ({ ...rest, importBatchId: batchId }));
    if (added.length > 0) await savePlacements(scope, added);
    if (this.successions.length > 0) {
      await saveSuccessions(
        scope,
        this.successions.map(({ from, to, onDay }) => ({
          fromUnitId: idOf(from),
          toUnitId: idOf(to),
          onDay,
        })),
      );
    }
    await rebuildTodayTree(scope);
  }

  private addUnit({ key, code }: Pick<UnitLine, "key" | "code">): number {
    const id = -1 - this.newCodes.length;
    this.newCodes.push(code);
    this.ids.set(key, id);
    this.names.set(id, code);
    return id;
  }

  /** From the line's day on the unit is as the line says; true when that changed something. */
  private place(line: UnitLine, unitId: number, own: Drafted[]): boolean {
    const form = {
      parentId: this.parentOf(line, own),
      name: line.name,
      kind: line.kind,
      type: line.type,
      mayDecideAdmission: line.mayDecideAdmission,
    };
    const open = own.filter(({ closed }) => !closed);
    const at = line.from === null ? open[0] : open.find(({ from }) => from === line.from);
    if (at) {
      const same = (Object.keys(form) as (keyof typeof form)[]).every((field) => at[field] === form[field]);
      if (same) return false;
      Object.assign(at, form, at.state === "new" ? {} : { state: "changed" });
      return true;
    }

    const day = line.from ?? "";
    const before = own.find((placement) => holdsOn(placement, day));
    const next = own
      .filter(({ from }) => from !== null && from > day)
      .toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? ""))[0];
    const until = before ? before.until : next?.from ? addDays(next.from, -1) : null;
    own.push({
      id: 0,
      unitId,
      ...form,
      closed: false,
      from: line.from,
      until,
      state: "new",
      endMoved: false,
    });
    if (before) Object.assign(before, { until: addDays(day, -1), endMoved: true });
    return true;
  }

  /** The unit ends: from the next day it stands beneath its successor, or without one beneath its parent. */
  private end(line: UnitLine, unitId: number, own: Drafted[], until: PlainDate): boolean {
    const last = own.find((placement) => !placement.closed && holdsOn(placement, until));
    if (!last || last.until === until) return false;
    const [first] = line.successors;
    const above = first ? (this.ids.get(first) ?? null) : last.parentId;
    Object.assign(last, { until, endMoved: true });
    own.push({
      ...last,
      id: 0,
      parentId: above,
      closed: true,
      from: addDays(until, 1),
      until: null,
      state: "new",
      endMoved: false,
    });
    for (const code of line.successors) {
      const to = this.ids.get(code);
      if (to !== undefined) this.successions.push({ from: unitId, to, onDay: addDays(until, 1) });
    }
    return true;
  }

  private parentOf({ key, parent }: UnitLine, own: readonly Drafted[]): number | null {
    if (this.tops.has(key)) return own[0]?.parentId ?? null;
    return parent === null ? null : (this.ids.get(parent) ?? this.addUnit({ key: parent, code: parent }));
  }
}
