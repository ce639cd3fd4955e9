import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import type { ImportRun } from "./run";

/** The refused rows of a file: what the sender wrote, and why it is not taken. */
export type Rejects = { header: readonly string[]; rows: { texts: readonly string[]; sentence: string }[] };

/** The refused rows of a run. */
export function rejectsOf({ table, summary }: ImportRun): Rejects {
  const sentences = new Map<number, string[]>();
  for (const { row, level, message } of summary.faults) {
    if (level === "error" && row > 1) sentences.set(row, [...(sentences.get(row) ?? []), message]);
  }
  const rows = table.rows
    .filter(({ row }) => sentences.has(row))
    .map(({ row, raw }) => ({ texts: raw, sentence: (sentences.get(row) ?? []).join(" ") }));
  return { header: table.header, rows };
}

/** The refused rows as a CSV file with the sender's own columns plus `Lỗi`. */
export function writeRejects({ header, rows }: Rejects): ReadableStream<Uint8Array> {
  const columns = [...header, "Lỗi"].map((title) => ({ title, kind: "text" as const }));
  return writeCsv(
    columns,
    rows.map(({ texts, sentence }) => [...header.map((_, place) => texts[place] ?? ""), sentence]),
  );
}

/** `ho-so.csv` → `ho-so.loi.csv`. */
export function rejectsName(fileName: string): `${string}.csv` {
  return `${baseName(fileName)}.loi.csv`;
}

/** `ho-so.csv` → `ho-so.da-sua.xlsx`. */
export function mendedName(fileName: string): `${string}.xlsx` {
  return `${baseName(fileName)}.da-sua.xlsx`;
}

const baseName = (fileName: string): string => fileName.replace(/\.[^.]+$/, "");
