-- Lists of people, at the size of the country.

-- Names in their order with their place, so that the wall is met in the index; and who of them is on the way, with all
-- that a list is narrowed by.
DROP INDEX person_name;
CREATE INDEX person_name ON person (given_name, name, id, unit_ord);
CREATE INDEX candidate_open_person ON candidate (person_id) INCLUDE (id, unit_ord, stage, next_step, due_on, returned_to, admitted_on, source, introduced_on)
  WHERE closed_on IS NULL AND revoked_on IS NULL AND recognised_on IS NULL;
-- The few that were sent back.
CREATE INDEX candidate_returned ON candidate (unit_ord) WHERE returned_to IS NOT NULL;
-- Who is whose dossier, with its place, for the numbers of the tabs.
DROP INDEX candidate_person;
CREATE INDEX candidate_person ON candidate (person_id, unit_ord);
-- Parts of names, wherever they stand.
CREATE INDEX person_fold_parts ON person USING gin (name_fold gin_trgm_ops);
-- For whom the province may have to consent: dossiers at a step where it does, and the few people it is asked about. The
-- same two columns as before tell who may be the same person.
CREATE INDEX candidate_consent ON candidate (unit_ord) INCLUDE (id, person_id, readmission) WHERE next_step IN ('baseVoted', 'submitted', 'decided');
CREATE INDEX person_dignitary ON person (unit_ord) WHERE religious_dignitary;
DROP INDEX person_fold_birth;
CREATE INDEX person_birth_fold ON person (birth_year, name_fold);

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- The people within the walls whose folded name is like this, at most so many. Under the policies the comparison would
-- come after the wall, and the index of the parts of names would not be used.
CREATE FUNCTION sec.people_named(p_like text, p_most int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT p.id FROM public.person p WHERE p.name_fold LIKE p_like
    AND p.unit_ord BETWEEN current_setting('app.lo')::bigint AND current_setting('app.hi')::bigint LIMIT p_most;
END $$;

-- In which parts of the tree (`unit_ord >> 30`) dossiers were changed, by which transaction: numbers
-- counted before hold for the other parts. Lines older than a day are of no use.
CREATE TABLE sec.dossier_change (xid xid8 NOT NULL, part bigint NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (xid, part));

CREATE FUNCTION sec.note_dossier_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    INSERT INTO sec.dossier_change (xid, part) SELECT DISTINCT pg_current_xact_id(), unit_ord >> 30 FROM now_so ON CONFLICT DO NOTHING;
  END IF;
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    INSERT INTO sec.dossier_change (xid, part) SELECT DISTINCT pg_current_xact_id(), unit_ord >> 30 FROM was_so ON CONFLICT DO NOTHING;
  END IF;
  IF random() < 0.001 THEN
    DELETE FROM sec.dossier_change WHERE (xid, part) IN
      (SELECT xid, part FROM sec.dossier_change WHERE at < now() - interval '1 day' FOR UPDATE SKIP LOCKED);
  END IF;
  RETURN NULL;
END $$;

-- The parts changed since a moment (null: unknown), and the moment from which to ask the next time. The moment is null where
-- this transaction itself has changed dossiers, for what it sees is not yet so, and where it looks at one moment of the past:
-- what was kept later is not so there. What this transaction changes from now on comes after the moment.
CREATE FUNCTION sec.dossier_changes(p_since pg_snapshot, OUT moment pg_snapshot, OUT parts bigint[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  own xid8 := pg_current_xact_id_if_assigned();
  seen pg_snapshot := pg_current_snapshot();
BEGIN
  PERFORM sec.ctx_ok();
  IF current_setting('transaction_isolation') = 'read committed' AND NOT EXISTS (SELECT FROM sec.dossier_change WHERE xid = own) THEN
    moment := CASE WHEN own < pg_snapshot_xmax(seen)
      THEN (SELECT concat_ws(':', pg_snapshot_xmin(seen), pg_snapshot_xmax(seen), string_agg(x::text, ',' ORDER BY x))::pg_snapshot
            FROM (SELECT own AS x UNION SELECT pg_snapshot_xip(seen)) still)
      ELSE seen END;
  END IF;
  SELECT coalesce(array_agg(DISTINCT part), '{}') INTO parts FROM sec.dossier_change
  WHERE xid >= pg_snapshot_xmin(p_since) AND NOT pg_visible_in_snapshot(xid, p_since);
END $$;

RESET ROLE;
CREATE TRIGGER candidate_noted_new AFTER INSERT ON candidate REFERENCING NEW TABLE AS now_so
  FOR EACH STATEMENT EXECUTE FUNCTION sec.note_dossier_change();
CREATE TRIGGER candidate_noted_changed AFTER UPDATE ON candidate REFERENCING OLD TABLE AS was_so NEW TABLE AS now_so
  FOR EACH STATEMENT EXECUTE FUNCTION sec.note_dossier_change();
CREATE TRIGGER candidate_noted_gone AFTER DELETE ON candidate REFERENCING OLD TABLE AS was_so
  FOR EACH STATEMENT EXECUTE FUNCTION sec.note_dossier_change();

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.people_named(text, int), sec.note_dossier_change(), sec.dossier_changes(pg_snapshot) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.people_named(text, int), sec.dossier_changes(pg_snapshot) TO pdv_app;
