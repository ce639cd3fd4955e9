import { requirePermission } from "@/lib/access/gate";
import { requireSameOrigin } from "@/lib/access/origin";
import { UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { loadActsOfFile } from "@/lib/reorganisation/queries/file";

const MOST_BYTES = 2 * 1024 * 1024;

/** A file of acts comes in: `?name=`, its bytes as the body. Answers its lines for the form; nothing is kept. */
export async function POST(request: Request) {
  await requireSameOrigin();
  await requirePermission("organisation.change");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return refused("Tệp lớn hơn 2 MB. Hãy chia nhỏ tệp.");
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return Response.json(await loadActsOfFile({ name, bytes }), { headers: { "Cache-Control": "no-store" } });
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
