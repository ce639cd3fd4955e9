import type { PlainDate } from "@/lib/shared/days";
import type { FrozenFigure } from "./content";
import type { SnapshotReport } from "./reports";

/** A snapshot as a list shows it. */
export type SnapshotLine = {
  id: string;
  unit: { id: number; code: string; name: string };
  periodId: string | null;
  report: SnapshotReport;
  title: string;
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  madeOn: PlainDate;
  /** The moment, as the database writes it: they sort as texts. */
  madeAt: string;
  madeByName: string;
  madeById: string | null;
  approvedOn: PlainDate | null;
  approvedByName: string | null;
  /** SHA-256 of the hash, who approved and when. */
  approvalCode: string | null;
  hash: string;
};

/** Why a snapshot was not made or approved. */
export type SnapshotFinding =
  | { is: "dataMoved"; blocks: true; label: string; number: number; people: number }
  | { is: "ownSnapshot"; blocks: true }
  | { is: "alreadyApproved"; blocks: true }
  | { is: "noReport"; blocks: true };

/** A snapshot has exactly as many people behind each figure as the figure says. */
export function reviewFigures(figures: readonly FrozenFigure[]): SnapshotFinding | null {
  for (const { label, number, people } of figures)
    if (people !== null && people.length !== number)
      return { is: "dataMoved", blocks: true, label, number, people: people.length };
  return null;
}

/** Somebody else than its maker approves, once. */
export function reviewApproval(
  { madeById, approvedOn }: Pick<SnapshotLine, "madeById" | "approvedOn">,
  accountId: string | null,
): SnapshotFinding | null {
  if (approvedOn !== null) return { is: "alreadyApproved", blocks: true };
  return madeById !== null && madeById === accountId ? { is: "ownSnapshot", blocks: true } : null;
}

/** Digits of a hash as they were typed or scanned, without blanks and in small letters. */
export const hashTyped = (typed: string): string => typed.replace(/[^0-9a-fA-F]/g, "").toLowerCase();

/** So many digits of an approval's code are printed: enough that none can be found to fit. */
const APPROVAL_DIGITS = 32;

/** An approval's code as it is printed. */
export const approvalInGroups = (code: string): string => hashInGroups(code.slice(0, APPROVAL_DIGITS));

/** In groups of eight, as it is printed. */
export const hashInGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(" ") ?? hash;
