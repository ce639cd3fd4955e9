import { type PlainDate, yearOf } from "@/lib/shared/days";
import type { QuotaSource } from "./quota";

export const PROPOSAL_STATES = ["open", "taken", "declined", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** What a unit would rather be asked in a year, and what became of it. */
export type QuotaProposal = {
  id: string;
  unit: { id: number; code: string; name: string };
  year: number;
  source: QuotaSource;
  value: number;
  reason: string;
  proposedOn: PlainDate;
  proposedByName: string;
  state: ProposalState;
  answer: string | null;
  answeredOn: PlainDate | null;
  answeredByName: string | null;
  version: number;
};

/** Why a proposal was not written or answered. */
export type ProposalFinding =
  | { is: "yearOver"; blocks: true; year: number }
  | { is: "proposalWaits"; blocks: true; on: PlainDate }
  | { is: "sameAsGiven"; blocks: true; value: number }
  | { is: "proposalGone"; blocks: true }
  | { is: "ownProposal"; blocks: true };

/** A unit proposes for a year that is not over, once at a time, and something else than it was given. */
export function reviewProposal(
  { year, value, source }: Pick<QuotaProposal, "year" | "value" | "source">,
  known: readonly QuotaProposal[],
  given: number | null,
  today: PlainDate,
): ProposalFinding[] {
  if (year < yearOf(today)) return [{ is: "yearOver", blocks: true, year }];
  const waits = known.find((one) => one.state === "open" && one.year === year && one.source === source);
  if (waits) return [{ is: "proposalWaits", blocks: true, on: waits.proposedOn }];
  return given === value ? [{ is: "sameAsGiven", blocks: true, value }] : [];
}
