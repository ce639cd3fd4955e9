-- CreateTable
CREATE TABLE "training_class" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "code" VARCHAR(40) NOT NULL,
    "code_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'DAY',
    "audience" TEXT NOT NULL DEFAULT 'ALL',
    "place" TEXT,
    "sessions" INTEGER NOT NULL DEFAULT 5,
    "size" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "saved_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "training_class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "class_id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "class_ord" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'called',
    "reason" TEXT,
    "replaces_id" UUID,
    "present" INTEGER[],
    "grade" TEXT,
    "certificate_number" TEXT,
    "certified_on" DATE,
    "saved_by_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_class_ord_day" ON "training_class"("unit_ord", "from_day");

-- CreateIndex
CREATE UNIQUE INDEX "training_class_code" ON "training_class"("unit_id", "code_key");

-- CreateIndex
CREATE INDEX "enrolment_candidate" ON "enrolment"("candidate_id");

-- CreateIndex
CREATE INDEX "enrolment_ord" ON "enrolment"("unit_ord");

-- CreateIndex
CREATE INDEX "enrolment_class_ord" ON "enrolment"("class_ord");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_once" ON "enrolment"("class_id", "candidate_id");

-- AddForeignKey
ALTER TABLE "training_class" ADD CONSTRAINT "training_class_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "training_class"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE training_class
  ADD CONSTRAINT training_class_kind CHECK (kind IN ('AWARENESS', 'NEW_MEMBER')),
  ADD CONSTRAINT training_class_form CHECK (form IN ('DAY', 'EVENING', 'WEEKEND', 'CLUSTER')),
  ADD CONSTRAINT training_class_audience CHECK (audience IN ('ALL', 'PUPIL', 'STUDENT', 'WORKER')),
  ADD CONSTRAINT training_class_state CHECK (state IN ('planned', 'open', 'ended')),
  ADD CONSTRAINT training_class_days CHECK (from_day <= to_day),
  ADD CONSTRAINT training_class_counts CHECK (sessions BETWEEN 1 AND 60 AND size > 0);
ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_state CHECK (state IN ('called', 'confirmed', 'declined', 'substitute', 'attended', 'absent')),
  ADD CONSTRAINT enrolment_grade CHECK (grade IN ('excellent', 'good', 'fair', 'failed', 'absent')),
  ADD CONSTRAINT enrolment_declined CHECK (state <> 'declined' OR reason IS NOT NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON training_class, enrolment TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Two ordinals: the cell of the person and the organiser of the class, for either may leave the other's range.
CREATE FUNCTION sec.set_enrolment_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7392);
  NEW.unit_ord := coalesce((SELECT unit_ord FROM public.candidate WHERE id = NEW.candidate_id), 0);
  NEW.class_ord := coalesce((SELECT unit_ord FROM public.training_class WHERE id = NEW.class_id), 0);
  RETURN NEW;
END $$;

-- When units are numbered anew, their classes follow, and with them the organiser's side of the enrolments.
CREATE FUNCTION sec.follow_class_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_lo) INTO ids, los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, true AS was FROM old_rows UNION ALL SELECT id, lo, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.training_class t SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE t.unit_id = n.id;
  UPDATE public.enrolment e SET class_ord = t.unit_ord FROM public.training_class t WHERE t.id = e.class_id AND t.unit_id = ANY (ids);
  RETURN NULL;
END $$;

-- When candidates move or are numbered anew, the cell's side of their enrolments follows.
CREATE FUNCTION sec.follow_learner_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(id) INTO ids
  FROM (SELECT id FROM (SELECT id, unit_ord FROM old_rows UNION ALL SELECT id, unit_ord FROM new_rows) x
        GROUP BY id HAVING min(unit_ord) <> max(unit_ord)) y;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.enrolment e SET unit_ord = c.unit_ord FROM public.candidate c WHERE c.id = e.candidate_id AND c.id = ANY (ids);
  RETURN NULL;
END $$;

RESET ROLE;

CREATE TRIGGER training_class_ord BEFORE INSERT OR UPDATE ON training_class FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER enrolment_ord BEFORE INSERT OR UPDATE ON enrolment FOR EACH ROW EXECUTE FUNCTION sec.set_enrolment_ord();
CREATE TRIGGER classes_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_class_ord();
CREATE TRIGGER learners_renumbered AFTER UPDATE ON candidate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_learner_ord();
CREATE TRIGGER training_class_audit AFTER INSERT OR UPDATE OR DELETE ON training_class FOR EACH ROW EXECUTE FUNCTION sec.write_audit();
CREATE TRIGGER enrolment_audit AFTER INSERT OR UPDATE OR DELETE ON enrolment FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE, DELETE ON training_class, enrolment TO pdv_app;

-- A class holds no personal data and is read by the units beneath its organiser, whose people it takes. An
-- enrolment is read and answered by the cell, read and kept by the organiser; only the side that reaches the
-- person may add one, and only to a class it can see.
DO $$
DECLARE
  t text;
  readable text := '%1$s >= current_setting(''app.lo'')::bigint AND %1$s <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := '%1$s >= current_setting(''app.wlo'')::bigint AND %1$s <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['training_class', 'enrolment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, format(readable, 'unit_ord'));
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', t, format(writable, 'unit_ord'), format(writable, 'unit_ord'));
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (%s)', t, format(writable, CASE t WHEN 'enrolment' THEN 'class_ord' ELSE 'unit_ord' END));
  END LOOP;
  EXECUTE format('CREATE POLICY insertable ON training_class FOR INSERT TO pdv_app WITH CHECK (%s)', format(writable, 'unit_ord'));
  EXECUTE 'CREATE POLICY readable_beneath ON training_class FOR SELECT TO pdv_app USING (EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_id
    AND u.lo <= current_setting(''app.lo'')::bigint AND u.hi >= current_setting(''app.hi'')::bigint
    AND current_setting(''app.lo'')::bigint <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())))';
  EXECUTE format('CREATE POLICY insertable ON enrolment FOR INSERT TO pdv_app WITH CHECK (%s AND EXISTS (SELECT 1 FROM training_class t WHERE t.id = class_id))',
    format(writable, 'unit_ord'));
  EXECUTE format('CREATE POLICY readable_by_organiser ON enrolment FOR SELECT TO pdv_app USING (%s)', format(readable, 'class_ord'));
  EXECUTE format('CREATE POLICY updatable_by_organiser ON enrolment FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)',
    format(writable, 'class_ord'), format(writable, 'class_ord'));
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.set_enrolment_ord(), sec.follow_class_ord(), sec.follow_learner_ord() FROM PUBLIC;
