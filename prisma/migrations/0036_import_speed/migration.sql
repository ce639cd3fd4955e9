-- Ten thousand dossiers come in by few statements: what was done for each row is done once for all of them.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Which of these citizen numbers belong to people outside the scope.
CREATE FUNCTION sec.foreign_numbers(hashes text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY
  SELECT p.citizen_hash::text FROM public.person p WHERE p.citizen_hash = ANY (hashes)
    AND NOT p.unit_ord BETWEEN current_setting('app.lo')::bigint AND current_setting('app.hi')::bigint;
END $$;

-- A row that comes with its place must stand where its unit, or its dossier, stands: looked at once for a statement.
CREATE FUNCTION sec.check_unit_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7392);
  IF EXISTS (SELECT FROM new_rows n LEFT JOIN public.unit u ON u.id = n.unit_id WHERE n.unit_ord IS DISTINCT FROM coalesce(u.lo, 0)) THEN
    RAISE EXCEPTION 'a row of % stands elsewhere than its unit', TG_TABLE_NAME USING errcode = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.check_step_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM new_rows n LEFT JOIN public.candidate c ON c.id = n.candidate_id
             WHERE n.unit_ord IS DISTINCT FROM coalesce(c.unit_ord, 0)) THEN
    RAISE EXCEPTION 'a step stands elsewhere than its dossier' USING errcode = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;

-- What a batch changed belongs to a batch that is there; batches are never deleted. As a foreign key it was looked up
-- for each of the 60 000 rows.
CREATE FUNCTION sec.check_change_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT batch_id FROM new_rows) n
             WHERE NOT EXISTS (SELECT FROM public.import_batch b WHERE b.id = n.batch_id)) THEN
    RAISE EXCEPTION 'a change of no batch' USING errcode = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- The same text as before, without building it as a tree first.
CREATE OR REPLACE FUNCTION sec.write_audit_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  account uuid := nullif(current_setting('app.account', true), '');
  assignment uuid := nullif(current_setting('app.assignment', true), '');
  actor text := coalesce(nullif(current_setting('app.actor', true), ''), session_user);
  action text := coalesce(nullif(current_setting('app.action', true), ''), '-');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
    SELECT account, assignment, actor, action, TG_OP, TG_TABLE_NAME, n.id::text, n.unit_ord,
      (SELECT '{' || string_agg('"' || key || '": [null, ' || value::text || ']', ', ') || '}'
       FROM jsonb_each(to_jsonb(n)) WHERE value <> 'null' AND key NOT IN ('unit_ord', 'union_ord'))
    FROM new_rows n;
  ELSE
    INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
    SELECT account, assignment, actor, action, TG_OP, TG_TABLE_NAME, o.id::text, o.unit_ord,
      (SELECT '{' || string_agg('"' || key || '": [' || value::text || ', null]', ', ') || '}'
       FROM jsonb_each(to_jsonb(o)) WHERE key NOT IN ('unit_ord', 'union_ord'))
    FROM old_rows o;
  END IF;
  RETURN NULL;
END $$;

RESET ROLE;
DO $$
DECLARE t text; place text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'candidate', 'step'] LOOP
    place := CASE WHEN t = 'step' THEN 'step' ELSE 'unit' END;
    EXECUTE format('DROP TRIGGER %I ON %I', t || '_ord', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.unit_ord = 0) EXECUTE FUNCTION sec.set_%s_ord()', t || '_ord', t, place);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION sec.set_%s_ord()', t || '_ord_again', t, place);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sec.check_%s_ord()', t || '_ord_checked', t, place);
    EXECUTE format('DROP TRIGGER %I ON %I', t || '_audit', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION sec.write_audit()', t || '_audit', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sec.write_audit_rows()', t || '_gone', t);
  END LOOP;
END $$;

ALTER TABLE import_change DROP CONSTRAINT import_change_batch_id_fkey;
CREATE TRIGGER import_change_batch_checked AFTER INSERT ON import_change REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.check_change_batch();

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.foreign_numbers(text[]), sec.check_unit_ord(), sec.check_step_ord(), sec.check_change_batch() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.foreign_numbers(text[]) TO pdv_app;
