-- CreateTable
CREATE TABLE "reorganisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "decision_number" TEXT NOT NULL,
    "document_day" DATE NOT NULL,
    "day" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "acts" JSONB NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "receipt" JSONB,
    "touched" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_by_name" TEXT,
    "done_at" TIMESTAMPTZ(6),
    "undone_by_name" TEXT,
    "undone_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reorganisation_row" (
    "id" BIGSERIAL NOT NULL,
    "reorganisation_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT NOT NULL,
    "before" JSONB,
    "after" TEXT NOT NULL,

    CONSTRAINT "reorganisation_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "reorganisation_id" UUID NOT NULL,
    "candidate_id" UUID,
    "referral_id" UUID,
    "union_unit_id" INTEGER,
    "unit_id" INTEGER NOT NULL,
    "unit_ord" BIGINT NOT NULL DEFAULT 0,
    "until_day" DATE NOT NULL,

    CONSTRAINT "former_place_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reorganisation_ord_day" ON "reorganisation"("unit_ord", "day");

-- CreateIndex
CREATE UNIQUE INDEX "reorganisation_row_once" ON "reorganisation_row"("reorganisation_id", "table_name", "row_key");

-- CreateIndex
CREATE INDEX "former_place_ord_until" ON "former_place"("unit_ord", "until_day");

-- CreateIndex
CREATE UNIQUE INDEX "former_place_candidate" ON "former_place"("candidate_id", "until_day");

-- CreateIndex
CREATE UNIQUE INDEX "former_place_referral" ON "former_place"("referral_id", "until_day");

-- CreateIndex
CREATE UNIQUE INDEX "former_place_union_unit" ON "former_place"("union_unit_id", "until_day");

-- AddForeignKey
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reorganisation_row" ADD CONSTRAINT "reorganisation_row_reorganisation_id_fkey" FOREIGN KEY ("reorganisation_id") REFERENCES "reorganisation"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_reorganisation_id_fkey" FOREIGN KEY ("reorganisation_id") REFERENCES "reorganisation"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_union_unit_id_fkey" FOREIGN KEY ("union_unit_id") REFERENCES "union_unit"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "former_place" ADD CONSTRAINT "former_place_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

ALTER TABLE reorganisation
  ADD CONSTRAINT reorganisation_state CHECK (state IN ('draft', 'planned', 'done', 'undone')),
  ADD CONSTRAINT reorganisation_done CHECK ((state IN ('done', 'undone')) = (done_at IS NOT NULL)),
  ADD CONSTRAINT reorganisation_undone CHECK ((state = 'undone') = (undone_at IS NOT NULL));
ALTER TABLE former_place ADD CONSTRAINT former_place_whose CHECK (num_nonnulls(candidate_id, referral_id, union_unit_id) = 1);

GRANT SELECT, INSERT, UPDATE, DELETE ON reorganisation, reorganisation_row, former_place TO pdv_definer;
GRANT USAGE ON SEQUENCE reorganisation_row_id_seq TO pdv_definer;
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- A row without what renumbering and counting of versions change.
CREATE FUNCTION sec.lasting(r jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$$ SELECT r - ARRAY['unit_ord', 'union_ord', 'class_ord', 'lo', 'hi', 'version'] $$;

-- While a reorganisation is carried out, each row it writes is kept as it was: the first time with its old
-- values, each time with a fingerprint of the new ones. By trigger, so that no road can be forgotten.
CREATE FUNCTION sec.keep_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  n jsonb := sec.lasting(to_jsonb(NEW)); o jsonb := CASE WHEN TG_OP = 'UPDATE' THEN sec.lasting(to_jsonb(OLD)) END;
  key text := coalesce(n ->> 'id', concat_ws(':', n ->> 'from_unit_id', n ->> 'to_unit_id', n ->> 'on_day'));
BEGIN
  IF o = n THEN RETURN NULL; END IF;
  INSERT INTO public.reorganisation_row AS k (reorganisation_id, table_name, row_key, before, after)
  VALUES (current_setting('app.reorganisation')::uuid, TG_TABLE_NAME, key,
    (SELECT jsonb_object_agg(x.key, x.value) FROM jsonb_each(o) x WHERE x.value IS DISTINCT FROM n -> x.key), md5(n::text))
  ON CONFLICT (reorganisation_id, table_name, row_key) DO UPDATE
    SET before = CASE WHEN k.before IS NULL THEN NULL ELSE excluded.before || k.before END, after = excluded.after;
  RETURN NULL;
END $$;

-- The candidates of a range of today's ordinals as they stood on a day: who was moved by a reorganisation since
-- stands where they stood. Under row-level security of whoever asks.
CREATE FUNCTION sec.candidates_on(p_day date, p_lo bigint, p_hi bigint) RETURNS SETOF public.candidate LANGUAGE sql STABLE AS $$
  SELECT c.* FROM public.candidate c
  WHERE c.unit_ord BETWEEN p_lo AND p_hi
    AND NOT EXISTS (SELECT FROM public.former_place f WHERE f.candidate_id = c.id AND f.until_day >= p_day)
  UNION ALL
  SELECT m.* FROM public.former_place f JOIN public.candidate c ON c.id = f.candidate_id
    CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('unit_id', f.unit_id, 'unit_ord', f.unit_ord)) m
  WHERE f.unit_ord BETWEEN p_lo AND p_hi AND f.until_day >= p_day
    AND NOT EXISTS (SELECT FROM public.former_place e
                    WHERE e.candidate_id = f.candidate_id AND e.until_day >= p_day AND e.until_day < f.until_day)
$$;

-- The unit whose writers may reorganise it: it lies in the range of who acts.
CREATE FUNCTION sec.reaches_unit(p_unit int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT sec.ctx_ok() AND EXISTS (SELECT FROM public.unit WHERE id = p_unit
    AND lo BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint)
$$;

-- The hats that stand at these units; accounts are not for an officer to see otherwise.
CREATE FUNCTION sec.hats_of_units(p_units int[]) RETURNS TABLE (assignment_id uuid, account_name text, role text, unit_id int, own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT h.id, a.name, h.role, h.unit_id, a.id IS NOT DISTINCT FROM nullif(current_setting('app.account'), '')::uuid
  FROM public.assignment h JOIN public.account a ON a.id = h.account_id JOIN public.unit u ON u.id = h.unit_id
  WHERE h.unit_id = ANY (p_units) AND h.union_unit_id IS NULL AND h.ended_at IS NULL
    AND (h.until_day IS NULL OR h.until_day >= sec.today())
    AND u.lo BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint
  ORDER BY u.lo, a.name, h.id;
END $$;

-- How many accounts belong to these units.
CREATE FUNCTION sec.accounts_of_units(p_units int[]) RETURNS TABLE (unit_id int, accounts int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT a.unit_id, count(*)::int FROM public.account a
  WHERE a.unit_id = ANY (p_units) AND a.unit_ord BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint GROUP BY 1;
END $$;

-- Ends hats, and opens the same at another unit where one is named; never one's own. Accounts follow their unit.
CREATE FUNCTION sec.reorganise_hats(p_hats jsonb, p_units jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE h record; self uuid := nullif(current_setting('app.account'), '')::uuid;
BEGIN
  FOR h IN SELECT x.assignment, x.to_unit, a.account_id, a.role, a.unit_id, a.until_day, a.delegated_by
           FROM jsonb_to_recordset(p_hats) AS x (assignment uuid, to_unit int) JOIN public.assignment a ON a.id = x.assignment
           WHERE a.ended_at IS NULL AND a.union_unit_id IS NULL LOOP
    IF NOT sec.reaches_unit(h.unit_id) OR (h.to_unit IS NOT NULL AND NOT sec.reaches_unit(h.to_unit)) THEN
      RAISE EXCEPTION 'a hat outside the range' USING errcode = '42501';
    END IF;
    UPDATE public.assignment SET ended_at = now() WHERE id = h.assignment;
    IF h.to_unit IS NOT NULL AND h.account_id IS DISTINCT FROM self AND NOT EXISTS (
      SELECT FROM public.assignment o WHERE o.account_id = h.account_id AND o.role = h.role AND o.unit_id = h.to_unit AND o.ended_at IS NULL
        AND coalesce(o.until_day >= sec.today(), true)) THEN
      INSERT INTO public.assignment (account_id, role, unit_id, from_day, until_day, delegated_by)
      VALUES (h.account_id, h.role, h.to_unit, sec.today(), h.until_day, h.delegated_by);
    END IF;
  END LOOP;
  UPDATE public.account a SET unit_id = x.to_unit, version = a.version + 1
  FROM jsonb_to_recordset(p_units) AS x (from_unit int, to_unit int)
  WHERE a.unit_id = x.from_unit AND sec.reaches_unit(x.from_unit) AND sec.reaches_unit(x.to_unit);
END $$;

-- What of the Youth Union stood beside a unit stands beside another from a day on, and its officers' hats with it.
CREATE FUNCTION sec.reorganise_beside(p_units jsonb, p_day date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE x record; self uuid := nullif(current_setting('app.account'), '')::uuid;
BEGIN
  FOR x IN SELECT p.*, m.to_unit FROM jsonb_to_recordset(p_units) AS m (from_unit int, to_unit int)
           JOIN public.union_placement p ON p.unit_id = m.from_unit AND coalesce(p.until_day >= p_day, true)
           WHERE sec.reaches_unit(m.from_unit) AND sec.reaches_unit(m.to_unit) ORDER BY p.id LOOP
    IF x.from_day >= p_day THEN
      UPDATE public.union_placement SET unit_id = x.to_unit WHERE id = x.id;
    ELSE
      UPDATE public.union_placement SET until_day = p_day - 1 WHERE id = x.id;
      INSERT INTO public.union_placement (union_unit_id, parent_id, name, level, bloc, unit_id, from_day, until_day)
      VALUES (x.union_unit_id, x.parent_id, x.name, x.level, x.bloc, x.to_unit, p_day, x.until_day);
    END IF;
  END LOOP;
  UPDATE public.assignment h SET unit_id = m.to_unit
  FROM jsonb_to_recordset(p_units) AS m (from_unit int, to_unit int)
  WHERE h.unit_id = m.from_unit AND h.union_unit_id IS NOT NULL AND h.ended_at IS NULL AND h.account_id IS DISTINCT FROM self
    AND sec.reaches_unit(m.from_unit) AND sec.reaches_unit(m.to_unit);
END $$;

-- The condition that finds a kept row again.
CREATE FUNCTION sec.kept_row(p_table text, p_key text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN p_table = 'unit_succession' THEN format('t.from_unit_id = %s AND t.to_unit_id = %s AND t.on_day = %L',
      split_part(p_key, ':', 1)::int, split_part(p_key, ':', 2)::int, split_part(p_key, ':', 3))
    WHEN p_table IN ('unit', 'unit_placement', 'union_placement') THEN format('t.id = %s', p_key::int)
    ELSE format('t.id = %L', p_key::uuid) END
$$;

-- What has happened since a reorganisation in what it touched: rows it wrote that say something else now, what
-- came into its units, and what hangs on the units it made. Empty: it can be taken back.
CREATE FUNCTION sec.happened_since(p_id uuid) RETURNS TABLE (what text, unit_name text, people bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r public.reorganisation; n bigint; c record; t record; made int[];
BEGIN
  PERFORM sec.ctx_ok();
  SELECT * INTO r FROM public.reorganisation WHERE id = p_id AND state = 'done'
    AND unit_ord BETWEEN current_setting('app.lo')::bigint AND current_setting('app.hi')::bigint;
  IF NOT FOUND THEN RETURN; END IF;

  FOR t IN SELECT table_name FROM public.reorganisation_row WHERE reorganisation_id = p_id AND table_name NOT IN ('unit', 'account') GROUP BY 1 ORDER BY 1 LOOP
    EXECUTE format($q$SELECT count(*) FROM public.reorganisation_row k LEFT JOIN public.%1$I t ON %2$s
      WHERE k.reorganisation_id = $1 AND k.table_name = %1$L AND k.after IS DISTINCT FROM md5(sec.lasting(to_jsonb(t))::text)$q$, t.table_name,
      CASE WHEN t.table_name = 'unit_succession'
        THEN 't.from_unit_id = split_part(k.row_key, '':'', 1)::int AND t.to_unit_id = split_part(k.row_key, '':'', 2)::int AND t.on_day = split_part(k.row_key, '':'', 3)::date'
        WHEN t.table_name IN ('unit_placement', 'union_placement') THEN 't.id = k.row_key::int' ELSE 't.id = k.row_key::uuid' END)
    INTO n USING p_id;
    IF n > 0 THEN what := t.table_name; unit_name := NULL; people := n; RETURN NEXT; END IF;
  END LOOP;

  FOR t IN SELECT * FROM (VALUES ('step', 'recorded_at'), ('candidate', 'created_at'), ('quota', 'recorded_at'), ('meeting', 'opened_at'),
                          ('training_class', 'created_at'), ('referral', 'recorded_at')) AS v (tbl, col) LOOP
    RETURN QUERY EXECUTE format($q$SELECT 'new:' || %1$L, min(u.name)::text, count(DISTINCT t.id)
      FROM public.unit u JOIN public.%1$I t ON t.unit_ord BETWEEN u.lo AND u.hi AND t.%2$I > $2
      WHERE u.id = ANY ($1) HAVING count(*) > 0$q$, t.tbl, t.col) USING r.touched, r.done_at;
  END LOOP;

  RETURN QUERY SELECT 'new:unit_placement', min(p.name)::text, count(*) FROM public.unit_placement p
    WHERE p.unit_id = ANY (r.touched) AND p.from_day >= r.day AND NOT EXISTS (
      SELECT FROM public.reorganisation_row w WHERE w.reorganisation_id = p_id AND w.table_name = 'unit_placement' AND w.row_key = p.id::text)
    HAVING count(*) > 0;

  SELECT array_agg(row_key::int) INTO made FROM public.reorganisation_row WHERE reorganisation_id = p_id AND table_name = 'unit';
  FOR c IN SELECT x.conrelid::regclass AS tbl, a.attname AS col, cl.relname FROM pg_constraint x
           JOIN pg_class cl ON cl.oid = x.conrelid
           JOIN pg_attribute a ON a.attrelid = x.conrelid AND a.attnum = x.conkey[1]
           WHERE x.contype = 'f' AND x.confrelid = 'public.unit'::regclass AND made IS NOT NULL
             AND cl.relname NOT IN ('unit', 'union_unit', 'unit_succession', 'reorganisation', 'former_place') LOOP
    RETURN QUERY EXECUTE format('SELECT ''new:'' || %3$L, min(u.name)::text, count(*) FROM %1$s t JOIN public.unit u ON u.id = t.%2$I
      WHERE t.%2$I = ANY ($1) AND NOT EXISTS (SELECT FROM public.reorganisation_row w
        WHERE w.reorganisation_id = $2 AND w.table_name = %3$L AND w.row_key = to_jsonb(t) ->> ''id'') HAVING count(*) > 0',
      c.tbl, c.col, c.relname) USING made, p_id;
  END LOOP;
END $$;

-- Takes back all rows of a reorganisation, the last first; the trees have to be rebuilt after it. A step stays
-- readable, as one that was taken back. False: it is not there or something happened since.
CREATE FUNCTION sec.undo_reorganisation(p_id uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE k record; columns text; counted text;
BEGIN
  PERFORM sec.ctx_ok();
  PERFORM FROM public.reorganisation WHERE id = p_id AND state = 'done'
    AND unit_ord BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM sec.happened_since(p_id)) THEN RETURN false; END IF;

  DELETE FROM public.former_place WHERE reorganisation_id = p_id;
  FOR k IN SELECT table_name AS tbl, row_key, before, sec.kept_row(table_name, row_key) AS here
           FROM public.reorganisation_row WHERE reorganisation_id = p_id AND table_name <> 'unit' ORDER BY id DESC LOOP
    IF k.before IS NULL AND k.tbl = 'step' THEN
      UPDATE public.step SET undone_at = now(), undone_by_name = current_setting('app.actor') WHERE id = k.row_key::uuid;
    ELSIF k.before IS NULL THEN
      EXECUTE format('DELETE FROM public.%I t WHERE %s', k.tbl, k.here);
    ELSE
      SELECT string_agg(quote_ident(key), ', ') INTO columns FROM jsonb_object_keys(k.before) key;
      counted := CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = format('public.%I', k.tbl)::regclass AND attname = 'version' AND NOT attisdropped)
        THEN ', version = t.version + 1' ELSE '' END;
      EXECUTE format('UPDATE public.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, $1))%4$s WHERE %3$s',
        k.tbl, columns, k.here, counted) USING k.before;
    END IF;
  END LOOP;
  -- What follows a class or a meeting by its row alone.
  UPDATE public.enrolment e SET class_ord = 0 FROM public.reorganisation_row w
    WHERE w.reorganisation_id = p_id AND w.table_name = 'training_class' AND e.class_id = w.row_key::uuid;
  UPDATE public.meeting_item i SET unit_ord = 0 FROM public.reorganisation_row w
    WHERE w.reorganisation_id = p_id AND w.table_name = 'meeting' AND i.meeting_id = w.row_key::uuid;
  UPDATE public.reorganisation SET state = 'undone', undone_at = now(), undone_by_name = current_setting('app.actor'), version = version + 1 WHERE id = p_id;
  RETURN true;
END $$;

-- The units a reorganisation made, after it was taken back and the tree rebuilt: nothing stands on them.
CREATE FUNCTION sec.remove_reorganised_units(p_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  DELETE FROM public.unit u USING public.reorganisation_row k, public.reorganisation r
  WHERE r.id = p_id AND r.state = 'undone' AND r.unit_ord BETWEEN current_setting('app.wlo')::bigint AND current_setting('app.whi')::bigint
    AND k.reorganisation_id = r.id AND k.table_name = 'unit' AND u.id = k.row_key::int;
END $$;

RESET ROLE;

CREATE TRIGGER reorganisation_ord BEFORE INSERT OR UPDATE ON reorganisation FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER former_place_ord BEFORE INSERT OR UPDATE ON former_place FOR EACH ROW EXECUTE FUNCTION sec.set_unit_ord();
CREATE TRIGGER reorganisations_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of('reorganisation');
CREATE TRIGGER former_places_renumbered AFTER UPDATE ON unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sec.follow_ord_of('former_place');
CREATE TRIGGER reorganisation_audit AFTER INSERT OR UPDATE OR DELETE ON reorganisation FOR EACH ROW EXECUTE FUNCTION sec.write_audit();
CREATE TRIGGER former_place_audit AFTER INSERT OR UPDATE OR DELETE ON former_place FOR EACH ROW EXECUTE FUNCTION sec.write_audit();

GRANT SELECT, INSERT, UPDATE, DELETE ON reorganisation TO pdv_app;
GRANT SELECT, INSERT ON former_place TO pdv_app;

DO $$
DECLARE
  t text;
  readable text := 'unit_ord >= current_setting(''app.lo'')::bigint AND unit_ord <= current_setting(''app.hi'')::bigint AND (SELECT sec.ctx_ok())';
  writable text := 'unit_ord >= current_setting(''app.wlo'')::bigint AND unit_ord <= current_setting(''app.whi'')::bigint AND (SELECT sec.ctx_ok())';
BEGIN
  FOREACH t IN ARRAY ARRAY['reorganisation', 'reorganisation_row', 'former_place'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY definer ON %I FOR ALL TO pdv_definer USING (true) WITH CHECK (true)', t);
    CONTINUE WHEN t = 'reorganisation_row';
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO pdv_app USING (%s)', t, readable);
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO pdv_app WITH CHECK (%s)', t, writable);
  END LOOP;
  EXECUTE format('CREATE POLICY updatable ON reorganisation FOR UPDATE TO pdv_app USING (%s) WITH CHECK (%s)', writable, writable);
  -- Only what has changed nothing may go.
  EXECUTE format('CREATE POLICY deletable ON reorganisation FOR DELETE TO pdv_app USING (state IN (''draft'', ''planned'') AND %s)', writable);

  FOR t IN SELECT unnest(ARRAY['unit_placement', 'union_placement', 'unit_succession', 'candidate', 'person', 'step', 'quota', 'assignment',
                               'account', 'training_class', 'meeting', 'meeting_item', 'referral', 'unit_task', 'unit']) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT %s ON %I FOR EACH ROW
      WHEN (coalesce(current_setting(''app.reorganisation'', true), '''') <> '''') EXECUTE FUNCTION sec.keep_row()',
      t || '_kept', CASE WHEN t = 'unit' THEN '' ELSE 'OR UPDATE' END, t);
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.lasting(jsonb), sec.keep_row(), sec.candidates_on(date, bigint, bigint), sec.reaches_unit(int),
  sec.hats_of_units(int[]), sec.accounts_of_units(int[]), sec.reorganise_hats(jsonb, jsonb), sec.reorganise_beside(jsonb, date), sec.kept_row(text, text),
  sec.happened_since(uuid), sec.undo_reorganisation(uuid), sec.remove_reorganised_units(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.candidates_on(date, bigint, bigint), sec.hats_of_units(int[]), sec.accounts_of_units(int[]), sec.reorganise_hats(jsonb, jsonb),
  sec.reorganise_beside(jsonb, date), sec.happened_since(uuid), sec.undo_reorganisation(uuid), sec.remove_reorganised_units(uuid) TO pdv_app;
