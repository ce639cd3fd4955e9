-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "month" DATE NOT NULL,
    "as_of" DATE NOT NULL,
    "paragraphs" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "document_number" TEXT,
    "written_by_name" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_on" DATE,
    "issued_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_edit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "letter_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "edition" INTEGER NOT NULL,
    "paragraph" TEXT NOT NULL,
    "words" TEXT,
    "edited_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_edit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_ord_month" ON "letter"("unit_ord", "month");

-- CreateIndex
CREATE UNIQUE INDEX "letter_unit_month" ON "letter"("unit_id", "month");

-- CreateIndex
CREATE INDEX "letter_edit_ord" ON "letter_edit"("unit_ord");

-- CreateIndex
CREATE INDEX "letter_edit_unit" ON "letter_edit"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "letter_edit_once" ON "letter_edit"("letter_id", "paragraph", "edition");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "letter_edit" ADD CONSTRAINT "letter_edit_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "letter_edit" ADD CONSTRAINT "letter_edit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE letter
  ADD CONSTRAINT letter_state CHECK (state IN ('draft', 'issued')),
  ADD CONSTRAINT letter_month CHECK (extract(day FROM month) = 1 AND as_of >= month AND as_of < month + interval '1 month'),
  ADD CONSTRAINT letter_issued CHECK ((state = 'issued') = (issued_on IS NOT NULL));

-- What went out stands: a letter changes while it is a draft, and its edits are only added.
DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['letter', 'letter_edit'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO pdv_definer', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord()', t || '_ord', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of(%L)', t || 's_renumbered', t);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE ON letter TO pdv_app;
  GRANT SELECT, INSERT ON letter_edit TO pdv_app;
  EXECUTE format('CREATE POLICY insertable ON letter FOR INSERT TO pdv_app WITH CHECK (%s)', writable);
  EXECUTE format('CREATE POLICY updatable ON letter FOR UPDATE TO pdv_app USING (state = ''draft'' AND %s) WITH CHECK (%s)', writable, writable);
  EXECUTE format('CREATE POLICY insertable ON letter_edit FOR INSERT TO pdv_app WITH CHECK (%s
    AND EXISTS (SELECT FROM letter l WHERE l.id = letter_id AND l.state = ''draft''))', writable);
END $$;
