import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { ProposalState, QuotaProposal } from "../rules/proposal";
import type { QuotaSource } from "../rules/quota";

type Row = Omit<QuotaProposal, "unit"> & { unitId: number; unitCode: string; unitName: string };

const PROPOSAL = Prisma.sql`r.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", r.year, r.source, r.value, r.reason,
  r.proposed_on::text AS "proposedOn", r.proposed_by_name AS "proposedByName", r.state, r.answer, r.answered_on::text AS "answeredOn",
  r.answered_by_name AS "answeredByName", r.version`;

const proposalOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): QuotaProposal => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`r.unit_ord BETWEEN ${lo} AND ${hi}`;

/** The proposals of these units, latest first. */
export async function findProposals(scope: UnitScope, unitIds: readonly number[]): Promise<QuotaProposal[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${PROPOSAL} FROM quota_proposal r JOIN unit u ON u.id = r.unit_id
    WHERE r.unit_id = ANY (${[...unitIds]}::int[]) AND ${within(scope)} ORDER BY r.recorded_at DESC, r.id`;
  return rows.map(proposalOf);
}

/** A proposal within reach; null otherwise. */
export async function findProposal(scope: UnitScope, id: string): Promise<QuotaProposal | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${PROPOSAL} FROM quota_proposal r JOIN unit u ON u.id = r.unit_id WHERE r.id = ${id}::uuid AND ${within(scope)} FOR UPDATE OF r`;
  return row ? proposalOf(row) : null;
}

/** Writes a new proposal. */
export async function saveProposal(
  scope: UnitScope,
  unitId: number,
  { year, source, value, reason }: Pick<QuotaProposal, "year" | "source" | "value" | "reason">,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO quota_proposal (unit_id, year, source, value, reason, proposed_on, proposed_by_name)
    VALUES (${unitId}, ${year}, ${source}, ${value}, ${reason}, ${scope.today}::date, ${scope.actor.name})`;
}

/** Answers a proposal that waits; false when it does not any more. */
export async function saveProposalAnswer(
  scope: UnitScope,
  { id, version }: Pick<QuotaProposal, "id" | "version">,
  state: Exclude<ProposalState, "open">,
  answer: string | null,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE quota_proposal r SET state = ${state}, answer = ${answer}, answered_on = ${scope.today}::date,
      answered_by_name = ${scope.actor.name}, version = version + 1
    WHERE r.id = ${id}::uuid AND r.version = ${version} AND r.state = 'open' AND ${within(scope)}`;
  return changed === 1;
}

/** Marks those that were given what they proposed. */
export async function saveProposalsTaken(
  scope: UnitScope,
  given: readonly { unitId: number; value: number }[],
  { year, source, document }: { year: number; source: QuotaSource; document: string },
): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE quota_proposal r SET state = 'taken', answer = ${document}, answered_on = ${scope.today}::date,
      answered_by_name = ${scope.actor.name}, version = version + 1
    FROM unnest(${given.map(({ unitId }) => unitId)}::int[], ${given.map(({ value }) => value)}::int[]) AS g (unit_id, value)
    WHERE r.unit_id = g.unit_id AND r.value = g.value AND r.year = ${year} AND r.source = ${source} AND r.state = 'open' AND ${within(scope)}`;
}
