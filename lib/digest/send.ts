import "server-only";
import { randomBytes } from "node:crypto";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import {
  type DigestAccount,
  findDigestAccounts,
  saveDigestSent,
  saveDigestUnsent,
} from "@/lib/access/repository/digest";
import { openSessionOf } from "@/lib/access/repository/operator";
import { loadOverdue, loadTasks } from "@/lib/pipeline/queries/tasks";
import { settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { type Mailer, openMailer } from "@/lib/platform/mail";
import type { PlainDate } from "@/lib/shared/days";
import { type DigestCounts, isQuiet, writeDigest } from "./letter";

/**
 * Sends the digest of a day to every account that asked for it and has not got it; answers how many letters
 * went out. Each account is taken before its letter is written, so that several processes send it once.
 */
export async function sendDigests(day: PlainDate): Promise<number> {
  const { digest, appUrl } = settings();
  if (digest === null) return 0;
  const waiting = await asOperator((scope) => findDigestAccounts(scope, day));
  if (waiting.length === 0) return 0;

  const mailer = openMailer(digest);
  try {
    let sent = 0;
    for (const account of waiting) if (await sendOne(mailer, account, day, appUrl)) sent++;
    return sent;
  } finally {
    mailer.close();
  }
}

async function sendOne(
  mailer: Mailer,
  account: DigestAccount,
  day: PlainDate,
  appUrl: string,
): Promise<boolean> {
  if (!(await asOperator((scope) => saveDigestSent(scope, account.id, day)))) return false;
  try {
    const counts = await countsOf(account);
    if (counts === null || isQuiet(counts)) return false;
    await mailer.send({ to: account.email, ...writeDigest(counts, day, appUrl) });
    return true;
  } catch (error) {
    log.error({ error }, "a digest could not be sent; the next turn tries again");
    await asOperator((scope) => saveDigestUnsent(scope, account.id));
    return false;
  }
}

/** What the account itself sees in its first hat, behind the same walls; null: a hat without tasks. */
async function countsOf({ login }: DigestAccount): Promise<DigestCounts | null> {
  const token = randomBytes(32).toString("base64url");
  if (!(await actAsOperator(OPERATOR, () => openSessionOf(login, token)))) return null;
  return actAs(token, async () => {
    const role = await withScope("self", async ({ actor }) => actor.role);
    if (!WITH_TASKS.includes(role)) return null;
    const { groups, oversees } = await loadTasks();
    const below = oversees ? await loadOverdue(null) : null;
    return {
      groups: groups.map(({ group, count }) => ({ group, count })),
      late: below && {
        units: below.rows.filter(({ overdue }) => overdue > 0).length,
        of: below.rows.length,
      },
    };
  });
}

const OPERATOR = "digest";
const WITH_TASKS: readonly string[] = ["cellSecretary", "baseOfficer", "upperOfficer", "provinceOfficer"];

const asOperator = <T>(run: (scope: UnitScope) => Promise<T>): Promise<T> =>
  actAsOperator(OPERATOR, () => withScope("account.manage", run));
