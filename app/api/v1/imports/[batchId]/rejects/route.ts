import { defineRead } from "@/lib/access/api";
import { rejectsName, writeRejects } from "@/lib/imports/rejects";
import { loadRejects } from "@/lib/intake/queries/imports";

/** The refused rows with the sender's columns plus "Lỗi". */
export const GET = defineRead<{ params: Promise<{ batchId: string }> }>(async (_request, { params }) => {
  const run = await loadRejects((await params).batchId);
  return new Response(writeRejects(run), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(rejectsName(run.fileName))}`,
    },
  });
});
