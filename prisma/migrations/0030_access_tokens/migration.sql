-- Personal access tokens: one hat of an account, read only, narrower than the hat where its owner says so. They are
-- resolved inside the database at each transaction, as sessions are, and end with what ends a session.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

CREATE TABLE sec.access_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  permissions text[] NOT NULL CHECK (cardinality(permissions) > 0),
  reports text[] NOT NULL DEFAULT '{}', -- none: all that the permissions open
  unit_id int, -- of the tree the hat stands in; null: as far as the hat reaches
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT access_token_a_year CHECK (expires_at <= created_at + interval '367 days')
);
CREATE INDEX access_token_account ON sec.access_token (account_id);

-- Calls of the last minute, shared by all instances.
CREATE TABLE sec.call_rate (key text PRIMARY KEY, window_from timestamptz NOT NULL, calls int NOT NULL);

-- A context says whether it was opened by a token; that is signed with the rest.
CREATE OR REPLACE FUNCTION sec.signature() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(k || convert_to(concat_ws('|',
    current_setting('app.account', true), current_setting('app.assignment', true), current_setting('app.role', true),
    current_setting('app.lo', true), current_setting('app.hi', true),
    current_setting('app.wlo', true), current_setting('app.whi', true),
    current_setting('app.alo', true), current_setting('app.ahi', true),
    current_setting('app.ulo', true), current_setting('app.uhi', true),
    coalesce(current_setting('app.token', true), ''),
    pg_backend_pid(), extract(epoch FROM now())), 'UTF8')), 'hex') FROM sec.key $$;

-- A token while it holds: its account, its hat, and the narrower unit within the hat's reach.
CREATE FUNCTION sec.token_in_force(token text) RETURNS sec.access_token LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t FROM sec.access_token t
  JOIN public.account a ON a.id = t.account_id AND a.locked_at IS NULL AND NOT a.must_change_password
  JOIN public.assignment h ON h.id = t.assignment_id AND h.account_id = a.id AND h.ended_at IS NULL
    AND h.from_day <= sec.today() AND (h.until_day IS NULL OR h.until_day >= sec.today())
  WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.revoked_at IS NULL AND t.expires_at > now()
    AND (t.unit_id IS NULL
      OR (h.union_unit_id IS NULL AND EXISTS (SELECT FROM public.unit n JOIN public.unit u ON n.lo >= u.lo AND n.hi <= u.hi
          WHERE n.id = t.unit_id AND u.id = h.unit_id))
      OR EXISTS (SELECT FROM public.union_unit n JOIN public.union_unit u ON n.lo >= u.lo AND n.hi <= u.hi
          WHERE n.id = t.unit_id AND u.id = h.union_unit_id))
$$;

-- First statement of each transaction of a call with a token: reads in the range of its hat or narrower unit; writes,
-- administers and audits nothing. Null: not in force.
CREATE FUNCTION sec.begin_with_token(token text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  t sec.access_token; a public.account; h public.assignment; u record;
BEGIN
  t := sec.token_in_force(token);
  IF t.id IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO a FROM public.account WHERE id = t.account_id;
  SELECT * INTO h FROM public.assignment WHERE id = t.assignment_id;
  IF h.union_unit_id IS NULL THEN
    SELECT id, code, name, kind, lo, hi INTO u FROM public.unit WHERE id = coalesce(t.unit_id, h.unit_id);
  ELSE
    SELECT id, code, name, level AS kind, lo, hi INTO u FROM public.union_unit WHERE id = coalesce(t.unit_id, h.union_unit_id);
  END IF;
  PERFORM sec.set_context(a.id, h.id, a.name || ' (kết nối: ' || t.name || ')', h.role, u.lo, u.hi);
  PERFORM set_config('app.token', t.id::text, true), set_config('app.wlo', '1', true), set_config('app.whi', '0', true),
    set_config('app.alo', '1', true), set_config('app.ahi', '0', true), set_config('app.ulo', '1', true), set_config('app.uhi', '0', true);
  PERFORM set_config('app.signature', sec.signature(), true);
  RETURN jsonb_build_object('accountId', a.id, 'login', a.login, 'name', a.name, 'mustChangePassword', false,
    'assignmentId', h.id, 'role', h.role, 'until', h.until_day, 'today', sec.today(),
    'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'lo', u.lo::text, 'hi', u.hi::text),
    'token', jsonb_build_object('id', t.id, 'name', t.name, 'permissions', to_jsonb(t.permissions), 'reports', to_jsonb(t.reports)));
END $$;

-- One more call under a key; refused when there were `most` since the window of a minute opened.
CREATE FUNCTION sec.count_call(p_key text, most int, OUT admitted boolean, OUT remaining int, OUT reset int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE opened timestamptz; used int;
BEGIN
  INSERT INTO sec.call_rate AS r (key, window_from, calls) VALUES (p_key, clock_timestamp(), 1)
  ON CONFLICT (key) DO UPDATE SET
    window_from = CASE WHEN r.window_from <= clock_timestamp() - interval '1 minute' THEN clock_timestamp() ELSE r.window_from END,
    calls = CASE WHEN r.window_from <= clock_timestamp() - interval '1 minute' THEN 1 ELSE r.calls + 1 END
  WHERE r.calls < most OR r.window_from <= clock_timestamp() - interval '1 minute'
  RETURNING r.window_from, r.calls INTO opened, used;
  admitted := FOUND;
  IF NOT admitted THEN SELECT window_from, most INTO opened, used FROM sec.call_rate WHERE key = p_key; END IF;
  remaining := most - used;
  reset := greatest(1, ceil(extract(epoch FROM opened + interval '1 minute' - clock_timestamp())))::int;
END $$;

-- May this page that needs no account be opened once more from an address?
CREATE FUNCTION sec.admit_visitor(address text, most int) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.admitted FROM sec.count_call('visitor@' || address, most) AS c
$$;

-- May this call go on? Of a token (its use is logged), or of a session; in a transaction of its own, so that it
-- stays counted whatever becomes of the call. Too many unknown tokens from an address have to wait; a good one from
-- there passes, for behind it may stand a whole office.
CREATE FUNCTION sec.admit_call(token text, session_token text, address text, call text, per_token int, per_account int, per_address int,
  OUT state text, OUT most int, OUT remaining int, OUT reset int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t sec.access_token; account uuid; admitted boolean; counted record; failures text[] := ARRAY['token@' || address];
BEGIN
  IF token IS NOT NULL THEN
    t := sec.token_in_force(token);
    IF t.id IS NULL THEN
      IF sec.failed_attempts(failures) >= per_address THEN
        SELECT 'tooMany', per_address, 0, 900 INTO state, most, remaining, reset;
      ELSE
        PERFORM sec.record_failure(failures);
        state := 'unknown';
      END IF;
      RETURN;
    END IF;
    account := t.account_id;
    SELECT c.admitted, c.remaining, c.reset INTO admitted, remaining, reset FROM sec.count_call('token:' || t.id, per_token) AS c;
    most := per_token;
  ELSE
    SELECT s.account_id INTO account FROM sec.session s
    WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > now();
    IF account IS NULL THEN
      state := 'unknown';
      RETURN;
    END IF;
  END IF;
  IF token IS NULL OR admitted THEN
    SELECT * INTO counted FROM sec.count_call('account:' || account, per_account);
    IF token IS NULL OR NOT counted.admitted OR counted.remaining < remaining THEN
      SELECT counted.admitted, counted.remaining, counted.reset, per_account INTO admitted, remaining, reset, most;
    END IF;
  END IF;
  state := CASE WHEN admitted THEN 'admitted' ELSE 'tooMany' END;
  IF t.id IS NOT NULL AND admitted THEN
    UPDATE sec.access_token SET last_used_at = now() WHERE id = t.id AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute');
    INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
    SELECT t.account_id, t.assignment_id, a.name, 'useToken', 'READ', 'access_token', t.id::text, coalesce(u.lo, 0),
      jsonb_build_object('token', t.name, 'call', call)::text
    FROM public.account a JOIN public.assignment h ON h.id = t.assignment_id LEFT JOIN public.unit u ON u.id = h.unit_id
    WHERE a.id = t.account_id;
  END IF;
END $$;

-- A token of the hat that is worn; null where there are `most` already.
CREATE FUNCTION sec.make_token(token text, p_name text, p_permissions text[], p_reports text[], p_unit int, p_until date, most int)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE made uuid; owner uuid := nullif(current_setting('app.account'), '')::uuid;
BEGIN
  PERFORM sec.ctx_ok();
  IF owner IS NULL OR coalesce(current_setting('app.token', true), '') <> '' THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(owner::text, 7392));
  IF (SELECT count(*) FROM sec.access_token WHERE account_id = owner AND revoked_at IS NULL AND expires_at > now()) >= most THEN RETURN NULL; END IF;
  INSERT INTO sec.access_token (token_hash, account_id, assignment_id, name, permissions, reports, unit_id, expires_at)
  VALUES (sha256(convert_to(token, 'UTF8')), owner, current_setting('app.assignment')::uuid, p_name, p_permissions, p_reports, p_unit,
    (p_until + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') RETURNING id INTO made;
  INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
  SELECT owner, h.id, current_setting('app.actor'), 'makeToken', 'INSERT', 'access_token', made::text, h.unit_ord,
    jsonb_build_object('name', p_name, 'permissions', p_permissions, 'reports', p_reports, 'unit', p_unit, 'until', p_until)::text
  FROM public.assignment h WHERE h.id = current_setting('app.assignment')::uuid;
  RETURN made;
END $$;

-- Is this place, of an account or of a hat, one that is administered or audited from here?
CREATE FUNCTION sec.oversees(p_ord bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p_ord BETWEEN current_setting('app.alo')::bigint AND current_setting('app.ahi')::bigint
    OR p_ord BETWEEN current_setting('app.ulo')::bigint AND current_setting('app.uhi')::bigint
$$;

-- Ends a token at once: one's own, or one of an account that is overseen.
CREATE FUNCTION sec.revoke_token(p_id uuid, p_overseen boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t sec.access_token; actor uuid := nullif(current_setting('app.account'), '')::uuid;
BEGIN
  PERFORM sec.ctx_ok();
  UPDATE sec.access_token AS k SET revoked_at = now() FROM public.account a, public.assignment h
  WHERE k.id = p_id AND k.revoked_at IS NULL AND a.id = k.account_id AND h.id = k.assignment_id
    AND CASE WHEN p_overseen THEN sec.oversees(a.unit_ord) OR sec.oversees(h.unit_ord) ELSE k.account_id = actor END RETURNING k.* INTO t;
  IF t.id IS NULL THEN RETURN false; END IF;
  INSERT INTO public.audit_event (account_id, assignment_id, actor, action, operation, table_name, row_id, unit_ord, change)
  SELECT actor, nullif(current_setting('app.assignment'), '')::uuid, current_setting('app.actor'),
    CASE WHEN p_overseen THEN 'endToken' ELSE 'revokeToken' END, 'UPDATE', 'access_token', t.id::text,
    coalesce((SELECT unit_ord FROM public.assignment WHERE id = t.assignment_id), 0),
    jsonb_build_object('name', t.name, 'login', (SELECT login FROM public.account WHERE id = t.account_id))::text;
  RETURN true;
END $$;

-- What may be told of tokens; what they are made of is nowhere.
CREATE VIEW sec.token_told AS
  SELECT t.id, t.account_id, a.login, a.login_key, a.name AS account_name, a.unit_ord, h.unit_ord AS hat_ord, t.name, h.role,
    coalesce(CASE WHEN h.union_unit_id IS NULL THEN n.name ELSE m.name END, y.name, u.name)::text AS unit_name, t.permissions, t.reports,
    least(((t.expires_at AT TIME ZONE 'Asia/Ho_Chi_Minh') - interval '1 day')::date, h.until_day) AS until_day, t.last_used_at, t.created_at,
    coalesce(t.revoked_at, t.expires_at) AS ends_at,
    CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() OR h.until_day < sec.today() THEN 'expired' ELSE 'live' END AS state
  FROM sec.access_token t JOIN public.account a ON a.id = t.account_id
  JOIN public.assignment h ON h.id = t.assignment_id JOIN public.unit u ON u.id = h.unit_id
  LEFT JOIN public.union_unit y ON y.id = h.union_unit_id LEFT JOIN public.unit n ON n.id = t.unit_id LEFT JOIN public.union_unit m ON m.id = t.unit_id;

-- One's own tokens, those in force first.
CREATE FUNCTION sec.own_tokens() RETURNS SETOF sec.token_told
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT t.* FROM sec.token_told t
  WHERE t.account_id = nullif(current_setting('app.account'), '')::uuid AND t.ends_at > now() - interval '90 days'
  ORDER BY (t.state = 'live') DESC, t.created_at DESC LIMIT 100;
END $$;

-- Tokens in force of the accounts and hats that are overseen, of one account or of all, by login, those after a token.
CREATE FUNCTION sec.overseen_tokens(p_account uuid, p_after uuid, p_limit int) RETURNS SETOF sec.token_told
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT t.* FROM sec.token_told t
  WHERE t.state = 'live' AND (sec.oversees(t.unit_ord) OR sec.oversees(t.hat_ord)) AND (p_account IS NULL OR t.account_id = p_account)
    AND (p_after IS NULL OR (t.login_key, t.id) > (SELECT b.login_key, b.id FROM sec.token_told b WHERE b.id = p_after))
  ORDER BY t.login_key, t.id LIMIT p_limit;
END $$;

-- What ends sessions ends tokens: a lock, a changed hat, a new password.
CREATE OR REPLACE FUNCTION sec.end_sessions_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    DELETE FROM sec.session WHERE account_id = NEW.id;
    UPDATE sec.access_token SET revoked_at = now() WHERE account_id = NEW.id AND revoked_at IS NULL;
  ELSE
    DELETE FROM sec.session WHERE account_id = NEW.account_id AND assignment_id = NEW.id;
    UPDATE sec.access_token SET revoked_at = now() WHERE account_id = NEW.account_id AND assignment_id = NEW.id AND revoked_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION sec.end_tokens_of_password() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE sec.access_token SET revoked_at = now() WHERE account_id = NEW.account_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER password_changed AFTER UPDATE ON sec.password FOR EACH ROW EXECUTE FUNCTION sec.end_tokens_of_password();

RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.token_in_force(text), sec.begin_with_token(text), sec.count_call(text, int),
  sec.admit_call(text, text, text, text, int, int, int), sec.make_token(text, text, text[], text[], int, date, int), sec.revoke_token(uuid, boolean),
  sec.oversees(bigint), sec.own_tokens(), sec.overseen_tokens(uuid, uuid, int), sec.end_tokens_of_password() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.begin_with_token(text), sec.make_token(text, text, text[], text[], int, date, int), sec.revoke_token(uuid, boolean),
  sec.own_tokens(), sec.overseen_tokens(uuid, uuid, int) TO pdv_app;
GRANT EXECUTE ON FUNCTION sec.admit_call(text, text, text, text, int, int, int) TO pdv_signin;
REVOKE EXECUTE ON FUNCTION sec.admit_visitor(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.admit_visitor(text, int) TO pdv_signin;
