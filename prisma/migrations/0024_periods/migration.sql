-- CreateTable
CREATE TABLE "reporting_period" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "cut_off" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locked_at" TIMESTAMPTZ(6),
    "locked_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reporting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_confirmation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "period_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'confirmed',
    "confirmed_on" DATE NOT NULL,
    "confirmed_by_name" TEXT NOT NULL,
    "confirmed_at_name" TEXT NOT NULL,
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_snapshot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "period_id" UUID,
    "report" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "as_of" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "made_by_id" UUID,
    "made_by_name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "report_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_approval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "snapshot_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "approved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by_name" TEXT NOT NULL,

    CONSTRAINT "snapshot_approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reporting_period_days" ON "reporting_period"("unit_id", "kind", "from_day");

-- CreateIndex
CREATE INDEX "reporting_period_ord" ON "reporting_period"("unit_ord");

-- CreateIndex
CREATE UNIQUE INDEX "unit_confirmation_once" ON "unit_confirmation"("period_id", "unit_id");

-- CreateIndex
CREATE INDEX "unit_confirmation_ord" ON "unit_confirmation"("unit_ord", "period_id");

-- CreateIndex
CREATE INDEX "unit_confirmation_unit" ON "unit_confirmation"("unit_id");

-- CreateIndex
CREATE INDEX "report_snapshot_ord" ON "report_snapshot"("unit_ord", "made_at");

-- CreateIndex
CREATE INDEX "report_snapshot_unit" ON "report_snapshot"("unit_id", "report");

-- CreateIndex
CREATE INDEX "report_snapshot_period" ON "report_snapshot"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_approval_once" ON "snapshot_approval"("snapshot_id");

-- CreateIndex
CREATE INDEX "snapshot_approval_ord" ON "snapshot_approval"("unit_ord");

-- AddForeignKey
ALTER TABLE "reporting_period" ADD CONSTRAINT "reporting_period_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_confirmation" ADD CONSTRAINT "unit_confirmation_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_confirmation" ADD CONSTRAINT "unit_confirmation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_approval" ADD CONSTRAINT "snapshot_approval_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "report_snapshot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_approval" ADD CONSTRAINT "snapshot_approval_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE reporting_period
  ADD CONSTRAINT reporting_period_kind CHECK (kind IN ('month', 'quarter', 'half', 'nineMonths', 'year', 'term')),
  ADD CONSTRAINT reporting_period_order CHECK (from_day <= to_day AND from_day <= cut_off AND cut_off <= due_on),
  ADD CONSTRAINT reporting_period_locked CHECK ((locked_at IS NULL) = (locked_by_name IS NULL)),
  ADD CONSTRAINT reporting_period_once EXCLUDE USING gist (unit_id WITH =, kind WITH =, daterange(from_day, to_day, '[]') WITH &&);
ALTER TABLE unit_confirmation
  ADD CONSTRAINT unit_confirmation_state CHECK (state IN ('confirmed', 'accepted', 'returned')),
  ADD CONSTRAINT unit_confirmation_reason CHECK ((state = 'returned') = (reason IS NOT NULL));
-- A snapshot is what its hash says, from the first moment.
ALTER TABLE report_snapshot
  ADD CONSTRAINT report_snapshot_hash CHECK (hash = encode(sha256(bytes), 'hex'));

GRANT SELECT, INSERT, UPDATE, DELETE ON reporting_period, unit_confirmation, report_snapshot, snapshot_approval TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Nobody changes a snapshot or its approval, the owner of the tables neither; only their place follows the tree.
CREATE FUNCTION sec.keep_snapshot() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'unit_ord' = to_jsonb(NEW) - 'unit_ord' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a snapshot is append-only' USING errcode = '42501';
END $$;

-- Whoever confirms, accepts or sends back takes the period's row for itself before it looks who has confirmed, so
-- that none of it happens beside another or beside the lock. The row is the province's: units beneath only read it.
CREATE FUNCTION sec.hold_period(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  PERFORM FROM public.reporting_period WHERE id = p_id FOR UPDATE;
END $$;

-- What was confirmed for a period stays as it is once the period is locked.
CREATE FUNCTION sec.keep_confirmation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'unit_ord' = to_jsonb(NEW) - 'unit_ord' THEN RETURN NEW; END IF;
  PERFORM FROM public.reporting_period WHERE id = NEW.period_id AND locked_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the period is locked' USING errcode = '42501'; END IF;
  RETURN NEW;
END $$;

-- Binds an approval to what was approved, by whom and when; printed on the paper.
CREATE FUNCTION sec.approval_code(p_hash text, p_name text, p_at timestamptz) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(concat_ws('|', p_hash, p_name, extract(epoch FROM p_at)), 'UTF8')), 'hex')
$$;

-- Is there a snapshot of this id, and is it what its hash says? For anyone who holds the paper: no row, no name but
-- of who approved it. What is told is read from the bytes that were hashed, nothing from beside them.
CREATE FUNCTION sec.verify_snapshot(p_id uuid) RETURNS TABLE (title text, unit_name text, from_day text, to_day text, as_of text,
  made_on text, approved_by text, approved_at text, approval_code text, hash text, intact boolean, totals jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH kept AS MATERIALIZED (
    SELECT s.id, s.hash, CASE WHEN s.hash = encode(sha256(s.bytes), 'hex') THEN convert_from(s.bytes, 'UTF8')::jsonb END AS frozen
    FROM public.report_snapshot s WHERE s.id = p_id)
  SELECT k.frozen->>'title', k.frozen#>>'{unit,name}', k.frozen#>>'{parameters,from}', k.frozen#>>'{parameters,to}',
    k.frozen#>>'{parameters,asOf}', k.frozen->>'madeOn', a.approved_by_name,
    to_char(a.approved_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI'),
    CASE WHEN a.id IS NOT NULL THEN sec.approval_code(k.hash, a.approved_by_name, a.approved_at) END,
    k.hash, k.frozen IS NOT NULL, k.frozen->'totals'
  FROM kept k LEFT JOIN public.snapshot_approval a ON a.snapshot_id = k.id
$$;

-- Does a number stand in a line of the paper, named by its words or the unit's code, and under which headings? Only
-- for who has the paper's hash; a number of ethnicity or religion stands nowhere.
CREATE FUNCTION sec.verify_snapshot_line(p_id uuid, p_hash text, p_line text, p_number numeric, OUT known boolean, OUT labels text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH kept AS MATERIALIZED (
    SELECT convert_from(s.bytes, 'UTF8')::jsonb AS frozen FROM public.report_snapshot s WHERE s.id = p_id AND s.hash = p_hash)
  SELECT count(*) > 0, coalesce(array_agg(DISTINCT f->>'label') FILTER (WHERE (f->>'number')::numeric = p_number), '{}')
  FROM kept k, jsonb_array_elements(k.frozen->'figures') f
  WHERE f->>'path' !~* 'ethnic|relig' AND lower(p_line) IN (lower(coalesce(f->>'line', k.frozen#>>'{unit,name}')),
    lower(coalesce(substring(f->>'path' FROM '\[unit\.code=([^]]+)\]'), CASE WHEN f->>'line' IS NULL THEN k.frozen#>>'{unit,code}' END)))
$$;

REVOKE EXECUTE ON FUNCTION sec.approval_code(text, text, timestamptz), sec.verify_snapshot_line(uuid, text, text, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.approval_code(text, text, timestamptz) TO pdv_app;
GRANT EXECUTE ON FUNCTION sec.verify_snapshot_line(uuid, text, text, numeric) TO pdv_signin;

-- No period, confirmation or snapshot may hang on a unit that is taken back.
ALTER FUNCTION sec.unit_is_empty(int) RENAME TO unit_is_empty_of_programmes;
CREATE FUNCTION sec.unit_is_empty(p_unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.unit_is_empty_of_programmes(p_unit) AND NOT EXISTS (SELECT FROM public.reporting_period WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.unit_confirmation WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.report_snapshot WHERE unit_id = p_unit)
$$;

RESET ROLE;

DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['reporting_period', 'unit_confirmation', 'report_snapshot', 'snapshot_approval'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord()', t || '_ord', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of(%L)', t || 's_renumbered', t);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t, writable);
    IF t IN ('reporting_period', 'unit_confirmation') THEN
      EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', t, writable, writable);
    ELSE
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.keep_snapshot()', t || '_fixed', t);
      EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION sec.keep_snapshot()', t || '_kept_whole', t);
    END IF;
  END LOOP;
  -- A period holds no personal data and is read by the units beneath the one that set it.
  EXECUTE 'CREATE POLICY readable_beneath ON reporting_period FOR SELECT TO pdv_app USING (EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_id
    AND u.lo <= current_setting(''app.lo'')::bigint AND u.hi >= current_setting(''app.hi'')::bigint
    AND current_setting(''app.lo'')::bigint <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())))';
END $$;
CREATE TRIGGER unit_confirmation_locked BEFORE INSERT OR UPDATE ON unit_confirmation FOR EACH ROW EXECUTE FUNCTION sec.keep_confirmation();

GRANT SELECT, INSERT, UPDATE ON reporting_period, unit_confirmation TO pdv_app;
GRANT SELECT, INSERT ON report_snapshot, snapshot_approval TO pdv_app;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.keep_snapshot(), sec.hold_period(uuid), sec.keep_confirmation(), sec.verify_snapshot(uuid), sec.unit_is_empty(int),
  sec.unit_is_empty_of_programmes(int) FROM PUBLIC, pdv_app;
GRANT EXECUTE ON FUNCTION sec.verify_snapshot(uuid) TO pdv_signin;
GRANT EXECUTE ON FUNCTION sec.unit_is_empty(int), sec.hold_period(uuid) TO pdv_app;
