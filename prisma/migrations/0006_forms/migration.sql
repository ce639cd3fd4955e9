-- CreateTable
CREATE TABLE "form_template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "form" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "added_by_name" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "form_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_number" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "register" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "document_number" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "candidate_id" UUID,
    "taken_by_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "register_number_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "form_template_unit_form" ON "form_template"("unit_id", "form");

-- CreateIndex
CREATE INDEX "form_template_ord" ON "form_template"("unit_ord");

-- CreateIndex
CREATE UNIQUE INDEX "register_number_once" ON "register_number"("unit_id", "register", "year", "number");

-- CreateIndex
CREATE INDEX "register_number_ord" ON "register_number"("unit_ord");

-- CreateIndex
CREATE INDEX "register_number_candidate" ON "register_number"("candidate_id");

-- AddForeignKey
ALTER TABLE "form_template" ADD CONSTRAINT "form_template_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "register_number" ADD CONSTRAINT "register_number_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE form_template ADD CONSTRAINT form_template_size CHECK (size = octet_length(bytes) AND size BETWEEN 1 AND 1048576);
ALTER TABLE register_number ADD CONSTRAINT register_number_positive CHECK (number > 0 AND year BETWEEN 1930 AND 2999);

GRANT SELECT, INSERT, UPDATE, DELETE ON form_template, register_number TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- When units are numbered anew, what they hold follows. Beside sec.follow_unit_ord, which knows its own tables.
CREATE FUNCTION sec.follow_form_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_lo) INTO ids, los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, true AS was FROM old_rows UNION ALL SELECT id, lo, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.form_template r SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE r.unit_id = n.id;
  UPDATE public.register_number r SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE r.unit_id = n.id;
  RETURN NULL;
END $$;

-- Does nothing refer to this unit but its own placements? Asked of every foreign key there is, so that a
-- table of a later release is not forgotten.
CREATE OR REPLACE FUNCTION sec.unit_is_empty(p_unit int) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE k record; found boolean;
BEGIN
  PERFORM sec.ctx_ok();
  FOR k IN SELECT c.conrelid::regclass AS tbl, a.attname AS col FROM pg_constraint c
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
           WHERE c.contype = 'f' AND c.confrelid = 'public.unit'::regclass
             AND NOT (c.conrelid = 'public.unit_placement'::regclass AND a.attname = 'unit_id') LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', k.tbl, k.col) INTO found USING p_unit;
    IF found THEN RETURN false; END IF;
  END LOOP;
  RETURN true;
END $$;

-- May the one who acts write into this register? Into those of their own range; into that of a committee
-- above only for a candidate of theirs, whose decision it is.
CREATE FUNCTION sec.keeps_register(p_unit int, p_candidate uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.ctx_ok() AND EXISTS (
    SELECT FROM public.unit u WHERE u.id = p_unit AND (
      u.lo BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint
      OR EXISTS (SELECT FROM public.candidate c WHERE c.id = p_candidate AND c.unit_ord BETWEEN u.lo AND u.hi
                 AND c.unit_ord BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint)))
$$;

-- Enters a number, or the next one (beyond p_after) when none is named; null when it is another document's. The same document
-- may enter its own again, which is how a decision that was undone is recorded anew. One register at a time.
CREATE FUNCTION sec.take_number(p_unit int, p_register text, p_year int, p_number int, p_sign text, p_document text, p_on date,
  p_subject text, p_candidate uuid, p_after int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE taken int;
BEGIN
  IF NOT sec.keeps_register(p_unit, p_candidate) THEN
    RAISE EXCEPTION 'no right to this register' USING errcode = '42501';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'register', p_unit, p_register, p_year), 0));
  taken := coalesce(p_number, (SELECT greatest(max(number), p_after, 0) + 1 FROM public.register_number
    WHERE unit_id = p_unit AND register = p_register AND year = p_year));
  INSERT INTO public.register_number AS r (unit_id, register, year, number, document_number, on_day, subject, candidate_id, taken_by_name)
  VALUES (p_unit, p_register, p_year, taken,
    coalesce(p_document, format('%s-%s/%s', CASE WHEN taken < 10 THEN '0' || taken ELSE taken::text END, p_register, p_sign)),
    p_on, p_subject, p_candidate, current_setting('app.actor'))
  ON CONFLICT (unit_id, register, year, number) DO UPDATE
    SET on_day = excluded.on_day, document_number = excluded.document_number, withdrawn_at = NULL
    WHERE r.candidate_id = excluded.candidate_id AND r.subject = excluded.subject
  RETURNING r.number INTO taken;
  RETURN taken;
END $$;

-- Marks the numbers that a document of a candidate took: they stay, and nobody else gets them.
CREATE FUNCTION sec.withdraw_numbers(p_candidate uuid, p_subject text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.register_number SET withdrawn_at = now()
  WHERE candidate_id = p_candidate AND subject = p_subject AND withdrawn_at IS NULL AND sec.keeps_register(unit_id, p_candidate);
END $$;

RESET ROLE;

CREATE TRIGGER form_template_ord BEFORE INSERT OR UPDATE ON form_template FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER register_number_ord BEFORE INSERT OR UPDATE ON register_number FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER unit_renumbered_forms AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_form_ord();
CREATE TRIGGER form_template_audit AFTER INSERT OR UPDATE OR DELETE ON form_template FOR EACH ROW EXECUTE FUNCTION sec.write_audit();
CREATE TRIGGER register_number_audit AFTER INSERT OR UPDATE OR DELETE ON register_number FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

-- A register is read by those over its unit and written through the functions above only. A template of a
-- unit serves all beneath it, so it is read from there too.
GRANT SELECT ON register_number TO pdv_app;
GRANT SELECT, INSERT, UPDATE ON form_template TO pdv_app;

DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
  above text := 'EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_id AND u.lo <= current_setting(''app.lo'')::bigint
    AND u.hi >= current_setting(''app.hi'')::bigint AND current_setting(''app.lo'')::bigint <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok()))';
BEGIN
  FOREACH t IN ARRAY ARRAY['form_template', 'register_number'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
  END LOOP;
  EXECUTE format('CREATE POLICY readable_beneath ON form_template FOR SELECT TO pdv_app USING (%s)', above);
  EXECUTE format('CREATE POLICY insertable ON form_template FOR INSERT TO pdv_app WITH CHECK (%s)', writable);
  EXECUTE format('CREATE POLICY updatable ON form_template FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', writable, writable);
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.follow_form_ord(), sec.keeps_register(int, uuid),
  sec.take_number(int, text, int, int, text, text, date, text, uuid, int), sec.withdraw_numbers(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.take_number(int, text, int, int, text, text, date, text, uuid, int), sec.withdraw_numbers(uuid, text) TO pdv_app;
