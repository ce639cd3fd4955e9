import { notFound } from "next/navigation";
import { defineRead } from "@/lib/access/api";
import { currentActor } from "@/lib/access/gate";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { ACT_COLUMNS } from "@/lib/reorganisation/import";

/** An empty file of acts: its columns and one example. */
export const GET = defineRead(async () => {
  if (!(await currentActor())) notFound();
  const columns = ACT_COLUMNS.map(({ header, required }) => ({
    title: required ? `${header} *` : header,
    kind: "text" as const,
    width: 22,
  }));
  const example = ACT_COLUMNS.map(({ example: text }) => text ?? "");
  return fileAnswer({
    name: "sap-xep-to-chuc-mau.xlsx",
    body: writeXlsx([{ name: "Sắp xếp tổ chức", columns, rows: [example] }]),
  });
});
