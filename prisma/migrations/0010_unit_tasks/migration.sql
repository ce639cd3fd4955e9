-- CreateTable
CREATE TABLE "unit_task" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "list" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "years" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "note" TEXT,
    "given_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "given_by_name" TEXT NOT NULL,
    "giver_name" TEXT NOT NULL,
    "answer" TEXT,
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_task_ord_due" ON "unit_task"("unit_ord", "due_on");

-- CreateIndex
CREATE INDEX "unit_task_unit" ON "unit_task"("unit_id", "list");

-- AddForeignKey
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE unit_task
  ADD CONSTRAINT unit_task_list CHECK (list IN ('none', 'sourcesNotSent', 'certifiedNotReviewed', 'noSource')),
  ADD CONSTRAINT unit_task_days CHECK (due_on >= given_on),
  ADD CONSTRAINT unit_task_answer CHECK ((answer IS NULL) = (answered_on IS NULL));

-- A cell is asked for the same thing once at a time.
CREATE UNIQUE INDEX unit_task_open ON unit_task (unit_id, list) WHERE closed_on IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON unit_task TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- When units are numbered anew, the rows of the table named as argument follow.
CREATE FUNCTION sec.follow_ord_of() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_lo) INTO ids, los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, true AS was FROM old_rows UNION ALL SELECT id, lo, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  EXECUTE format('UPDATE public.%I r SET unit_ord = n.lo FROM unnest($1, $2) AS n (id, lo) WHERE r.unit_id = n.id', TG_ARGV[0])
    USING ids, los;
  RETURN NULL;
END $$;

RESET ROLE;

CREATE TRIGGER unit_task_ord BEFORE INSERT OR UPDATE ON unit_task FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER unit_tasks_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of('unit_task');
CREATE TRIGGER unit_task_audit AFTER INSERT OR UPDATE OR DELETE ON unit_task FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE ON unit_task TO pdv_app;

ALTER TABLE unit_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_task FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON unit_task FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
DO $$
DECLARE
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  EXECUTE format('CREATE POLICY readable ON unit_task FOR SELECT TO pdv_app USING (%s)', readable);
  EXECUTE format('CREATE POLICY insertable ON unit_task FOR INSERT TO pdv_app WITH CHECK (%s)', writable);
  EXECUTE format('CREATE POLICY updatable ON unit_task FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', writable, writable);
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.follow_ord_of() FROM PUBLIC;
