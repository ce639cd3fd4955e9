"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/action";
import { followRun } from "@/lib/imports/follow";
import { findBatch, findFile } from "@/lib/imports/repository/batches";
import { runImport, undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS, importKindNamed } from "./registry";

const batchSchema = z.object({ batchId: z.string() });

const refusedWith = (sentence: string) => ({ refused: [], fieldErrors: { "": [sentence] } });

/** Writes the good rows of a checked file in one transaction; two who press at once write them once. */
export const commitImport = defineAction({
  name: "commitImport",
  permission: "import.run",
  schema: batchSchema,
  target: (scope, { batchId }) => findBatch(scope, batchId),
  async run({ scope, target: { id, kind: kindName, fileName } }) {
    const kind = importKindNamed(kindName);
    const running = { batchId: id, kind: kindName, fileName, doing: "write" } as const;
    const answer = await followRun(scope, running, async (progress) => {
      const batch = await findBatch(scope, id);
      const bytes = await findFile(scope, id);
      if (batch?.state !== "checked" || !bytes || !kind) return "over";
      const file = { name: fileName, bytes: new Uint8Array(bytes) };
      return runImport(scope, kind, file, "commitValid", { batchId: id, progress });
    });
    if (answer === null) return refusedWith("Lần nhập này đang được ghi. Hãy chờ ghi xong.");
    if (answer === "over") return refusedWith("Lần nhập này đã ghi hoặc đã hết hạn. Hãy tải tệp lên lại.");
    const written = answer.summary.toAdd + answer.summary.toChange;
    return {
      done: { message: `Đã ghi ${written} dòng.`, redirectTo: `/import/${id}?done=${written}` },
    };
  },
  revalidates: ["/", "/import", "/pipeline", "/quotas", "/organisation"],
  timeoutMs: 600_000,
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
  revalidates: ["/", "/import", "/pipeline", "/quotas", "/organisation"],
  timeoutMs: 600_000,
});
