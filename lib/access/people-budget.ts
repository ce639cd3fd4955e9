import "server-only";
import { settings } from "@/lib/platform/env";
import { inBoth } from "@/lib/shared/two-languages";
import { logRead } from "./audit";
import { type GateOptions, type UnitScope, withScope } from "./gate";
import type { Permission } from "./policy";

/** An account took away as many people in files today as one may. */
export class PeopleBudgetSpent extends Error {
  override name = "PeopleBudgetSpent";

  constructor(
    readonly most: number,
    readonly asked: number,
  ) {
    super(
      inBoth(
        `Tài khoản này đã xuất đủ ${most} người trong hôm nay, là mức cao nhất của một ngày; nếu cần thêm, hãy nhờ người vận hành hệ thống.`,
        `This account has exported the ${most} people it may in one day.`,
      ),
    );
  }
}

/** Notes people whose names leave in a file. @throws PeopleBudgetSpent when today's budget does not hold them. */
export async function spendPeople(scope: UnitScope, ids: readonly string[]): Promise<void> {
  const most = settings().peoplePerDay;
  const people = await notePeople(scope, "exported", ids, most);
  if (people > most) throw new PeopleBudgetSpent(most, people);
}

/** Notes people shown on a page: nothing is refused there, but far too many in one day raise the alarm. */
export async function noteShownPeople(scope: UnitScope, ids: readonly string[]): Promise<void> {
  await notePeople(scope, "shown", ids, settings().peoplePerDay);
}

/** A load that exports names: a refusal is remembered in the audit log although its transaction is taken back. */
export async function withPeople<T>(
  permission: Permission,
  run: (scope: UnitScope) => Promise<T>,
  options: GateOptions = {},
): Promise<T> {
  try {
    return await withScope(permission, run, options);
  } catch (error) {
    if (error instanceof PeopleBudgetSpent)
      await withScope(permission, (scope) =>
        alarm(scope, "peopleBudgetSpent", { most: error.most, asked: error.asked }),
      );
    throw error;
  }
}

/** Half of a day's people: from there on somebody should look. */
const ALARM_SHARE = 0.5;

async function notePeople(
  scope: UnitScope,
  kind: "exported" | "shown",
  ids: readonly string[],
  most: number,
): Promise<number> {
  if (scope.actor.accountId === null || ids.length === 0) return 0;
  const [row] = await scope.db.$queryRaw<{ before: number; people: number }[]>`
    SELECT before, people FROM sec.note_people(${kind}, ${[...ids]}::uuid[])`;
  const { before, people } = row ?? { before: 0, people: 0 };
  const watched = most * ALARM_SHARE;
  if (before < watched && people >= watched) await alarm(scope, "peopleAlarm", { kind, people, most });
  return people;
}

function alarm(scope: UnitScope, action: string, details: Record<string, unknown>): Promise<void> {
  const { accountId } = scope.actor;
  return logRead(scope, {
    action,
    subject: "account",
    subjectId: accountId ?? "",
    unitOrd: scope.lo,
    details,
  });
}
