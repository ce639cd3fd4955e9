import "server-only";
import { withScope } from "../gate";

/** Opens a short session of an account's first hat for a command; false when it may not sign in. */
export function openSessionOf(login: string, token: string): Promise<boolean> {
  return withScope("account.manage", async ({ db }) => {
    const [row] = await db.$queryRaw<{ opened: boolean }[]>`
      SELECT sec.open_session(id, ${token}, 'api', interval '1 hour') AS opened FROM account WHERE login_key = lower(${login})`;
    return row?.opened ?? false;
  });
}
