"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/action";
import { findBatch, findFile } from "@/lib/imports/repository/batches";
import { runImport, undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS, importKindNamed } from "./registry";

const batchSchema = z.object({ batchId: z.string() });

/** Writes the good rows of a checked file in one transaction. */
export const commitImport = defineAction({
  name: "commitImport",
  permission: "import.run",
  schema: batchSchema,
  target: (scope, { batchId }) => findBatch(scope, batchId),
  async run({ scope, target: batch }) {
    const kind = importKindNamed(batch.kind);
    const bytes = await findFile(scope, batch.id);
    if (batch.state !== "checked" || !bytes || !kind)
      return {
        refused: [],
        fieldErrors: { "": ["Lần nhập này đã ghi hoặc đã hết hạn. Hãy tải tệp lên lại."] },
      };
    const { summary } = await runImport(
      scope,
      kind,
      { name: batch.fileName, bytes: new Uint8Array(bytes) },
      "commitValid",
      { batchId: batch.id },
    );
    const written = summary.toAdd + summary.toChange;
    return {
      done: { message: `Đã ghi ${written} dòng.`, redirectTo: `/import/${batch.id}?done=${written}` },
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
    if (refused) return { refused: [], fieldErrors: { "": [refused] } };
    return { done: { message: "Đã hoàn tác lần nhập.", redirectTo: `/import/${batch.id}` } };
  },
  revalidates: ["/", "/import", "/pipeline", "/quotas", "/organisation"],
  timeoutMs: 600_000,
});
