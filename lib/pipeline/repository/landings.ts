import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { rulebookOn } from "../rulebook";
import type { NewStep, Step } from "../rules/step";
import { findCandidates } from "./candidates";
import { STANDING_COLUMNS, standingRow } from "./rows";
import { procedureOf } from "./steps";

/** A dossier whose cell is closed or divided, and the cell where it goes on. */
export type Landing = { candidateId: string; to: { id: number; code: string; name: string; kind: string } };

/**
 * Moves dossiers, with their people, to the cells that continue theirs: each gets the step of a move with the
 * decision's number and day, and goes on as it was. Answers how many were moved.
 */
export async function saveLandings(
  scope: UnitScope,
  landings: readonly Landing[],
  { decisionNumber, day }: { decisionNumber: string; day: PlainDate },
): Promise<number> {
  if (landings.length === 0) return 0;
  const targets = new Map(landings.map(({ candidateId, to }) => [candidateId, to]));
  const candidates = await findCandidates(scope, [...targets.keys()]);
  const rows = candidates.map((candidate) => {
    const to = targets.get(candidate.id);
    if (!to) throw new Error("A candidate nobody asked for.");
    const step: NewStep = {
      kind: "transferred",
      onDay: day,
      documentNumber: decisionNumber,
      data: {
        fromCode: candidate.cell.code,
        fromName: candidate.cell.name,
        toCode: to.code,
        toName: to.name,
        letter: null,
        movedOn: day,
        sameDecider: true,
        reorganisation: decisionNumber,
      },
    };
    const recorded = {
      ...step,
      id: randomUUID(),
      recordedAt: "9999",
      recordedByName: "",
      undoneAt: null,
    } as Step;
    const procedure = procedureOf({ ...candidate, cell: { ...candidate.cell, kind: to.kind } }, scope.today);
    const standing = standingRow([...candidate.steps, recorded], procedure);
    const { id, documentNumber, data } = recorded;
    return { candidateId: candidate.id, unitId: to.id, stepId: id, documentNumber, data, ...standing };
  });
  const given = JSON.stringify(rows);
  await scope.db.$executeRaw`
    INSERT INTO step (id, candidate_id, kind, on_day, document_number, data, rulebook, recorded_by, recorded_by_name)
    SELECT "stepId", "candidateId", 'transferred', ${day}::date, "documentNumber", data, ${rulebookOn(day).name},
      ${scope.actor.accountId}::uuid, ${scope.actor.name}
    FROM jsonb_to_recordset(${given}::jsonb) AS r ("stepId" uuid, "candidateId" uuid, "documentNumber" text, data jsonb)`;
  await scope.db.$executeRaw`
    UPDATE person p SET unit_id = r."unitId" FROM jsonb_to_recordset(${given}::jsonb) AS r ("candidateId" uuid, "unitId" int)
    JOIN candidate c ON c.id = r."candidateId" WHERE p.id = c.person_id AND p.unit_id = c.unit_id`;
  const columns = Prisma.join(STANDING_COLUMNS.map(([name]) => Prisma.raw(`${name} = r.${name}`)));
  const typed = Prisma.raw(STANDING_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", "));
  return scope.db.$executeRaw`
    UPDATE candidate c SET ${columns}, unit_id = r."unitId", version = c.version + 1
    FROM jsonb_to_recordset(${given}::jsonb) AS r ("candidateId" uuid, "unitId" int, ${typed})
    WHERE c.id = r."candidateId" AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}
