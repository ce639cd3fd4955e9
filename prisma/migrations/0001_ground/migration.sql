-- Roles of the cluster. None can log in: the application's login is granted pdv_app and pdv_signin, the
-- owner's commands SET ROLE pdv_operator, and pdv_definer owns the functions of the schema sec.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['pdv_app', 'pdv_signin', 'pdv_operator', 'pdv_definer'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
    -- Its creator may grant a role but, from PostgreSQL 16 on, not yet SET it.
    EXECUTE format('GRANT %I TO CURRENT_USER', r);
  END LOOP;
  IF NOT pg_has_role('pdv_operator', 'pdv_app', 'MEMBER') THEN
    GRANT pdv_app TO pdv_operator;
  END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$ BEGIN EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pdv_app, pdv_definer;


-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "login" TEXT NOT NULL,
    "login_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "unit_id" INTEGER,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "locked_at" TIMESTAMPTZ(6),
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "delegated_by" UUID,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "account_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "account_id" UUID,
    "assignment_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "change" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_txid" BIGINT NOT NULL,
    "to_txid" BIGINT NOT NULL,
    "events" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "unit_ord" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'checked',
    "summary" JSONB NOT NULL DEFAULT '{}',
    "account_id" UUID,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "batch_id" UUID NOT NULL,
    "unit_ord" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("batch_id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "batch_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "unit_ord" BIGINT NOT NULL,
    "before" JSONB,
    "version_after" INTEGER NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("batch_id","table_name","row_id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" SERIAL NOT NULL,
    "code" VARCHAR(40) NOT NULL,
    "code_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_fold" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT,
    "may_decide_admission" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" INTEGER,
    "lo" BIGINT NOT NULL,
    "hi" BIGINT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "first_day" DATE,
    "last_day" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_placement" (
    "id" SERIAL NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT,
    "may_decide_admission" BOOLEAN NOT NULL DEFAULT false,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "from_day" DATE,
    "until_day" DATE,
    "import_batch_id" UUID,

    CONSTRAINT "unit_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "from_unit_id" INTEGER NOT NULL,
    "to_unit_id" INTEGER NOT NULL,
    "on_day" DATE NOT NULL,
    "document_number" TEXT,
    "document_day" DATE,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("from_unit_id","to_unit_id","on_day")
);

-- CreateTable
CREATE TABLE "headcount" (
    "id" SERIAL NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "on_day" DATE NOT NULL,
    "total" INTEGER NOT NULL,
    "women" INTEGER,
    "ethnic_minority" INTEGER,
    "religious" INTEGER,
    "union_members" INTEGER,
    "probationary" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "headcount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_option" (
    "unit_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "unit_option_pkey" PRIMARY KEY ("unit_id","key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "name_fold" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_year" INTEGER NOT NULL,
    "sex" TEXT,
    "ethnicity" TEXT,
    "religion" TEXT,
    "citizen_cipher" TEXT,
    "citizen_hash" TEXT,
    "citizen_last4" TEXT,
    "occupation" TEXT,
    "education" TEXT,
    "profession" TEXT,
    "political_theory" TEXT,
    "academic_title" TEXT,
    "union_member" BOOLEAN,
    "private_owner" BOOLEAN,
    "foreign_spouse" BOOLEAN,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_batch_id" UUID,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL DEFAULT 'CELL',
    "readmission" BOOLEAN NOT NULL DEFAULT false,
    "stage" TEXT NOT NULL,
    "introduced_on" DATE,
    "sympathiser_on" DATE,
    "certified_on" DATE,
    "certificate_number" TEXT,
    "applied_on" DATE,
    "cv_declared_on" DATE,
    "verified_on" DATE,
    "opinions_on" DATE,
    "cell_resolved_on" DATE,
    "base_resolved_on" DATE,
    "submitted_on" DATE,
    "decided_on" DATE,
    "decision_number" TEXT,
    "decision_received_on" DATE,
    "admitted_on" DATE,
    "revoked_on" DATE,
    "new_member_certified_on" DATE,
    "recognition_voted_on" DATE,
    "recognised_on" DATE,
    "returned_to" TEXT,
    "returned_on" DATE,
    "closed_on" DATE,
    "closed_reason" TEXT,
    "next_step" TEXT,
    "due_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_batch_id" UUID,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "candidate_id" UUID NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "document_number" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "rulebook" TEXT NOT NULL,
    "recorded_by" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_name" TEXT,
    "import_batch_id" UUID,

    CONSTRAINT "step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "source" TEXT NOT NULL,
    "indicator" TEXT NOT NULL DEFAULT 'ADMISSION',
    "group_code" TEXT NOT NULL DEFAULT 'ALL',
    "kind" TEXT NOT NULL DEFAULT 'NUMBER',
    "value" DECIMAL(12,4) NOT NULL,
    "value_to" DECIMAL(12,4),
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "members_day" DATE,
    "due_on" DATE,
    "document_number" TEXT,
    "document_day" DATE,
    "note" TEXT,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "import_batch_id" UUID,

    CONSTRAINT "quota_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login_key");

-- CreateIndex
CREATE INDEX "account_ord" ON "account"("unit_ord");

-- CreateIndex
CREATE INDEX "assignment_account" ON "assignment"("account_id");

-- CreateIndex
CREATE INDEX "assignment_ord" ON "assignment"("unit_ord");

-- CreateIndex
CREATE INDEX "request_at" ON "request"("at");

-- CreateIndex
CREATE INDEX "audit_event_order" ON "audit_event"("txid", "id");

-- CreateIndex
CREATE INDEX "audit_event_ord_at" ON "audit_event"("unit_ord", "at");

-- CreateIndex
CREATE INDEX "audit_event_row" ON "audit_event"("table_name", "row_id");

-- CreateIndex
CREATE INDEX "import_batch_ord_at" ON "import_batch"("unit_ord", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code_key");

-- CreateIndex
CREATE INDEX "unit_lo" ON "unit"("lo");

-- CreateIndex
CREATE INDEX "unit_parent" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_placement_unit" ON "unit_placement"("unit_id");

-- CreateIndex
CREATE INDEX "unit_placement_parent" ON "unit_placement"("parent_id");

-- CreateIndex
CREATE INDEX "headcount_ord_day" ON "headcount"("unit_ord", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "headcount_unit_day" ON "headcount"("unit_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "person_citizen_hash" ON "person"("citizen_hash");

-- CreateIndex
CREATE INDEX "person_ord_name" ON "person"("unit_ord", "given_name", "name", "id");

-- CreateIndex
CREATE INDEX "person_fold_birth" ON "person"("name_fold", "birth_year");

-- CreateIndex
CREATE INDEX "candidate_person" ON "candidate"("person_id");

-- CreateIndex
CREATE INDEX "candidate_unit" ON "candidate"("unit_id");

-- CreateIndex
CREATE INDEX "candidate_ord_stage" ON "candidate"("unit_ord", "stage");

-- CreateIndex
CREATE INDEX "candidate_ord_decided" ON "candidate"("unit_ord", "decided_on");

-- CreateIndex
CREATE INDEX "candidate_ord_admitted" ON "candidate"("unit_ord", "admitted_on");

-- CreateIndex
CREATE INDEX "candidate_ord_due" ON "candidate"("unit_ord", "due_on");

-- CreateIndex
CREATE INDEX "step_candidate" ON "step"("candidate_id");

-- CreateIndex
CREATE INDEX "step_ord" ON "step"("unit_ord");

-- CreateIndex
CREATE INDEX "quota_ord_period" ON "quota"("unit_ord", "from_day", "to_day");

-- CreateIndex
CREATE INDEX "quota_unit" ON "quota"("unit_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_from_unit_id_fkey" FOREIGN KEY ("from_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "headcount" ADD CONSTRAINT "headcount_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "unit_option" ADD CONSTRAINT "unit_option_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quota" ADD CONSTRAINT "quota_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

-- Status words are text with a CHECK: comparisons of native enums are not leakproof, so under row-level
-- security they could not use an index.
ALTER TABLE unit
  ADD CONSTRAINT unit_code_form CHECK (code ~ '^[A-Za-z0-9.-]{1,40}$' AND code_key = upper(code)),
  ADD CONSTRAINT unit_kind CHECK (kind IN ('CENTRAL', 'PROVINCE', 'UPPER', 'BASE_COMMITTEE', 'BASE_CELL', 'SECTION', 'CELL')),
  ADD CONSTRAINT unit_interval CHECK (lo <= hi),
  ALTER COLUMN name TYPE text COLLATE "vi-x-icu";
ALTER TABLE unit_placement
  ADD CONSTRAINT unit_placement_kind CHECK (kind IN ('CENTRAL', 'PROVINCE', 'UPPER', 'BASE_COMMITTEE', 'BASE_CELL', 'SECTION', 'CELL')),
  ADD CONSTRAINT unit_placement_days CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day),
  ADD CONSTRAINT unit_placement_once EXCLUDE USING gist (unit_id WITH =, daterange(from_day, until_day, '[]') WITH &&);
ALTER TABLE headcount ADD CONSTRAINT headcount_counts CHECK (total >= 0);
ALTER TABLE person
  ADD CONSTRAINT person_sex CHECK (sex IN ('male', 'female')),
  ADD CONSTRAINT person_birth CHECK (birth_date IS NULL OR extract(year FROM birth_date) = birth_year),
  ADD CONSTRAINT person_name CHECK (name <> ''),
  ALTER COLUMN name TYPE text COLLATE "vi-x-icu",
  ALTER COLUMN given_name TYPE text COLLATE "vi-x-icu";
ALTER TABLE candidate
  ADD CONSTRAINT candidate_source CHECK (source IN ('UNION', 'TRADE_UNION', 'WOMEN', 'FARMERS', 'VETERANS', 'CELL')),
  ADD CONSTRAINT candidate_stage CHECK (stage IN ('introduced', 'sympathiser', 'certified', 'applied', 'verified',
    'opinionsCollected', 'cellResolved', 'baseResolved', 'submitted', 'decided', 'admitted', 'recognised')),
  ADD CONSTRAINT candidate_closed CHECK ((closed_on IS NULL) = (closed_reason IS NULL)),
  ADD CONSTRAINT candidate_closed_reason CHECK (closed_reason IN ('unfit', 'withdrew', 'moved', 'died', 'removed',
    'expelled', 'left', 'decisionRevoked', 'other'));
ALTER TABLE step
  ADD CONSTRAINT step_kind CHECK (kind IN ('introduced', 'sympathiserRecognised', 'helperAssigned', 'helperEnded',
    'certified', 'applied', 'cvDeclared', 'referred', 'verified', 'certificationGiven', 'opinionCollected',
    'cellVoted', 'baseVoted', 'submitted', 'decisionVoted', 'decided', 'admitted', 'newMemberCertified',
    'recognitionVoted', 'recognised', 'decisionRevoked', 'returned', 'closed', 'reopened'));
ALTER TABLE quota
  ADD CONSTRAINT quota_source CHECK (source IN ('ASSIGNED', 'OWN_PLAN', 'TERM_RESOLUTION')),
  ADD CONSTRAINT quota_indicator CHECK (indicator IN ('ADMISSION', 'INTRODUCTION', 'AWARENESS_CLASS', 'RECOGNITION')),
  ADD CONSTRAINT quota_group CHECK (group_code IN ('ALL', 'WOMEN', 'ETHNIC_MINORITY', 'RELIGIOUS', 'UNION_MEMBER',
    'PUPIL', 'STUDENT', 'WORKER', 'PRIVATE_OWNER', 'NON_STATE_ENTERPRISE', 'RESIDENTIAL')),
  ADD CONSTRAINT quota_kind CHECK (kind IN ('NUMBER', 'AT_LEAST', 'RANGE', 'SHARE_OF_MEMBERS', 'SHARE_OF_ADMITTED')),
  ADD CONSTRAINT quota_period CHECK (from_day <= to_day AND (due_on IS NULL OR due_on >= from_day)),
  ADD CONSTRAINT quota_value CHECK (value >= 0 AND (value_to IS NULL OR value_to >= value));
ALTER TABLE assignment
  ADD CONSTRAINT assignment_role CHECK (role IN ('cellSecretary', 'baseOfficer', 'upperOfficer', 'provinceOfficer',
    'unionOfficer', 'viewer', 'accountAdmin', 'auditor')),
  ADD CONSTRAINT assignment_days CHECK (until_day IS NULL OR from_day <= until_day);
ALTER TABLE import_batch
  ADD CONSTRAINT import_batch_state CHECK (state IN ('checked', 'committed', 'undone'));

-- Ordinals: every row of a unit carries its unit's `lo`. Set here, never by the client --------------

CREATE SCHEMA sec;
GRANT USAGE, CREATE ON SCHEMA sec TO pdv_definer;
GRANT USAGE ON SCHEMA sec TO pdv_app, pdv_signin, pdv_operator;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pdv_definer;
REVOKE UPDATE, DELETE ON audit_event, audit_seal FROM pdv_definer;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pdv_app, pdv_definer;

SET ROLE pdv_definer;

CREATE TABLE sec.key (k bytea NOT NULL);
INSERT INTO sec.key VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
CREATE TABLE sec.password (account_id uuid PRIMARY KEY, hash text NOT NULL, set_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE sec.session (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'browser' CHECK (kind IN ('browser', 'api')),
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON sec.session (account_id);
CREATE TABLE sec.attempt (key text NOT NULL, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX attempt_key ON sec.attempt (key, at);

CREATE FUNCTION sec.today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

CREATE FUNCTION sec.set_unit_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.unit_ord := coalesce((SELECT lo FROM public.unit WHERE id = NEW.unit_id), 0);
  RETURN NEW;
END $$;

CREATE FUNCTION sec.set_step_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.unit_ord := coalesce((SELECT unit_ord FROM public.candidate WHERE id = NEW.candidate_id), 0);
  RETURN NEW;
END $$;

-- When units are numbered anew, what they hold follows. One statement for all of them.
CREATE FUNCTION sec.follow_unit_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['headcount', 'person', 'candidate', 'quota', 'account', 'assignment'] LOOP
    EXECUTE format('UPDATE public.%I r SET unit_ord = n.lo FROM new_rows n JOIN old_rows o USING (id)
                    WHERE r.unit_id = n.id AND n.lo <> o.lo', t);
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.follow_candidate_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.step s SET unit_ord = n.unit_ord FROM new_rows n JOIN old_rows o USING (id)
  WHERE s.candidate_id = n.id AND n.unit_ord <> o.unit_ord;
  RETURN NULL;
END $$;

-- Context: who acts, in which hat, over which ranges. Resolved from the session token inside the
-- database at each transaction and signed, so that nothing the client says can widen it ------------

CREATE FUNCTION sec.signature() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(k || convert_to(concat_ws('|',
    current_setting('app.account', true), current_setting('app.assignment', true), current_setting('app.role', true),
    current_setting('app.lo', true), current_setting('app.hi', true),
    current_setting('app.wlo', true), current_setting('app.whi', true),
    current_setting('app.alo', true), current_setting('app.ahi', true),
    current_setting('app.ulo', true), current_setting('app.uhi', true),
    pg_backend_pid(), extract(epoch FROM now())), 'UTF8')), 'hex') FROM sec.key $$;
REVOKE EXECUTE ON FUNCTION sec.signature() FROM PUBLIC;

CREATE FUNCTION sec.ctx_ok() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF current_setting('app.signature', true) IS DISTINCT FROM sec.signature() THEN
    RAISE EXCEPTION 'bad security context' USING errcode = '42501';
  END IF;
  RETURN true;
END $$;

-- Ranges: lo..hi may be read, wlo..whi written, alo..ahi administered (accounts), ulo..uhi audited.
-- An empty range is 1..0.
CREATE FUNCTION sec.set_context(account uuid, assignment uuid, actor text, role text, lo bigint, hi bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  reads boolean := role IN ('cellSecretary', 'baseOfficer', 'upperOfficer', 'provinceOfficer', 'viewer', 'operator');
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
REVOKE EXECUTE ON FUNCTION sec.set_context(uuid, uuid, text, text, bigint, bigint) FROM PUBLIC;

-- First statement of each transaction of the application. Answers the actor as JSON, or null when the
-- session is unknown, over (idle 30 minutes, 12 hours at most), its account locked or its hat gone.
CREATE FUNCTION sec.begin_as(token text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  s sec.session; a public.account; h public.assignment; u public.unit; th bytea := sha256(convert_to(token, 'UTF8'));
BEGIN
  SELECT * INTO s FROM sec.session WHERE token_hash = th AND expires_at > now()
    AND (kind = 'api' OR last_seen_at > now() - interval '30 minutes');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO a FROM public.account WHERE id = s.account_id AND locked_at IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO h FROM public.assignment WHERE id = s.assignment_id AND account_id = a.id AND ended_at IS NULL
    AND from_day <= sec.today() AND (until_day IS NULL OR until_day >= sec.today());
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO u FROM public.unit WHERE id = h.unit_id;
  PERFORM sec.set_context(a.id, h.id, a.name, h.role, u.lo, u.hi);
  IF s.last_seen_at < now() - interval '1 minute' THEN
    UPDATE sec.session SET last_seen_at = now() WHERE token_hash = th AND last_seen_at < now() - interval '1 minute';
  END IF;
  RETURN jsonb_build_object('accountId', a.id, 'login', a.login, 'name', a.name, 'mustChangePassword', a.must_change_password,
    'assignmentId', h.id, 'role', h.role, 'until', h.until_day, 'today', sec.today(),
    'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'lo', u.lo::text, 'hi', u.hi::text));
END $$;

-- The operator of the machine, for the commands: everywhere, and written to the audit log as such.
CREATE FUNCTION sec.begin_as_operator(name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM sec.set_context(NULL, NULL, name, 'operator', 0, 9223372036854775807);
END $$;

-- The commands act as an account (--as) within its own permissions: a short session of its first hat.
CREATE FUNCTION sec.open_session(account uuid, new_token text, session_kind text, lifetime interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE h uuid;
BEGIN
  SELECT x.id INTO h FROM public.assignment x JOIN public.account a ON a.id = x.account_id AND a.locked_at IS NULL
  WHERE x.account_id = account AND x.ended_at IS NULL AND x.from_day <= sec.today() AND (x.until_day IS NULL OR x.until_day >= sec.today())
  ORDER BY x.delegated_by NULLS FIRST, x.from_day, x.id LIMIT 1;
  IF h IS NULL THEN RETURN false; END IF;
  INSERT INTO sec.session (token_hash, account_id, assignment_id, kind, expires_at)
  VALUES (sha256(convert_to(new_token, 'UTF8')), account, h, session_kind, now() + least(lifetime, CASE session_kind WHEN 'api' THEN interval '366 days' ELSE interval '12 hours' END));
  RETURN true;
END $$;

-- Audit: filled by row triggers, so that code cannot forget it ------------------------------------

CREATE FUNCTION sec.write_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  o jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) - 'unit_ord' - 'bytes' END;
  n jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) - 'unit_ord' - 'bytes' END;
  r jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  c jsonb;
BEGIN
  IF TG_OP = 'UPDATE' AND o = n THEN RETURN NULL; END IF;
  SELECT jsonb_object_agg(k, jsonb_build_array(o -> k, n -> k)) INTO c
  FROM (SELECT jsonb_object_keys(o || n) k) keys WHERE o -> k IS DISTINCT FROM n -> k AND NOT (TG_OP = 'INSERT' AND n -> k = 'null');
  INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
  VALUES (nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.assignment', true), '')::uuid,
    coalesce(nullif(current_setting('app.actor', true), ''), session_user), coalesce(nullif(current_setting('app.action', true), ''), '-'),
    TG_OP, TG_TABLE_NAME, coalesce(r ->> 'id', concat_ws(':', r ->> 'unit_id', r ->> 'key', r ->> 'from_unit_id', r ->> 'to_unit_id', r ->> 'batch_id')),
    coalesce((r ->> 'unit_ord')::bigint, (r ->> 'lo')::bigint, (SELECT lo FROM public.unit WHERE id = (r ->> 'unit_id')::int), 0), coalesce(c, '{}')::text);
  RETURN NULL;
END $$;

-- Reads that are logged: a person's page, a full citizen number, an export of names.
CREATE FUNCTION sec.log_read(action text, subject text, subject_id text, subject_ord bigint, details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
  VALUES (nullif(current_setting('app.account', true), '')::uuid, nullif(current_setting('app.assignment', true), '')::uuid,
    current_setting('app.actor', true), action, 'READ', subject, subject_id, subject_ord, details::text);
END $$;

-- Chain of blocks over the log. Takes events of finished transactions only, in the order (txid, id), so
-- that a late commit cannot slip behind a block. The canonical bytes prefix each field with its length.
CREATE FUNCTION sec.audit_bytes(e public.audit_event) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT convert_to(string_agg(octet_length(f) || ':' || f, '' ORDER BY i), 'UTF8') FROM unnest(ARRAY[e.id::text, e.txid::text,
    (extract(epoch FROM e.at) * 1000000)::bigint::text, coalesce(e.account_id::text, ''), coalesce(e.assignment_id::text, ''), e.actor, e.action,
    e.operation, e.table_name, e.row_id, e.unit_ord::text, e.change]) WITH ORDINALITY AS x(f, i) $$;
CREATE FUNCTION sec.audit_head(previous text, after_txid bigint, to_tx bigint, OUT events int, OUT head text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE e public.audit_event;
BEGIN
  events := 0; head := previous;
  FOR e IN SELECT * FROM public.audit_event WHERE txid > after_txid AND txid <= to_tx ORDER BY txid, id LOOP
    head := encode(sha256(decode(head, 'hex') || sec.audit_bytes(e)), 'hex');
    events := events + 1;
  END LOOP;
END $$;
CREATE FUNCTION sec.seal_audit() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last public.audit_seal; horizon bigint; sealed record;
BEGIN
  PERFORM pg_advisory_xact_lock(7391);
  SELECT * INTO last FROM public.audit_seal ORDER BY id DESC LIMIT 1;
  SELECT max(txid) INTO horizon FROM public.audit_event
  WHERE txid > coalesce(last.to_txid, 0) AND txid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint;
  IF horizon IS NULL THEN RETURN 0; END IF;
  SELECT * INTO sealed FROM sec.audit_head(coalesce(last.head, repeat('0', 64)), coalesce(last.to_txid, 0), horizon);
  INSERT INTO public.audit_seal (from_txid, to_txid, events, head) VALUES (coalesce(last.to_txid, 0), horizon, sealed.events, sealed.head);
  RETURN sealed.events;
END $$;
-- Answers the first block whose events or head no longer agree, or null when the chain holds.
CREATE FUNCTION sec.verify_audit() RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE b public.audit_seal; previous text := repeat('0', 64); after_txid bigint := 0; found_head record;
BEGIN
  FOR b IN SELECT * FROM public.audit_seal ORDER BY id LOOP
    SELECT * INTO found_head FROM sec.audit_head(previous, after_txid, b.to_txid);
    IF b.from_txid <> after_txid OR found_head.head <> b.head OR found_head.events <> b.events THEN RETURN b.id; END IF;
    previous := b.head; after_txid := b.to_txid;
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is append-only' USING errcode = '42501'; END $$;

-- Is this citizen number, or this name and birth date, known already? Says where only to those who may see it.
CREATE FUNCTION sec.likely_same_person(p_citizen_hash text, p_name_fold text, p_birth_date date, p_birth_year int)
RETURNS TABLE (person_id uuid, by_number boolean, visible boolean, unit_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY
  SELECT CASE WHEN v.ok THEN p.id END, (p.citizen_hash = p_citizen_hash) IS TRUE, v.ok, CASE WHEN v.ok THEN u.name::text END
  FROM public.person p JOIN public.unit u ON u.id = p.unit_id,
    LATERAL (SELECT p.unit_ord BETWEEN current_setting('app.lo')::bigint AND current_setting('app.hi')::bigint AS ok) v
  WHERE p.citizen_hash = p_citizen_hash
     OR (p.name_fold = p_name_fold AND p.birth_year = p_birth_year AND (p.birth_date IS NOT DISTINCT FROM p_birth_date) AND v.ok)
  LIMIT 5;
END $$;

RESET ROLE;

-- Triggers ------------------------------------------------------------------------------------------

CREATE TRIGGER headcount_ord BEFORE INSERT OR UPDATE ON headcount FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER person_ord BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER candidate_ord BEFORE INSERT OR UPDATE ON candidate FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER quota_ord BEFORE INSERT OR UPDATE ON quota FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER account_ord BEFORE INSERT OR UPDATE ON account FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER assignment_ord BEFORE INSERT OR UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER step_ord BEFORE INSERT OR UPDATE ON step FOR EACH ROW EXECUTE FUNCTION sec.set_step_ord();
CREATE TRIGGER unit_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_unit_ord();
CREATE TRIGGER candidate_renumbered AFTER UPDATE ON candidate REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_candidate_ord();
CREATE TRIGGER audit_event_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_change();
CREATE TRIGGER audit_seal_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION sec.refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['unit', 'unit_placement', 'unit_succession', 'headcount', 'unit_option', 'person', 'candidate', 'step',
                           'quota', 'account', 'assignment', 'import_batch'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
  END LOOP;
END $$;

-- Rights and row-level security: the second wall ------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON unit, unit_placement, unit_succession, headcount, unit_option, person, candidate, step, quota,
  account, assignment, import_batch, import_file, import_change, request TO pdv_app;
GRANT DELETE ON unit, unit_placement, unit_succession, headcount, unit_option, person, candidate, step, quota, import_file, import_change, request TO pdv_app;
GRANT SELECT ON audit_event, audit_seal TO pdv_app;

DO $$
DECLARE
  t text;
  readable text := '%1$s >= current_setting(''app.lo'')::bigint AND %1$s <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := '%1$s >= current_setting(''app.wlo'')::bigint AND %1$s <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
  administered text := '%1$s >= current_setting(''app.alo'')::bigint AND %1$s <= current_setting(''app.ahi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['headcount', 'person', 'candidate', 'step', 'quota', 'import_batch', 'import_file', 'import_change'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (' || format(readable, 'unit_ord') || ')', t);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (' || format(writable, 'unit_ord') || ')', t);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (' || format(writable, 'unit_ord') || ') WITH CHECK (' || format(writable, 'unit_ord') || ')', t);
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (' || format(writable, 'unit_ord') || ')', t);
  END LOOP;

  -- The tree itself holds no personal data: whoever is signed in reads it, who may write writes in their range.
  EXECUTE 'CREATE POLICY readable ON unit FOR SELECT TO pdv_app USING ((SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY insertable ON unit FOR INSERT TO pdv_app WITH CHECK (' || format(writable, 'lo') || ')';
  EXECUTE 'CREATE POLICY updatable ON unit FOR UPDATE TO pdv_app USING (' || format(writable, 'lo') || ')';
  EXECUTE 'CREATE POLICY deletable ON unit FOR DELETE TO pdv_app USING (' || format(writable, 'lo') || ')';
  FOREACH t IN ARRAY ARRAY['unit_placement', 'unit_option'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING ((SELECT sec.ctx_ok()))', t);
    EXECUTE format('CREATE POLICY writable ON %I FOR ALL TO pdv_app USING (EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_id AND ' || format(writable, 'u.lo') || '))', t);
  END LOOP;
  EXECUTE 'CREATE POLICY readable ON unit_succession FOR SELECT TO pdv_app USING ((SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY writable ON unit_succession FOR ALL TO pdv_app USING (EXISTS (SELECT 1 FROM unit u WHERE u.id = from_unit_id AND ' || format(writable, 'u.lo') || '))';

  -- Accounts: one's own, and those one administers.
  EXECUTE 'CREATE POLICY own ON account FOR SELECT TO pdv_app USING (id = nullif(current_setting(''app.account''), '''')::uuid AND (SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY own ON assignment FOR SELECT TO pdv_app USING (account_id = nullif(current_setting(''app.account''), '''')::uuid AND (SELECT sec.ctx_ok()))';
  FOREACH t IN ARRAY ARRAY['account', 'assignment'] LOOP
    EXECUTE format('CREATE POLICY administered ON %I FOR ALL TO pdv_app USING (' || format(administered, 'unit_ord') || ') WITH CHECK (' || format(administered, 'unit_ord') || ')', t);
  END LOOP;
  EXECUTE 'CREATE POLICY own ON request FOR ALL TO pdv_app USING (account_id = nullif(current_setting(''app.account''), '''')::uuid AND (SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY audited ON audit_event FOR SELECT TO pdv_app USING (unit_ord >= current_setting(''app.ulo'')::bigint AND unit_ord <= current_setting(''app.uhi'')::bigint AND (SELECT sec.ctx_ok()))';
  EXECUTE 'CREATE POLICY audited ON audit_seal FOR SELECT TO pdv_app USING (current_setting(''app.ulo'')::bigint <= current_setting(''app.uhi'')::bigint AND (SELECT sec.ctx_ok()))';
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sec FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.today(), sec.ctx_ok(), sec.begin_as(text), sec.log_read(text, text, text, bigint, jsonb),
  sec.likely_same_person(text, text, date, int), sec.seal_audit(), sec.verify_audit() TO pdv_app;
GRANT EXECUTE ON FUNCTION sec.begin_as_operator(text), sec.open_session(uuid, text, text, interval) TO pdv_operator;
