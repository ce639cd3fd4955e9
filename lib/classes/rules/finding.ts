/** What refuses a write to a class. */
export type ClassFinding = { blocks: boolean } & (
  | { is: "changedMeanwhile"; by: string | null }
  | { is: "nobodyChosen" }
  | { is: "needsNone"; name: string }
  | { is: "tooMany"; size: number; people: number }
  | { is: "ended" }
  | { is: "dropped" }
  | { is: "begun"; name: string }
  | { is: "noCertificate"; name: string }
  | { is: "restsOnIt"; name: string }
  | { is: "movedAway" }
  | { is: "notBegun" }
  | { is: "notAnswerable" }
  | { is: "gradeMissing"; name: string }
  | { is: "beforeClass" }
  | { is: "inFuture" }
  | { is: "notHere" }
);
