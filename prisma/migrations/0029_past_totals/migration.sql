-- Totals of the past without names ("số liệu gộp"): what an old report says of a unit, kept beside the figures
-- that open to people and never added to them.

-- CreateTable
CREATE TABLE "past_total" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "indicator" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "value" INTEGER,
    "source" TEXT NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "past_total_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "past_total_ord" ON "past_total"("unit_ord", "from_day");

-- CreateIndex
CREATE INDEX "past_total_unit" ON "past_total"("unit_id");

-- AddForeignKey
ALTER TABLE "past_total" ADD CONSTRAINT "past_total_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE past_total
  ADD CONSTRAINT past_total_period CHECK (from_day <= to_day),
  ADD CONSTRAINT past_total_value CHECK (value >= 0),
  ADD CONSTRAINT past_total_indicator CHECK (indicator IN ('ADMISSION', 'INTRODUCTION', 'AWARENESS_CLASS', 'RECOGNITION'));

-- One total of a unit, period, indicator and group is in force.
CREATE UNIQUE INDEX past_total_once ON past_total (unit_id, from_day, to_day, indicator, "group") WHERE withdrawn_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON past_total TO pdv_definer;
CREATE TRIGGER past_total_ord BEFORE INSERT OR UPDATE ON past_total FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER past_totals_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of('past_total');
CREATE TRIGGER past_total_audit AFTER INSERT OR UPDATE OR DELETE ON past_total FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE ON past_total TO pdv_app;

ALTER TABLE past_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_total FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON past_total FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
DO $$
DECLARE
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  EXECUTE format('CREATE POLICY readable ON past_total FOR SELECT TO pdv_app USING (%s)', readable);
  EXECUTE format('CREATE POLICY insertable ON past_total FOR INSERT TO pdv_app WITH CHECK (%s)', writable);
  EXECUTE format('CREATE POLICY updatable ON past_total FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', writable, writable);
END $$;
