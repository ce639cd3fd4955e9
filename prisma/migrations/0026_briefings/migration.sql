-- CreateTable
CREATE TABLE "briefing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "led_by" TEXT NOT NULL,
    "present" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "briefing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "difficulty" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "briefing_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "committee_id" INTEGER NOT NULL,
    "committee_name" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "settled_on" DATE,
    "settled_by_name" TEXT,
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "difficulty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "briefing_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "committee_id" INTEGER NOT NULL,
    "committee_name" TEXT NOT NULL,
    "doer" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "report" TEXT,
    "reported_on" DATE,
    "reported_by_name" TEXT,
    "outcome" TEXT,
    "closed_on" DATE,
    "closed_by_name" TEXT,
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "commitment_id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "outcome" TEXT NOT NULL,
    "due_on" DATE,
    "note" TEXT,
    "reviewed_on" DATE NOT NULL,
    "reviewed_by_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commitment_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caretaker" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "caretaker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "briefing_ord_day" ON "briefing"("unit_ord", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "briefing_unit_day" ON "briefing"("unit_id", "held_on");

-- CreateIndex
CREATE INDEX "difficulty_ord_day" ON "difficulty"("unit_ord", "raised_on");

-- CreateIndex
CREATE INDEX "difficulty_briefing" ON "difficulty"("briefing_id");

-- CreateIndex
CREATE INDEX "difficulty_unit" ON "difficulty"("unit_id");

-- CreateIndex
CREATE INDEX "difficulty_committee" ON "difficulty"("committee_id");

-- CreateIndex
CREATE INDEX "commitment_ord_due" ON "commitment"("unit_ord", "due_on");

-- CreateIndex
CREATE INDEX "commitment_briefing" ON "commitment"("briefing_id");

-- CreateIndex
CREATE INDEX "commitment_unit" ON "commitment"("unit_id");

-- CreateIndex
CREATE INDEX "commitment_committee" ON "commitment"("committee_id");

-- CreateIndex
CREATE INDEX "commitment_review_ord" ON "commitment_review"("unit_ord");

-- CreateIndex
CREATE INDEX "commitment_review_briefing" ON "commitment_review"("briefing_id");

-- CreateIndex
CREATE INDEX "commitment_review_unit" ON "commitment_review"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "commitment_review_once" ON "commitment_review"("commitment_id", "briefing_id");

-- CreateIndex
CREATE INDEX "caretaker_ord" ON "caretaker"("unit_ord");

-- CreateIndex
CREATE INDEX "caretaker_unit" ON "caretaker"("unit_id", "from_day");

-- AddForeignKey
ALTER TABLE "briefing" ADD CONSTRAINT "briefing_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difficulty" ADD CONSTRAINT "difficulty_briefing_id_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difficulty" ADD CONSTRAINT "difficulty_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "difficulty" ADD CONSTRAINT "difficulty_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_briefing_id_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_briefing_id_fkey" FOREIGN KEY ("briefing_id") REFERENCES "briefing"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "commitment_review" ADD CONSTRAINT "commitment_review_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "caretaker" ADD CONSTRAINT "caretaker_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE difficulty
  ADD CONSTRAINT difficulty_topic CHECK (topic IN ('noSource', 'awayForWork', 'papers', 'class', 'helpers', 'procedure', 'awareness', 'other')),
  ADD CONSTRAINT difficulty_settled CHECK (settled_on >= raised_on);
ALTER TABLE commitment
  ADD CONSTRAINT commitment_doer CHECK (doer IN ('unit', 'committee')),
  ADD CONSTRAINT commitment_outcome CHECK (outcome IN ('done', 'notDone')),
  ADD CONSTRAINT commitment_days CHECK (due_on >= agreed_on),
  ADD CONSTRAINT commitment_closed CHECK ((outcome IS NULL) = (closed_on IS NULL)),
  ADD CONSTRAINT commitment_report CHECK ((report IS NULL) = (reported_on IS NULL));
ALTER TABLE commitment_review
  ADD CONSTRAINT commitment_review_outcome CHECK (outcome IN ('done', 'notDone', 'carried')),
  ADD CONSTRAINT commitment_review_due CHECK ((outcome = 'carried') = (due_on IS NOT NULL));
ALTER TABLE caretaker ADD CONSTRAINT caretaker_days CHECK (until_day >= from_day);

-- One at a time looks after a cell.
CREATE UNIQUE INDEX caretaker_now ON caretaker (unit_id) WHERE until_day IS NULL;

-- A difficulty or a commitment carries the ordinal of the unit it concerns, so that this unit reads it as well
-- as the committee above it; the briefing itself is the committee's.
DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['briefing', 'difficulty', 'commitment', 'commitment_review', 'caretaker'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO pdv_definer', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO pdv_app', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord()', t || '_ord', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of(%L)', t || 's_renumbered', t);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t, writable);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', t, writable, writable);
  END LOOP;
END $$;
