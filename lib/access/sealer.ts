import "server-only";
import { inTransaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

const MINUTE_MS = 60_000;
const KEY = Symbol.for("pdv.sealer");

/** Seals the audit log into its hash chain, as far as finished transactions go. */
export async function sealAudit(): Promise<void> {
  await inTransaction("app", (db) => db.$queryRaw`SELECT sec.seal_audit()`);
}

/** Seals once a minute while this process lives; several processes take turns by a lock of the database. */
export function startSealer(): void {
  const processWide = globalThis as typeof globalThis & { [KEY]?: NodeJS.Timeout };
  processWide[KEY] ??= setInterval(
    () => sealAudit().catch((error) => log.error({ error: String(error) }, "sealing the audit log failed")),
    MINUTE_MS,
  ).unref();
}
