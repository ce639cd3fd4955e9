import type { UnitScope } from "@/lib/access/gate";

/** A person on the way; only what matters is told. */
export type GivenCandidate = {
  unit: number;
  name?: string;
  sex?: string | null;
  ethnicity?: string | null;
  religion?: string | null;
  occupation?: string | null;
  unionMember?: boolean | null;
  privateOwner?: boolean | null;
  introducedOn?: string | null;
  certifiedOn?: string | null;
  appliedOn?: string | null;
  cellResolvedOn?: string | null;
  baseResolvedOn?: string | null;
  submittedOn?: string | null;
  decidedOn?: string | null;
  admittedOn?: string | null;
  revokedOn?: string | null;
  recognisedOn?: string | null;
  closedOn?: string | null;
  closedReason?: string | null;
  birthDate?: string | null;
  education?: string | null;
  profession?: string | null;
  foreignSpouse?: boolean | null;
  readmission?: boolean;
  arrivedOn?: string | null;
  recognitionVotedOn?: string | null;
  probationExtendedOn?: string | null;
};

/** Writes persons and their dossiers as they would stand after their steps. */
export async function givenCandidates(scope: UnitScope, given: readonly GivenCandidate[]): Promise<void> {
  const rows = given.map((told, place) => ({ name: `Nguyễn Văn ${place}`, place, ...told }));
  await scope.db.$executeRaw`
    WITH told AS (
      SELECT gen_random_uuid() AS person_id, r.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
        place int, unit int, name text, sex text, ethnicity text, religion text, occupation text, "unionMember" bool,
        "privateOwner" bool, "introducedOn" date, "certifiedOn" date, "appliedOn" date, "cellResolvedOn" date,
        "baseResolvedOn" date, "submittedOn" date, "decidedOn" date, "admittedOn" date, "revokedOn" date,
        "recognisedOn" date, "closedOn" date, "closedReason" text, "birthDate" date, education text, profession text,
        "foreignSpouse" bool, readmission bool, "arrivedOn" date, "recognitionVotedOn" date, "probationExtendedOn" date)
    ), persons AS (
      INSERT INTO person (id, unit_id, name, given_name, name_fold, birth_date, birth_year, sex, ethnicity, religion, occupation,
        union_member, private_owner, education, profession, foreign_spouse)
      SELECT person_id, unit, name, name, lower(name), "birthDate", coalesce(extract(year FROM "birthDate")::int, 1995), sex, ethnicity,
        religion, occupation, "unionMember", "privateOwner", education, profession, "foreignSpouse"
      FROM told RETURNING id
    ), candidates AS (
    INSERT INTO candidate (person_id, unit_id, stage, introduced_on, certified_on, applied_on, cell_resolved_on,
      base_resolved_on, submitted_on, decided_on, admitted_on, revoked_on, recognised_on, closed_on, closed_reason,
      readmission, arrived_on, recognition_voted_on)
    SELECT person_id, unit, 'introduced', "introducedOn", "certifiedOn", "appliedOn", "cellResolvedOn", "baseResolvedOn",
      "submittedOn", "decidedOn", "admittedOn", "revokedOn", "recognisedOn", "closedOn",
      CASE WHEN "closedOn" IS NOT NULL THEN coalesce("closedReason", 'withdrew') END, coalesce(readmission, false), "arrivedOn",
      "recognitionVotedOn"
    FROM told JOIN persons ON persons.id = told.person_id
      RETURNING id, person_id
    )
    INSERT INTO step (candidate_id, kind, on_day, data, rulebook, recorded_by_name)
    SELECT c.id, 'probationExtended', told."probationExtendedOn", '{"months": 6}', 'test', 'test'
    FROM candidates c JOIN told USING (person_id) WHERE told."probationExtendedOn" IS NOT NULL`;
}
