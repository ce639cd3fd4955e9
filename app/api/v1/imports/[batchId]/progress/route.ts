import { defineRead } from "@/lib/access/api";
import { loadImportProgress } from "@/lib/intake/queries/imports";

/** How far a run over a file is: `{ "progress": … }`, null when there is none. */
export const GET = defineRead<{ params: Promise<{ batchId: string }> }>(async (_request, { params }) => {
  const progress = await loadImportProgress((await params).batchId);
  return Response.json({ progress });
});
