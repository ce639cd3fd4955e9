import { mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { appSecret, readSettings, WrongSetting } from "@/lib/platform/env";

const SECRET = "0123456789abcdef0123456789abcdef";

test("nothing set: the embedded database in .data, port 3000", () => {
  expect(readSettings({})).toMatchObject({
    databaseUrl: null,
    dataDir: path.resolve(".data"),
    port: 3000,
    appUrl: "http://localhost:3000",
    oidc: null,
    demo: false,
  });
});

test("an empty variable counts as absent", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: " " })).toEqual(readSettings({}));
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a port that is none", { PORT: "http" }, /^PORT: /],
  ["a port beyond the last", { PORT: "65536" }, /^PORT: /],
  [
    "another kind of database",
    { DATABASE_URL: "mysql://x", APP_SECRET: SECRET },
    /^DATABASE_URL: .*postgresql/,
  ],
  ["an own database without a secret", { DATABASE_URL: "postgresql://a:b@c/d" }, /^APP_SECRET: required/],
  ["a short secret", { APP_SECRET: "short" }, /^APP_SECRET: .*32/],
  [
    "an owner without an application",
    { DATABASE_OWNER_URL: "postgresql://a:b@c/d" },
    /^DATABASE_URL: missing/,
  ],
  ["an address without http", { APP_URL: "example.org" }, /^APP_URL: /],
  [
    "half of single sign-on",
    { OIDC_ISSUER: "https://id.example" },
    /^OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: missing/,
  ],
  ["a digest without a server", { DIGEST: "1", MAIL_FROM: "a@b.vn" }, /^SMTP_URL: missing/],
  ["a sender that is no address", { MAIL_FROM: "nobody" }, /^MAIL_FROM: /],
])("%s is refused by name", (_, source, words) => {
  expect(() => readSettings(source)).toThrow(WrongSetting);
  expect(() => readSettings(source)).toThrow(words);
});

test("the digest is off unless it is switched on", () => {
  const mail = { SMTP_URL: "smtp://mail.vn:25", MAIL_FROM: "pdv@mail.vn" };
  expect(readSettings(mail).digest).toBeNull();
  expect(readSettings({ ...mail, DIGEST: "1" }).digest).toEqual({
    smtpUrl: "smtp://mail.vn:25",
    from: "pdv@mail.vn",
  });
});

test("every wrong setting is named at once", () => {
  expect(() => readSettings({ PORT: "x", SMTP_URL: "y" })).toThrow(/PORT: .*\nSMTP_URL: /);
});

test("the secret of the embedded database is made once and only its owner can read it", () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "pdv-secret-"));
  const given = readSettings({ DATA_DIR: dataDir });
  const secret = appSecret(given);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(appSecret(given)).toBe(secret);
  expect(statSync(path.join(dataDir, "app-secret")).mode & 0o777).toBe(0o600);
  expect(appSecret(readSettings({ DATA_DIR: dataDir, APP_SECRET: SECRET }))).toBe(SECRET);
  rmSync(dataDir, { recursive: true });
});
