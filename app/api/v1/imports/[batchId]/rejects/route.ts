import { defineRead } from "@/lib/access/api";
import { rejectsName, writeRejects } from "@/lib/imports/rejects";
import { loadRejects } from "@/lib/intake/queries/imports";
import { fileAnswer } from "@/lib/platform/file-answer";

/** The refused rows with the sender's columns plus "Lỗi". */
export const GET = defineRead<{ params: Promise<{ batchId: string }> }>(async (_request, { params }) => {
  const run = await loadRejects((await params).batchId);
  return fileAnswer({ name: rejectsName(run.fileName), body: writeRejects(run) });
});
