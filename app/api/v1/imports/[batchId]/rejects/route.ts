import { rejectsName, writeRejects } from "@/lib/imports/rejects";
import { loadRejects } from "@/lib/intake/queries/imports";

/** The refused rows with the sender's columns plus "Lỗi". */
export async function GET(_request: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const run = await loadRejects((await params).batchId);
  return new Response(writeRejects(run), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(rejectsName(run.fileName))}`,
    },
  });
}
