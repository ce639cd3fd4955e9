import { defineRead } from "@/lib/access/api";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { requestSheets } from "@/lib/reports/export/unit-request";
import { loadUnitRequest } from "@/lib/reports/queries/unit-tasks";

type Props = { params: Promise<{ requestId: string }> };

/** All answers to a request in one workbook. */
export const GET = defineRead<Props>(async (_request, { params }) => {
  const page = await loadUnitRequest((await params).requestId);
  return new Response(writeXlsx(requestSheets(page)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="tra-loi-${page.request.requestId.slice(0, 8)}.xlsx"`,
    },
  });
});
