import "server-only";
import type { UnitScope } from "./gate";

/** A read worth remembering: what was opened or exported, never the values themselves. */
export type LoggedRead = {
  /** Verb of the read, e.g. "openPerson", "exportNames". */
  action: string;
  /** Table or report. */
  subject: string;
  subjectId: string;
  unitOrd: bigint;
  /** Filter and count, never names. */
  details?: Record<string, unknown>;
};

/** Writes a read to the audit log, in the transaction of the scope. */
export async function logRead(scope: UnitScope, read: LoggedRead): Promise<void> {
  const details = JSON.stringify(read.details ?? {});
  await scope.db.$executeRaw`
    SELECT sec.log_read(${read.action}, ${read.subject}, ${read.subjectId}, ${read.unitOrd}, ${details}::jsonb)`;
}
