import { notFound } from "next/navigation";
import { currentActor } from "@/lib/access/gate";
import { SNAPSHOT_FORMATS, snapshotFile } from "@/lib/periods/export/file";
import { loadSnapshot } from "@/lib/periods/queries/snapshots";

type Props = { params: Promise<{ snapshotId: string }> };

/** A snapshot as a file, made from what was frozen. */
export async function GET(request: Request, { params }: Props) {
  if (!(await currentActor())) notFound();
  const asked = new URL(request.url).searchParams.get("format") ?? "json";
  const format = SNAPSHOT_FORMATS.find((known) => known === asked) ?? notFound();
  const page = await loadSnapshot((await params).snapshotId);
  if (format === "json" && !page.mayReadBody) notFound();
  const file = await snapshotFile(page, format);
  return new Response(file.body, {
    headers: {
      "Content-Type": file.type,
      "Cache-Control": "no-store",
      "Content-Disposition": `attachment; filename="${file.name}"`,
    },
  });
}
