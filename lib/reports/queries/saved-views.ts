import "server-only";
import { withScope } from "@/lib/access/gate";
import { findOwnViews, type SavedView } from "../repository/saved-views";

/** The views that who acts has named and kept. */
export function loadSavedViews(): Promise<SavedView[]> {
  return withScope("report.read", findOwnViews);
}
