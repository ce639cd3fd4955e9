import type { UnitScope } from "@/lib/access/gate";
import type { Verdict } from "@/lib/imports/kind";
import type { PlainDate } from "@/lib/shared/days";
import { rebuildUnionTree, saveUnionPlacements, saveUnionUnits, type UnionUnit } from "../repository/units";
import { type Bloc, circleIn, type Level, type UnionPlacement } from "../rules/tree";

/** A row of `to-chuc-doan`, read. Codes are upper-case keys. */
export type UnionUnitLine = {
  row: number;
  code: string;
  key: string;
  name: string;
  level: Level;
  bloc: Bloc | null;
  unitId: number | null;
  parent: string | null;
  from: PlainDate | null;
  until: PlainDate | null;
};

type Drafted = UnionPlacement & { isNew: boolean; changed: boolean };

/** The Union's placements as they are and as a file would make them; ids of new organisations are negative. */
export class UnionTreeDraft {
  private readonly ids = new Map<string, number>();
  private readonly codeOf = new Map<number, string>();
  private readonly placements = new Map<number, Drafted[]>();
  private readonly tops: Set<string>;
  private readonly newCodes: string[] = [];

  constructor(units: readonly UnionUnit[], stored: readonly UnionPlacement[]) {
    for (const { id, code } of units) {
      this.ids.set(code.toUpperCase(), id);
      this.codeOf.set(id, code.toUpperCase());
    }
    const inside = new Set(units.map(({ id }) => id));
    this.tops = new Set(
      units
        .filter(({ parentId }) => parentId === null || !inside.has(parentId))
        .map(({ code }) => code.toUpperCase()),
    );
    for (const placement of stored)
      this.own(placement.unionUnitId).push({ ...placement, isNew: false, changed: false });
  }

  codes(): Iterable<string> {
    return this.ids.keys();
  }

  /** At the top of the scope: what stands above it is not the sender's business. */
  isTop(key: string): boolean {
    return this.tops.has(key);
  }

  /** Takes a row into the draft and says whether it adds, changes or repeats. */
  follow(line: UnionUnitLine): Verdict["is"] {
    const id = this.idOf(line.key, line.code);
    const own = this.own(id);
    const known = own.length > 0;
    const at = own.find(({ from }) => from === line.from);
    const says = {
      parentId: this.isTop(line.key)
        ? (own[0]?.parentId ?? null)
        : line.parent === null
          ? null
          : this.idOf(line.parent, line.parent),
      name: line.name,
      level: line.level,
      bloc: line.bloc,
      unitId: line.unitId,
      until: line.until,
    };
    if (!at) {
      own.push({ id: 0, unionUnitId: id, ...says, from: line.from, isNew: true, changed: false });
      return known ? "change" : "add";
    }
    const same = (Object.keys(says) as (keyof typeof says)[]).every((field) => at[field] === says[field]);
    if (!same) Object.assign(at, says, { changed: !at.isNew });
    return same ? "same" : "change";
  }

  /** Codes of organisations that would stand beneath each other; empty when there are none. */
  circle(): string[] {
    const parents = new Map(
      [...this.placements].map(([id, own]) => [
        id,
        own.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en")).at(-1)?.parentId ?? null,
      ]),
    );
    return circleIn(parents).map((id) => this.codeOf.get(id) ?? "");
  }

  /** Writes the draft and numbers the tree of today. */
  async save(scope: UnitScope, batchId: string): Promise<void> {
    const made = await saveUnionUnits(scope, this.newCodes);
    const idOf = (id: number) => (id >= 0 ? id : (made.get(this.codeOf.get(id) ?? "") ?? id));
    const written = [...this.placements.values()]
      .flat()
      .filter(({ isNew, changed }) => isNew || changed)
      .map((placement) => ({
        ...placement,
        unionUnitId: idOf(placement.unionUnitId),
        parentId: placement.parentId === null ? null : idOf(placement.parentId),
      }));
    await saveUnionPlacements(scope, written, batchId);
    await rebuildUnionTree(scope);
  }

  private idOf(key: string, code: string): number {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = -1 - this.newCodes.length;
    this.newCodes.push(code);
    this.ids.set(key, id);
    this.codeOf.set(id, key);
    return id;
  }

  private own(id: number): Drafted[] {
    const own = this.placements.get(id) ?? [];
    this.placements.set(id, own);
    return own;
  }
}
