import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isHTTPAccessFallbackError } from "next/dist/client/components/http-access-fallback/http-access-fallback";
import { today } from "@/lib/platform/clock";
import { withDatabase } from "@/lib/platform/with-database";
import { reportFile } from "@/lib/reports/export/file";
import { loadReport } from "@/lib/reports/queries/any";
import { UnknownFigure } from "@/lib/reports/queries/unknown-figure";
import { FORMATS, parametersOf, REPORTS, type ReportName, reportQuery } from "@/lib/reports/schema";
import { actFor } from "./acting";
import { readArguments, runCommand, WrongUsage } from "./arguments";

const USAGE = `npm run report -- <${REPORTS.join("|")}> --unit <code> --from <yyyy-mm-dd> --to <yyyy-mm-dd> [--as-of <yyyy-mm-dd>]
  [--count-by decision|ceremony] [--tree as-was|as-is] [--figure <figure>]
  [--months <n>] [--years <n>] [--list <list>] --format ${FORMATS.join("|")} [--out <file>] [--as <login>]`;

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
  if (!REPORTS.includes(name as ReportName) || rest.length > 0) throw new WrongUsage(USAGE);
  const { "as-of": asOf, "count-by": countBy, out, as, ...others } = values;
  const query = reportQuery.safeParse({ ...others, asOf, countBy });
  if (!query.success) {
    throw new WrongUsage(
      `${query.error.issues.map(({ path, message }) => `--${String(path[0])} ${message}`).join("\n")}\n${USAGE}`,
    );
  }

  return withDatabase(() =>
    actFor(as, async () => {
      try {
        const report = await loadReport(name as ReportName, parametersOf(query.data, today()), query.data);
        const { body } = reportFile(report, query.data.format);
        await pipeline(
          Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
          out ? createWriteStream(out) : process.stdout,
          { end: Boolean(out) },
        );
        return 0;
      } catch (error) {
        if (isHTTPAccessFallbackError(error)) {
          process.stdout.write(`There is no unit "${query.data.unit}" (or figure) within reach.\n`);
          return 1;
        }
        if (error instanceof UnknownFigure) throw new WrongUsage(error.message);
        throw error;
      }
    }),
  );
});
