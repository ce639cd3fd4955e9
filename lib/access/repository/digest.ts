import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import type { UnitScope } from "../gate";

/** What one asked for oneself. */
export type OwnDigest = { wanted: boolean; email: string | null };

export async function findOwnDigest(scope: UnitScope): Promise<OwnDigest> {
  const [row] = await scope.db.$queryRaw<OwnDigest[]>`
    SELECT digest_wanted AS wanted, digest_email AS email FROM account WHERE id = ${scope.actor.accountId}::uuid`;
  return row ?? { wanted: false, email: null };
}

/** Of one's own account; false where there is none. */
export async function saveOwnDigest(scope: UnitScope, { wanted, email }: OwnDigest): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ saved: boolean }[]>`
    SELECT sec.set_own_digest(${wanted}, ${email}) AS saved`;
  return row?.saved ?? false;
}

/** An account that waits for its digest of a day. */
export type DigestAccount = { id: string; login: string; email: string };

/** Accounts that asked for the digest and have not got that day's yet. */
export function findDigestAccounts(scope: UnitScope, day: PlainDate): Promise<DigestAccount[]> {
  return scope.db.$queryRaw<DigestAccount[]>`
    SELECT id, login, digest_email AS email FROM account
    WHERE digest_wanted AND locked_at IS NULL AND NOT must_change_password AND digest_sent_on IS DISTINCT FROM ${day}::date
    ORDER BY login_key`;
}

/** Marks that day's digest as sent; false when another process did it first. */
export async function saveDigestSent(scope: UnitScope, id: string, day: PlainDate): Promise<boolean> {
  const taken = await scope.db.$executeRaw`
    UPDATE account SET digest_sent_on = ${day}::date WHERE id = ${id}::uuid AND digest_sent_on IS DISTINCT FROM ${day}::date`;
  return taken === 1;
}

/** The letter could not be sent: the next turn tries again. */
export async function saveDigestUnsent(scope: UnitScope, id: string): Promise<void> {
  await scope.db.$executeRaw`UPDATE account SET digest_sent_on = NULL WHERE id = ${id}::uuid`;
}
