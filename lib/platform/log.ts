import pino from "pino";

/** Fields that may carry personal data or secrets; a log line shows only that they were there. */
const HIDDEN = [
  "name",
  "fullName",
  "login",
  "phone",
  "email",
  "password",
  "token",
  "secret",
  "birthDate",
  "citizenNumber",
  "person",
  "people",
  "body",
  "values",
  "params",
];

type Failure = { type: string; message: string; code?: string; stack?: string };

/** An error without its values: messages of database errors may quote a row, so only kind and code stay. */
function withoutValues(error: unknown): Failure {
  if (!(error instanceof Error)) return { type: typeof error, message: "(left out: may quote data)" };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const fromDatabase = "code" in error || error.name.startsWith("Prisma");
  return {
    type: error.name,
    message: fromDatabase ? "(left out: may quote data)" : error.message,
    ...code,
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 12)
      .join("\n"),
  };
}

/** Without words of its own a line would get those of its error, which may quote data. */
function wordsFor(first: unknown): string | null {
  if (first instanceof Error) return first.name;
  const carriesError = typeof first === "object" && first !== null && "err" in first;
  return carriesError ? "failure" : null;
}

/** A log of JSON lines; `to` is where they go. */
export const openLog = (to: pino.DestinationStream) =>
  pino(
    {
      level: process.env.LOG_LEVEL ?? "info",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: HIDDEN.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "***" },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given;
          const words = rest.length === 0 ? wordsFor(first) : null;
          if (words) method.call(this, first, words);
          else method.apply(this, given);
        },
      },
      serializers: { err: withoutValues, error: withoutValues },
    },
    to,
  );

/** The log of this process: JSON lines on standard error, without personal data. */
export const log = openLog(pino.destination({ dest: 2, sync: true }));
