import { notFound } from "next/navigation";
import { defineRead, wrongQuery } from "@/lib/access/api";
import { currentActor } from "@/lib/access/gate";
import { handOverFile } from "@/lib/handover/export";
import { loadHandOver } from "@/lib/handover/queries";
import { handOverParameters, handOverQuery } from "@/lib/handover/schema";
import { fileAnswer } from "@/lib/platform/file-answer";

/** The people admitted in a period, for the national member database: a workbook, or the same as JSON. */
export const GET = defineRead(async (request) => {
  const actor = (await currentActor()) ?? notFound();
  const query = handOverQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return wrongQuery(query.error);
  const handOver = await loadHandOver(handOverParameters(query.data, actor.today));
  const file = handOverFile(handOver, query.data.format);
  return fileAnswer(file, query.data.format === "json");
});
