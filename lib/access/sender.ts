import "server-only";
import { settings } from "@/lib/platform/env";

/** The address the balancer or the connection names; only used to slow down guessing. */
export function senderOf(headers: Headers): string {
  const forwarded = headers.get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || (settings().demo ? "demo" : "direct");
}
