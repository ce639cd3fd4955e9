-- Once a file is written, its bytes go; what its columns were called stays for the rows it left out.
-- AlterTable
ALTER TABLE "import_file" ALTER COLUMN "bytes" DROP NOT NULL;

-- What an import made is taken back only while nobody built on it: what stands on a row holds it, and is counted
-- for whoever wants to take the import back.

-- AlterTable
ALTER TABLE "meeting_item" DROP CONSTRAINT "meeting_item_candidate_id_fkey";
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "enrolment" DROP CONSTRAINT "enrolment_class_id_fkey";
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_class"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "enrolment" DROP CONSTRAINT "enrolment_candidate_id_fkey";
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "referral" DROP CONSTRAINT "referral_candidate_id_fkey";
ALTER TABLE "referral" ADD CONSTRAINT "referral_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "former_place" DROP CONSTRAINT "former_place_candidate_id_fkey";
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "former_place" DROP CONSTRAINT "former_place_referral_id_fkey";
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- How many rows that an import did not write stand on those it made, wherever they stand: a superior's meeting or
-- class, the Union's register. Only a number leaves.
CREATE FUNCTION sec.built_on_import(p_batch uuid) RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE persons uuid[]; candidates uuid[]; classes uuid[]; members uuid[]; referrals uuid[]; built int;
BEGIN
  PERFORM sec.ctx_ok();
  SELECT array_agg(row_id) FILTER (WHERE table_name = 'person'), array_agg(row_id) FILTER (WHERE table_name = 'candidate'),
    array_agg(row_id) FILTER (WHERE table_name = 'training_class'), array_agg(row_id) FILTER (WHERE table_name = 'union_member'),
    array_agg(row_id) FILTER (WHERE table_name = 'referral')
  INTO persons, candidates, classes, members, referrals
  FROM public.import_change c JOIN public.import_batch b ON b.id = c.batch_id
  WHERE c.batch_id = p_batch AND c.before IS NULL
    AND b.unit_ord BETWEEN current_setting('app.lo')::bigint AND current_setting('app.hi')::bigint;
  SELECT count(*) INTO built FROM (
    SELECT 'candidate' AS table_name, id FROM public.candidate WHERE person_id = ANY (persons)
    UNION ALL SELECT 'step', id FROM public.step WHERE candidate_id = ANY (candidates)
    UNION ALL SELECT 'enrolment', id FROM public.enrolment WHERE candidate_id = ANY (candidates)
    UNION ALL SELECT 'enrolment', id FROM public.enrolment WHERE class_id = ANY (classes) AND (candidates IS NULL OR candidate_id <> ALL (candidates))
    UNION ALL SELECT 'meeting_item', id FROM public.meeting_item WHERE candidate_id = ANY (candidates)
    UNION ALL SELECT 'register_number', id FROM public.register_number WHERE candidate_id = ANY (candidates) AND withdrawn_at IS NULL
    UNION ALL SELECT 'referral', id FROM public.referral WHERE candidate_id = ANY (candidates)
    UNION ALL SELECT 'referral', id FROM public.referral WHERE member_id = ANY (members)
    UNION ALL SELECT 'union_rating', id FROM public.union_rating WHERE member_id = ANY (members)
    UNION ALL SELECT 'former_place', id FROM public.former_place WHERE candidate_id = ANY (candidates) OR referral_id = ANY (referrals)
  ) x WHERE NOT EXISTS (SELECT FROM public.import_change c
    WHERE c.batch_id = p_batch AND c.table_name = x.table_name AND c.row_id = x.id::text);
  RETURN built;
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.built_on_import(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.built_on_import(uuid) TO pdv_app;
