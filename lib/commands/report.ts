import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isHTTPAccessFallbackError } from "next/dist/client/components/http-access-fallback/http-access-fallback";
import type { z } from "zod";
import { PeopleBudgetSpent } from "@/lib/access/people-budget";
import { handOverFile } from "@/lib/handover/export";
import { loadHandOver } from "@/lib/handover/queries";
import { handOverParameters, handOverQuery } from "@/lib/handover/schema";
import { today } from "@/lib/platform/clock";
import { withDatabase } from "@/lib/platform/with-database";
import { loadReportFile } from "@/lib/reports/queries/any";
import { UnknownFigure } from "@/lib/reports/queries/unknown-figure";
import { FORMATS, parametersOf, REPORTS, type ReportName, reportQuery } from "@/lib/reports/schema";
import { actFor } from "./acting";
import { readArguments, runCommand, WrongUsage } from "./arguments";

const USAGE = `npm run report -- <${REPORTS.join("|")}> --unit <code> --from <yyyy-mm-dd> --to <yyyy-mm-dd> [--as-of <yyyy-mm-dd>]
  [--count-by decision|ceremony] [--tree as-was|as-is] [--figure <figure>]
  [--months <n>] [--years <n>] [--list <list>] --format ${FORMATS.join("|")} [--out <file>] [--as <login>]
npm run report -- hand-over --unit <code> --from <yyyy-mm-dd> --to <yyyy-mm-dd> [--format xlsx|json] [--out <file>] [--as <login>]`;

await runCommand(async () => {
  const text = { type: "string" } as const;
  const { values, positionals } = readArguments({
    unit: text,
    from: text,
    to: text,
    "as-of": text,
    "count-by": text,
    tree: text,
    figure: text,
    months: text,
    years: text,
    list: text,
    format: text,
    out: text,
    as: text,
  });
  const [name, ...rest] = positionals;
  const { "as-of": asOf, "count-by": countBy, out, as, ...others } = values;
  if (rest.length > 0) throw new WrongUsage(USAGE);
  const makeFile =
    name === "hand-over" ? handOverFrom(others) : reportFrom(name, { ...others, asOf, countBy });

  return withDatabase(() =>
    actFor(as, async () => {
      try {
        const { body } = await makeFile();
        await pipeline(
          Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
          out ? createWriteStream(out) : process.stdout,
          { end: Boolean(out) },
        );
        return 0;
      } catch (error) {
        if (isHTTPAccessFallbackError(error)) {
          process.stdout.write(`There is no unit "${others.unit}" (or figure) within reach.\n`);
          return 1;
        }
        if (error instanceof PeopleBudgetSpent) {
          process.stdout.write(`${error.message}\n`);
          return 1;
        }
        if (error instanceof UnknownFigure) throw new WrongUsage(error.message);
        throw error;
      }
    }),
  );
});

type MakeFile = () => Promise<{ body: ReadableStream<Uint8Array> }>;

function reportFrom(name: string | undefined, typed: Record<string, unknown>): MakeFile {
  if (!REPORTS.includes(name as ReportName)) throw new WrongUsage(USAGE);
  const query = typedOf(reportQuery, typed);
  return () => loadReportFile(name as ReportName, parametersOf(query, today()), query, query.format);
}

function handOverFrom(typed: Record<string, unknown>): MakeFile {
  const query = typedOf(handOverQuery, typed);
  return async () => handOverFile(await loadHandOver(handOverParameters(query, today())), query.format);
}

/** The options as the schema reads them. @throws WrongUsage naming every wrong one */
function typedOf<Schema extends z.ZodType>(schema: Schema, typed: Record<string, unknown>): z.output<Schema> {
  const query = schema.safeParse(typed);
  if (query.success) return query.data;
  const wrong = query.error.issues.map(({ path, message }) => `--${String(path[0])} ${message}`);
  throw new WrongUsage(`${wrong.join("\n")}\n${USAGE}`);
}
