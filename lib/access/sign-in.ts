import "server-only";
import { randomBytes } from "node:crypto";
import { signInQuery } from "@/lib/platform/database";
import { passwordFits } from "./password";

/** Failed tries within 15 minutes after which a login, and an address, has to wait. */
const TRIES_PER_LOGIN = 10;
const TRIES_PER_ADDRESS = 100;

export type SignIn = { token: string } | { refused: "wrong" | "tooMany" };

/**
 * Checks login and password and opens a session of the account's first hat. One answer for every failure;
 * after too many failures within 15 minutes nothing is checked at all. The count is kept per login at an
 * address, so that nobody can lock somebody else out from afar.
 */
export async function signInWith(login: string, password: string, address: string): Promise<SignIn> {
  const keys = { pair: `${login.toLowerCase()}@${address}`, address: `@${address}` };
  if (
    (await failuresOf(keys.pair)) >= TRIES_PER_LOGIN ||
    (await failuresOf(keys.address)) >= TRIES_PER_ADDRESS
  ) {
    return { refused: "tooMany" };
  }
  const [account] = await signInQuery<{ account_id: string; hash: string }>(
    "SELECT * FROM sec.account_of_login($1)",
    [login],
  );
  const fits = await passwordFits(account?.hash ?? null, password);
  const token = fits && account ? await openSession(account.account_id) : null;
  if (token === null) {
    await signInQuery("SELECT sec.record_failure($1)", [Object.values(keys)]);
    return { refused: "wrong" };
  }
  await signInQuery("SELECT sec.forget_failures($1)", [[keys.pair]]);
  return { token };
}

/** A session for an account that another authority vouches for (OpenID Connect); null: it may not sign in. */
export async function signInTrusted(login: string): Promise<string | null> {
  const [account] = await signInQuery<{ account_id: string }>(
    "SELECT account_id FROM sec.account_of_login($1)",
    [login],
  );
  return account ? openSession(account.account_id) : null;
}

export async function endSession(token: string): Promise<void> {
  await signInQuery("SELECT sec.end_session($1)", [token]);
}

async function openSession(accountId: string): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const [row] = await signInQuery<{ opened: boolean }>(
    "SELECT sec.open_session($1, $2, 'browser', interval '12 hours') AS opened",
    [accountId, token],
  );
  return row?.opened ? token : null;
}

async function failuresOf(key: string): Promise<number> {
  const [row] = await signInQuery<{ n: number }>("SELECT sec.failed_attempts($1) AS n", [[key]]);
  return row?.n ?? 0;
}
