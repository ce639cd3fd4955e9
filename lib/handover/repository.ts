import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { decrypt } from "@/lib/platform/secret";
import type { HandedOver } from "./rules";

type Row = Omit<HandedOver, "unit" | "citizenNumber"> & {
  unitCode: string;
  unitName: string;
  cipher: string | null;
  last4: string | null;
};

/** What we hold of these candidates, by name; the citizen number in full only where a file asks for it. */
export async function findHandedOver(
  scope: UnitScope,
  ids: readonly string[],
  { numbers }: { numbers: boolean },
): Promise<HandedOver[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT c.id AS "candidateId", p.name, p.sex, p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.ethnicity, p.religion,
      CASE WHEN ${numbers} THEN p.citizen_cipher END AS cipher, p.citizen_last4 AS last4, u.code AS "unitCode", u.name AS "unitName",
      c.admitted_on::text AS "admittedOn", c.recognised_on::text AS "recognisedOn", c.closed_on::text AS "closedOn", c.closed_reason AS "closedReason"
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY p.given_name, p.name, c.id`;
  return rows.map(({ unitCode, unitName, cipher, last4, ...row }) => ({
    ...row,
    unit: { code: unitCode, name: unitName },
    citizenNumber: numbers ? cipher && decrypt(cipher, "citizenNumber") : last4 && `••••••••${last4}`,
  }));
}
