import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { ImportProgress, type ImportState } from "./progress";
import {
  dropProgress,
  holdAccount,
  holdBatch,
  type ImportRunning,
  saveFailed,
  saveReached,
  saveStarted,
} from "./repository/progress";

/** A run that does not begin now; the message is for whoever asked for it. */
export class RunRefused extends Error {
  override name = "RunRefused";
}

/** Each run keeps a connection and needs a second one now and then: together they leave some to everybody else. */
const MOST_AT_ONCE = 5;
let runs = 0;

/**
 * Runs over a file in the transaction of the scope and tells how far it is in short ones beside it, so that
 * any page of any instance can show it. Null: another transaction is at this batch already.
 * @throws RunRefused while the account is at another file, or many others are at theirs.
 */
export async function followRun<T>(
  scope: UnitScope,
  running: ImportRunning,
  run: (progress: ImportProgress) => Promise<T>,
): Promise<T | null> {
  const { batchId } = running;
  if (!(await holdBatch(scope, batchId))) return null;
  if (!(await holdAccount(scope)))
    throw new RunRefused("Đồng chí đang có một tệp khác được kiểm tra hoặc ghi. Hãy chờ xong.");
  if (runs >= MOST_AT_ONCE) throw new RunRefused("Hệ thống đang xử lý nhiều tệp, hãy thử lại sau ít phút.");
  runs++;
  try {
    return await told(scope, running, run);
  } finally {
    runs--;
  }
}

async function told<T>(
  scope: UnitScope,
  running: ImportRunning,
  run: (progress: ImportProgress) => Promise<T>,
): Promise<T> {
  const { batchId } = running;
  await beside((other) => saveStarted(other, running));
  const teller = new Teller(batchId);
  try {
    const answer = await run(new ImportProgress((state) => teller.tell(state)));
    await teller.silent();
    await dropProgress(scope, batchId);
    return answer;
  } catch (error) {
    await teller.silent();
    await beside((other) =>
      error instanceof UnreadableFile ? dropProgress(other, batchId) : saveFailed(other, batchId),
    ).catch(() => undefined);
    throw error;
  }
}

/** A short transaction beside the long one. */
function beside<T>(run: (scope: UnitScope) => Promise<T>): Promise<T> {
  return withScope("import.run", run);
}

/** Writes the latest state, one at a time; a state that cannot be told does not stop the run. */
class Teller {
  private latest: ImportState | null = null;
  private telling: Promise<void> | null = null;

  constructor(private readonly batchId: string) {}

  tell(state: ImportState): void {
    this.latest = state;
    this.telling ??= this.send();
  }

  /** Ends once nothing is being written any more. */
  async silent(): Promise<void> {
    this.latest = null;
    await this.telling;
  }

  private async send(): Promise<void> {
    for (let state = this.latest; state; state = this.latest) {
      const told = state;
      this.latest = null;
      await beside((scope) => saveReached(scope, this.batchId, told)).catch(() => undefined);
    }
    this.telling = null;
  }
}
