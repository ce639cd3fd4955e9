import { defineUpload, refusal } from "@/lib/access/api";
import { requirePermission } from "@/lib/access/gate";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { loadActsOfFile } from "@/lib/reorganisation/queries/file";
import { inBoth } from "@/lib/shared/two-languages";

const MOST_BYTES = 2 * 1024 * 1024;

/** A file of acts comes in: `?name=`, its bytes as the body. Answers its lines for the form; nothing is kept. */
export const POST = defineUpload(async (request) => {
  await requirePermission("organisation.change");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return refused("Tệp lớn hơn 2 MB. Hãy chia nhỏ tệp.");
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return Response.json(await loadActsOfFile({ name, bytes }));
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.message);
    throw error;
  }
});

const refused = (why: string): Response =>
  refusal(400, "unreadableFile", inBoth(why, "The file was not read."));
