import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Role, TokenPermission } from "@/lib/access/policy";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { TokenState } from "./labels";

/** A token of one's own; what it is made of was told once and is nowhere. */
export type OwnToken = {
  id: string;
  name: string;
  role: Role;
  unitName: string;
  permissions: TokenPermission[];
  reports: string[];
  until: PlainDate;
  lastUsedAt: string | null;
  state: TokenState;
};

const TOLD = Prisma.sql`id, name, role, unit_name AS "unitName", permissions, reports, until_day::text AS until,
  to_char(last_used_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') AS "lastUsedAt", state`;

/** One's own tokens, those in force first; ended ones for three months. */
export function findOwnTokens(scope: UnitScope): Promise<OwnToken[]> {
  return scope.db.$queryRaw<OwnToken[]>`SELECT ${TOLD} FROM sec.own_tokens()`;
}

/** A token in force of an account that one administers or audits. */
export type OverseenToken = OwnToken & { accountId: string; login: string; accountName: string };

/** Tokens in force of the accounts within reach, of one or of all, by login, those after a token. */
export function findOverseenTokens(
  scope: UnitScope,
  { account, after, limit }: { account: string | null; after: string | null; limit: number },
): Promise<OverseenToken[]> {
  return scope.db.$queryRaw<OverseenToken[]>`
    SELECT ${TOLD}, account_id AS "accountId", login, account_name AS "accountName"
    FROM sec.overseen_tokens(${account}::uuid, ${after}::uuid, ${limit}::int)`;
}

type NewToken = {
  token: string;
  name: string;
  permissions: readonly TokenPermission[];
  reports: readonly string[];
  /** Of the tree the hat stands in; null: as far as the hat reaches. */
  unitId: number | null;
  until: PlainDate;
};

const MOST_TOKENS = 20;

/** Keeps a token's hash for the hat that is worn; false where the account has enough of them. */
export async function saveToken(scope: UnitScope, token: NewToken): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ id: string | null }[]>`
    SELECT sec.make_token(${token.token}, ${token.name}, ${[...token.permissions]}::text[], ${[...token.reports]}::text[],
      ${token.unitId}::int, ${token.until}::date, ${MOST_TOKENS}::int) AS id`;
  return typeof row?.id === "string";
}

/** Ends a token at once, one's own or one that is overseen; false: none there. */
export async function saveRevocation(
  scope: UnitScope,
  id: string,
  whose: "own" | "overseen",
): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<
    { revoked: boolean }[]
  >`SELECT sec.revoke_token(${id}::uuid, ${whose === "overseen"}) AS revoked`;
  return row?.revoked ?? false;
}
