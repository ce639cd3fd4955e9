-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view"("account_id", "name");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

-- An address of this application, and nothing else.
ALTER TABLE saved_view ADD CONSTRAINT saved_view_address CHECK (address ~ '^/(quotas|reports)(/[a-z-]+)*(\?[^#\s]*)?$' AND length(address) <= 2000);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO pdv_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO pdv_app;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON saved_view FOR ALL TO pdv_definer USING (true) WITH CHECK (true);
CREATE POLICY own ON saved_view FOR ALL TO pdv_app USING (account_id = nullif(current_setting('app.account'), '')::uuid AND (SELECT sec.ctx_ok()));
