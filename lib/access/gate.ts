import "server-only";
import { notFound, redirect } from "next/navigation";
import { today as clockToday } from "@/lib/platform/clock";
import { inTransaction, type Transaction, type TransactionOptions } from "@/lib/platform/database";
import { whoActs } from "./acting";
import { type Permission, permits, type Role, type TokenPermission } from "./policy";
import { sessionToken } from "./session";

/** The unit of a hat; lo..hi is its subtree in ordinals of today's tree. */
export type ActorUnit = { id: number; code: string; name: string; kind: string; lo: bigint; hi: bigint };

/** A personal access token: what of its owner's hat it opens, reading only. */
export type AccessToken = {
  id: string;
  name: string;
  permissions: TokenPermission[];
  /** Names of reports; none: all that the permissions open. */
  reports: string[];
};

/** Who acts, in the one hat they wear. */
export type Actor = {
  accountId: string | null;
  assignmentId: string | null;
  login: string;
  name: string;
  role: Role | "operator";
  unit: ActorUnit;
  /** Last day of the hat; null: until it is ended. */
  until: string | null;
  today: string;
  mustChangePassword: boolean;
  /** By which token, where it is a call of the API with one. */
  token: AccessToken | null;
};

declare const proof: unique symbol;

/**
 * Proof that the actor holds a permission in this range of the tree, bound to one transaction. Only the
 * gate makes one, so a repository that asks for it cannot be reached past the check.
 */
export type UnitScope = {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly actor: Actor;
  readonly today: string;
  readonly db: Transaction;
  readonly [proof]: true;
};

/**
 * How long one transaction may take, in milliseconds (30 s unless told; an import asks for more), and whether all
 * it reads is of one moment.
 */
export type GateOptions = Pick<TransactionOptions, "timeoutMs" | "isolation">;

const EVERYWHERE = 9223372036854775807n;

/**
 * One short transaction as the one who acts: context first, then the permission, then `run`.
 * Not signed in: to the sign-in page. Without the permission: not found, the same as not existing.
 */
export function withScope<T>(
  permission: Permission,
  run: (scope: UnitScope) => Promise<T>,
  options: GateOptions = {},
): Promise<T> {
  return withActor(
    (actor, db) => {
      if (!can(actor, permission)) notFound();
      if (actor.mustChangePassword && permission !== "self") redirect("/account");
      return run(scopeOf(actor, db));
    },
    () => redirect("/sign-in"),
    options,
  );
}

/** Refuses whoever lacks the permission before anything costly is done for them. @throws as `withScope` does. */
export function requirePermission(permission: Permission): Promise<void> {
  return withScope(permission, async () => undefined);
}

/** The one who acts, or null when nobody is signed in. */
export function currentActor(): Promise<Actor | null> {
  return withActor<Actor | null>(
    async (actor) => actor,
    () => null,
  );
}

/** Shows or hides a button or a column within what was opened: reading and writing are decided by `withScope`. */
export function can(
  { role, token = null }: Pick<Actor, "role"> & Partial<Pick<Actor, "token">>,
  permission: Permission,
): boolean {
  return permits(role, permission) && opens(token, permission);
}

/** Does a call open this report? A token may name some only. */
export const opensReport = ({ token }: Pick<Actor, "token">, name: string): boolean =>
  token === null || token.reports.length === 0 || token.reports.includes(name);

/** What a token does not name, it does not open; so no action is ever done with one. */
function opens(token: AccessToken | null, permission: Permission): boolean {
  return token === null || (token.permissions as readonly string[]).includes(permission);
}

function scopeOf(actor: Actor, db: Transaction): UnitScope {
  return { lo: actor.unit.lo, hi: actor.unit.hi, actor, today: actor.today, db } as UnitScope;
}

async function withActor<T>(
  known: (actor: Actor, db: Transaction) => Promise<T>,
  unknown: () => T,
  options: GateOptions = {},
): Promise<T> {
  const acting = whoActs();
  if (acting && "operator" in acting) {
    return inTransaction(
      "operator",
      async (db) => {
        await db.$queryRaw`SELECT sec.begin_as_operator(${acting.operator})::text`;
        return known(operatorActor(acting.operator), db);
      },
      options,
    );
  }

  if (acting && "accessToken" in acting) {
    return inTransaction(
      "app",
      async (db) => {
        const [row] = await db.$queryRaw<
          BegunRow[]
        >`SELECT sec.begin_with_token(${acting.accessToken}) AS actor`;
        return row?.actor ? known(actorOf(row.actor), db) : unknown();
      },
      options,
    );
  }

  const token = acting?.token ?? (await sessionToken());
  if (token === null) return unknown();
  return inTransaction(
    "app",
    async (db) => {
      const [row] = await db.$queryRaw<BegunRow[]>`SELECT sec.begin_as(${token}) AS actor`;
      return row?.actor ? known(actorOf(row.actor), db) : unknown();
    },
    options,
  );
}

type BegunRow = { actor: ActorRow | null };

type ActorRow = Omit<Actor, "unit" | "accountId" | "assignmentId" | "token"> & {
  token?: AccessToken;
  accountId: string;
  assignmentId: string;
  unit: Omit<ActorUnit, "lo" | "hi"> & { lo: string; hi: string };
};

function actorOf(row: ActorRow): Actor {
  return {
    ...row,
    token: row.token ?? null,
    unit: { ...row.unit, lo: BigInt(row.unit.lo), hi: BigInt(row.unit.hi) },
  };
}

function operatorActor(name: string): Actor {
  return {
    accountId: null,
    assignmentId: null,
    login: "",
    name,
    role: "operator",
    unit: { id: 0, code: "", name: "", kind: "", lo: 0n, hi: EVERYWHERE },
    until: null,
    today: clockToday(),
    mustChangePassword: false,
    token: null,
  };
}
