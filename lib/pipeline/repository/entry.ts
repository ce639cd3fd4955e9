import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import { decrypt, encrypt, keyedHash } from "@/lib/platform/secret";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import { rulebookOn } from "../rulebook";
import { optionsAt } from "../rules/options";
import type { NewStep, Step } from "../rules/step";
import type { PersonInput } from "../schema/person";
import type { CandidateDetails } from "./candidates";
import { findProcedureOptions } from "./options";
import { STANDING_COLUMNS, standingRow } from "./rows";
import { insertSteps } from "./steps";

/** Somebody who may be the same person; where is told only to who may see it. */
export type LikelySame = {
  candidateId: string | null;
  byNumber: boolean;
  visible: boolean;
  unitName: string | null;
};

/** Looks for the same citizen number anywhere, and for the same name and birth in the scope. */
export async function findLikelySame(
  scope: UnitScope,
  { name, birthDate, birthYear, citizenNumber }: PersonInput,
): Promise<LikelySame[]> {
  const hash = citizenNumber && keyedHash(citizenNumber, "citizenNumber");
  return scope.db.$queryRaw<LikelySame[]>`
    SELECT (SELECT c.id FROM candidate c WHERE c.person_id = k.person_id ORDER BY c.created_at DESC LIMIT 1) AS "candidateId",
      k.by_number AS "byNumber", k.visible, k.unit_name AS "unitName"
    FROM sec.likely_same_person(${hash}, ${fold(name)}, ${birthDate}::date, ${birthYear}) k ORDER BY k.by_number DESC`;
}

/** Enters a person who belongs to a cell; answers their id. */
export async function savePersonEntry(
  scope: UnitScope,
  person: PersonInput,
  unitId: number,
): Promise<string> {
  const personId = randomUUID();
  const number = numberColumns(person.citizenNumber);
  await scope.db.$executeRaw`
    INSERT INTO person (id, unit_id, name, given_name, name_fold, birth_date, birth_year, sex, ethnicity, religion, citizen_cipher, citizen_hash,
      citizen_last4, occupation, education, profession, political_theory, union_member, private_owner, foreign_spouse, religious_dignitary)
    VALUES (${personId}::uuid, ${unitId}, ${person.name}, ${givenNameOf(person.name)}, ${fold(person.name)}, ${person.birthDate}::date, ${person.birthYear},
      ${person.sex}, ${person.ethnicity}, ${person.religion}, ${number.cipher}, ${number.hash}, ${number.last4}, ${person.occupation}, ${person.education},
      ${person.profession}, ${person.politicalTheory}, ${person.unionMember}, ${person.privateOwner}, ${person.foreignSpouse}, ${person.religiousDignitary})`;
  return personId;
}

/** Opens a dossier of a person in a cell with its first steps; answers the candidate's id. */
export async function saveCandidacy(
  scope: UnitScope,
  entry: {
    personId: string;
    cell: { id: number; kind: string; ord: bigint };
    source: string;
    readmission: boolean;
    steps: readonly NewStep[];
  },
): Promise<string> {
  const { cell, source, readmission, personId } = entry;
  const candidateId = randomUUID();
  const steps = entry.steps.map(
    (step) =>
      ({
        ...step,
        id: randomUUID(),
        recordedAt: "",
        recordedByName: scope.actor.name,
        undoneAt: null,
      }) as Step,
  );
  const standing = {
    id: candidateId,
    ...standingRow(steps, {
      cellKind: cell.kind,
      book: rulebookOn(scope.today),
      options: optionsAt(await findProcedureOptions(scope), cell.ord, scope.today),
    }),
  };
  const names = Prisma.raw(STANDING_COLUMNS.map(([name]) => name).join(", "));
  const typed = Prisma.raw(STANDING_COLUMNS.map(([name, type]) => `${name} ${type}`).join(", "));
  await scope.db.$executeRaw`
    INSERT INTO candidate (id, person_id, unit_id, source, readmission, ${names})
    SELECT r.id, ${personId}::uuid, ${cell.id}, ${source}, ${readmission}, ${names}
    FROM jsonb_to_record(${JSON.stringify(standing)}::jsonb) AS r (id uuid, ${typed})`;
  await insertSteps(scope, candidateId, steps);
  return candidateId;
}

/** Changes what is known of the person; an empty citizen number keeps the one there. False: changed meanwhile. */
export async function savePerson(
  scope: UnitScope,
  { person: { id } }: CandidateDetails,
  version: number,
  person: PersonInput,
): Promise<boolean> {
  const number = numberColumns(person.citizenNumber);
  const changed = await scope.db.$executeRaw`
    UPDATE person SET name = ${person.name}, given_name = ${givenNameOf(person.name)}, name_fold = ${fold(person.name)}, birth_date = ${person.birthDate}::date,
      birth_year = ${person.birthYear}, sex = ${person.sex}, ethnicity = ${person.ethnicity}, religion = ${person.religion},
      citizen_cipher = coalesce(${number.cipher}, citizen_cipher), citizen_hash = coalesce(${number.hash}, citizen_hash),
      citizen_last4 = coalesce(${number.last4}, citizen_last4), occupation = ${person.occupation}, education = ${person.education},
      profession = ${person.profession}, political_theory = ${person.politicalTheory}, union_member = ${person.unionMember},
      private_owner = ${person.privateOwner}, foreign_spouse = ${person.foreignSpouse}, religious_dignitary = ${person.religiousDignitary}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** The full citizen number of a person, or null. Who opens it is logged by the caller. */
export async function findCitizenNumber(scope: UnitScope, personId: string): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ cipher: string | null }[]>`
    SELECT citizen_cipher AS cipher FROM person WHERE id = ${personId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row?.cipher ? decrypt(row.cipher, "citizenNumber") : null;
}

function numberColumns(number: string | null) {
  return {
    cipher: number && encrypt(number, "citizenNumber"),
    hash: number && keyedHash(number, "citizenNumber"),
    last4: number?.slice(-4) ?? null,
  };
}
