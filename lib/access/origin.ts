import "server-only";
import { headers } from "next/headers";
import { settings } from "@/lib/platform/env";

/** A write that did not come from a page of ours. */
export class ForeignOrigin extends Error {
  override name = "ForeignOrigin";
}

/**
 * Refuses a write whose Origin is absent or another one: the framework lets an absent Origin through.
 * Ours are APP_URL and the address the request was sent to.
 */
export async function requireSameOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  const site = sent.get("sec-fetch-site");
  if (!isOurOrigin(origin, sent.get("host")) || (site !== null && site !== "same-origin")) {
    throw new ForeignOrigin("The request does not come from a page of this application.");
  }
}

function isOurOrigin(origin: string | null, host: string | null): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  return origin === new URL(settings().appUrl).origin || new URL(origin).host === host;
}
