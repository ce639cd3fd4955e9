import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import type { UnitScope } from "../gate";
import type { Role } from "../policy";

export type OwnHat = {
  assignmentId: string;
  role: Role;
  unitName: string;
  until: PlainDate | null;
  delegated: boolean;
};

/** The hats of the one who acts, today. */
export function findOwnHats(scope: UnitScope): Promise<OwnHat[]> {
  return scope.db.$queryRaw<OwnHat[]>`
    SELECT assignment_id AS "assignmentId", role, unit_name AS "unitName", until_day::text AS until, delegated FROM sec.own_hats()`;
}

/** Puts on another hat: the old session ends, a new one begins; false when the hat is not one's own. */
export async function saveHatSwitch(
  scope: UnitScope,
  oldToken: string,
  newToken: string,
  hat: string,
): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<
    { switched: boolean }[]
  >`SELECT sec.switch_hat(${oldToken}, ${newToken}, ${hat}::uuid) AS switched`;
  return row?.switched ?? false;
}

export async function findOwnPasswordHash(scope: UnitScope): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ hash: string | null }[]>`SELECT sec.own_password() AS hash`;
  return row?.hash ?? null;
}
