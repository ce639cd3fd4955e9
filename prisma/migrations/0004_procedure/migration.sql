-- The whole procedure: more kinds of dated facts, what the home page asks of a dossier, and moves.

ALTER TABLE "person" ADD COLUMN "religious_dignitary" BOOLEAN;

ALTER TABLE "candidate"
  ADD COLUMN "certificate_until" DATE,
  ADD COLUMN "papers_until" DATE,
  ADD COLUMN "helped" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "noted_for" TEXT,
  ADD COLUMN "probation_until" DATE,
  ADD COLUMN "arrived_on" DATE;

ALTER TABLE step DROP CONSTRAINT step_kind;
ALTER TABLE step ADD CONSTRAINT step_kind CHECK (kind IN (
    'introduced', 'parentsConsulted', 'sympathiserRecognised', 'helperAssigned', 'helperEnded', 'progressNoted',
    'certified', 'formerMembership', 'consentGiven', 'permissionGranted', 'applied', 'cvDeclared', 'sealed',
    'dossierRenewed', 'referred', 'verificationSent', 'verificationReturned', 'verificationWaived', 'verified',
    'politicsConcluded', 'cellCommented', 'certificationGiven', 'opinionCollected', 'cellVoted', 'sectionAppraised',
    'baseVoted', 'submitted', 'decisionExtended', 'decisionVoted', 'decided', 'admitted', 'newMemberCertified',
    'selfReviewed', 'helperReported', 'probationOpinionCollected', 'probationExtended', 'recognitionVoted',
    'recognitionAppraised', 'recognitionBaseVoted', 'recognised', 'removalVoted', 'decisionRevoked', 'transferred',
    'transferReceived', 'paperMarked', 'returned', 'resent', 'closed', 'reopened'));

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Rulebooks are named after their regulation.
UPDATE step SET rulebook = CASE
  WHEN rulebook = '2016' THEN '29/2016' WHEN rulebook = '2021' THEN '24/2021'
  WHEN rulebook = '2025' THEN CASE WHEN on_day < '2025-07-01' THEN '232/2025' ELSE '294/2025' END
  WHEN rulebook = '2026' THEN '208/2026' END
WHERE rulebook IN ('2016', '2021', '2025', '2026');

-- Moves a candidate and their person to another cell, anywhere in the tree: the one who moves them reaches
-- only where they come from, the one who receives them only where they go.
CREATE FUNCTION sec.move_candidate(p_candidate uuid, p_unit int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  c public.candidate;
BEGIN
  PERFORM sec.ctx_ok();
  SELECT * INTO c FROM candidate WHERE id = p_candidate
    AND unit_ord >= current_setting('app.wlo')::bigint AND unit_ord <= current_setting('app.whi')::bigint FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM unit WHERE id = p_unit AND kind IN ('CELL', 'BASE_CELL') AND NOT closed;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE candidate SET unit_id = p_unit WHERE id = p_candidate;
  UPDATE person SET unit_id = p_unit WHERE id = c.person_id AND unit_id = c.unit_id;
  RETURN true;
END $$;
RESET ROLE;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.move_candidate(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.move_candidate(uuid, int) TO pdv_app;
