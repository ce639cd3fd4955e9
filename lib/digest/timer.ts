import "server-only";
import { dayOf, hourOf, now } from "@/lib/platform/clock";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { sendDigests } from "./send";

const TURN_MS = 10 * 60_000;
/** From this hour in Vietnam on the letters of a day go out. */
const FIRST_HOUR = 7;
const KEY = Symbol.for("pdv.digest");

/** Looks every ten minutes whether letters of today are still to be sent, where the digest is switched on. */
export function startDigest(): void {
  if (settings().digest === null) return;
  const processWide = globalThis as typeof globalThis & { [KEY]?: NodeJS.Timeout };
  processWide[KEY] ??= setInterval(turn, TURN_MS).unref();
}

function turn(): void {
  const moment = now();
  if (hourOf(moment) < FIRST_HOUR) return;
  sendDigests(dayOf(moment)).catch((error) => log.error({ error }, "the digest failed"));
}
