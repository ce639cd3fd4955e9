import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { CALL_LIMITS } from "@/lib/access/limits";
import { TOKEN_PERMISSIONS, type TokenPermission } from "@/lib/access/policy";
import { settings } from "@/lib/platform/env";
import { yearOf } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { findOverseenTokens, findOwnTokens, type OverseenToken, type OwnToken } from "./repository";
import type { LiveTokensAddress } from "./schema";

/** One's connections: the tokens, what one may give them, and how an address is called. */
export type ConnectionsPage = {
  tokens: OwnToken[];
  permissions: TokenPermission[];
  unit: { code: string; name: string };
  year: number;
  appUrl: string;
  callsPerMinute: number;
  peoplePerDay: number;
};

export function loadConnections(): Promise<ConnectionsPage> {
  return withScope("self", async (scope) => ({
    tokens: await findOwnTokens(scope),
    permissions: TOKEN_PERMISSIONS.filter((permission) => can(scope.actor, permission)),
    unit: { code: scope.actor.unit.code, name: scope.actor.unit.name },
    year: yearOf(scope.today),
    appUrl: settings().appUrl,
    callsPerMinute: CALL_LIMITS.perToken,
    peoplePerDay: settings().peoplePerDay,
  }));
}

const PAGE = 100;

/** Tokens in force of the accounts that one administers or audits, page by page. */
export type LiveTokensPage = {
  tokens: OverseenToken[];
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  /** Accounts have pages for who administers them. */
  mayManage: boolean;
};

export function loadLiveTokens({ after }: LiveTokensAddress): Promise<LiveTokensPage> {
  return withScope("token.oversee", async (scope) => {
    const found = await findOverseenTokens(scope, { account: null, after, limit: PAGE + 1 });
    const tokens = found.slice(0, PAGE);
    return {
      tokens,
      next: found.length > PAGE ? (tokens.at(-1)?.id ?? null) : null,
      mayManage: can(scope.actor, "account.manage"),
    };
  });
}

/** The tokens in force of one account. */
export function loadTokensOf(account: string): Promise<OverseenToken[]> {
  return withScope("token.oversee", async (scope) =>
    isUuid(account) ? findOverseenTokens(scope, { account, after: null, limit: PAGE }) : [],
  );
}
