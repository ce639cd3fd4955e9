import { placementOn } from "@/lib/organisation/rules/placement";
import { type ActField, keyOf } from "./act";
import type { ChangedUnit, KnownUnit, NodeForm, World } from "./changed-unit";
import type { ReorganisationFinding } from "./finding";

/** A unit in the making; moved and renamed at most once. */
export type Node = ChangedUnit & { moved: boolean; renamed: boolean };

/** The units as they are and as a reorganisation would make them, with what is wrong so far. */
export class KnownTree {
  readonly findings: ReorganisationFinding[] = [];
  protected readonly known = new Map<string, KnownUnit>();
  protected readonly keyById = new Map<number, string>();
  protected readonly nodes = new Map<string, Node>();

  constructor(protected readonly world: World) {
    for (const unit of world.units) {
      this.known.set(keyOf(unit.code), unit);
      this.keyById.set(unit.id, keyOf(unit.code));
    }
  }

  protected isBeneath(key: string, above: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null = key; at !== null && !seen.has(at); at = this.parentOf(at)) {
      if (at === above) return true;
      seen.add(at);
    }
    return false;
  }

  /** Does the unit or one above it decide admissions, before or after? A new unit is asked with whom it continues. */
  protected decided(key: string, before: boolean): boolean {
    const node = this.nodes.get(key);
    const continued = before && node && node.id === null ? this.continuedBy(key) : undefined;
    if (continued !== undefined) return this.decided(continued, true);
    const unit = this.known.get(key);
    const form = before ? (unit ? this.formOf(unit) : null) : this.formNow(key);
    return (
      form !== null &&
      (form.mayDecideAdmission || (form.parent !== null && this.decided(form.parent, before)))
    );
  }

  protected continuedBy(key: string): string | undefined {
    return [...this.nodes.values()].find(({ into }) => into.includes(key))?.key;
  }

  protected parentOf(key: string): string | null {
    const node = this.nodes.get(key);
    if (node) return node.after.parent;
    const unit = this.known.get(key);
    return unit ? this.formOf(unit).parent : null;
  }

  protected formNow(key: string): NodeForm | null {
    const unit = this.known.get(key);
    return this.nodes.get(key)?.after ?? (unit ? this.formOf(unit) : null);
  }

  protected formOf(unit: KnownUnit): NodeForm {
    const now = placementOn(unit.placements, this.world.day);
    if (!now) throw new Error(`The unit ${unit.code} stands nowhere.`);
    const { name, kind, type, mayDecideAdmission, parentId } = now;
    return { name, kind, type, mayDecideAdmission, parent: this.keyById.get(parentId ?? -1) ?? null };
  }

  protected nodeOf(unit: KnownUnit, line: number | null): Node {
    const key = keyOf(unit.code);
    const known = this.nodes.get(key);
    if (known) return known;
    const before = this.formOf(unit);
    const node = {
      key,
      code: unit.code,
      id: unit.id,
      before,
      after: { ...before },
      closed: false,
      into: [],
      line,
    };
    const added: Node = { ...node, moved: false, renamed: false };
    this.nodes.set(key, added);
    return added;
  }

  protected nameOf(key: string): string {
    return this.formNow(key)?.name ?? key;
  }

  protected isThere(key: string): boolean {
    return this.known.has(key) || this.nodes.has(key);
  }

  protected missing(line: number, field: ActField): undefined {
    this.wrong(line, field, { is: "fieldMissing" });
  }

  protected wrong(line: number | null, field: ActField, what: Wrong): undefined {
    this.findings.push({ ...what, blocks: true, line, field } as ReorganisationFinding);
  }
}

type Wrong = ReorganisationFinding extends infer F
  ? F extends ReorganisationFinding
    ? Omit<F, "blocks" | "line" | "field">
    : never
  : never;
