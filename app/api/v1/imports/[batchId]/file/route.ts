import { defineRead } from "@/lib/access/api";
import { mendedName } from "@/lib/imports/rejects";
import { loadMendedFile } from "@/lib/intake/queries/imports";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

/** The whole file as it was mended on the page, with the lists of its columns. */
export const GET = defineRead<{ params: Promise<{ batchId: string }> }>(async (_request, { params }) => {
  const { kind, fileName, columns, rows } = await loadMendedFile((await params).batchId);
  const sheet = {
    name: kind.label,
    columns: columns.map((column) => ({ ...column, kind: "text" as const, width: 20 })),
    rows: rows.map((texts) => [...texts]),
  };
  return fileAnswer({ name: mendedName(fileName), body: writeXlsx([sheet]) });
});
