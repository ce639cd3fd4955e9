"use server";

import { z } from "zod";
import { defineAction, refusedWith } from "@/lib/access/action";
import type { UnitScope } from "@/lib/access/gate";
import { type Answers, MATCHES, type Match } from "@/lib/imports/answers";
import { followRun, RunRefused } from "@/lib/imports/follow";
import { headingKey, isOwnHeader } from "@/lib/imports/headings";
import { findBatch, type StoredBatch } from "@/lib/imports/repository/batches";
import { ChangedMeanwhile } from "@/lib/imports/repository/changes";
import { type Draft, findAnswers, findDraft, findTwinRows } from "@/lib/imports/repository/drafts";
import { saveHeadings } from "@/lib/imports/repository/headings";
import { recheckImport, runImport, undoImport } from "@/lib/imports/run";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { OLD_FONTS } from "@/lib/shared/old-fonts";
import { formatNumber } from "@/lib/shared/ratio";
import { normalise } from "@/lib/shared/vietnamese";
import { type KeptFile, loadKeptFile } from "./queries/imports";
import { IMPORT_KINDS, importKindNamed } from "./registry";

const batchSchema = z.object({ batchId: z.string() });

const PAGES = ["/", "/import", "/pipeline", "/quotas", "/organisation"];
const TIMEOUT_MS = 600_000;

const OVER = "Lần nhập này đã ghi hoặc đã hết hạn. Hãy tải tệp lên lại.";

type Refusal = RunRefused | ChangedMeanwhile | UnreadableFile;

/** What is told to whoever asked instead of failing. */
function toldAs(error: unknown): Refusal {
  if (error instanceof RunRefused || error instanceof ChangedMeanwhile || error instanceof UnreadableFile)
    return error;
  throw error;
}

/** The file is opened before the transaction: reading may wait for others. */
const prepare = ({ batchId }: { batchId: string }): Promise<KeptFile | Refusal | null> =>
  loadKeptFile(batchId).catch(toldAs);

/** Writes the good rows of a checked file in one transaction; two who press at once write them once. */
export const commitImport = defineAction({
  name: "commitImport",
  permission: "import.run",
  schema: batchSchema,
  target: (scope, { batchId }) => findBatch(scope, batchId),
  prepare,
  async run({ scope, target: { id, kind: kindName, fileName }, prepared: file }) {
    if (file instanceof Error) return refusedWith(file.message);
    const kind = importKindNamed(kindName);
    const running = { batchId: id, kind: kindName, fileName, doing: "write" } as const;
    const answer = await followRun(scope, running, async (progress) => {
      const batch = await findBatch(scope, id);
      if (batch?.state !== "checked" || !file || !kind) return "over";
      const answers = await findAnswers(scope, id);
      return runImport(scope, kind, file, "commitValid", { batchId: id, answers, progress }).catch(toldAs);
    }).catch(toldAs);
    if (answer === null) return refusedWith("Lần nhập này đang được ghi. Hãy chờ ghi xong.");
    if (answer === "over") return refusedWith(OVER);
    if (answer instanceof Error) return refusedWith(answer.message);
    const written = answer.summary.toAdd + answer.summary.toChange;
    return {
      done: { message: `Đã ghi ${written} dòng.`, redirectTo: `/import/${id}?done=${written}` },
    };
  },
  revalidates: PAGES,
  timeoutMs: TIMEOUT_MS,
});

/** Takes back a whole import, until a later change has touched its rows. */
export const undoImportBatch = defineAction({
  name: "undoImport",
  permission: "import.run",
  schema: batchSchema,
  target: (scope, { batchId }) => findBatch(scope, batchId),
  async run({ scope, target: batch }) {
    const refused = await undoImport(scope, IMPORT_KINDS, batch.id);
    if (refused) return refusedWith(refused);
    return { done: { message: "Đã hoàn tác lần nhập.", redirectTo: `/import/${batch.id}` } };
  },
  revalidates: PAGES,
  timeoutMs: TIMEOUT_MS,
});

/** Takes an answer of the sender and checks the file again as it says. */
async function answerAndCheck(
  scope: UnitScope,
  { id, kind: kindName, fileName }: StoredBatch,
  file: KeptFile | Refusal | null,
  answer: (draft: Draft) => Promise<Answers> | Answers,
  then: { message: string; redirectTo: string },
) {
  if (file instanceof Error) return refusedWith(file.message);
  const kind = importKindNamed(kindName);
  const running = { batchId: id, kind: kindName, fileName, doing: "check" } as const;
  const run = await followRun(scope, running, async (progress) => {
    const batch = await findBatch(scope, id);
    const draft = await findDraft(scope, id);
    if (batch?.state !== "checked" || !file || !kind || !draft) return "over";
    const answers = await answer(draft);
    return recheckImport(scope, kind, batch, { ...file, answers }, progress);
  }).catch(toldAs);
  if (run === null) return refusedWith("Tệp này đang được kiểm tra. Hãy chờ xong.");
  if (run === "over") return refusedWith(OVER);
  if (run instanceof Error) return refusedWith(run.message);
  return { done: then };
}

/** What came back from a form beside the batch: `column.3`, `cell.12.name`, `match.12`. */
const answersSchema = z.looseObject({ batchId: z.string() });

const textsOf = (input: Record<string, unknown>, prefix: string): [string, string][] =>
  Object.entries(input).flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === "string" ? [[name.slice(prefix.length), value]] : [],
  );

/** Says which column each heading of a file stands for; the unit's next files are read the same way. */
export const mapImport = defineAction({
  name: "mapImport",
  permission: "import.run",
  schema: answersSchema,
  target: (scope, { batchId }) => findBatch(scope, batchId),
  prepare,
  async run({ scope, input, target: batch, prepared: file }) {
    const kind = importKindNamed(batch.kind);
    const known = new Set(kind?.columns.map(({ key }) => key));
    const chosen = textsOf(input, "column.").filter(
      ([place, key]) => /^\d{1,4}$/.test(place) && (key === "" || known.has(key)),
    );
    const used = chosen.map(([, key]) => key).filter((key) => key !== "");
    const twice = used.find((key, place) => used.indexOf(key) !== place);
    if (twice !== undefined) {
      const header = kind?.columns.find(({ key }) => key === twice)?.header ?? twice;
      return refusedWith(`Hai cột của tệp cùng ghép vào "${header}". Hãy chọn một cột.`);
    }
    const columns = Object.fromEntries(chosen.map(([place, key]) => [place, key || null]));
    return answerAndCheck(
      scope,
      batch,
      file,
      async ({ answers, header }) => {
        const headings = chosen.flatMap(([place, key]) => {
          const words = normalise(header[Number(place)] ?? "");
          const own = isOwnHeader(words, kind?.columns ?? []);
          return words === "" || own ? [] : [[headingKey(words), key || null] as const];
        });
        await saveHeadings(scope, batch.kind, new Map(headings));
        return { ...answers, columns: { ...answers.columns, ...columns } };
      },
      { message: "Đã ghép cột và kiểm tra lại.", redirectTo: `/import/${batch.id}` },
    );
  },
  revalidates: ["/import"],
  timeoutMs: TIMEOUT_MS,
});

/** Says whether the letters of a file are those of an old font. */
export const readOldFont = defineAction({
  name: "readOldFont",
  permission: "import.run",
  schema: batchSchema.extend({ script: z.enum(["unicode", ...OLD_FONTS]) }),
  target: (scope, { batchId }) => findBatch(scope, batchId),
  prepare,
  run: ({ scope, input: { script }, target: batch, prepared: file }) =>
    answerAndCheck(scope, batch, file, ({ answers }) => ({ ...answers, script }), {
      message: script === "unicode" ? "Giữ nguyên chữ như trong tệp." : "Đã chuyển chữ sang Unicode.",
      redirectTo: `/import/${batch.id}`,
    }),
  revalidates: ["/import"],
  timeoutMs: TIMEOUT_MS,
});

/** Mends cells of a file on the page; the file of the sender stays as it is. */
export const mendImport = defineAction({
  name: "mendImport",
  permission: "import.run",
  schema: answersSchema.extend({ back: z.string().default("") }),
  target: (scope, { batchId }) => findBatch(scope, batchId),
  prepare,
  async run({ scope, input, target: batch, prepared: file }) {
    const known = new Set(importKindNamed(batch.kind)?.columns.map(({ key }) => key));
    const was = new Map(textsOf(input, "was."));
    const cells = textsOf(input, "cell.").flatMap(([at, typed]) => {
      const [, row, key] = /^(\d{1,6})\.(.+)$/.exec(at) ?? [];
      const text = normalise(typed).slice(0, 1000);
      return row && key && known.has(key) && text !== was.get(at) ? [{ row, key, text }] : [];
    });
    if (cells.length === 0) return refusedWith("Chưa có ô nào được sửa.");
    return answerAndCheck(
      scope,
      batch,
      file,
      ({ answers }) => {
        const mends: Record<string, Record<string, string>> = {};
        for (const [row, texts] of Object.entries(answers.mends)) mends[row] = { ...texts };
        for (const { row, key, text } of cells) mends[row] = { ...mends[row], [key]: text };
        return { ...answers, mends };
      },
      {
        message: `Đã sửa ${formatNumber(cells.length)} ô và kiểm tra lại.`,
        redirectTo: pageOf(batch.id, input.back),
      },
    );
  },
  revalidates: ["/import"],
  timeoutMs: TIMEOUT_MS,
});

const isMatch = (word: string): word is Match => MATCHES.some((match) => match === word);

/** Says who the rows of a file mean that meet somebody known, one by one or all alike. */
export const matchImport = defineAction({
  name: "matchImport",
  permission: "import.run",
  schema: answersSchema.extend({ all: z.string().default("") }),
  target: (scope, { batchId }) => findBatch(scope, batchId),
  prepare,
  run: ({ scope, input, target: batch, prepared: file }) =>
    answerAndCheck(
      scope,
      batch,
      file,
      async ({ answers }) => {
        const one = textsOf(input, "match.").filter(([row]) => /^\d{1,6}$/.test(row));
        const all = isMatch(input.all) ? input.all : null;
        const decided = all
          ? (await findTwinRows(scope, batch.id)).map((row) => [String(row), all] as const)
          : one;
        const matches: Record<string, Match> = { ...answers.matches };
        for (const [row, word] of decided) {
          if (isMatch(word)) matches[row] = word;
          else delete matches[row];
        }
        return { ...answers, matches };
      },
      { message: "Đã ghi lựa chọn và kiểm tra lại.", redirectTo: `/import/${batch.id}?show=twin` },
    ),
  revalidates: ["/import"],
  timeoutMs: TIMEOUT_MS,
});

/** The page of a file, with what was looked for there. */
function pageOf(batchId: string, query: string): string {
  const known = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of ["group", "show", "after"]) {
    const value = known.get(name);
    if (value) kept.set(name, value);
  }
  return `/import/${batchId}${kept.size > 0 ? `?${kept}` : ""}`;
}
