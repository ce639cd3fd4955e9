-- Signing in, sessions, hats, passwords: what the application may do with the tables of the schema sec
-- goes through these functions.

GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;

-- Tries of the last quarter of an hour, per key (a login, an address).
CREATE FUNCTION sec.failed_attempts(keys text[]) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(max(n), 0)::int FROM (
    SELECT count(*) AS n FROM sec.attempt WHERE key = ANY (keys) AND at > now() - interval '15 minutes' GROUP BY key) x
$$;
CREATE FUNCTION sec.record_failure(keys text[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM sec.attempt WHERE at < now() - interval '1 day';
  INSERT INTO sec.attempt (key) SELECT unnest(keys);
$$;
CREATE FUNCTION sec.forget_failures(keys text[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM sec.attempt WHERE key = ANY (keys);
$$;

-- The account of a login that may sign in, with its password's hash.
CREATE FUNCTION sec.account_of_login(p_login text) RETURNS TABLE (account_id uuid, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, p.hash FROM public.account a JOIN sec.password p ON p.account_id = a.id
  WHERE a.login_key = lower(p_login) AND a.locked_at IS NULL
$$;

CREATE FUNCTION sec.end_session(token text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM sec.session WHERE token_hash = sha256(convert_to(token, 'UTF8'))
$$;

-- The hats of the one who acts, today.
CREATE FUNCTION sec.own_hats() RETURNS TABLE (assignment_id uuid, role text, unit_name text, until_day date, delegated boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN QUERY SELECT h.id, h.role, u.name::text, h.until_day, h.delegated_by IS NOT NULL
  FROM public.assignment h JOIN public.unit u ON u.id = h.unit_id
  WHERE h.account_id = nullif(current_setting('app.account'), '')::uuid AND h.ended_at IS NULL
    AND h.from_day <= sec.today() AND (h.until_day IS NULL OR h.until_day >= sec.today())
  ORDER BY h.delegated_by NULLS FIRST, h.from_day, h.id;
END $$;

-- Another hat is another session: the old token ends, a new one begins.
CREATE FUNCTION sec.switch_hat(old_token text, new_token text, hat uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE s sec.session;
BEGIN
  PERFORM sec.ctx_ok();
  IF NOT EXISTS (SELECT FROM sec.own_hats() WHERE assignment_id = hat) THEN RETURN false; END IF;
  DELETE FROM sec.session WHERE token_hash = sha256(convert_to(old_token, 'UTF8'))
    AND account_id = nullif(current_setting('app.account'), '')::uuid RETURNING * INTO s;
  IF s.account_id IS NULL THEN RETURN false; END IF;
  INSERT INTO sec.session (token_hash, account_id, assignment_id, kind, expires_at)
  VALUES (sha256(convert_to(new_token, 'UTF8')), s.account_id, hat, s.kind, s.expires_at);
  RETURN true;
END $$;

-- May the one who acts administer this account? Never their own.
CREATE FUNCTION sec.administers(p_account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.account WHERE id = p_account
    AND unit_ord BETWEEN current_setting('app.alo')::bigint AND current_setting('app.ahi')::bigint
    AND id IS DISTINCT FROM nullif(current_setting('app.account'), '')::uuid)
$$;

CREATE FUNCTION sec.own_password() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM sec.ctx_ok();
  RETURN (SELECT hash FROM sec.password WHERE account_id = nullif(current_setting('app.account'), '')::uuid);
END $$;

-- One's own, or that of an account one administers. Every session of the account ends.
CREATE FUNCTION sec.set_password(p_account uuid, new_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE own boolean := p_account = nullif(current_setting('app.account'), '')::uuid;
BEGIN
  PERFORM sec.ctx_ok();
  IF NOT coalesce(own, false) AND NOT sec.administers(p_account) THEN RETURN false; END IF;
  INSERT INTO sec.password (account_id, hash) VALUES (p_account, new_hash)
  ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, set_at = now();
  UPDATE public.account SET must_change_password = false, version = version + 1 WHERE id = p_account AND coalesce(own, false) AND must_change_password;
  DELETE FROM sec.session WHERE account_id = p_account;
  RETURN true;
END $$;

CREATE FUNCTION sec.end_sessions(p_account uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM sec.ctx_ok();
  IF p_account IS DISTINCT FROM nullif(current_setting('app.account'), '')::uuid AND NOT sec.administers(p_account) THEN RETURN false; END IF;
  DELETE FROM sec.session WHERE account_id = p_account;
  RETURN true;
END $$;

-- A lock or a change of hats acts at once: the account's sessions end.
CREATE FUNCTION sec.end_sessions_of_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_TABLE_NAME = 'account' THEN
    DELETE FROM sec.session WHERE account_id = NEW.id;
  ELSE
    DELETE FROM sec.session WHERE account_id = NEW.account_id AND assignment_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

-- Nobody gives rights to themselves; what is given lies within the giver's range (row-level security).
CREATE FUNCTION sec.refuse_own_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.account_id = nullif(current_setting('app.account', true), '')::uuid THEN
    RAISE EXCEPTION 'nobody gives a role to themselves' USING errcode = '42501';
  END IF;
  RETURN NEW;
END $$;

RESET ROLE;

CREATE TRIGGER account_locked AFTER UPDATE OF locked_at ON account FOR EACH ROW
  WHEN (NEW.locked_at IS DISTINCT FROM OLD.locked_at) EXECUTE FUNCTION sec.end_sessions_of_changed();
CREATE TRIGGER assignment_changed AFTER UPDATE OF role, unit_id, from_day, until_day, ended_at ON assignment FOR EACH ROW
  EXECUTE FUNCTION sec.end_sessions_of_changed();
CREATE TRIGGER assignment_of_others BEFORE INSERT OR UPDATE OF role, unit_id, account_id, until_day ON assignment FOR EACH ROW
  EXECUTE FUNCTION sec.refuse_own_grant();

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.failed_attempts(text[]), sec.record_failure(text[]), sec.forget_failures(text[]), sec.account_of_login(text),
  sec.end_session(text), sec.own_hats(), sec.switch_hat(text, text, uuid), sec.administers(uuid), sec.own_password(),
  sec.set_password(uuid, text), sec.end_sessions(uuid), sec.end_sessions_of_changed(), sec.refuse_own_grant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.failed_attempts(text[]), sec.record_failure(text[]), sec.forget_failures(text[]), sec.account_of_login(text),
  sec.open_session(uuid, text, text, interval), sec.end_session(text) TO pdv_signin;
GRANT EXECUTE ON FUNCTION sec.own_hats(), sec.switch_hat(text, text, uuid), sec.own_password(), sec.set_password(uuid, text),
  sec.end_sessions(uuid), sec.end_session(text) TO pdv_app;
