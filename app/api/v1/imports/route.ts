import { defineUpload, refusal } from "@/lib/access/api";
import { requirePermission } from "@/lib/access/gate";
import { RunRefused } from "@/lib/imports/follow";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { inBoth } from "@/lib/shared/two-languages";

const MOST_BYTES = 50 * 1024 * 1024;

/**
 * A file comes in: `?kind=&name=`, its bytes as the body. Answers what a dry run answers. The length that was
 * announced has to arrive, so that nothing on the way can cut a file short unseen. With `batch=` a number of
 * the sender's own, they can ask how far it is.
 */
export const POST = defineUpload(async (request) => {
  await requirePermission("import.run");
  const { searchParams } = new URL(request.url);
  const length = request.headers.get("x-file-size") ?? request.headers.get("content-length");
  const bytes = Number(length ?? 0) > MOST_BYTES ? null : await readAtMost(MOST_BYTES, request.body);
  if (bytes === null) return refused("Tệp lớn hơn 50 MB. Hãy chia nhỏ tệp.");
  if (length !== null && Number(length) !== bytes.length)
    return refused("Tệp đến không trọn vẹn. Hãy tải lên lại.");
  try {
    const summary = await loadCheckedFile(
      searchParams.get("kind") ?? "",
      { name: searchParams.get("name") ?? "", bytes },
      searchParams.get("batch"),
    );
    if (!summary) return refused("Tệp này đang được kiểm tra.");
    return Response.json(summary);
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof RunRefused) return refused(error.message);
    throw error;
  }
});

/** The bytes of a body, or null as soon as there are more than `most`: a huge one never fills the memory. */
async function readAtMost(most: number, body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts, length));
}

const refused = (why: string): Response =>
  refusal(400, "unreadableFile", inBoth(why, "The file was not read."));
