import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { LiveStep } from "./figure";
import type { PacedStep } from "./forecast";
import type { UnitHead } from "./parameters";

/** The ways from one step to the next, in the order of the procedure. */
export const PASSAGES = [
  "toSympathiser",
  "toCertificate",
  "toApplication",
  "toCell",
  "toBase",
  "toSubmission",
  "toDecision",
  "toCeremony",
] as const;
export type Passage = (typeof PASSAGES)[number];

/** Days a passage took of the dossiers that ended it in the period; null: none did. */
export type PassageDays = { passage: Passage; median: number | null; ninth: number | null; dossiers: number };

/** Who has to act on a dossier at a step. */
export type Holder = "cell" | "organiser" | "base" | "committee";

export const HOLDER_OF: Record<LiveStep, Holder> = {
  introduced: "cell",
  sympathisers: "organiser",
  certified: "cell",
  applied: "cell",
  cellResolved: "base",
  baseResolved: "base",
  submitted: "committee",
};

/** The passage that a dossier at a step is in. */
export const PASSAGE_OF: Record<LiveStep, Passage> = {
  introduced: "toSympathiser",
  sympathisers: "toCertificate",
  certified: "toApplication",
  applied: "toCell",
  cellResolved: "toBase",
  baseResolved: "toSubmission",
  submitted: "toDecision",
};

/** Open dossiers at a step on the as-of day: how many, how long, and how many longer than is usual. */
export type Waiting = { step: LiveStep; people: number; median: number; longer: number; holder: Holder };

/** Dossiers that ended without a decision in the period, by the furthest step they had reached. */
export type DropOut = { step: LiveStep; people: number; ofAll: Ratio };

/** The share of each step among all that dropped out. */
export function buildDropOuts(counts: readonly { step: LiveStep; people: number }[]): DropOut[] {
  const all = counts.reduce((sum, { people }) => sum + people, 0);
  return counts.map(({ step, people }) => ({ step, people, ofAll: ratio(people, all) }));
}

/** A unit's passages; `slowest` by the median, null where nothing moved. */
export type PassagesLine = { unit: UnitHead; passages: PassageDays[]; slowest: Passage | null };

export function buildPassagesLine(unit: UnitHead, passages: readonly PassageDays[]): PassagesLine {
  const slowest = passages
    .filter(({ median }) => median !== null)
    .toSorted((a, b) => (b.median ?? 0) - (a.median ?? 0))[0];
  return { unit, passages: [...passages], slowest: slowest?.passage ?? null };
}

/** The steps from which a dossier still has a passage before it, for what a quicker one would bring. */
export function stepsBefore(passage: Passage): PacedStep[] {
  const order: [Passage, PacedStep[]][] = [
    ["toApplication", ["certified"]],
    ["toCell", ["certified", "applied"]],
    ["toBase", ["certified", "applied", "cellResolved"]],
    ["toSubmission", ["certified", "applied", "cellResolved", "baseResolved"]],
    ["toDecision", ["certified", "applied", "cellResolved", "baseResolved", "submitted"]],
  ];
  return order.find(([known]) => known === passage)?.[1] ?? [];
}
