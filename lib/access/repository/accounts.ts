import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import type { UnitScope } from "../gate";
import type { Role } from "../policy";

export type AccountRow = {
  id: string;
  login: string;
  name: string;
  phone: string | null;
  unitCode: string | null;
  unitName: string | null;
  locked: boolean;
  mustChangePassword: boolean;
  version: number;
  hats: string;
};

export type HatRow = {
  id: string;
  role: Role;
  unitCode: string;
  unitName: string;
  from: PlainDate;
  until: PlainDate | null;
  ended: boolean;
  delegated: boolean;
};

export type NewAccount = {
  login: string;
  name: string;
  phone: string | null;
  unitId: number;
  mustChangePassword: boolean;
};

/** Makes an account without a password yet; null when the login is taken. */
export async function saveAccount(
  scope: UnitScope,
  { login, name, phone, unitId, mustChangePassword }: NewAccount,
): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO account (login, login_key, name, phone, unit_id, must_change_password)
    VALUES (${login}, lower(${login}), ${name}, ${phone}, ${unitId}, ${mustChangePassword})
    ON CONFLICT (login_key) DO NOTHING RETURNING id`;
  return row?.id ?? null;
}

export async function saveAssignment(
  scope: UnitScope,
  hat: {
    accountId: string;
    role: Role;
    unitId: number;
    /** The organisation of the Youth Union where the hat stands; the unit is the party's beside it. */
    unionUnitId?: number | null;
    from: PlainDate;
    until: PlainDate | null;
    delegatedBy: string | null;
  },
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO assignment (account_id, role, unit_id, union_unit_id, from_day, until_day, delegated_by)
    VALUES (${hat.accountId}::uuid, ${hat.role}, ${hat.unitId}, ${hat.unionUnitId ?? null}, ${hat.from}::date, ${hat.until}::date, ${hat.delegatedBy}::uuid)`;
}

/** Sets a password's hash; every session of the account ends. False: not the actor's to set. */
export async function savePasswordHash(scope: UnitScope, accountId: string, hash: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<
    { set: boolean }[]
  >`SELECT sec.set_password(${accountId}::uuid, ${hash}) AS set`;
  return row?.set ?? false;
}

export async function saveMustChange(scope: UnitScope, accountId: string): Promise<void> {
  await scope.db
    .$executeRaw`UPDATE account SET must_change_password = true, version = version + 1 WHERE id = ${accountId}::uuid`;
}

/** Locks or unlocks; a lock ends the account's sessions at once. */
export async function saveLock(scope: UnitScope, accountId: string, locked: boolean): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE account SET locked_at = CASE WHEN ${locked} THEN now() END, version = version + 1
    WHERE id = ${accountId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND id IS DISTINCT FROM ${scope.actor.accountId}::uuid`;
  return changed === 1;
}

/** Ends a hat; its sessions end at once. */
export async function saveHatEnd(scope: UnitScope, hatId: string): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE assignment SET ended_at = now() WHERE id = ${hatId}::uuid AND ended_at IS NULL
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND account_id IS DISTINCT FROM ${scope.actor.accountId}::uuid`;
  return changed === 1;
}

/** Accounts of the range by login, at most 100. */
export function findAccounts(scope: UnitScope, typed = ""): Promise<AccountRow[]> {
  const like = `%${typed.toLowerCase().replace(/[%_\\]/g, "\\$&")}%`;
  return scope.db.$queryRaw<AccountRow[]>`
    SELECT a.id, a.login, a.name, a.phone, u.code AS "unitCode", u.name AS "unitName", a.locked_at IS NOT NULL AS locked,
      a.must_change_password AS "mustChangePassword", a.version,
      coalesce((SELECT string_agg(h.role || '|' || coalesce(hy.name, hu.name), ';' ORDER BY h.from_day) FROM assignment h JOIN unit hu ON hu.id = h.unit_id
        LEFT JOIN union_unit hy ON hy.id = h.union_unit_id
        WHERE h.account_id = a.id AND h.ended_at IS NULL), '') AS hats
    FROM account a LEFT JOIN unit u ON u.id = a.unit_id
    WHERE a.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND (lower(a.name) LIKE ${like} OR a.login_key LIKE ${like})
    ORDER BY a.login_key LIMIT 100`;
}

export async function findAccount(scope: UnitScope, id: string): Promise<AccountRow | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const accounts = await scope.db.$queryRaw<AccountRow[]>`
    SELECT a.id, a.login, a.name, a.phone, u.code AS "unitCode", u.name AS "unitName", a.locked_at IS NOT NULL AS locked,
      a.must_change_password AS "mustChangePassword", a.version, '' AS hats
    FROM account a LEFT JOIN unit u ON u.id = a.unit_id
    WHERE a.id = ${id}::uuid AND a.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return accounts[0] ?? null;
}

export async function findAccountByLogin(scope: UnitScope, login: string): Promise<{ id: string } | null> {
  const [account] = await scope.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE login_key = lower(${login}) AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return account ?? null;
}

export function findHats(scope: UnitScope, accountId: string): Promise<HatRow[]> {
  return scope.db.$queryRaw<HatRow[]>`
    SELECT h.id, h.role, coalesce(y.code, u.code) AS "unitCode", coalesce(y.name, u.name) AS "unitName", h.from_day::text AS "from", h.until_day::text AS until,
      h.ended_at IS NOT NULL OR h.until_day < sec.today() AS ended, h.delegated_by IS NOT NULL AS delegated
    FROM assignment h JOIN unit u ON u.id = h.unit_id LEFT JOIN union_unit y ON y.id = h.union_unit_id
    WHERE h.account_id = ${accountId}::uuid ORDER BY h.ended_at NULLS FIRST, h.from_day`;
}
