import { requirePermission } from "@/lib/access/gate";
import { fieldsSheet } from "@/lib/forms/export/fields";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

/** The fields that a template may name, as a spreadsheet. */
export async function GET() {
  await requirePermission("form.print");
  return new Response(writeXlsx([fieldsSheet()]), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": 'attachment; filename="cac-truong-cua-mau.xlsx"',
    },
  });
}
