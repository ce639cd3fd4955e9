-- CreateIndex
CREATE INDEX "unit_placement_from" ON "unit_placement"("from_day");

-- CreateIndex
CREATE INDEX "unit_placement_until" ON "unit_placement"("until_day");


-- What Prisma's models cannot say -------------------------------------------------------------------

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- The day whose tree the table `unit` shows. Placements that begin or end later take effect by sec.follow_today.
CREATE TABLE sec.tree_day (one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row), day date NOT NULL);
INSERT INTO sec.tree_day (day) VALUES (sec.today());
CREATE FUNCTION sec.tree_day() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT day FROM sec.tree_day $$;

-- Names are searched without accents: the same folding as lib/shared/vietnamese.
CREATE FUNCTION sec.fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(btrim(regexp_replace(regexp_replace(translate(normalize(words, NFD), 'đĐÐ''’ʼ‘`´', 'ddd'),
     '[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), '[\s\u00a0]+', ' ', 'g')) COLLATE "vi-x-icu") $$;

CREATE FUNCTION sec.set_unit_fold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.name_fold := sec.fold(NEW.name);
  RETURN NEW;
END $$;

-- Whoever writes a row of a unit waits while the tree is numbered anew, and the other way round:
-- otherwise a row written meanwhile would keep the ordinal its unit had before.
CREATE OR REPLACE FUNCTION sec.set_unit_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7392);
  NEW.unit_ord := coalesce((SELECT lo FROM public.unit WHERE id = NEW.unit_id), 0);
  RETURN NEW;
END $$;

-- What carries an ordinal without its unit (imports) follows by the ordinal it had. An interval of one
-- ordinal is a place not given yet, which nothing can have followed. Old and new rows are brought together
-- by grouping: the planner knows nothing of transition tables and would join them row by row.
CREATE OR REPLACE FUNCTION sec.follow_unit_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t text; ids int[]; old_los bigint[]; new_los bigint[];
BEGIN
  SELECT array_agg(id), array_agg(CASE WHEN old_lo < old_hi THEN old_lo ELSE -1 END), array_agg(new_lo) INTO ids, old_los, new_los
  FROM (SELECT id, max(lo) FILTER (WHERE was) AS old_lo, max(hi) FILTER (WHERE was) AS old_hi, max(lo) FILTER (WHERE NOT was) AS new_lo
        FROM (SELECT id, lo, hi, true AS was FROM old_rows UNION ALL SELECT id, lo, hi, false FROM new_rows) x GROUP BY id) y
  WHERE old_lo <> new_lo;
  IF ids IS NULL THEN RETURN NULL; END IF;
  FOREACH t IN ARRAY ARRAY['headcount', 'person', 'candidate', 'quota', 'account', 'assignment'] LOOP
    EXECUTE format('UPDATE public.%I r SET unit_ord = n.lo FROM unnest($1, $2) AS n (id, lo) WHERE r.unit_id = n.id', t)
    USING ids, new_los;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['import_batch', 'import_file', 'import_change'] LOOP
    EXECUTE format('UPDATE public.%I r SET unit_ord = n.lo FROM unnest($1, $2) AS n (old_lo, lo) WHERE r.unit_ord = n.old_lo', t)
    USING old_los, new_los;
  END LOOP;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION sec.follow_candidate_ord() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids uuid[]; ords bigint[];
BEGIN
  SELECT array_agg(id), array_agg(new_ord) INTO ids, ords
  FROM (SELECT id, max(unit_ord) FILTER (WHERE was) AS old_ord, max(unit_ord) FILTER (WHERE NOT was) AS new_ord
        FROM (SELECT id, unit_ord, true AS was FROM old_rows UNION ALL SELECT id, unit_ord, false FROM new_rows) x GROUP BY id) y
  WHERE old_ord <> new_ord;
  IF ids IS NULL THEN RETURN NULL; END IF;
  UPDATE public.step s SET unit_ord = n.ord FROM unnest(ids, ords) AS n (id, ord) WHERE s.candidate_id = n.id;
  RETURN NULL;
END $$;

-- The tree of any day: one placement of each unit. That of the day; before its first day the first one
-- (it is no row yet); after an end without continuation the last one (it is no row any more).
CREATE FUNCTION sec.placements_on(p_day date)
RETURNS TABLE (unit_id int, parent_id int, name text, kind text, type text, may_decide_admission boolean, is_row boolean, begun boolean)
LANGUAGE sql STABLE AS $$
  SELECT p.unit_id, p.parent_id, p.name, p.kind, p.type, p.may_decide_admission,
    NOT p.closed AND coalesce(p.from_day <= p_day, true) AND coalesce(p.until_day >= p_day, true),
    coalesce(p.from_day <= p_day, true)
  FROM public.unit_placement p
  WHERE CASE WHEN coalesce(p.from_day <= p_day, true)
    THEN NOT EXISTS (SELECT FROM public.unit_placement q
                     WHERE q.unit_id = p.unit_id AND q.from_day > coalesce(p.from_day, '-infinity') AND q.from_day <= p_day)
    ELSE NOT EXISTS (SELECT FROM public.unit_placement q
                     WHERE q.unit_id = p.unit_id AND coalesce(q.from_day, '-infinity') < p.from_day) END
$$;

-- Numbers a unit and all beneath it (null: the whole tree) in code order, each `p_step` after the one before.
CREATE FUNCTION sec.number_units(p_root int, p_start bigint, p_step bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk AS (
    SELECT id, code_key COLLATE "C" AS path, ARRAY[id] AS line FROM public.unit
    WHERE CASE WHEN p_root IS NULL THEN parent_id IS NULL ELSE id = p_root END
    UNION ALL
    SELECT u.id, w.path || chr(1) || u.code_key, w.line || u.id FROM walk w JOIN public.unit u ON u.parent_id = w.id
  ), ranked AS (
    SELECT id, row_number() OVER (ORDER BY path) - 1 AS rank FROM walk
  ), sized AS (
    SELECT a.id, count(*) AS size FROM walk, unnest(line) AS a (id) GROUP BY a.id
  ), numbered AS (
    SELECT id, p_start + rank * p_step AS lo, p_start + (rank + size) * p_step - 1 AS hi FROM ranked JOIN sized USING (id)
  )
  UPDATE public.unit u SET lo = n.lo, hi = n.hi FROM numbered n
  WHERE u.id = n.id AND (u.lo <> n.lo OR u.hi <> n.hi)
$$;

-- Units whose interval does not lie inside their parent's and apart from their siblings'.
CREATE FUNCTION sec.displaced_units() RETURNS TABLE (unit_id int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id FROM (
    SELECT i.*, max(i.hi) FILTER (WHERE i.inside) OVER (
      PARTITION BY i.parent_id ORDER BY i.lo, i.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken
    FROM (SELECT u.id, u.parent_id, u.lo, u.hi,
            u.lo < u.hi AND u.lo > coalesce(p.lo, 0) AND (p.id IS NULL OR u.hi <= p.hi) AS inside
          FROM public.unit u LEFT JOIN public.unit p ON p.id = u.parent_id) i) s
  WHERE NOT s.inside OR s.lo <= s.taken
$$;

-- Gives a unit and all beneath it a place in the widest gap of its parent; false when none is left.
CREATE FUNCTION sec.fit_unit(p_unit int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  gap CONSTANT bigint := 1048576;
  u public.unit; above public.unit; units bigint; a bigint; b bigint; step bigint;
BEGIN
  SELECT * INTO u FROM public.unit WHERE id = p_unit;
  WITH RECURSIVE beneath AS (
    SELECT p_unit AS id UNION ALL SELECT c.id FROM beneath JOIN public.unit c ON c.parent_id = beneath.id
  ) SELECT count(*) INTO units FROM beneath;

  IF u.parent_id IS NULL THEN
    SELECT (coalesce(max(hi), 0) / gap + 1) * gap INTO a FROM public.unit WHERE parent_id IS NULL AND lo < hi AND id <> p_unit;
    PERFORM sec.number_units(p_unit, a, gap);
    RETURN true;
  END IF;

  SELECT * INTO above FROM public.unit WHERE id = u.parent_id;
  WITH siblings AS (
    SELECT lo, hi FROM public.unit
    WHERE parent_id = above.id AND id <> p_unit AND lo < hi AND lo > above.lo AND hi <= above.hi
    UNION ALL SELECT above.hi + 1, above.hi + 1
  ), gaps AS (
    SELECT coalesce(max(hi) OVER (ORDER BY lo ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), above.lo) + 1 AS first, lo - 1 AS last FROM siblings
  )
  SELECT first, last INTO a, b FROM gaps ORDER BY last - first DESC, first LIMIT 1;
  -- A sixteenth of the gap: room for those who come after, and for what will come beneath.
  step := least(gap, (b - a + 1) / units, greatest(2, (b - a + 1) / 16 / units));
  IF step < 2 THEN RETURN false; END IF;
  PERFORM sec.number_units(p_unit, a, step);
  RETURN true;
END $$;

-- Numbers the subtree of the hat's unit anew inside the interval it has: others stay where they are, and the
-- range of whoever writes stays what it was. False for the operator, where a unit to be placed stands
-- elsewhere, or where little room would be left.
CREATE FUNCTION sec.number_own_units(displaced int[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE own public.unit; units bigint; step bigint; elsewhere boolean;
BEGIN
  SELECT u.* INTO own FROM public.assignment h JOIN public.unit u ON u.id = h.unit_id
  WHERE h.id = nullif(current_setting('app.assignment', true), '')::uuid;
  IF own.id IS NULL OR own.id = ANY (displaced) THEN RETURN false; END IF;
  WITH RECURSIVE beneath AS (
    SELECT own.id AS id UNION ALL SELECT c.id FROM beneath JOIN public.unit c ON c.parent_id = beneath.id
  )
  SELECT count(*), EXISTS (SELECT unnest(displaced) EXCEPT SELECT id FROM beneath) INTO units, elsewhere FROM beneath;
  step := least(1048576, (own.hi - own.lo + 1) / units);
  IF elsewhere OR step < 64 THEN RETURN false; END IF;
  PERFORM sec.number_units(own.id, own.lo, step);
  UPDATE public.unit SET hi = own.hi WHERE id = own.id AND hi <> own.hi;
  RETURN true;
END $$;

-- Numbers the whole tree anew, with gaps of 2^20.
CREATE FUNCTION sec.renumber_units() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '60s' AS $$
BEGIN
  PERFORM sec.ctx_ok(), pg_advisory_xact_lock(7392);
  PERFORM sec.number_units(NULL, 1048576, 1048576);
  PERFORM sec.refresh_context();
END $$;

-- After the hat's unit got another interval, the rest of the transaction sees and writes in that one.
CREATE FUNCTION sec.refresh_context() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE u public.unit;
BEGIN
  IF current_setting('app.assignment', true) = '' THEN RETURN; END IF;
  SELECT x.* INTO u FROM public.assignment h JOIN public.unit x ON x.id = h.unit_id
  WHERE h.id = current_setting('app.assignment')::uuid;
  PERFORM sec.set_context(nullif(current_setting('app.account'), '')::uuid, current_setting('app.assignment')::uuid,
    current_setting('app.actor'), current_setting('app.role'), u.lo, u.hi);
END $$;

-- Makes `unit` say what the placements say of that day, and gives places to what has none or stands
-- elsewhere now: a few one by one, so that few rows change; many, or where room is short, the hat's subtree
-- within its interval; and where that cannot be, all anew.
CREATE FUNCTION sec.rebuild_tree(p_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '60s' AS $$
DECLARE reached bigint; displaced int[]; x int;
BEGIN
  PERFORM sec.ctx_ok(), pg_advisory_xact_lock(7392);

  WITH days AS (
    SELECT unit_id, CASE WHEN bool_or(from_day IS NULL) THEN NULL ELSE min(from_day) END AS first_day,
      CASE WHEN bool_or(until_day IS NULL) THEN NULL ELSE max(until_day) END AS last_day
    FROM public.unit_placement WHERE NOT closed GROUP BY unit_id
  )
  UPDATE public.unit u SET name = t.name, kind = t.kind, type = t.type, may_decide_admission = t.may_decide_admission,
    parent_id = t.parent_id, closed = t.begun AND NOT t.is_row, first_day = d.first_day, last_day = d.last_day, version = u.version + 1
  FROM sec.placements_on(p_day) t LEFT JOIN days d USING (unit_id)
  WHERE u.id = t.unit_id AND (u.name COLLATE "C", u.kind, u.type, u.may_decide_admission, u.parent_id, u.closed, u.first_day, u.last_day)
    IS DISTINCT FROM (t.name COLLATE "C", t.kind, t.type, t.may_decide_admission, t.parent_id, t.begun AND NOT t.is_row, d.first_day, d.last_day);

  WITH RECURSIVE walk AS (
    SELECT id FROM public.unit WHERE parent_id IS NULL
    UNION ALL SELECT u.id FROM walk w JOIN public.unit u ON u.parent_id = w.id
  ) SELECT count(*) INTO reached FROM walk;
  IF reached < (SELECT count(*) FROM public.unit) THEN
    RAISE EXCEPTION 'a unit would stand beneath itself' USING errcode = '23514', constraint = 'unit_no_cycle';
  END IF;

  LOOP
    SELECT array_agg(unit_id) INTO displaced FROM sec.displaced_units();
    EXIT WHEN displaced IS NULL;
    -- The topmost first: what stands beneath it goes with it.
    WITH RECURSIVE line AS (
      SELECT d AS id, d AS at FROM unnest(displaced) AS d
      UNION ALL SELECT l.id, u.parent_id FROM line l JOIN public.unit u ON u.id = l.at WHERE u.parent_id IS NOT NULL
    ) SELECT id INTO x FROM line GROUP BY id ORDER BY count(*), id LIMIT 1;
    IF cardinality(displaced) > 30 OR NOT sec.fit_unit(x) THEN
      IF NOT sec.number_own_units(displaced) THEN PERFORM sec.number_units(NULL, 1048576, 1048576); END IF;
      EXIT;
    END IF;
  END LOOP;

  UPDATE sec.tree_day SET day = p_day WHERE day <> p_day;
  PERFORM sec.refresh_context();
END $$;

-- A day has passed: placements that began or ended since the tree's day take effect. Cheap when none did.
-- Answers whether the tree changed; null when somebody is writing just now, so that a page does not wait
-- for an import: the next one asks again.
CREATE FUNCTION sec.follow_today() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE since date; today date := sec.today();
BEGIN
  PERFORM sec.ctx_ok();
  IF sec.tree_day() >= today THEN RETURN false; END IF;
  IF NOT pg_try_advisory_xact_lock(7392) THEN RETURN NULL; END IF;
  since := sec.tree_day();
  IF since >= today THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM public.unit_placement WHERE from_day > since AND from_day <= today)
    OR EXISTS (SELECT FROM public.unit_placement WHERE until_day >= since AND until_day < today) THEN
    PERFORM sec.rebuild_tree(today);
    RETURN true;
  END IF;
  UPDATE sec.tree_day SET day = today;
  RETURN false;
END $$;

-- Does nothing refer to this unit but its own placements? Only such a one may be taken back. Asked here,
-- because accounts and assignments are not for everybody to see.
CREATE FUNCTION sec.unit_is_empty(p_unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.ctx_ok()
    AND NOT EXISTS (SELECT FROM public.unit WHERE parent_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.unit_placement WHERE parent_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.unit_succession WHERE p_unit IN (from_unit_id, to_unit_id))
    AND NOT EXISTS (SELECT FROM public.headcount WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.unit_option WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.person WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.candidate WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.quota WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.account WHERE unit_id = p_unit)
    AND NOT EXISTS (SELECT FROM public.assignment WHERE unit_id = p_unit)
$$;

RESET ROLE;

-- A policy FOR ALL counts for reading too: each look at the placements would first list the writable units.
DO $$
DECLARE t record; writable text;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('unit_placement', 'unit_id'), ('unit_option', 'unit_id'), ('unit_succession', 'from_unit_id')) AS x (name, key) LOOP
    writable := format('EXISTS (SELECT 1 FROM unit u WHERE u.id = %I AND u.lo >= current_setting(''app.wlo'')::bigint
      AND u.lo <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok()))', t.key);
    EXECUTE format('DROP POLICY writable ON %I', t.name);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t.name, writable);
    EXECUTE format('CREATE POLICY updatable ON %I FOR UPDATE TO pdv_app USING (%s)', t.name, writable);
    EXECUTE format('CREATE POLICY deletable ON %I FOR DELETE TO pdv_app USING (%s)', t.name, writable);
  END LOOP;
END $$;

CREATE TRIGGER unit_fold BEFORE INSERT OR UPDATE OF name ON unit FOR EACH ROW EXECUTE FUNCTION sec.set_unit_fold();

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.tree_day(), sec.fold(text), sec.set_unit_fold(), sec.placements_on(date), sec.number_units(int, bigint, bigint),
  sec.displaced_units(), sec.fit_unit(int), sec.number_own_units(int[]), sec.renumber_units(), sec.refresh_context(), sec.rebuild_tree(date),
  sec.follow_today(), sec.unit_is_empty(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.tree_day(), sec.fold(text), sec.placements_on(date), sec.displaced_units(), sec.renumber_units(),
  sec.rebuild_tree(date), sec.follow_today(), sec.unit_is_empty(int) TO pdv_app;
