-- A file on its way in: what its sender answered about it, the rows that have to be looked at, and which
-- headings a unit uses for which columns. What names people is encrypted and forgotten after two weeks.

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN "file_hash" TEXT;

-- AlterTable
ALTER TABLE "import_file" ADD COLUMN "draft" TEXT;

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL,
    "level" TEXT NOT NULL,
    "groups" TEXT[] NOT NULL,
    "twin" BOOLEAN NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row")
);

-- CreateTable
CREATE TABLE "import_heading" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_ord" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "column_key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_heading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_heading_of" ON "import_heading"("unit_ord", "kind");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE import_row ADD CONSTRAINT import_row_level CHECK (level IN ('error', 'warning', 'twin'));

-- Files that were kept before are not encrypted; they are sent again.
DELETE FROM import_file;

GRANT SELECT, INSERT, UPDATE, DELETE ON import_row, import_heading TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- What is kept by the place of whoever sent it follows when either tree is numbered anew.
CREATE FUNCTION sec.follow_sender() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE old_los bigint[]; new_los bigint[];
BEGIN
  SELECT array_agg(old_lo), array_agg(new_lo) INTO old_los, new_los
  FROM (SELECT max(lo) FILTER (WHERE was) AS old_lo, max(hi) FILTER (WHERE was) AS old_hi, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, hi, true AS was FROM old_rows UNION ALL SELECT id, lo, hi, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo AND old_lo < old_hi;
  IF old_los IS NULL THEN RETURN NULL; END IF;
  UPDATE public.import_row r SET unit_ord = n.lo FROM unnest(old_los, new_los) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo;
  UPDATE public.import_heading r SET unit_ord = n.lo FROM unnest(old_los, new_los) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo;
  RETURN NULL;
END $$;

-- Two weeks after a file came in, nothing of its contents is kept beside what was written of it.
CREATE FUNCTION sec.forget_imports() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM public.import_row r USING public.import_batch b WHERE b.id = r.batch_id AND b.created_at < now() - interval '14 days';
  DELETE FROM public.import_file f USING public.import_batch b WHERE b.id = f.batch_id AND b.created_at < now() - interval '14 days';
$$;

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.follow_sender(), sec.forget_imports() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.forget_imports() TO pdv_app;

CREATE TRIGGER import_rows_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_sender();
CREATE TRIGGER import_rows_of_union_renumbered AFTER UPDATE ON union_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_sender();

GRANT SELECT, INSERT, UPDATE, DELETE ON import_row, import_heading TO pdv_app;

DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['import_row', 'import_heading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t, writable);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', t, writable, writable);
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (%s)', t, writable);
  END LOOP;
END $$;
