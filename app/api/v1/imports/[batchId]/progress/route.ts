import { loadImportProgress } from "@/lib/intake/queries/imports";

/** How far a run over a file is: `{ "progress": … }`, null when there is none. */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const progress = await loadImportProgress((await params).batchId);
  return Response.json({ progress }, { headers: { "Cache-Control": "no-store" } });
}
