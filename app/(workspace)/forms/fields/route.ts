import { requirePermission } from "@/lib/access/gate";
import { fieldsSheet } from "@/lib/forms/export/fields";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

/** The fields that a template may name, as a spreadsheet. */
export async function GET() {
  await requirePermission("form.print");
  return fileAnswer({ name: "cac-truong-cua-mau.xlsx", body: writeXlsx([fieldsSheet()]) });
}
