import { requireSameOrigin } from "@/lib/access/origin";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";

const MOST_BYTES = 50 * 1024 * 1024;

/**
 * A file comes in: `?kind=&name=`, its bytes as the body. Answers what a dry run answers. The length that was
 * announced has to arrive, so that nothing on the way can cut a file short unseen.
 */
export async function POST(request: Request) {
  await requireSameOrigin();
  const { searchParams } = new URL(request.url);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const announced = Number(
    request.headers.get("x-file-size") ?? request.headers.get("content-length") ?? bytes.length,
  );
  if (bytes.length > MOST_BYTES) return refused("Tệp lớn hơn 50 MB. Hãy chia nhỏ tệp.");
  if (announced !== bytes.length) return refused("Tệp đến không trọn vẹn. Hãy tải lên lại.");
  try {
    const summary = await loadCheckedFile(searchParams.get("kind") ?? "", {
      name: searchParams.get("name") ?? "",
      bytes,
    });
    return Response.json(summary, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.message);
    throw error;
  }
}

function refused(message: string): Response {
  return Response.json(
    { error: { code: "unreadableFile", message } },
    { status: 400, headers: { "Cache-Control": "no-store" } },
  );
}
