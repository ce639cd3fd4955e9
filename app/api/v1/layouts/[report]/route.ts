import { notFound } from "next/navigation";
import { defineRead } from "@/lib/access/api";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { layoutColumns, layoutRows } from "@/lib/reports/export/layout";
import { loadLayout } from "@/lib/reports/queries/layouts";
import { OFFICIAL_REPORTS } from "@/lib/reports/rules/layout";

type Props = { params: Promise<{ report: string }> };

/** The rows of an official table as a workbook, to be changed and put in again. */
export const GET = defineRead<Props>(async (_request, { params }) => {
  const { report: told } = await params;
  const report = OFFICIAL_REPORTS.find((known) => known === told) ?? notFound();
  const layout = await loadLayout(report);
  return fileAnswer({
    name: `${report}-mau.xlsx`,
    body: writeXlsx([{ name: layout.formNumber, columns: layoutColumns(), rows: layoutRows(layout) }]),
  });
});
