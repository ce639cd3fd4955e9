import { defineConfig } from "prisma/config";

/** Read by `prisma generate` and, where its schema engine can be had, by `prisma migrate deploy`. */
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? "postgresql://localhost/unused" },
});
