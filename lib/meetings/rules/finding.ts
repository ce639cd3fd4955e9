import type { Finding } from "@/lib/pipeline/rules/finding";
import type { Row, RowFault } from "./row";

/** Why one person of a meeting cannot be recorded. */
export type ItemFault =
  | RowFault
  | { is: "numberTwice"; number: string; other: string }
  | { is: "numberUsed"; number: string }
  | { is: "movedOn" }
  | { is: "notHere" }
  | { is: "condition"; finding: Finding };

/** What refuses a write to a meeting. */
export type MeetingFinding = { blocks: boolean } & (
  | ({ itemId: string; name: string } & ItemFault)
  | { is: "rowChanged"; by: string | null; row: Row; version: number }
  | { is: "meetingChanged"; by: string | null }
  | { is: "notOpen" }
  | { is: "notRecorded" }
  | { is: "attendanceMissing" }
  | { is: "presentAboveConvened"; present: number; convened: number }
  | { is: "inFuture" }
  | { is: "nobodyWaits" }
  | { is: "nobodyDecided" }
  | { is: "peopleMovedOn"; names: string[] }
);
