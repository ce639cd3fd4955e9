import type { Placement, UnitForm } from "@/lib/organisation/rules/placement";
import type { PlainDate } from "@/lib/shared/days";
import type { ReorganisationFinding } from "./finding";

/** A unit as the review knows it. */
export type KnownUnit = { id: number; code: string; name: string; placements: readonly Placement[] };

/** What the acts are judged against: the units of the actor's range, and codes taken anywhere. */
export type World = {
  units: readonly KnownUnit[];
  codesTaken: ReadonlySet<string>;
  /** The actor's own unit; 0: the operator. */
  actorUnitId: number;
  day: PlainDate;
};

/** What a unit is, called, and stands beneath; the parent by key, null at the top of what is known. */
export type NodeForm = Omit<UnitForm, "parentId"> & { parent: string | null };

/** A unit that the reorganisation makes, changes or closes. `id` null: made by it. */
export type ChangedUnit = {
  key: string;
  code: string;
  id: number | null;
  before: NodeForm | null;
  after: NodeForm;
  closed: boolean;
  /** Who continues a closed or divided unit, the first takes what nobody claims. */
  into: string[];
  /** The line that says so; null: it follows from another. */
  line: number | null;
};

/** The tree as the acts make it, and what is wrong with them. */
export type ReviewedTree = { changed: ChangedUnit[]; findings: ReorganisationFinding[] };

/** Is it called and is it the same, wherever it stands? */
export const isSameForm = (a: NodeForm, b: NodeForm): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.type === b.type &&
  a.mayDecideAdmission === b.mayDecideAdmission;
