-- Programmes: a named group with its own rule of membership, followed through the pipeline.

CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "saved_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "programme_ord" ON "programme"("unit_ord");
CREATE INDEX "programme_unit" ON "programme"("unit_id");

ALTER TABLE "programme" ADD CONSTRAINT "programme_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE programme
  ADD CONSTRAINT programme_days CHECK (to_day IS NULL OR from_day <= to_day),
  ADD CONSTRAINT programme_rule CHECK (jsonb_typeof(rule) = 'object');

GRANT SELECT, INSERT, UPDATE, DELETE ON programme TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- When units are numbered anew, their programmes follow.
CREATE FUNCTION sec.follow_programme_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids int[];
BEGIN
  SELECT array_agg(id) INTO ids
  FROM (SELECT id FROM (SELECT id, lo FROM old_rows UNION ALL SELECT id, lo FROM new_rows) x GROUP BY id HAVING min(lo) <> max(lo)) y;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.programme g SET unit_ord = u.lo FROM public.unit u WHERE u.id = g.unit_id AND u.id = ANY (ids);
  RETURN NULL;
END $$;

-- No programme may hang on a unit that is taken back either.
ALTER FUNCTION sec.unit_is_empty(int) RENAME TO unit_is_empty_of_people;
CREATE FUNCTION sec.unit_is_empty(p_unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.unit_is_empty_of_people(p_unit) AND NOT EXISTS (SELECT FROM public.programme WHERE unit_id = p_unit)
$$;

RESET ROLE;

CREATE TRIGGER programme_ord BEFORE INSERT OR UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER programmes_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_programme_ord();
CREATE TRIGGER programme_audit AFTER INSERT OR UPDATE OR DELETE ON programme FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE ON programme TO pdv_app;

-- A programme holds no personal data and is read by the units beneath its owner, whose people it counts.
DO $$
DECLARE
  readable text := '%1$s >= current_setting(''app.lo'')::bigint AND %1$s <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := '%1$s >= current_setting(''app.wlo'')::bigint AND %1$s <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  ALTER TABLE programme ENABLE ROW LEVEL SECURITY;
  ALTER TABLE programme FORCE ROW LEVEL SECURITY;
  CREATE POLICY definer ON programme FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY readable ON programme FOR SELECT TO pdv_app USING (%s)', format(readable, 'unit_ord'));
  EXECUTE format('CREATE POLICY insertable ON programme FOR INSERT TO pdv_app WITH CHECK (%s)', format(writable, 'unit_ord'));
  EXECUTE format('CREATE POLICY updatable ON programme FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', format(writable, 'unit_ord'), format(writable, 'unit_ord'));
  EXECUTE 'CREATE POLICY readable_beneath ON programme FOR SELECT TO pdv_app USING (EXISTS (SELECT 1 FROM unit u WHERE u.id = unit_id
    AND u.lo <= current_setting(''app.lo'')::bigint AND u.hi >= current_setting(''app.hi'')::bigint
    AND current_setting(''app.lo'')::bigint <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())))';
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.follow_programme_ord(), sec.unit_is_empty(int), sec.unit_is_empty_of_people(int) FROM PUBLIC, pdv_app;
GRANT EXECUTE ON FUNCTION sec.unit_is_empty(int) TO pdv_app;
