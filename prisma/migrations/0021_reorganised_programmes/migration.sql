-- What a reorganisation does to programmes and proposals is kept too, so that it can be taken back.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['programme', 'quota_proposal'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %I FOR EACH ROW
      WHEN (coalesce(current_setting(''app.reorganisation'', true), '''') <> '''') EXECUTE FUNCTION sec.keep_row()', t || '_kept', t);
  END LOOP;
END $$;
