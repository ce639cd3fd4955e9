import "server-only";
import type { UnitScope } from "@/lib/access/gate";

/** A view that somebody keeps. */
export type SavedView = { id: string; name: string; address: string };

/** The views of who acts, by name; the database shows nobody those of others. */
export function findOwnViews(scope: UnitScope): Promise<SavedView[]> {
  return scope.db.$queryRaw<SavedView[]>`
    SELECT id, name, address FROM saved_view WHERE account_id = ${scope.actor.accountId}::uuid ORDER BY name, id`;
}

/** A view of one's own; null otherwise. */
export async function findOwnView(scope: UnitScope, id: string): Promise<{ id: string } | null> {
  const [view] = await scope.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM saved_view WHERE id = ${id}::uuid AND account_id = ${scope.actor.accountId}::uuid`;
  return view ?? null;
}

/** Keeps an address under a name, in the place of what the name stood for. */
export async function saveOwnView(scope: UnitScope, name: string, address: string): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO saved_view (account_id, name, address) VALUES (${scope.actor.accountId}::uuid, ${name}, ${address})
    ON CONFLICT (account_id, name) DO UPDATE SET address = excluded.address, saved_at = now()`;
}

/** Forgets a view of one's own. */
export async function deleteOwnView(scope: UnitScope, id: string): Promise<void> {
  await scope.db.$executeRaw`
    DELETE FROM saved_view WHERE id = ${id}::uuid AND account_id = ${scope.actor.accountId}::uuid`;
}
