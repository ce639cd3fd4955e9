import "server-only";
import type { UnitScope } from "@/lib/access/gate";

/** Whoever writes a row of a unit waits until this transaction ends, and it for them: nobody is missed. */
export async function saveTreeLock(scope: UnitScope): Promise<void> {
  await scope.db.$executeRaw`SET LOCAL lock_timeout = '60s'`;
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(7392)`;
}
