import type { Finding, FindingKind, Review } from "@/lib/pipeline/rules/finding";
import type { RuleNumber } from "@/lib/pipeline/rules/trust";

/** One side of a rule's boundary and the other: on the last good day it is silent, on the next it is heard. */
export type Boundary = {
  rule: RuleNumber;
  at: string;
  is: FindingKind;
  blocks: boolean;
  holds: Review;
  breaks: Review;
};

/** The finding of a kind in a review. */
export const foundIn = ({ findings }: Review, is: FindingKind): Finding | undefined =>
  findings.find((finding) => finding.is === is);

/** A boundary of a rule that blocks. */
export const blocked = (
  rule: RuleNumber,
  at: string,
  is: FindingKind,
  holds: Review,
  breaks: Review,
): Boundary => ({ rule, at, is, blocks: true, holds, breaks });

/** A boundary of a rule that warns. */
export const warned = (
  rule: RuleNumber,
  at: string,
  is: FindingKind,
  holds: Review,
  breaks: Review,
): Boundary => ({ rule, at, is, blocks: false, holds, breaks });
