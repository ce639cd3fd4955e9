import { notFound } from "next/navigation";
import { currentActor } from "@/lib/access/gate";
import { reportFile } from "@/lib/reports/export/file";
import { loadReport } from "@/lib/reports/queries/any";
import { UnknownFigure } from "@/lib/reports/queries/unknown-figure";
import { parametersOf, REPORTS, type ReportName, reportQuery } from "@/lib/reports/schema";

/** What the page shows and the command prints (formats.md §3). */
export async function GET(request: Request, { params }: { params: Promise<{ report: string }> }) {
  const { report: name } = await params;
  const actor = await currentActor();
  if (!actor || !REPORTS.includes(name as ReportName)) notFound();

  const query = reportQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    return wrong(
      "The parameters are wrong.",
      Object.fromEntries(query.error.issues.map(({ path, message }) => [path.join("."), message])),
    );
  }
  try {
    const report = await loadReport(name as ReportName, parametersOf(query.data, actor.today), query.data);
    const file = reportFile(report, query.data.format);
    return new Response(file.body, {
      headers: {
        "Content-Type": file.type,
        "Cache-Control": "no-store",
        "Content-Disposition": `${query.data.format === "json" ? "inline" : "attachment"}; filename="${file.name}"`,
      },
    });
  } catch (error) {
    if (error instanceof UnknownFigure) return wrong(error.message, { figure: error.message });
    throw error;
  }
}

function wrong(message: string, fields: Record<string, string>): Response {
  return Response.json(
    { error: { code: "wrongParameters", message, fields } },
    { status: 400, headers: { "Cache-Control": "no-store" } },
  );
}
