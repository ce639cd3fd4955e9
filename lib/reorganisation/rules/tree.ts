import { canStandBeneath } from "@/lib/organisation/rules/kinds";
import { isRowOn, placementOn } from "@/lib/organisation/rules/placement";
import { addDays, type PlainDate } from "@/lib/shared/days";
import { type Act, type ActField, keyOf } from "./act";
import {
  type ChangedUnit,
  isSameForm,
  type KnownUnit,
  type NodeForm,
  type ReviewedTree,
  type World,
} from "./changed-unit";
import { KnownTree, type Node } from "./known-tree";

/**
 * Judges all lines as one: whoever is made by one line may receive in another, whatever their order. A unit is
 * closed or divided, moved and renamed at most once; who receives stays open; what stood beneath a closed unit
 * goes to its first successor unless a line says otherwise.
 */
export function reviewActs(acts: readonly Act[], world: World): ReviewedTree {
  const draft = new Draft(world);
  acts.forEach((act, line) => {
    draft.make(act, line);
  });
  acts.forEach((act, line) => {
    draft.change(act, line);
  });
  if (draft.findings.some(({ blocks }) => blocks)) return { changed: [], findings: draft.findings };
  draft.settle();
  return { changed: draft.changed(), findings: draft.findings };
}

const CODE = /^[A-Z0-9.-]{1,40}$/;

class Draft extends KnownTree {
  /** First the units to be made: by "add", or as who receives with a name of their own. */
  make(act: Act, line: number): undefined {
    const code =
      act.is === "add" ? (act.to ?? act.unit) : act.is === "merge" || act.is === "split" ? act.to : null;
    if (code === null) return act.is === "add" ? this.missing(line, "to") : undefined;
    const key = keyOf(code);
    if (this.nodes.has(key)) {
      if (act.is === "add") this.wrong(line, "to", { is: "codeTaken", code });
      return;
    }
    if (this.known.has(key)) {
      if (act.is === "add" || act.name !== null) this.wrong(line, "to", { is: "codeTaken", code });
      return;
    }
    const from = act.unit === null ? undefined : this.known.get(keyOf(act.unit));
    const like = from ? this.formOf(from) : null;
    // Another line may name it; where none does, whoever goes there is told so.
    if (act.name === null && act.is !== "add") return;
    if (act.name === null) return this.missing(line, "name");
    if (!CODE.test(key)) return this.wrong(line, "to", { is: "codeWrong", code });
    if (this.world.codesTaken.has(key)) return this.wrong(line, "to", { is: "codeTaken", code });
    const kind = act.kind ?? like?.kind ?? null;
    if (kind === null) return this.missing(line, "kind");
    const parent = act.parent === null ? (like?.parent ?? null) : keyOf(act.parent);
    if (parent === null) return this.missing(line, "parent");
    const type = act.type ?? like?.type ?? null;
    const after = {
      parent,
      name: act.name,
      kind,
      type,
      mayDecideAdmission: act.decides ?? like?.mayDecideAdmission ?? false,
    };
    const made = { key, code: code.trim(), id: null, before: null, after, closed: false, into: [], line };
    this.nodes.set(key, { ...made, moved: true, renamed: true });
  }

  /** Then what becomes of those that are there. */
  change(act: Act, line: number): undefined {
    if (this.findings.some((finding) => finding.line === line)) return;
    if (act.is === "add") return this.checkParent(act, line);
    if (act.unit === null) return this.missing(line, "unit");
    const unit = this.known.get(keyOf(act.unit));
    if (!unit) return this.wrong(line, "unit", { is: "unitUnknown", code: act.unit });
    switch (act.is) {
      case "move":
        return this.move(unit, act, line);
      case "rename":
        return this.rename(unit, act, line);
      case "close":
      case "merge":
      case "split":
        return this.close(unit, act, line);
    }
  }

  private move(unit: KnownUnit, { parent }: Act, line: number): undefined {
    if (parent === null) return this.missing(line, "parent");
    const key = keyOf(parent);
    if (!this.isThere(key)) return this.wrong(line, "parent", { is: "unitUnknown", code: parent });
    if (!this.mayMove(unit, line) || !this.isSteady(unit, this.world.day, line)) return;
    const node = this.nodeOf(unit, line);
    if (node.moved || node.closed) return this.wrong(line, "unit", { is: "changedTwice", name: unit.name });
    if (node.after.parent === key)
      return this.wrong(line, "parent", { is: "nothingChanged", name: unit.name });
    node.after.parent = key;
    node.moved = true;
  }

  private rename(unit: KnownUnit, { name, kind, type, decides }: Act, line: number): undefined {
    if (name === null && kind === null && type === null && decides === null)
      return this.missing(line, "name");
    if (!this.isSteady(unit, this.world.day, line)) return;
    const node = this.nodeOf(unit, line);
    if (node.renamed || node.closed) return this.wrong(line, "unit", { is: "changedTwice", name: unit.name });
    const { after } = node;
    const form = {
      ...after,
      name: name ?? after.name,
      kind: kind ?? after.kind,
      type: type ?? after.type,
      mayDecideAdmission: decides ?? after.mayDecideAdmission,
    };
    if (isSameForm(form, after)) return this.wrong(line, "name", { is: "nothingChanged", name: unit.name });
    node.after = form;
    node.renamed = true;
  }

  /** Closed, merged or divided: only "split" may have several lines, and one of them may keep the unit itself. */
  private close(unit: KnownUnit, act: Act, line: number): undefined {
    const to = act.to === null ? null : keyOf(act.to);
    if (to === null && act.is !== "close") return this.missing(line, "to");
    if (to !== null && !this.isThere(to))
      return this.wrong(line, "to", { is: "receiverUnknown", code: act.to ?? "" });
    const own = keyOf(unit.code);
    if (to === own && act.is !== "split")
      return this.wrong(line, "to", { is: "receivesItself", name: unit.name });
    if (!this.mayMove(unit, line) || !this.isSteady(unit, addDays(this.world.day, -1), line)) return;

    const node = this.nodeOf(unit, line);
    const again = node.closed || node.into.length > 0;
    const divides = act.is === "split" && again && !node.into.includes(to ?? "");
    if (node.moved || node.renamed || (again && !divides))
      return this.wrong(line, "unit", { is: "changedTwice", name: unit.name });
    if (to !== null) node.into.push(to);
    node.closed = !node.into.includes(own);
    if (to === null) {
      const above = node.after.parent === null ? null : this.nameOf(node.after.parent);
      this.findings.push({
        is: "noSuccessor",
        blocks: false,
        line,
        field: "to",
        name: unit.name,
        above: above ?? "",
      });
    }
  }

  private checkParent({ parent }: Act, line: number): undefined {
    if (parent !== null && !this.isThere(keyOf(parent)))
      this.wrong(line, "parent", { is: "unitUnknown", code: parent });
  }

  /** What follows from the lines: the closed units' places and children; then the whole is looked at. */
  settle(): void {
    for (const node of [...this.nodes.values()]) {
      for (const key of node.into) this.checkReceiver(node, key);
      if (node.id === null && node.after.parent !== null)
        this.checkOpen(node.after.parent, node.line, "parent");
      if (node.moved && node.id !== null && node.after.parent !== null)
        this.checkOpen(node.after.parent, node.line, "parent");
    }
    if (this.findings.some(({ blocks }) => blocks)) return;
    this.adoptChildren();
    for (const node of this.nodes.values()) if (node.closed) node.after.parent = this.placeOfClosed(node);
    this.checkKinds();
    for (const node of this.nodes.values()) this.checkCircle(node);
    if (!this.findings.some(({ blocks }) => blocks)) this.checkDeciders();
  }

  changed(): ChangedUnit[] {
    return [...this.nodes.values()].map(({ moved: _m, renamed: _r, ...node }) => node);
  }

  /** What stood beneath a closed committee goes on beneath who continues it. */
  private adoptChildren(): void {
    const closing = new Set([...this.nodes.values()].flatMap(({ id, closed }) => (closed && id ? [id] : [])));
    for (const unit of this.world.units) {
      const now = placementOn(unit.placements, this.world.day);
      if (now?.parentId == null || !closing.has(now.parentId) || !isRowOn(unit.placements, this.world.day))
        continue;
      const known = this.nodes.get(keyOf(unit.code));
      if (known?.closed || known?.moved) continue;
      const above = this.nodes.get(this.keyById.get(now.parentId) ?? "");
      if (!above || !this.isSteady(unit, this.world.day, above.line)) continue;
      const node = this.nodeOf(unit, known?.line ?? null);
      node.after.parent = this.continuerOf(above, keyOf(unit.code));
    }
  }

  /** The open unit that takes what a closed one held: its first successor, or else what stands above it. */
  private continuerOf(node: Node, child: string): string | null {
    const into = node.into.includes(child) ? undefined : node.into.find((key) => !this.isBeneath(key, child));
    const next = into ?? node.before?.parent ?? null;
    const above = next === null ? undefined : this.nodes.get(next);
    return above?.closed ? this.continuerOf(above, child) : next;
  }

  private placeOfClosed(node: Node): string | null {
    return node.into.find((key) => !this.nodes.get(key)?.closed) ?? node.after.parent;
  }

  private checkReceiver(node: Node, key: string): undefined {
    if (key === node.key) return;
    this.checkOpen(key, node.line, "to");
  }

  /** Whoever receives or stands above is open on the day and stays so. */
  private checkOpen(key: string, line: number | null, field: ActField): undefined {
    const node = this.nodes.get(key);
    if (node?.closed) return this.wrong(line, field, { is: "closesToo", name: node.after.name });
    const unit = this.known.get(key);
    if (unit && !isRowOn(unit.placements, this.world.day))
      this.wrong(line, field, { is: "notOpen", name: unit.name, day: this.world.day });
  }

  private checkKinds(): void {
    const { day } = this.world;
    const beneath = (
      key: string,
      kind: NodeForm["kind"],
      name: string,
      line: number | null,
      field: ActField,
    ) => {
      const above = this.parentOf(key);
      const form = above === null ? null : this.formNow(above);
      if (!form || canStandBeneath(kind, form.kind)) return;
      this.wrong(line, field, { is: "kindNotBeneath", name, kind, above: form.name, aboveKind: form.kind });
    };
    const kindChanged = new Set<number>();
    for (const node of this.nodes.values()) {
      const { before, after, closed, key, line, id } = node;
      if (closed) continue;
      if (!before || before.parent !== after.parent || before.kind !== after.kind)
        beneath(key, after.kind, after.name, line, before?.parent === after.parent ? "kind" : "parent");
      if (id !== null && before && before.kind !== after.kind) kindChanged.add(id);
    }
    if (kindChanged.size === 0) return;
    for (const unit of this.world.units) {
      const now = placementOn(unit.placements, day);
      if (now?.parentId == null || !kindChanged.has(now.parentId) || this.nodes.has(keyOf(unit.code)))
        continue;
      const above = this.nodes.get(this.keyById.get(now.parentId) ?? "");
      if (isRowOn(unit.placements, day))
        beneath(keyOf(unit.code), now.kind, now.name, above?.line ?? null, "kind");
    }
  }

  private checkCircle(node: Node): undefined {
    const seen = new Set([node.key]);
    for (let at = this.parentOf(node.key); at !== null; at = this.parentOf(at)) {
      if (at === node.key) {
        const above = this.nameOf(this.parentOf(node.key) ?? "");
        return this.wrong(node.line, node.closed ? "to" : "parent", {
          is: "beneathItself",
          name: node.after.name,
          above,
        });
      }
      if (seen.has(at)) return;
      seen.add(at);
    }
  }

  /** Somebody above decided admissions before; told where nobody does afterwards, once for all that stands beneath. */
  private checkDeciders(): void {
    for (const { closed, key, line, after } of this.nodes.values()) {
      if (closed || this.decided(key, true) === this.decided(key, false) || this.decided(key, false))
        continue;
      const above = this.parentOf(key);
      if (above !== null && this.nodes.has(above) && !this.decided(above, false) && this.decided(above, true))
        continue;
      this.findings.push({ is: "nobodyDecides", blocks: false, line, field: "parent", name: after.name });
    }
  }

  /** A unit is moved or closed by those above it; what stands above the range is not theirs. */
  private mayMove(unit: KnownUnit, line: number): boolean {
    const own = unit.id === this.world.actorUnitId;
    const root = unit.placements.every(({ parentId }) => parentId === null);
    if (own) this.wrong(line, "unit", { is: "ownUnit", name: unit.name });
    else if (root) this.wrong(line, "unit", { is: "topUnit", name: unit.name });
    return !own && !root;
  }

  /** Open on the day, and nothing known of it later. */
  private isSteady(unit: KnownUnit, day: PlainDate, line: number | null): boolean {
    if (!isRowOn(unit.placements, day)) {
      this.wrong(line, "unit", { is: "notOpen", name: unit.name, day });
      return false;
    }
    const [later] = unit.placements.flatMap(({ from }) => (from !== null && from > day ? [from] : [])).sort();
    if (later) this.wrong(line, "unit", { is: "laterChange", name: unit.name, day: later });
    return later === undefined;
  }
}
