-- Dossiers not yet decided, by place, with what tells how far they are; and decisions by day, for the many days of few
-- places as for the few days of a whole country.
CREATE INDEX candidate_undecided ON candidate (unit_ord) INCLUDE (id, person_id, unit_id, source, readmission, closed_on, admitted_on, introduced_on, sympathiser_on,
  certified_on, applied_on, cell_resolved_on, base_resolved_on, submitted_on) WHERE decided_on IS NULL;
CREATE INDEX candidate_decided_day ON candidate (decided_on, unit_ord) INCLUDE (revoked_on) WHERE decided_on IS NOT NULL;

-- Lists: a page is chosen in two indexes, by place and by name, before any row is read; and so are the numbers of its tabs.
DROP INDEX candidate_open;
CREATE INDEX candidate_open ON candidate (unit_ord, stage) INCLUDE (id, person_id, next_step, due_on, returned_to, admitted_on)
  WHERE closed_on IS NULL AND revoked_on IS NULL AND recognised_on IS NULL;
-- Names are looked for in the index alone.
CREATE INDEX person_place_fold ON person (unit_ord) INCLUDE (id, name_fold) WHERE name_fold IS NOT NULL;
-- Who decides above a place: the nearest of few.
CREATE INDEX unit_deciding ON unit (lo) INCLUDE (hi, kind) WHERE may_decide_admission AND NOT closed;

-- The version of the tree: another one once a transaction that touched it is committed. What was computed of the tree of
-- a day may be kept beside it.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

CREATE TABLE sec.tree_version (one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row), version bigint NOT NULL DEFAULT 1);
INSERT INTO sec.tree_version DEFAULT VALUES;

-- Counted at the end of the transaction, so that nobody waits for another's change of the tree but while it commits.
CREATE TABLE sec.tree_change (xid xid8 PRIMARY KEY);
CREATE FUNCTION sec.note_tree_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO sec.tree_change VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.count_tree_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE sec.tree_version SET version = version + 1;
  DELETE FROM sec.tree_change WHERE xid = NEW.xid;
  RETURN NULL;
END $$;
-- Null: this transaction itself has changed the tree.
CREATE FUNCTION sec.tree_version() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT version FROM sec.tree_version
   WHERE NOT EXISTS (SELECT FROM sec.tree_change WHERE xid = pg_current_xact_id_if_assigned()) $$;
CREATE CONSTRAINT TRIGGER counted AFTER INSERT ON sec.tree_change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sec.count_tree_change();

RESET ROLE;
CREATE TRIGGER unit_tree_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON unit
  FOR EACH STATEMENT EXECUTE FUNCTION sec.note_tree_change();
CREATE TRIGGER unit_placement_tree_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON unit_placement
  FOR EACH STATEMENT EXECUTE FUNCTION sec.note_tree_change();

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.tree_version(), sec.note_tree_change(), sec.count_tree_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.tree_version() TO pdv_app;
