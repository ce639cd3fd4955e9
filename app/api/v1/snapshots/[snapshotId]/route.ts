import { defineRead, wrongParameters } from "@/lib/access/api";
import { snapshotFile } from "@/lib/periods/export/file";
import { loadSnapshot } from "@/lib/periods/queries/snapshots";
import { snapshotFileQuery } from "@/lib/periods/schema";
import { fileAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ snapshotId: string }> };

/** A snapshot as a file, made from what was frozen. */
export const GET = defineRead<Props>(async (request, { params }) => {
  const query = snapshotFileQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return wrongParameters({ format: "is no format of a snapshot" });
  const { format } = query.data;
  const page = await loadSnapshot((await params).snapshotId);
  return fileAnswer(await snapshotFile(page, format));
});
