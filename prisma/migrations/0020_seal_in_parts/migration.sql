-- A large import leaves more events than one statement may seal in its time: a block takes some twenty thousand,
-- and always whole transactions. Called again, it goes on.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;
CREATE OR REPLACE FUNCTION sec.seal_audit() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE last public.audit_seal; horizon bigint; part bigint; sealed record;
BEGIN
  PERFORM pg_advisory_xact_lock(7391);
  SELECT * INTO last FROM public.audit_seal ORDER BY id DESC LIMIT 1;
  SELECT max(txid) INTO horizon FROM public.audit_event
  WHERE txid > coalesce(last.to_txid, 0) AND txid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint;
  IF horizon IS NULL THEN RETURN 0; END IF;
  SELECT txid INTO part FROM public.audit_event WHERE txid > coalesce(last.to_txid, 0) AND txid <= horizon
  ORDER BY txid OFFSET 19999 LIMIT 1;
  horizon := coalesce(part, horizon);
  SELECT * INTO sealed FROM sec.audit_head(coalesce(last.head, repeat('0', 64)), coalesce(last.to_txid, 0), horizon);
  INSERT INTO public.audit_seal (from_txid, to_txid, events, head) VALUES (coalesce(last.to_txid, 0), horizon, sealed.events, sealed.head);
  RETURN sealed.events;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
