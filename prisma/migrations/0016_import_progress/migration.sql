-- How far a file is that is being checked or written, told outside its transaction while it runs.

CREATE TABLE "import_progress" (
    "batch_id" UUID NOT NULL,
    "unit_ord" BIGINT NOT NULL,
    "account_id" UUID,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "doing" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failed_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("batch_id")
);

CREATE INDEX "import_progress_ord" ON "import_progress"("unit_ord");


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE import_progress
  ADD CONSTRAINT import_progress_doing CHECK (doing IN ('check', 'write')),
  ADD CONSTRAINT import_progress_stage CHECK (stage IN ('read', 'check', 'write')),
  ADD CONSTRAINT import_progress_counts CHECK (rows >= 0 AND done BETWEEN 0 AND total);

ALTER TABLE import_progress ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_progress FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_progress TO pdv_app, pdv_definer;
CREATE POLICY definer ON import_progress FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
CREATE POLICY readable ON import_progress FOR SELECT TO pdv_app USING (unit_ord >= current_setting('app.lo')::bigint
  AND unit_ord <= current_setting('app.hi')::bigint AND (SELECT sec.ctx_ok()));
-- Kept by whoever began it: its file may number the units anew while it runs.
CREATE POLICY kept ON import_progress FOR ALL TO pdv_app
  USING (account_id IS NOT DISTINCT FROM nullif(current_setting('app.account'), '')::uuid AND (SELECT sec.ctx_ok()))
  WITH CHECK (account_id IS NOT DISTINCT FROM nullif(current_setting('app.account'), '')::uuid AND (SELECT sec.ctx_ok()));

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- A session is marked as seen by one transaction at a time: the others of the same account, which a long
-- import would hold up until it ends, leave the mark to it.
CREATE OR REPLACE FUNCTION sec.begin_as(token text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  s sec.session; a public.account; h public.assignment; u record; th bytea := sha256(convert_to(token, 'UTF8'));
BEGIN
  SELECT * INTO s FROM sec.session WHERE token_hash = th AND expires_at > now()
    AND (kind = 'api' OR last_seen_at > now() - interval '30 minutes');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO a FROM public.account WHERE id = s.account_id AND locked_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO h FROM public.assignment WHERE id = s.assignment_id AND account_id = a.id AND ended_at IS NULL
    AND from_day <= sec.today() AND (until_day IS NULL OR until_day >= sec.today());
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF h.union_unit_id IS NULL THEN
    SELECT id, code, name, kind, lo, hi INTO u FROM public.unit WHERE id = h.unit_id;
  ELSE
    SELECT id, code, name, level AS kind, lo, hi INTO u FROM public.union_unit WHERE id = h.union_unit_id;
  END IF;
  PERFORM sec.set_context(a.id, h.id, a.name, h.role, u.lo, u.hi);
  IF s.last_seen_at < now() - interval '1 minute' THEN
    UPDATE sec.session SET last_seen_at = now() WHERE token_hash =
      (SELECT x.token_hash FROM sec.session x WHERE x.token_hash = th AND x.last_seen_at < now() - interval '1 minute' FOR UPDATE SKIP LOCKED);
  END IF;
  RETURN jsonb_build_object('accountId', a.id, 'login', a.login, 'name', a.name, 'mustChangePassword', a.must_change_password,
    'assignmentId', h.id, 'role', h.role, 'until', h.until_day, 'today', sec.today(),
    'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'lo', u.lo::text, 'hi', u.hi::text));
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
