import "server-only";
import { withScope } from "@/lib/access/gate";
import { findCells } from "../repository/bulk";

/** The cells one may enter people in, at most 2 000, for the form. */
export function loadEntryCells(): Promise<{ code: string; name: string }[]> {
  return withScope("candidate.enter", async (scope) => {
    const cells = await findCells(scope);
    return cells.slice(0, 2000).map(({ code, name }) => ({ code, name: `${name} (${code})` }));
  });
}
