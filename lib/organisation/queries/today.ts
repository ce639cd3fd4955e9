import "server-only";
import { withScope } from "@/lib/access/gate";
import { followToday } from "../repository/tree";

let followed: string | null = null;

/**
 * Lets changes of the organisation take effect whose day has come since. Once per process and day it asks
 * the database; otherwise it costs nothing. Needs somebody signed in, or the operator.
 */
export async function loadTodayTree(today: string): Promise<void> {
  if (followed === today) return;
  const changed = await withScope("self", followToday);
  if (changed !== null) followed = today;
}
