import type { UnitKind } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";
import type { ActField } from "./act";

/** What is wrong with a line (`blocks`), or what to look at twice. `line` counts from 0; null: of the whole. */
export type ReorganisationFinding = { blocks: boolean; line: number | null; field: ActField } & (
  | { is: "fieldMissing" }
  | { is: "unitUnknown"; code: string }
  | { is: "receiverUnknown"; code: string }
  | { is: "codeTaken"; code: string }
  | { is: "codeWrong"; code: string }
  | { is: "changedTwice"; name: string }
  | { is: "receivesItself"; name: string }
  | { is: "closesToo"; name: string }
  | { is: "notOpen"; name: string; day: PlainDate }
  | { is: "laterChange"; name: string; day: PlainDate }
  | { is: "ownUnit"; name: string }
  | { is: "topUnit"; name: string }
  | { is: "nothingChanged"; name: string }
  | { is: "beneathItself"; name: string; above: string }
  | { is: "kindNotBeneath"; name: string; kind: UnitKind; above: string; aboveKind: UnitKind }
  | { is: "cellIntoCommittee"; name: string; into: string; people: number }
  | { is: "stepsAfter"; name: string; day: PlainDate; people: number }
  | { is: "notAReceiver"; name: string }
  | { is: "nobodyDecides"; name: string }
  | { is: "noSuccessor"; name: string; above: string }
  | { is: "changedMeanwhile" }
  | { is: "notYet"; day: PlainDate }
  | { is: "happenedSince" }
);

/** Does one of them refuse the whole? */
export const isRefused = (findings: readonly ReorganisationFinding[]): boolean =>
  findings.some(({ blocks }) => blocks);
