-- AlterTable
ALTER TABLE "training_class" ADD COLUMN     "dropped_reason" TEXT;

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "withdrawn_number" TEXT,
ADD COLUMN     "withdrawn_certified_on" DATE,
ADD COLUMN     "withdrawn_reason" TEXT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE training_class
  DROP CONSTRAINT training_class_state,
  ADD CONSTRAINT training_class_state CHECK (state IN ('planned', 'open', 'ended', 'dropped')),
  ADD CONSTRAINT training_class_dropped CHECK ((state = 'dropped') = (dropped_reason IS NOT NULL));
ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_withdrawn CHECK ((withdrawn_certified_on IS NULL) = (withdrawn_reason IS NULL));

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- One number of a candidate is marked, an older one of the same kind of document stays as it is.
CREATE FUNCTION sec.withdraw_number(p_candidate uuid, p_subject text, p_document_number text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.register_number SET withdrawn_at = now()
  WHERE candidate_id = p_candidate AND subject = p_subject AND document_number = p_document_number AND withdrawn_at IS NULL
    AND sec.keeps_register(unit_id, p_candidate);
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.withdraw_number(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.withdraw_number(uuid, text, text) TO pdv_app;
