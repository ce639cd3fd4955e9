import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** Who acts where no browser does: a session token, the operator of the machine by name, or an access token. */
export type Acting = { token: string } | { operator: string } | { accessToken: string };

const acting = new AsyncLocalStorage<Acting>();

/** Runs `run` with this session, as the commands (`--as`) and the tests do. */
export function actAs<T>(token: string, run: () => Promise<T>): Promise<T> {
  return acting.run({ token }, run);
}

/** Runs `run` as the operator of the machine, who is written to the audit log as such. */
export function actAsOperator<T>(name: string, run: () => Promise<T>): Promise<T> {
  return acting.run({ operator: name }, run);
}

/** Runs `run` with a personal access token: it reads, within what the token allows. Only calls of the API do. */
export function actWithAccessToken<T>(accessToken: string, run: () => Promise<T>): Promise<T> {
  return acting.run({ accessToken }, run);
}

/** Who acts in this asynchronous context, or null where a browser's cookie has to tell. */
export function whoActs(): Acting | null {
  return acting.getStore() ?? null;
}
