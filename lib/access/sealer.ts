import "server-only";
import { inTransaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

const MINUTE_MS = 60_000;
/** As many events or more, where a transaction left more: there may be others behind them. */
const BLOCK = 20_000;
const KEY = Symbol.for("pdv.sealer");

/** Seals the audit log into its hash chain, as far as finished transactions go: part by part, each a block. */
export async function sealAudit(): Promise<void> {
  let events = 0;
  do {
    const [block] = await inTransaction(
      "app",
      (db) => db.$queryRaw<{ events: number }[]>`SELECT sec.seal_audit() AS events`,
    );
    events = block?.events ?? 0;
  } while (events >= BLOCK);
}

/** Seals once a minute while this process lives; several processes take turns by a lock of the database. */
export function startSealer(): void {
  const processWide = globalThis as typeof globalThis & { [KEY]?: NodeJS.Timeout };
  processWide[KEY] ??= setInterval(
    () => sealAudit().catch((error) => log.error({ error }, "sealing the audit log failed")),
    MINUTE_MS,
  ).unref();
}
