import { notFound } from "next/navigation";
import { currentActor } from "@/lib/access/gate";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { layoutColumns, layoutRows } from "@/lib/reports/export/layout";
import { loadLayout } from "@/lib/reports/queries/layouts";
import { OFFICIAL_REPORTS } from "@/lib/reports/rules/layout";

/** The rows of an official table as a workbook, to be changed and put in again. */
export async function GET(_request: Request, { params }: { params: Promise<{ report: string }> }) {
  const { report: told } = await params;
  const report = OFFICIAL_REPORTS.find((known) => known === told);
  if (!report || !(await currentActor())) notFound();
  const layout = await loadLayout(report);
  return new Response(
    writeXlsx([{ name: layout.formNumber, columns: layoutColumns(), rows: layoutRows(layout) }]),
    {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Cache-Control": "no-store",
        "Content-Disposition": `attachment; filename="${report}-mau.xlsx"`,
      },
    },
  );
}
