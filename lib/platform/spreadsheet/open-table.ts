import path from "node:path";
import threads from "node:worker_threads";
import { readTable, type Table, type TableRow } from "./read-table";
import { type FileFault, UnreadableFile } from "./unreadable-file";

/** What the reader beside us tells: rows as they come, the header at the end, or why it stopped. */
export type ReaderNews =
  | { is: "rows"; rows: TableRow[] }
  | { is: "end"; header: string[] }
  | { is: "refused"; fault: FileFault }
  | { is: "failed"; message: string };

/** What a file may cost its reader. */
const LIMITS = { heapMegabytes: 256, milliseconds: 30_000 };

/** A text of this size is read in less time than it takes to start a reader. */
const SMALL_TEXT = 256 * 1024;

/**
 * Reads a file as `readTable` does, in a thread of its own with a limit to its memory and time, so that no
 * file can hold up or bring down the server. A small CSV file is read in place.
 * @throws UnreadableFile with a message for the sender.
 */
export function openTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  const inPlace = /\.csv$/i.test(fileName) && bytes.byteLength <= SMALL_TEXT;
  return inPlace ? readTable(bytes, fileName) : waiting(() => readApart(bytes, fileName));
}

/** The one being read among them. */
const MOST_WAITING = 5;

let last: Promise<unknown> = Promise.resolve();
let waitingNow = 0;

/** One file at a time: several large ones together would cost what one may not; and few wait, each in memory. */
async function waiting<T>(read: () => Promise<T>): Promise<T> {
  if (waitingNow >= MOST_WAITING) throw new UnreadableFile("busy");
  waitingNow++;
  try {
    const mine = last.then(read, read);
    last = mine.catch(() => undefined);
    return await mine;
  } finally {
    waitingNow--;
  }
}

function readApart(bytes: Uint8Array, fileName: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    const script = path.join(
      /* turbopackIgnore: true */ process.cwd(),
      "lib/platform/spreadsheet/reader.mjs",
    );
    const reader = new threads.Worker(script, {
      workerData: { bytes, fileName },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes },
      execArgv: [],
      stderr: true,
    });
    const rows: TableRow[] = [];
    const timer = setTimeout(() => end(() => reject(new UnreadableFile("tooHeavy"))), LIMITS.milliseconds);
    const end = (answer: () => void) => {
      clearTimeout(timer);
      reader.removeAllListeners();
      reader.on("error", () => undefined);
      void reader.terminate();
      answer();
    };
    reader.on("message", (news: ReaderNews) => {
      if (news.is === "rows") for (const row of news.rows) rows.push(row);
      else if (news.is === "end") end(() => resolve({ header: news.header, rows }));
      else if (news.is === "refused") end(() => reject(new UnreadableFile(news.fault)));
      else end(() => reject(new Error(news.message)));
    });
    reader.on("error", (error: NodeJS.ErrnoException) =>
      end(() => reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new UnreadableFile("tooHeavy") : error)),
    );
    reader.on("exit", () => end(() => reject(new UnreadableFile("tooHeavy"))));
  });
}
