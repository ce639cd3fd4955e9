import "server-only";
import { visitorQuery } from "@/lib/platform/database";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import type { KeyTotal } from "../rules/content";
import type { LineAnswer } from "../rules/verdict";

/** What anyone with the paper may know of a snapshot, all of it from the bytes that were hashed. */
export type PublicSnapshot = {
  title: string;
  unitName: string;
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  madeOn: PlainDate;
  approvedBy: string | null;
  /** "2026-11-22 15:04", in Vietnam. */
  approvedAt: string | null;
  approvalCode: string | null;
  hash: string;
  totals: KeyTotal[];
};

/** `intact`: what is stored still gives the stored hash; of what does not, nothing else is told. */
export type StoredSnapshot = ({ intact: true } & PublicSnapshot) | { intact: false };

/** Asked by nobody who is signed in; null: there is none of this id. */
export async function findPublicSnapshot(id: string): Promise<StoredSnapshot | null> {
  if (!isUuid(id)) return null;
  const [row] = await visitorQuery<StoredSnapshot>(
    `SELECT title, unit_name AS "unitName", from_day AS "from", to_day AS "to", as_of AS "asOf", made_on AS "madeOn",
       approved_by AS "approvedBy", approved_at AS "approvedAt", approval_code AS "approvalCode", hash, intact, totals
     FROM sec.verify_snapshot($1)`,
    [id],
  );
  return row ? (row.intact ? row : { intact: false }) : null;
}

/** Whether a line of a snapshot has a number, for who knows its hash. */
export async function findPublicLine(
  id: string,
  hash: string,
  line: string,
  number: number,
): Promise<LineAnswer> {
  const [row] = await visitorQuery<LineAnswer>(
    "SELECT known, labels FROM sec.verify_snapshot_line($1, $2, $3, $4)",
    [id, hash, line, number],
  );
  return row ?? { known: false, labels: [] };
}

/** Counts a look from an address; false: there were too many in this minute. */
export async function admitVisitor(address: string, most: number): Promise<boolean> {
  const [row] = await visitorQuery<{ admitted: boolean }>("SELECT sec.admit_visitor($1, $2) AS admitted", [
    address,
    most,
  ]);
  return row?.admitted ?? false;
}
