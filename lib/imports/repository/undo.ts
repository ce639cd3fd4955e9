import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { saveUndoneChanges } from "./changes";

/** Undoes a kind whose rows are remembered one by one. */
export async function saveUndoneRows(scope: UnitScope, batchId: string): Promise<null> {
  await saveUndoneChanges(scope, batchId);
  return null;
}
