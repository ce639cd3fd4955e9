import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { withScope } from "@/lib/access/gate";
import { ImportProgress, type ImportStage } from "@/lib/imports/progress";
import { rejectsName, rejectsOf, writeRejects } from "@/lib/imports/rejects";
import { ChangedMeanwhile } from "@/lib/imports/repository/changes";
import { type ImportMode, runImport, undoImport } from "@/lib/imports/run";
import type { ImportSummary } from "@/lib/imports/summary";
import { IMPORT_KINDS, importKindNamed } from "@/lib/intake/registry";
import { withDatabase } from "@/lib/platform/with-database";
import { actFor } from "./acting";
import { readArguments, runCommand, WrongUsage } from "./arguments";

const USAGE = `npm run import -- <kind> <file> [--commit] [--skip-invalid] [--rejects <file>] [--as <login>] [--format text|json]
npm run import -- undo <batch>
Kinds: ${IMPORT_KINDS.map(({ name }) => name).join(", ")}`;

const TIMEOUT_MS = 600_000;

await runCommand(async () => {
  const { values, positionals } = readArguments({
    commit: { type: "boolean", default: false },
    "skip-invalid": { type: "boolean", default: false },
    rejects: { type: "string" },
    as: { type: "string" },
    format: { type: "string", default: "text" },
  });
  const [what, which, ...rest] = positionals;
  if (!what || !which || rest.length > 0 || !["text", "json"].includes(values.format))
    throw new WrongUsage(USAGE);
  if (what === "undo") return withDatabase(() => actFor(values.as, () => undo(which)));

  const kind = importKindNamed(what);
  if (!kind) throw new WrongUsage(`There is no kind of file "${what}".\n${USAGE}`);
  const bytes = await readFile(which).catch(() => {
    throw new WrongUsage(`The file ${which} cannot be read.`);
  });
  const mode: ImportMode = !values.commit ? "check" : values["skip-invalid"] ? "commitValid" : "commit";
  return withDatabase(() =>
    actFor(values.as, async () => {
      const file = { name: path.basename(which), bytes: new Uint8Array(bytes) };
      const progress = terminalProgress();
      const run = await withScope("import.run", (scope) => runImport(scope, kind, file, mode, { progress }), {
        timeoutMs: TIMEOUT_MS,
      })
        .catch((error: unknown) => {
          if (error instanceof ChangedMeanwhile) return error;
          throw error;
        })
        .finally(wipeLine);
      if (run instanceof ChangedMeanwhile) {
        process.stdout.write(`${run.message}\n`);
        return 1;
      }
      if (mode === "commitValid" && run.summary.refused > 0) {
        const rejects = values.rejects ?? path.join(path.dirname(which), rejectsName(path.basename(which)));
        await writeFile(rejects, writeRejects(rejectsOf(run)));
        console.error(`The refused rows are in ${rejects}.`);
      }
      process.stdout.write(
        values.format === "json" ? `${JSON.stringify(run.summary)}\n` : textOf(run.summary),
      );
      return run.summary.refused > 0 && mode !== "commitValid" ? 1 : 0;
    }),
  );
});

const DOING: Record<ImportStage, string> = { read: "Đọc", check: "Kiểm tra", write: "Ghi" };

/** One line on a terminal, written over; nothing where standard error is a file or a pipe. */
function terminalProgress(): ImportProgress {
  if (!process.stderr.isTTY) return new ImportProgress();
  return new ImportProgress(({ stage, done, total }) =>
    process.stderr.write(`\r\u001B[2K${DOING[stage]}: ${done}/${total}`),
  );
}

function wipeLine(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[2K");
}

async function undo(batch: string): Promise<number> {
  const refused = await withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch), {
    timeoutMs: TIMEOUT_MS,
  });
  process.stdout.write(`${refused ?? "Đã hoàn tác lần nhập."}\n`);
  return refused ? 1 : 0;
}

function textOf(summary: ImportSummary): string {
  const faults = summary.faults.map(
    ({ row, level, message }) => `  dòng ${row}: ${level === "error" ? "LỖI" : "lưu ý"}: ${message}`,
  );
  const counts = `${summary.toAdd} thêm, ${summary.toChange} sửa, ${summary.unchanged} giữ nguyên, ${summary.refused} không nhận.`;
  const end = summary.committed ? `Đã ghi. Mã lần nhập: ${summary.batch}` : "Chưa có gì được ghi.";
  return `${[...faults, `${summary.file}: ${counts}`, end].join("\n")}\n`;
}
