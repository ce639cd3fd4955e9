import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { CALL_LIMITS } from "@/lib/access/limits";
import { TOKEN_PERMISSIONS, type TokenPermission } from "@/lib/access/policy";
import { settings } from "@/lib/platform/env";
import { yearOf } from "@/lib/shared/days";
import { findOwnTokens, type OwnToken } from "./repository";

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
