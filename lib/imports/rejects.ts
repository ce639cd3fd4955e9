import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import type { ImportRun } from "./run";

/** The refused rows as a CSV file with the sender's own columns plus `Lỗi`. */
export function writeRejects({ table, summary }: ImportRun): ReadableStream<Uint8Array> {
  const sentences = new Map<number, string[]>();
  for (const { row, level, message } of summary.faults) {
    if (level === "error" && row > 1) sentences.set(row, [...(sentences.get(row) ?? []), message]);
  }
  const columns = [...table.header, "Lỗi"].map((title) => ({ title, kind: "text" as const }));
  const rows = table.rows
    .filter(({ row }) => sentences.has(row))
    .map(({ row, raw }) => [
      ...table.header.map((_, place) => raw[place] ?? ""),
      (sentences.get(row) ?? []).join(" "),
    ]);
  return writeCsv(columns, rows);
}

/** `ho-so.csv` → `ho-so.loi.csv`. */
export function rejectsName(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, "") + ".loi.csv";
}
