import "server-only";
import { actAsOperator } from "@/lib/access/acting";
import { can, currentActor, type UnitScope, withScope } from "@/lib/access/gate";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { saveCarriedOut } from "./repository/carry-out";
import { saveTreeLock } from "./repository/lock";
import { findPlan } from "./repository/plan";
import { findDue } from "./repository/reorganisations";
import { isRefused } from "./rules/finding";

/** Who carries a plan out on its day, in the history and the audit log. */
const BY_PLAN = "Thực hiện theo lịch";
const TURN_MS = 60_000;
const KEY = Symbol.for("pdv.reorganisation");

/**
 * Carries out the plans whose day has come, each in a transaction of its own; answers how many. One that the
 * rules refuse by now stays a plan, and its page says why.
 */
export async function carryOutDue(): Promise<number> {
  let done = 0;
  for (const { id } of await withScope("organisation.change", findDue)) {
    const carried = await withScope("organisation.change", (scope) => carryOut(scope, id), {
      timeoutMs: 120_000,
    });
    if (carried) done++;
  }
  return done;
}

async function carryOut(scope: UnitScope, id: string): Promise<boolean> {
  await saveTreeLock(scope);
  const due = (await findDue(scope)).find((one) => one.id === id);
  if (!due) return false;
  const plan = await findPlan(scope, due);
  if (isRefused(plan.findings)) return false;
  await saveCarriedOut(scope, due, plan);
  return true;
}

/** Looks once a minute whether a plan's day has come, where the owner's address of the database is known. */
export function startReorganisations(): void {
  if (!settings().databaseOwnerUrl) return;
  const processWide = globalThis as typeof globalThis & { [KEY]?: NodeJS.Timeout };
  processWide[KEY] ??= setInterval(
    () => actAsOperator(BY_PLAN, carryOutDue).catch((error) => log.error({ error }, FAILED)),
    TURN_MS,
  ).unref();
}

/** Where no worker runs as the operator: an officer who may change the tree carries the plans of their range out. */
export async function followReorganisations(): Promise<void> {
  if (settings().databaseOwnerUrl) return;
  const actor = await currentActor();
  if (!actor || !can(actor, "organisation.change")) return;
  await carryOutDue().catch((error) => log.error({ error }, FAILED));
}

const FAILED = "a planned reorganisation was not carried out";
