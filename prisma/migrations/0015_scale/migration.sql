-- Names in their order, for the first pages of a long list.
CREATE INDEX "person_name" ON "person"("given_name", "name", "id");

-- What Prisma's models cannot say -------------------------------------------------------------------

-- Dossiers decided, admitted or open, by place: figures are counted in the index alone.
CREATE INDEX candidate_decided_place ON candidate (unit_ord, decided_on) INCLUDE (revoked_on) WHERE decided_on IS NOT NULL;
CREATE INDEX candidate_open ON candidate (unit_ord, stage) INCLUDE (next_step) WHERE closed_on IS NULL AND revoked_on IS NULL AND recognised_on IS NULL;
DROP INDEX "candidate_ord_decided";
