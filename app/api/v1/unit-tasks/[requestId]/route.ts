import { defineRead } from "@/lib/access/api";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { requestSheets } from "@/lib/reports/export/unit-request";
import { loadUnitRequest } from "@/lib/reports/queries/unit-tasks";

type Props = { params: Promise<{ requestId: string }> };

/** All answers to a request in one workbook. */
export const GET = defineRead<Props>(async (_request, { params }) => {
  const page = await loadUnitRequest((await params).requestId);
  return fileAnswer({
    name: `tra-loi-${page.request.requestId.slice(0, 8)}.xlsx`,
    body: writeXlsx(requestSheets(page)),
  });
});
