import { parentPort, workerData } from "node:worker_threads";
import type { ReaderNews } from "./open-table";
import { readRows, type TableRow } from "./read-table";
import { UnreadableFile } from "./unreadable-file";

/** The thread that reads a file for `openTable`: what it has read it hands over and keeps no longer. */
const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };
const tell = (news: ReaderNews) => parentPort?.postMessage(news);

const AT_ONCE = 1000;
let rows: TableRow[] = [];

try {
  const header = await readRows(bytes, fileName, (row) => {
    rows.push(row);
    if (rows.length < AT_ONCE) return;
    tell({ is: "rows", rows });
    rows = [];
  });
  tell({ is: "rows", rows });
  tell({ is: "end", header });
} catch (error) {
  if (error instanceof UnreadableFile) tell({ is: "refused", fault: error.fault });
  else tell({ is: "failed", message: error instanceof Error ? error.message : "unknown" });
}
