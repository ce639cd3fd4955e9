-- Whom an account read today: people in files that left, and people shown on pages. Distinct ones only.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

CREATE TABLE sec.person_read (
  account_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('exported', 'shown')),
  person_id uuid NOT NULL,
  PRIMARY KEY (account_id, day, kind, person_id)
);

-- Notes these people as read today and answers how many there were before and are now. One transaction of an
-- account at a time, so that two exports at once cannot both find room.
CREATE FUNCTION sec.note_people(p_kind text, p_ids uuid[], OUT before int, OUT people int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE account uuid := nullif(current_setting('app.account', true), '')::uuid; added int;
BEGIN
  PERFORM sec.ctx_ok();
  before := 0; people := 0;
  IF account IS NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(account::text, 7393));
  DELETE FROM sec.person_read WHERE account_id = account AND day < sec.today();
  SELECT count(*) INTO before FROM sec.person_read WHERE account_id = account AND day = sec.today() AND kind = p_kind;
  INSERT INTO sec.person_read (account_id, day, kind, person_id)
  SELECT DISTINCT account, sec.today(), p_kind, id FROM unnest(p_ids) AS id ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  people := before + added;
END $$;

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.note_people(text, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.note_people(text, uuid[]) TO pdv_app;
