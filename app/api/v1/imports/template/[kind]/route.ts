import { notFound } from "next/navigation";
import { defineRead } from "@/lib/access/api";
import { currentActor } from "@/lib/access/gate";
import { importKindNamed } from "@/lib/intake/registry";
import { fileAnswer } from "@/lib/platform/file-answer";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

/** An empty file of a kind: its columns, what they may hold, and one example. */
export const GET = defineRead<{ params: Promise<{ kind: string }> }>(async (_request, { params }) => {
  const kind = importKindNamed((await params).kind);
  if (!kind || !(await currentActor())) notFound();
  const columns = kind.columns.map(({ header, required, choices }) => ({
    title: required ? `${header} *` : header,
    kind: "text" as const,
    width: 20,
    ...(choices ? { choices } : {}),
  }));
  const example = kind.columns.map(({ example: text }) => text ?? "");
  return fileAnswer({
    name: `${kind.name}-mau.xlsx`,
    body: writeXlsx([{ name: kind.label, columns, rows: [example] }]),
  });
});
