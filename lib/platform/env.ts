import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** A setting that is missing or wrong. The message names the variable and says what is expected. */
export class WrongSetting extends Error {
  override name = "WrongSetting";
}

const postgresAddress = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://");

const variables = z.object({
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  DATA_DIR: z.string().default(".data"),
  PORT: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be 1 to 65535")
    .max(65535, "must be 1 to 65535")
    .default(3000),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be the address users type, such as https://example.org" })
    .optional(),
  APP_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z.email("must be the e-mail address that letters come from").optional(),
  DIGEST: z.enum(["0", "1"], "must be 1 or absent").optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  PEOPLE_PER_DAY: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .default(2000),
  DEMO: z.enum(["0", "1"], "must be 1 or absent").optional(),
});

/** The settings of the application, checked. `dataDir` is absolute. */
export type Settings = {
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  dataDir: string;
  port: number;
  appUrl: string;
  appSecret: string | null;
  /** The daily digest by e-mail; null: not switched on. */
  digest: { smtpUrl: string; from: string } | null;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** How many people an account may take away in files in one day. */
  peoplePerDay: number;
  demo: boolean;
};

type Variables = z.infer<typeof variables>;

function oidcOf(given: Variables): Settings["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret };
  if (!issuer && !clientId && !clientSecret) return null;

  const missing = Object.entries({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  throw new WrongSetting(`${missing.join(", ")}: missing; the three OIDC_… settings belong together`);
}

function digestOf({ DIGEST, SMTP_URL: smtpUrl, MAIL_FROM: from }: Variables): Settings["digest"] {
  if (DIGEST !== "1") return null;
  if (smtpUrl && from) return { smtpUrl, from };
  const missing = [smtpUrl ? null : "SMTP_URL", from ? null : "MAIL_FROM"].filter(Boolean);
  throw new WrongSetting(`${missing.join(", ")}: missing; DIGEST=1 needs both`);
}

/**
 * Checks the variables of formats.md §5; an empty one counts as absent.
 * @throws WrongSetting naming every variable that is wrong.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(present);
  if (!parsed.success) {
    throw new WrongSetting(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }

  const given = parsed.data;
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) {
    throw new WrongSetting("DATABASE_URL: missing, although DATABASE_OWNER_URL is given");
  }
  if (given.DATABASE_URL && !given.APP_SECRET) {
    throw new WrongSetting(
      "APP_SECRET: required with a DATABASE_URL of your own (at least 32 random characters)",
    );
  }

  return {
    databaseUrl: given.DATABASE_URL ?? null,
    databaseOwnerUrl: given.DATABASE_OWNER_URL ?? null,
    dataDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), given.DATA_DIR),
    port: given.PORT,
    appUrl: given.APP_URL ?? `http://localhost:${given.PORT}`,
    appSecret: given.APP_SECRET ?? null,
    digest: digestOf(given),
    oidc: oidcOf(given),
    peoplePerDay: given.PEOPLE_PER_DAY,
    demo: given.DEMO === "1",
  };
}

/** The settings of this process, read anew each time (the commands add to the environment). */
export const settings = (): Settings => readSettings(process.env);

/** Reads a file or gives null when there is none. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Makes the folder of the application's own files; the files in it are closed, not the folder. */
export function ensureDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
}

/**
 * The secret that signs and encrypts: APP_SECRET, or the one made once and kept in the data folder.
 * Two processes that make it at once end up with the same one.
 */
export function appSecret({ appSecret: given, dataDir }: Settings = settings()): string {
  if (given) return given;

  const file = path.join(dataDir, "app-secret");
  const kept = contentOf(file);
  if (kept) return kept.trim();

  ensureDataDir(dataDir);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

let ownSecret: { of: string; secret: string } | null = null;

/** The secret of this process, read once as long as the variables that say it stay the same. */
export function processSecret(): string {
  const of = `${process.env.APP_SECRET ?? ""}|${process.env.DATA_DIR ?? ""}`;
  if (ownSecret?.of !== of) ownSecret = { of, secret: appSecret() };
  return ownSecret.secret;
}
