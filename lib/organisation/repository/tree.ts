import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";

/**
 * Makes the table `unit` say what the placements say of the day, and numbers what has no place yet: a few
 * one by one in the gaps, many by numbering the actor's subtree anew inside its interval, or else the whole
 * tree (gaps of 2^20). Everything that carries an ordinal follows by trigger. Call it once after placements
 * were written, as the last thing in the transaction: where the whole tree was numbered, the range of
 * `scope` is an older one afterwards.
 * @throws when a unit would stand beneath itself.
 */
export async function rebuildTodayTree(scope: UnitScope, today: PlainDate = scope.today): Promise<void> {
  await scope.db.$executeRaw`SELECT sec.rebuild_tree(${today}::date)`;
}

/** Numbers the whole tree anew in code order. Rarely needed by hand: rebuilding does it where room is short. */
export async function renumberUnits(scope: UnitScope): Promise<void> {
  await scope.db.$executeRaw`SELECT sec.renumber_units()`;
}

/**
 * Lets placements take effect that began or ended since the day of the tree. Cheap when none did. Gives
 * whether the tree changed (the range of `scope` may be an older one then); null when somebody is writing
 * just now and it has to be asked again.
 */
export async function followToday(scope: UnitScope): Promise<boolean | null> {
  const [row] = await scope.db.$queryRaw<{ changed: boolean | null }[]>`SELECT sec.follow_today() AS changed`;
  await scope.db.$executeRaw`SELECT sec.follow_union_today()`;
  return row?.changed ?? null;
}
