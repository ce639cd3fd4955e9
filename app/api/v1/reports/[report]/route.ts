import { notFound } from "next/navigation";
import { defineRead, wrongParameters, wrongQuery } from "@/lib/access/api";
import { currentActor, opensReport } from "@/lib/access/gate";
import { fileAnswer } from "@/lib/platform/file-answer";
import { loadReportFile } from "@/lib/reports/queries/any";
import { UnknownFigure } from "@/lib/reports/queries/unknown-figure";
import { MOST_PEOPLE, parametersOf, REPORTS, type ReportName, reportQuery } from "@/lib/reports/schema";

/** What the page shows and the command prints (formats.md §3); people as JSON come page by page. */
export const GET = defineRead<{ params: Promise<{ report: string }> }>(async (request, { params }) => {
  const { report: name } = await params;
  const actor = (await currentActor()) ?? notFound();
  if (!REPORTS.includes(name as ReportName)) notFound();
  if (!opensReport(actor, name)) notFound();

  const query = reportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    return wrongQuery(query.error);
  }
  const { limit = MOST_PEOPLE, after, ...asked } = query.data;
  const page = asked.format === "json" ? { limit, after } : {};
  try {
    const parameters = parametersOf(asked, actor.today);
    const file = await loadReportFile(name as ReportName, parameters, { ...asked, ...page }, asked.format);
    return fileAnswer(file, asked.format === "json");
  } catch (error) {
    if (error instanceof UnknownFigure) return wrongParameters({ [error.field]: error.message });
    throw error;
  }
});
