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
        "recognisedOn" date, "closedOn" date)
    ), persons AS (
      INSERT INTO person (id, unit_id, name, given_name, name_fold, birth_year, sex, ethnicity, religion, occupation,
        union_member, private_owner)
      SELECT person_id, unit, name, name, lower(name), 1995, sex, ethnicity, religion, occupation, "unionMember", "privateOwner"
      FROM told RETURNING id
    )
    INSERT INTO candidate (person_id, unit_id, stage, introduced_on, certified_on, applied_on, cell_resolved_on,
      base_resolved_on, submitted_on, decided_on, admitted_on, revoked_on, recognised_on, closed_on, closed_reason)
    SELECT person_id, unit, 'introduced', "introducedOn", "certifiedOn", "appliedOn", "cellResolvedOn", "baseResolvedOn",
      "submittedOn", "decidedOn", "admittedOn", "revokedOn", "recognisedOn", "closedOn",
      CASE WHEN "closedOn" IS NOT NULL THEN 'withdrew' END
    FROM told JOIN persons ON persons.id = told.person_id`;
}
