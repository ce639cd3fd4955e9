import "server-only";
import { inTransaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { saveForgotten } from "./repository/batches";

const HOUR_MS = 3_600_000;
const KEY = Symbol.for("pdv.forgetting");

/** Forgets the contents of files that came in more than two weeks ago, whoever sent them. */
export async function forgetImports(): Promise<void> {
  await inTransaction("app", saveForgotten);
}

/** Forgets once an hour while this process lives, also where nobody imports any more. */
export function startForgetting(): void {
  const processWide = globalThis as typeof globalThis & { [KEY]?: NodeJS.Timeout };
  processWide[KEY] ??= setInterval(
    () => forgetImports().catch((error) => log.error({ error }, "forgetting old imports failed")),
    HOUR_MS,
  ).unref();
}
