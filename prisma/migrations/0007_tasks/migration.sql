-- What the home page asks of a dossier beside its next step: since when somebody follows the person, and
-- until when the places asked for a verification have to answer (set when a step is next recorded).

ALTER TABLE "candidate"
  ADD COLUMN "helped_since" DATE,
  ADD COLUMN "reply_until" DATE;

-- The owner is held by forced row-level security too; the definer's policy lets it see every row.
SET ROLE pdv_definer;
UPDATE candidate c SET helped_since = (SELECT min(s.on_day) FROM step s
  WHERE s.candidate_id = c.id AND s.kind = 'helperAssigned' AND s.undone_at IS NULL)
WHERE c.helped;
RESET ROLE;

CREATE INDEX "candidate_ord_next" ON "candidate"("unit_ord", "next_step");

-- The daily digest: who asked for it, where to, and the last day it was sent.
ALTER TABLE "account"
  ADD COLUMN "digest_wanted" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "digest_email" TEXT,
  ADD COLUMN "digest_sent_on" DATE;
ALTER TABLE account ADD CONSTRAINT account_digest CHECK (NOT digest_wanted OR digest_email IS NOT NULL);

-- One's own wish, and nobody else's: accounts may be read by their owner but changed by administrators only.
GRANT CREATE ON SCHEMA sec TO pdv_definer;
SET ROLE pdv_definer;
CREATE FUNCTION sec.set_own_digest(p_wanted boolean, p_email text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM sec.ctx_ok();
  UPDATE account SET digest_wanted = p_wanted, digest_email = p_email
  WHERE id = nullif(current_setting('app.account'), '')::uuid;
  RETURN FOUND;
END $$;
RESET ROLE;

REVOKE CREATE ON SCHEMA sec FROM pdv_definer;
REVOKE EXECUTE ON FUNCTION sec.set_own_digest(boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.set_own_digest(boolean, text) TO pdv_app;
