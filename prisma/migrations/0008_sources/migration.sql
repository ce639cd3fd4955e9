-- The Youth Union's own tree and register, and whom the organisations introduce to the cells.

CREATE TABLE "union_unit" (
    "id" SERIAL NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "code_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_fold" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "bloc" TEXT,
    "unit_id" INTEGER,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "parent_id" INTEGER,
    "lo" BIGINT NOT NULL,
    "hi" BIGINT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "union_unit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "union_placement" (
    "id" SERIAL NOT NULL,
    "union_unit_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "bloc" TEXT,
    "unit_id" INTEGER,
    "from_day" DATE,
    "until_day" DATE,
    "import_batch_id" UUID,

    CONSTRAINT "union_placement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "union_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "union_unit_id" INTEGER NOT NULL,
    "union_ord" BIGINT NOT NULL DEFAULT 0,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "name_fold" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_year" INTEGER NOT NULL,
    "sex" TEXT NOT NULL,
    "citizen_cipher" TEXT,
    "citizen_hash" TEXT,
    "citizen_last4" TEXT,
    "joined_on" DATE,
    "arrived_on" DATE,
    "left_on" DATE,
    "party_member" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "union_member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "union_rating" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "union_ord" BIGINT NOT NULL DEFAULT 0,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "year" INTEGER NOT NULL,
    "rating" TEXT,
    "training" INTEGER,
    "outstanding" BOOLEAN NOT NULL DEFAULT false,
    "voted_on" DATE,
    "present" INTEGER,
    "agreed" INTEGER,
    "ballot" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "union_rating_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "referral" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "by" TEXT NOT NULL,
    "union_unit_id" INTEGER,
    "union_ord" BIGINT NOT NULL DEFAULT 0,
    "organisation" TEXT,
    "member_id" UUID,
    "bloc" TEXT,
    "name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "name_fold" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_year" INTEGER NOT NULL,
    "sex" TEXT NOT NULL,
    "citizen_hash" TEXT,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "on_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "resolution" TEXT,
    "candidate_id" UUID,
    "taken_up_on" DATE,
    "returned_on" DATE,
    "returned_reason" TEXT,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "assignment" ADD COLUMN "union_unit_id" INTEGER;

CREATE UNIQUE INDEX "union_unit_code_key" ON "union_unit"("code_key");
CREATE INDEX "union_unit_lo" ON "union_unit"("lo");
CREATE INDEX "union_unit_parent" ON "union_unit"("parent_id");
CREATE INDEX "union_unit_unit" ON "union_unit"("unit_id");
CREATE INDEX "union_placement_unit" ON "union_placement"("union_unit_id");
CREATE INDEX "union_placement_parent" ON "union_placement"("parent_id");
CREATE INDEX "union_member_union_ord_name" ON "union_member"("union_ord", "given_name", "name", "id");
CREATE INDEX "union_member_unit_ord_name" ON "union_member"("unit_ord", "given_name", "name", "id");
CREATE INDEX "union_member_unit" ON "union_member"("union_unit_id");
CREATE INDEX "union_member_person" ON "union_member"("person_id");
CREATE INDEX "union_member_citizen" ON "union_member"("citizen_hash");
CREATE UNIQUE INDEX "union_rating_member_year" ON "union_rating"("member_id", "year");
CREATE INDEX "union_rating_union_ord_year" ON "union_rating"("union_ord", "year");
CREATE INDEX "union_rating_unit_ord_year" ON "union_rating"("unit_ord", "year");
CREATE INDEX "referral_unit_ord_day" ON "referral"("unit_ord", "on_day");
CREATE INDEX "referral_union_ord_day" ON "referral"("union_ord", "on_day");
CREATE INDEX "referral_member" ON "referral"("member_id");
CREATE INDEX "referral_candidate" ON "referral"("candidate_id");
CREATE INDEX "referral_unit" ON "referral"("unit_id");

ALTER TABLE "union_unit" ADD CONSTRAINT "union_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_unit" ADD CONSTRAINT "union_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_placement" ADD CONSTRAINT "union_placement_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_placement" ADD CONSTRAINT "union_placement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_placement" ADD CONSTRAINT "union_placement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_member" ADD CONSTRAINT "union_member_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "union_member" ADD CONSTRAINT "union_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE RESTRICT;
ALTER TABLE "union_rating" ADD CONSTRAINT "union_rating_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "union_member"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "referral" ADD CONSTRAINT "referral_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "referral" ADD CONSTRAINT "referral_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "union_member"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "referral" ADD CONSTRAINT "referral_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "referral" ADD CONSTRAINT "referral_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE RESTRICT;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "union_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE union_unit
  ADD CONSTRAINT union_unit_code_form CHECK (code ~ '^[A-Za-z0-9.-]{1,40}$' AND code_key = upper(code)),
  ADD CONSTRAINT union_unit_level CHECK (level IN ('PROVINCE', 'DISTRICT', 'DIRECT', 'BASE', 'CHAPTER')),
  ADD CONSTRAINT union_unit_bloc CHECK (bloc IN ('RESIDENTIAL', 'SCHOOL', 'EMPLOYEE', 'ARMED_FORCES')),
  ADD CONSTRAINT union_unit_interval CHECK (lo <= hi),
  ALTER COLUMN name TYPE text COLLATE "vi-x-icu";
ALTER TABLE union_placement
  ADD CONSTRAINT union_placement_level CHECK (level IN ('PROVINCE', 'DISTRICT', 'DIRECT', 'BASE', 'CHAPTER')),
  ADD CONSTRAINT union_placement_bloc CHECK (bloc IN ('RESIDENTIAL', 'SCHOOL', 'EMPLOYEE', 'ARMED_FORCES')),
  ADD CONSTRAINT union_placement_days CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day);
ALTER TABLE union_member
  ADD CONSTRAINT union_member_sex CHECK (sex IN ('male', 'female')),
  ADD CONSTRAINT union_member_birth CHECK (birth_date IS NULL OR extract(year FROM birth_date) = birth_year),
  ALTER COLUMN name TYPE text COLLATE "vi-x-icu",
  ALTER COLUMN given_name TYPE text COLLATE "vi-x-icu";
ALTER TABLE union_rating
  ADD CONSTRAINT union_rating_rating CHECK (rating IN ('EXCELLENT', 'GOOD', 'COMPLETED', 'FAILED')),
  ADD CONSTRAINT union_rating_training CHECK (training BETWEEN 0 AND 100),
  ADD CONSTRAINT union_rating_outstanding CHECK (NOT outstanding OR rating = 'EXCELLENT'),
  ADD CONSTRAINT union_rating_vote CHECK (agreed IS NULL OR agreed <= present),
  ADD CONSTRAINT union_rating_ballot CHECK (ballot IN ('secret', 'show'));
ALTER TABLE referral
  ADD CONSTRAINT referral_by CHECK ("by" IN ('UNION', 'TRADE_UNION', 'WOMEN', 'FARMERS', 'VETERANS', 'CELL')),
  ADD CONSTRAINT referral_returned CHECK ((returned_on IS NULL) = (returned_reason IS NULL)),
  ADD CONSTRAINT referral_answered CHECK (candidate_id IS NULL OR returned_on IS NULL),
  ADD CONSTRAINT referral_days CHECK (until_day > on_day),
  ALTER COLUMN name TYPE text COLLATE "vi-x-icu",
  ALTER COLUMN given_name TYPE text COLLATE "vi-x-icu";
ALTER TABLE assignment ADD CONSTRAINT assignment_union CHECK (union_unit_id IS NULL OR role = 'unionOfficer');

GRANT SELECT, INSERT, UPDATE, DELETE ON union_unit, union_placement, union_member, union_rating, referral TO pdv_definer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pdv_app, pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Ordinals of the second tree: they begin above every one of the party's, so one range serves a hat of either.

CREATE FUNCTION sec.union_floor() RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT 4611686018427387904 $$;

CREATE FUNCTION sec.set_member_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7392);
  SELECT lo, unit_ord INTO NEW.union_ord, NEW.unit_ord FROM public.union_unit WHERE id = NEW.union_unit_id;
  RETURN NEW;
END $$;
CREATE FUNCTION sec.set_rating_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT union_ord, unit_ord INTO NEW.union_ord, NEW.unit_ord FROM public.union_member WHERE id = NEW.member_id;
  RETURN NEW;
END $$;
CREATE FUNCTION sec.set_referral_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7392);
  NEW.unit_ord := coalesce((SELECT lo FROM public.unit WHERE id = NEW.unit_id), 0);
  NEW.union_ord := coalesce((SELECT lo FROM public.union_unit WHERE id = NEW.union_unit_id), 0);
  -- Whoever could join a referral to any candidacy could read its stage: the cell's side alone joins (or a
  -- trigger does), and only to a candidacy of that cell.
  IF NEW.candidate_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.candidate_id IS DISTINCT FROM OLD.candidate_id) AND NOT (
    (pg_trigger_depth() > 1 OR NEW.unit_ord BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint)
    AND EXISTS (SELECT FROM public.candidate c WHERE c.id = NEW.candidate_id AND c.unit_id = NEW.unit_id)) THEN
    RAISE EXCEPTION 'a referral is joined by its cell, to a candidacy of the cell' USING errcode = '42501';
  END IF;
  RETURN NEW;
END $$;

-- When units of the party are numbered anew, what stands beside them follows.
CREATE FUNCTION sec.follow_beside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_lo) INTO ids, los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, true AS was FROM old_rows UNION ALL SELECT id, lo, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.union_unit r SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE r.unit_id = n.id;
  UPDATE public.referral r SET unit_ord = n.lo FROM unnest(ids, los) AS n (id, lo) WHERE r.unit_id = n.id;
  RETURN NULL;
END $$;

-- What an organisation of the Union holds follows its place in either tree.
CREATE FUNCTION sec.follow_union_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[]; old_los bigint[]; new_los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(CASE WHEN old_lo <> new_lo AND old_lo < old_hi THEN old_lo ELSE -1 END), array_agg(new_lo) INTO ids, old_los, new_los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(hi) FILTER (WHERE was) AS old_hi, max(lo) FILTER (WHERE NOT was) AS new_lo,
          max(unit_ord) FILTER (WHERE was) AS old_ord, max(unit_ord) FILTER (WHERE NOT was) AS new_ord
        FROM (SELECT id, lo, hi, unit_ord, true AS was FROM old_rows UNION ALL SELECT id, lo, hi, unit_ord, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo OR old_ord <> new_ord;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.union_member SET union_ord = 0 WHERE union_unit_id = ANY (ids);
  UPDATE public.referral SET union_ord = 0 WHERE union_unit_id = ANY (ids);
  UPDATE public.import_batch r SET unit_ord = n.lo FROM unnest(old_los, new_los) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo;
  UPDATE public.import_file r SET unit_ord = n.lo FROM unnest(old_los, new_los) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo;
  UPDATE public.import_change r SET unit_ord = n.lo FROM unnest(old_los, new_los) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.follow_member_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(id) INTO ids
  FROM (SELECT id FROM (SELECT id, union_ord, unit_ord FROM old_rows UNION SELECT id, union_ord, unit_ord FROM new_rows) x GROUP BY id HAVING count(*) > 1) y;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.union_rating SET union_ord = 0 WHERE member_id = ANY (ids);
  RETURN NULL;
END $$;

-- Whom a file brings by the ten thousand is written to the log by statement: the same lines, at once.
CREATE FUNCTION sec.write_audit_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
  SELECT nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.assignment', true), '')::uuid,
    coalesce(nullif(current_setting('app.actor', true), ''), session_user), coalesce(nullif(current_setting('app.action', true), ''), '-'),
    'INSERT', TG_TABLE_NAME, n.id::text, n.unit_ord,
    (SELECT jsonb_object_agg(key, jsonb_build_array(NULL, value))
     FROM jsonb_each(to_jsonb(n) - 'unit_ord' - 'union_ord') WHERE value <> 'null'::jsonb)::text
  FROM new_rows n;
  RETURN NULL;
END $$;

-- The Union's tree of a day from its placements: each root has a block of its own, its units in code order
-- inside it, 2^20 apart.
CREATE FUNCTION sec.rebuild_union_tree(p_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '60s' AS $$
DECLARE gap CONSTANT bigint := 1048576; block CONSTANT bigint := 17592186044416; reached bigint; r record;
BEGIN
  PERFORM sec.ctx_ok(), pg_advisory_xact_lock(7392);

  WITH RECURSIVE placed AS (
    SELECT DISTINCT ON (union_unit_id) p.* FROM public.union_placement p
    ORDER BY union_unit_id, coalesce(from_day, '-infinity') <= p_day DESC,
      CASE WHEN coalesce(from_day, '-infinity') <= p_day THEN coalesce(from_day, '-infinity') END DESC, from_day
  ), walk AS (
    SELECT p.union_unit_id AS id, p.parent_id, p.name, p.level, p.bloc, p.unit_id, coalesce(p.until_day < p_day, false) AS closed
    FROM placed p WHERE p.parent_id IS NULL
    UNION ALL
    SELECT p.union_unit_id, p.parent_id, p.name, p.level, coalesce(p.bloc, w.bloc), coalesce(p.unit_id, w.unit_id),
      w.closed OR coalesce(p.until_day < p_day, false)
    FROM walk w JOIN placed p ON p.parent_id = w.id
  )
  UPDATE public.union_unit u SET name = w.name, name_fold = sec.fold(w.name), level = w.level, bloc = w.bloc, unit_id = w.unit_id,
    parent_id = w.parent_id, closed = w.closed, version = u.version + 1
  FROM walk w WHERE u.id = w.id AND (u.name COLLATE "C", u.level, u.bloc, u.unit_id, u.parent_id, u.closed)
    IS DISTINCT FROM (w.name COLLATE "C", w.level, w.bloc, w.unit_id, w.parent_id, w.closed);

  WITH RECURSIVE walk AS (
    SELECT id FROM public.union_unit WHERE parent_id IS NULL
    UNION ALL SELECT u.id FROM walk w JOIN public.union_unit u ON u.parent_id = w.id
  ) SELECT count(*) INTO reached FROM walk;
  IF reached < (SELECT count(*) FROM public.union_unit) THEN
    RAISE EXCEPTION 'an organisation would stand beneath itself' USING errcode = '23514', constraint = 'union_unit_no_cycle';
  END IF;

  FOR r IN SELECT id, lo, hi FROM public.union_unit WHERE parent_id IS NULL ORDER BY code_key COLLATE "C" LOOP
    WITH RECURSIVE start AS (
      SELECT CASE WHEN r.hi - r.lo = block - 1 THEN r.lo
        ELSE (SELECT coalesce(max(hi) + 1, sec.union_floor()) FROM public.union_unit WHERE parent_id IS NULL AND hi - lo = block - 1) END AS lo
    ), walk AS (
      SELECT r.id AS id, ''::text COLLATE "C" AS path, ARRAY[r.id] AS line
      UNION ALL
      SELECT u.id, w.path || chr(1) || u.code_key, w.line || u.id FROM walk w JOIN public.union_unit u ON u.parent_id = w.id
    ), ranked AS (
      SELECT id, row_number() OVER (ORDER BY path) - 1 AS rank FROM walk
    ), sized AS (
      SELECT a.id, count(*) AS size FROM walk, unnest(line) AS a (id) GROUP BY a.id
    ), numbered AS (
      SELECT ranked.id, start.lo + rank * gap AS lo, CASE WHEN rank = 0 THEN start.lo + block - 1 ELSE start.lo + (rank + size) * gap - 1 END AS hi
      FROM ranked JOIN sized USING (id), start
    )
    UPDATE public.union_unit u SET lo = n.lo, hi = n.hi FROM numbered n WHERE u.id = n.id AND (u.lo <> n.lo OR u.hi <> n.hi);
  END LOOP;
  PERFORM sec.refresh_context();
END $$;

-- Placements that began or ended since take effect, once a day.
CREATE FUNCTION sec.follow_union_today() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  IF EXISTS (SELECT FROM public.union_placement WHERE from_day > sec.today() - 60 AND from_day <= sec.today())
    OR EXISTS (SELECT FROM public.union_placement WHERE until_day >= sec.today() - 60 AND until_day < sec.today()) THEN
    PERFORM sec.rebuild_union_tree(sec.today());
  END IF;
END $$;

-- A hat stands in the party's tree or in the Union's ----------------------------------------------

CREATE OR REPLACE FUNCTION sec.set_context(account uuid, assignment uuid, actor text, role text, lo bigint, hi bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  reads boolean := role IN ('cellSecretary', 'baseOfficer', 'upperOfficer', 'provinceOfficer', 'viewer', 'operator')
    OR (role = 'unionOfficer' AND lo >= sec.union_floor());
  writes boolean := reads AND role <> 'viewer';
  administers boolean := role IN ('accountAdmin', 'operator');
  audits boolean := role IN ('auditor', 'operator');
BEGIN
  PERFORM set_config('app.account', coalesce(account::text, ''), true), set_config('app.assignment', coalesce(assignment::text, ''), true),
    set_config('app.actor', actor, true), set_config('app.role', role, true),
    set_config('app.lo', (CASE WHEN reads THEN lo ELSE 1 END)::text, true), set_config('app.hi', (CASE WHEN reads THEN hi ELSE 0 END)::text, true),
    set_config('app.wlo', (CASE WHEN writes THEN lo ELSE 1 END)::text, true), set_config('app.whi', (CASE WHEN writes THEN hi ELSE 0 END)::text, true),
    set_config('app.alo', (CASE WHEN administers THEN lo ELSE 1 END)::text, true), set_config('app.ahi', (CASE WHEN administers THEN hi ELSE 0 END)::text, true),
    set_config('app.ulo', (CASE WHEN audits THEN lo ELSE 1 END)::text, true), set_config('app.uhi', (CASE WHEN audits THEN hi ELSE 0 END)::text, true);
  PERFORM set_config('app.signature', sec.signature(), true);
END $$;

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
    UPDATE sec.session SET last_seen_at = now() WHERE token_hash = th AND last_seen_at < now() - interval '1 minute';
  END IF;
  RETURN jsonb_build_object('accountId', a.id, 'login', a.login, 'name', a.name, 'mustChangePassword', a.must_change_password,
    'assignmentId', h.id, 'role', h.role, 'until', h.until_day, 'today', sec.today(),
    'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'lo', u.lo::text, 'hi', u.hi::text));
END $$;

CREATE OR REPLACE FUNCTION sec.refresh_context() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE l bigint; r bigint;
BEGIN
  IF current_setting('app.assignment', true) = '' THEN RETURN; END IF;
  SELECT coalesce(y.lo, x.lo), coalesce(y.hi, x.hi) INTO l, r
  FROM public.assignment h JOIN public.unit x ON x.id = h.unit_id LEFT JOIN public.union_unit y ON y.id = h.union_unit_id
  WHERE h.id = current_setting('app.assignment')::uuid;
  PERFORM sec.set_context(nullif(current_setting('app.account'), '')::uuid, current_setting('app.assignment')::uuid,
    current_setting('app.actor'), current_setting('app.role'), l, r);
END $$;

CREATE OR REPLACE FUNCTION sec.own_hats() RETURNS TABLE (assignment_id uuid, role text, unit_name text, until_day date, delegated boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT h.id, h.role, coalesce(y.name, u.name)::text, h.until_day, h.delegated_by IS NOT NULL
  FROM public.assignment h JOIN public.unit u ON u.id = h.unit_id LEFT JOIN public.union_unit y ON y.id = h.union_unit_id
  WHERE h.account_id = nullif(current_setting('app.account'), '')::uuid AND h.ended_at IS NULL
    AND h.from_day <= sec.today() AND (h.until_day IS NULL OR h.until_day >= sec.today())
  ORDER BY h.delegated_by NULLS FIRST, h.from_day, h.id;
END $$;

-- Nothing of the Union may hang on a unit that is taken back either.
ALTER FUNCTION sec.unit_is_empty(int) RENAME TO unit_is_empty_of_party;
CREATE FUNCTION sec.unit_is_empty(p_unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.unit_is_empty_of_party(p_unit)
    AND NOT EXISTS (SELECT FROM public.union_placement WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.referral WHERE unit_id = p_unit)
$$;

-- Referrals and candidacies -----------------------------------------------------------------------

-- A candidacy of the same person in the cell, by the same source, is what became of the referral, whichever
-- of the two was recorded first. Null: of all cells.
CREATE FUNCTION sec.join_referrals(p_units int[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.referral r SET candidate_id = m.candidate_id, taken_up_on = m.on_day, version = r.version + 1
  FROM (SELECT DISTINCT ON (r.id) r.id, c.id AS candidate_id, greatest(r.on_day, c.introduced_on) AS on_day
        FROM public.referral r JOIN public.candidate c ON c.unit_id = r.unit_id AND c.source = r.by
        JOIN public.person p ON p.id = c.person_id AND (p.citizen_hash = r.citizen_hash OR (p.name_fold = r.name_fold
          AND p.birth_year = r.birth_year AND coalesce(p.birth_date = r.birth_date, true)))
        WHERE r.unit_id = ANY (p_units) AND r.candidate_id IS NULL AND r.returned_on IS NULL
        ORDER BY r.id, c.created_at DESC) m
  WHERE r.id = m.id;
  UPDATE public.union_member u SET person_id = c.person_id
  FROM public.referral r JOIN public.candidate c ON c.id = r.candidate_id
  WHERE r.unit_id = ANY (p_units) AND u.id = r.member_id AND u.person_id IS NULL;
$$;
CREATE FUNCTION sec.join_new_referrals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.join_referrals(ARRAY(SELECT DISTINCT n.unit_id FROM new_rows n
    WHERE EXISTS (SELECT FROM public.referral r WHERE r.unit_id = n.unit_id)));
  RETURN NULL;
END $$;

-- All that whoever introduced somebody sees of the candidacy: the stages reached, with their days.
CREATE FUNCTION sec.referral_progress(p_ids uuid[]) RETURNS TABLE (referral_id uuid, stage text, on_day date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE lo bigint := current_setting('app.lo')::bigint; hi bigint := current_setting('app.hi')::bigint;
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY
  SELECT r.id, v.stage, v.on_day
  FROM public.referral r JOIN public.candidate c ON c.id = r.candidate_id, LATERAL (VALUES
    ('introduced', c.introduced_on), ('sympathiser', c.sympathiser_on), ('certified', c.certified_on), ('applied', c.applied_on),
    ('cellResolved', c.cell_resolved_on), ('decided', c.decided_on), ('admitted', c.admitted_on), ('recognised', c.recognised_on),
    ('revoked', c.revoked_on), ('closed', c.closed_on)) v (stage, on_day)
  WHERE v.on_day IS NOT NULL AND (p_ids IS NULL OR r.id = ANY (p_ids))
    AND (r.union_ord BETWEEN lo AND hi OR r.unit_ord BETWEEN lo AND hi);
END $$;

-- From which bloc a candidate was introduced: no policy of the referral's own stands in the way of its index.
CREATE FUNCTION sec.bloc_of_candidate(p_candidate uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT bloc FROM public.referral WHERE candidate_id = p_candidate ORDER BY on_day DESC LIMIT 1
$$;

RESET ROLE;

CREATE TRIGGER union_unit_ord BEFORE INSERT OR UPDATE ON union_unit FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER union_member_ord BEFORE INSERT OR UPDATE ON union_member FOR EACH ROW EXECUTE FUNCTION sec.set_member_ord();
CREATE TRIGGER union_rating_ord BEFORE INSERT OR UPDATE ON union_rating FOR EACH ROW EXECUTE FUNCTION sec.set_rating_ord();
CREATE TRIGGER referral_ord BEFORE INSERT OR UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION sec.set_referral_ord();
CREATE TRIGGER unit_renumbered_beside AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_beside();
CREATE TRIGGER union_unit_renumbered AFTER UPDATE ON union_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_union_ord();
CREATE TRIGGER union_member_renumbered AFTER UPDATE ON union_member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_member_ord();
CREATE TRIGGER candidate_joins_referral AFTER INSERT ON candidate REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.join_new_referrals();
CREATE TRIGGER referral_joins_candidate AFTER INSERT ON referral REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.join_new_referrals();

DO $$
DECLARE
  t text;
  readable text := '%1$s >= current_setting(''app.lo'')::bigint AND %1$s <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := '%1$s >= current_setting(''app.wlo'')::bigint AND %1$s <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['union_unit', 'union_placement', 'union_member', 'union_rating', 'referral'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    IF t IN ('union_member', 'union_rating', 'referral') THEN
      EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sec.write_audit_rows()', t || '_entered', t);
      EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    ELSE
      EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    END IF;
  END LOOP;

  -- The Union's register is written in the Union's range alone; the party side reads what stands beside it.
  FOREACH t IN ARRAY ARRAY['union_member', 'union_rating'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (' || format(readable, 'union_ord') || ')', t);
    EXECUTE format('CREATE POLICY beside ON %I FOR SELECT TO pdv_app USING (' || format(readable, 'unit_ord') || ')', t);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (' || format(writable, 'union_ord') || ')', t);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (' || format(writable, 'union_ord') || ') WITH CHECK (' || format(writable, 'union_ord') || ')', t);
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (' || format(writable, 'union_ord') || ')', t);
  END LOOP;

  -- A referral belongs to both: whoever sends it, and the cell with the committees above it.
  EXECUTE 'CREATE POLICY sent ON referral FOR ALL TO pdv_app USING (' || format(writable, 'union_ord') || ') WITH CHECK (' || format(writable, 'union_ord') || ')';
  EXECUTE 'CREATE POLICY received ON referral FOR SELECT TO pdv_app USING (' || format(readable, 'unit_ord') || ')';
  EXECUTE 'CREATE POLICY entered ON referral FOR INSERT TO pdv_app WITH CHECK (' || format(writable, 'unit_ord') || ')';
  EXECUTE 'CREATE POLICY answered ON referral FOR UPDATE TO pdv_app USING (' || format(writable, 'unit_ord') || ') WITH CHECK (' || format(writable, 'unit_ord') || ')';
  EXECUTE 'CREATE POLICY undone ON referral FOR DELETE TO pdv_app USING (' || format(writable, 'unit_ord') || ')';

  EXECUTE 'CREATE POLICY readable ON union_unit FOR SELECT TO pdv_app USING ((SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY insertable ON union_unit FOR INSERT TO pdv_app WITH CHECK (' || format(writable, 'lo') || ')';
  EXECUTE 'CREATE POLICY updatable ON union_unit FOR UPDATE TO pdv_app USING (' || format(writable, 'lo') || ')';
  EXECUTE 'CREATE POLICY deletable ON union_unit FOR DELETE TO pdv_app USING (' || format(writable, 'lo') || ')';
  EXECUTE 'CREATE POLICY readable ON union_placement FOR SELECT TO pdv_app USING ((SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY insertable ON union_placement FOR INSERT TO pdv_app WITH CHECK (EXISTS (SELECT FROM union_unit u WHERE u.id = union_unit_id AND ' || format(writable, 'u.lo') || '))';
  EXECUTE 'CREATE POLICY updatable ON union_placement FOR UPDATE TO pdv_app USING (EXISTS (SELECT FROM union_unit u WHERE u.id = union_unit_id AND ' || format(writable, 'u.lo') || '))';
  EXECUTE 'CREATE POLICY deletable ON union_placement FOR DELETE TO pdv_app USING (EXISTS (SELECT FROM union_unit u WHERE u.id = union_unit_id AND ' || format(writable, 'u.lo') || '))';
END $$;

-- People, dossiers and steps come by the ten thousand too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'candidate', 'step'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', t || '_audit', t);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sec.write_audit_rows()', t || '_entered', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
  END LOOP;
END $$;

-- A hat of the Union is administered with the party unit beside its organisation.
CREATE TRIGGER assignment_union_changed AFTER UPDATE OF union_unit_id ON assignment FOR EACH ROW
  EXECUTE FUNCTION sec.end_sessions_of_changed();

GRANT SELECT, INSERT, UPDATE, DELETE ON union_unit, union_placement, union_member, union_rating, referral TO pdv_app;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.set_member_ord(), sec.set_rating_ord(), sec.set_referral_ord(), sec.follow_beside(), sec.follow_union_ord(),
  sec.follow_member_ord(), sec.write_audit_rows(), sec.rebuild_union_tree(date), sec.follow_union_today(), sec.unit_is_empty(int),
  sec.join_referrals(int[]), sec.join_new_referrals(), sec.referral_progress(uuid[]), sec.bloc_of_candidate(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.rebuild_union_tree(date), sec.follow_union_today(), sec.unit_is_empty(int), sec.referral_progress(uuid[]), sec.bloc_of_candidate(uuid) TO pdv_app;
