-- CreateTable
CREATE TABLE "quota_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_on" DATE NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "quota_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quota_proposal_ord" ON "quota_proposal"("unit_ord");

-- CreateIndex
CREATE INDEX "quota_proposal_unit" ON "quota_proposal"("unit_id");

-- AddForeignKey
ALTER TABLE "quota_proposal" ADD CONSTRAINT "quota_proposal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE quota_proposal
  ADD CONSTRAINT quota_proposal_state CHECK (state IN ('open', 'taken', 'declined', 'withdrawn')),
  ADD CONSTRAINT quota_proposal_source CHECK (source IN ('ASSIGNED', 'OWN_PLAN', 'TERM_RESOLUTION')),
  ADD CONSTRAINT quota_proposal_value CHECK (value >= 0);

-- One proposal of a unit waits at a time.
CREATE UNIQUE INDEX quota_proposal_open ON quota_proposal (unit_id, year, source) WHERE state = 'open';

GRANT SELECT, INSERT, UPDATE, DELETE ON quota_proposal TO pdv_definer;
CREATE TRIGGER quota_proposal_ord BEFORE INSERT OR UPDATE ON quota_proposal FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER quota_proposals_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of('quota_proposal');
CREATE TRIGGER quota_proposal_audit AFTER INSERT OR UPDATE OR DELETE ON quota_proposal FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE ON quota_proposal TO pdv_app;

ALTER TABLE quota_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE quota_proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON quota_proposal FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
DO $$
DECLARE
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  EXECUTE format('CREATE POLICY readable ON quota_proposal FOR SELECT TO pdv_app USING (%s)', readable);
  EXECUTE format('CREATE POLICY insertable ON quota_proposal FOR INSERT TO pdv_app WITH CHECK (%s)', writable);
  EXECUTE format('CREATE POLICY updatable ON quota_proposal FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', writable, writable);
END $$;
