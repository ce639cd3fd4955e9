-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "matter" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes_number" TEXT,
    "convened" INTEGER,
    "present" INTEGER,
    "ballot" TEXT NOT NULL DEFAULT 'secret',
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_by_name" TEXT NOT NULL,
    "saved_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6),
    "recorded_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "candidate_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "taken_off" BOOLEAN NOT NULL DEFAULT false,
    "agreed" INTEGER,
    "disagreed" INTEGER,
    "other" INTEGER,
    "outcome" TEXT,
    "follow" TEXT NOT NULL DEFAULT 'nextMeeting',
    "note" TEXT,
    "document_number" TEXT,
    "saved_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_steps" UUID[],
    "recorded_version" INTEGER,

    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_ord_day" ON "meeting"("unit_ord", "held_on");

-- CreateIndex
CREATE INDEX "meeting_unit" ON "meeting"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_item_once" ON "meeting_item"("meeting_id", "candidate_id");

-- CreateIndex
CREATE INDEX "meeting_item_candidate" ON "meeting_item"("candidate_id");

-- CreateIndex
CREATE INDEX "meeting_item_ord" ON "meeting_item"("unit_ord");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE meeting
  ADD CONSTRAINT meeting_matter CHECK (matter IN ('cellVoted', 'baseVoted', 'decided', 'recognitionVoted', 'recognitionBaseVoted')),
  ADD CONSTRAINT meeting_ballot CHECK (ballot IN ('secret', 'card')),
  ADD CONSTRAINT meeting_state CHECK (state IN ('open', 'recorded', 'dropped')),
  ADD CONSTRAINT meeting_counts CHECK (convened >= 0 AND present >= 0),
  ADD CONSTRAINT meeting_recorded CHECK ((state = 'recorded') = (recorded_at IS NOT NULL));
ALTER TABLE meeting_item
  ADD CONSTRAINT meeting_item_counts CHECK (agreed >= 0 AND disagreed >= 0 AND other >= 0),
  ADD CONSTRAINT meeting_item_outcome CHECK (outcome IN ('asksSuperior', 'heldBack')),
  ADD CONSTRAINT meeting_item_follow CHECK (follow IN ('nextMeeting', 'returned'));

-- Both tables are new since the first grant.
GRANT SELECT, INSERT, UPDATE, DELETE ON meeting, meeting_item TO pdv_definer;

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

CREATE FUNCTION sec.set_meeting_item_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.unit_ord := coalesce((SELECT unit_ord FROM public.meeting WHERE id = NEW.meeting_id), 0);
  RETURN NEW;
END $$;

-- When units are numbered anew, their meetings follow.
CREATE FUNCTION sec.follow_meeting_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_lo) INTO ids, los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, true AS was FROM old_rows UNION ALL SELECT id, lo, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.meeting m SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE m.unit_id = n.id;
  UPDATE public.meeting_item i SET unit_ord = m.unit_ord FROM public.meeting m WHERE m.id = i.meeting_id AND m.unit_id = ANY (ids);
  RETURN NULL;
END $$;

RESET ROLE;

CREATE TRIGGER meeting_ord BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER meeting_item_ord BEFORE INSERT OR UPDATE ON meeting_item FOR EACH ROW EXECUTE FUNCTION sec.set_meeting_item_ord();
CREATE TRIGGER meetings_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_meeting_ord();

GRANT SELECT, INSERT, UPDATE, DELETE ON meeting, meeting_item TO pdv_app;

DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting', 'meeting_item'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t, writable);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', t, writable, writable);
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (%s)', t, writable);
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.set_meeting_item_ord(), sec.follow_meeting_ord() FROM PUBLIC;
