import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";

/** A number about to be entered in a unit's register. */
export type NewNumber = {
  unitId: number;
  /** Kind of document as its sign says it: QĐ, NQ. */
  register: string;
  year: number;
  number: number;
  /** As it stands on the paper: "83-QĐ/HU". */
  documentNumber: string;
  onDay: PlainDate;
  /** What it is for: the kind of step, or words of a document that is none. */
  subject: string;
  candidateId: string | null;
};

/** The next free number of a register in a year; null outside the scope. A proposal: `saveNumber` decides. */
export async function nextNumber(
  scope: UnitScope,
  unitId: number,
  register: string,
  year: number,
): Promise<number | null> {
  const [row] = await scope.db.$queryRaw<{ next: number }[]>`
    SELECT coalesce(max(r.number), 0) + 1 AS next
    FROM unit u LEFT JOIN register_number r ON r.unit_id = u.id AND r.register = ${register} AND r.year = ${year}
    WHERE u.id = ${unitId} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi} GROUP BY u.id`;
  return row?.next ?? null;
}

/**
 * Enters a number; false when another document has it. The same document may enter its own again. Into the
 * register of a committee above only for a candidate inside the scope.
 */
export async function saveNumber(scope: UnitScope, entry: NewNumber): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ taken: number | null }[]>`
    SELECT sec.take_number(${entry.unitId}::int, ${entry.register}, ${entry.year}::int, ${entry.number}::int, '', ${entry.documentNumber},
      ${entry.onDay}::date, ${entry.subject}, ${entry.candidateId}::uuid, 0) AS taken`;
  return row?.taken === entry.number;
}

/**
 * Takes the next number of a register, whatever others take at the same time; answers it. `after` is the last
 * number that is known to be used though no register has it.
 */
export async function saveNextNumber(
  scope: UnitScope,
  entry: Omit<NewNumber, "number" | "documentNumber"> & { sign: string; after?: number },
): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ taken: number }[]>`
    SELECT sec.take_number(${entry.unitId}::int, ${entry.register}, ${entry.year}::int, NULL, ${entry.sign}, NULL,
      ${entry.onDay}::date, ${entry.subject}, ${entry.candidateId}::uuid, ${entry.after ?? 0}::int) AS taken`;
  if (!row) throw new Error("no number taken");
  return row.taken;
}

/** Marks what a document of a candidate took: its numbers stay in the register and are given to nobody else. */
export async function saveWithdrawnNumbers(
  scope: UnitScope,
  candidateId: string,
  subject: string,
): Promise<void> {
  await scope.db.$queryRaw`SELECT sec.withdraw_numbers(${candidateId}::uuid, ${subject})::text`;
}

/** Marks one number of a candidate's document, told as it stands on the paper; older ones stay. */
export async function saveWithdrawnNumber(
  scope: UnitScope,
  candidateId: string,
  subject: string,
  documentNumber: string,
): Promise<void> {
  await scope.db
    .$queryRaw`SELECT sec.withdraw_number(${candidateId}::uuid, ${subject}, ${documentNumber})::text`;
}

/** What a number was given to; null while it is free. */
export async function findNumberHolder(
  scope: UnitScope,
  { unitId, register, year, number }: Pick<NewNumber, "unitId" | "register" | "year" | "number">,
): Promise<{ candidateId: string | null; subject: string } | null> {
  const [row] = await scope.db.$queryRaw<{ candidateId: string | null; subject: string }[]>`
    SELECT candidate_id::text AS "candidateId", subject FROM register_number
    WHERE unit_id = ${unitId} AND register = ${register} AND year = ${year} AND number = ${number}
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row ?? null;
}

/** A number as the register's page shows it. */
export type RegisterLine = {
  number: number;
  documentNumber: string;
  onDay: PlainDate;
  subject: string;
  candidateId: string | null;
  takenByName: string;
  withdrawn: boolean;
};

/** The numbers of a register in a year, the last first, at most 100; those below `before` when it is told. */
export async function findRegister(
  scope: UnitScope,
  {
    unitId,
    register,
    year,
    before,
  }: { unitId: number; register: string; year: number; before: number | null },
): Promise<RegisterLine[]> {
  return scope.db.$queryRaw<RegisterLine[]>`
    SELECT number, document_number AS "documentNumber", on_day::text AS "onDay", subject, candidate_id::text AS "candidateId",
      taken_by_name AS "takenByName", withdrawn_at IS NOT NULL AS withdrawn
    FROM register_number
    WHERE unit_id = ${unitId} AND register = ${register} AND year = ${year} AND (${before}::int IS NULL OR number < ${before}::int)
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY number DESC LIMIT 100`;
}
