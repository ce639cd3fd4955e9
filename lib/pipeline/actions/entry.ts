"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import type { UnitScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { type CandidateDetails, findCandidate } from "../repository/candidates";
import { findLikelySame, saveCandidacy, savePersonEntry } from "../repository/entry";
import { arrivalSteps, stepsAgain } from "../rules/arrival";
import { type EntryFinding, personFaults, sameFindings } from "../rules/entry";
import { buildStanding } from "../rules/standing";
import type { NewStep } from "../rules/step";
import { againSchema, arrivalSchema, newCandidateSchema } from "../schema/entry";
import { type PersonInput, personInput } from "../schema/person";

/** Enters a candidate; the same citizen number is refused, the same name and birth asked about. */
export const enterCandidate = defineAction<typeof newCandidateSchema, undefined, EntryFinding>({
  name: "enterCandidate",
  permission: "candidate.enter",
  schema: newCandidateSchema,
  run: ({ scope, input }) =>
    enter(scope, {
      ...input,
      person: personInput(input),
      steps: [
        { kind: "introduced", onDay: input.introducedOn, documentNumber: input.documentNumber, data: {} },
      ],
      done: "introduced",
    }),
  revalidates: ["/", "/pipeline", "/quotas"],
});

/** Enters somebody who comes from outside the tree, with the days of what was done there (domain §3.18). */
export const enterArrival = defineAction<typeof arrivalSchema, undefined, EntryFinding>({
  name: "enterArrival",
  permission: "candidate.enter",
  schema: arrivalSchema,
  async run({ scope, input }) {
    const cell = await findUnitByCode(scope, input.cell);
    const { steps, wrong } = arrivalSteps(input, cell?.name ?? "", scope.today);
    if (Object.keys(wrong).length > 0) return { refused: [], fieldErrors: wrong };
    return enter(scope, { ...input, person: personInput(input), steps, done: "transferred" });
  },
  revalidates: ["/", "/pipeline", "/quotas"],
});

/** A new dossier of somebody whose earlier one ended; what is still valid of the certificate comes along. */
export const enterAgain = defineAction<typeof againSchema, CandidateDetails, EntryFinding>({
  name: "enterAgain",
  permission: "candidate.enter",
  schema: againSchema,
  target: (scope, { candidateId }) => findCandidate(scope, candidateId),
  async run({ scope, target: earlier, input }) {
    const so = buildStanding(earlier.steps);
    if (!so.closedOn && !so.revokedOn)
      return refusedWith("Hồ sơ trước còn mở. Hãy đóng trước khi lập hồ sơ mới.");
    if (input.introducedOn > scope.today)
      return refusedWith("Ngày giới thiệu: còn ở sau hôm nay.", "introducedOn");
    const cell = await openCell(scope, input.cell);
    if (!cell) return { refused: [], fieldErrors: noCell(input.cell) };
    const id = await saveCandidacy(scope, {
      ...input,
      personId: earlier.person.id,
      cell,
      steps: stepsAgain(so, input.introducedOn, input.documentNumber),
    });
    return { done: { message: "Đã lập hồ sơ mới.", redirectTo: `/pipeline/${id}?done=introduced` } };
  },
  revalidates: ["/", "/pipeline", "/quotas"],
});

type Entry = {
  person: PersonInput;
  cell: string;
  source: string;
  readmission: boolean;
  introducedOn: string;
  otherPerson: boolean;
  steps: readonly NewStep[];
  done: string;
};

async function enter(scope: UnitScope, { person, steps, done, ...entry }: Entry) {
  const wrong = personFaults(person, entry.introducedOn, scope.today);
  const cell = await openCell(scope, entry.cell);
  if (!cell) Object.assign(wrong, noCell(entry.cell));
  if (Object.keys(wrong).length > 0 || !cell) return { refused: [], fieldErrors: wrong };

  const same = sameFindings(await findLikelySame(scope, person), entry.otherPerson);
  if (same.length > 0) return { refused: same };
  const personId = await savePersonEntry(scope, person, cell.id);
  const id = await saveCandidacy(scope, { ...entry, personId, cell, steps });
  return { done: { message: `Đã ghi ${person.name}.`, redirectTo: `/pipeline/${id}?done=${done}` } };
}

async function openCell(scope: UnitScope, code: string) {
  const cell = await findUnitByCode(scope, code);
  return cell && !cell.closed && (cell.kind === "CELL" || cell.kind === "BASE_CELL")
    ? { id: cell.id, kind: cell.kind, ord: cell.lo }
    : null;
}

const noCell = (code: string) => ({ cell: [`Chi bộ: không có chi bộ mang mã ${code}.`] });
