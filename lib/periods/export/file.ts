import "server-only";
import QRCode from "qrcode";
import { writePdf } from "@/lib/platform/documents/write-pdf";
import { writeWord } from "@/lib/platform/documents/write-word";
import type { NamedFile } from "@/lib/platform/file-answer";
import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import type { SnapshotPage } from "../queries/snapshots";
import { canonicalJson, type FrozenSheet } from "../rules/content";
import type { SnapshotFormat } from "../schema";
import { sealLines, snapshotPaper } from "./paper";

/** A snapshot as a file, made from what was frozen and from nothing else. */
export async function snapshotFile(
  page: Pick<SnapshotPage, "line" | "content" | "address">,
  format: SnapshotFormat,
): Promise<NamedFile> {
  const { line, content } = page;
  return {
    name: `${content.report}-${content.unit.code}-${content.parameters.asOf}-${line.hash.slice(0, 8)}.${format}`,
    body: await bodyOf(page, format),
  };
}

async function bodyOf(
  { line, content, address }: Pick<SnapshotPage, "line" | "content" | "address">,
  format: SnapshotFormat,
): Promise<BodyInit> {
  switch (format) {
    case "json":
      return `${canonicalJson(content.body)}\n`;
    case "csv": {
      const [first] = content.sheets;
      return writeCsv(first?.columns ?? [], first?.rows ?? []);
    }
    case "xlsx":
      return writeXlsx([...content.sheets, sealSheet([...sealLines(line), `Kiểm tra tại: ${address}`])]);
    case "pdf":
      return new Blob([
        new Uint8Array(await writePdf(snapshotPaper(line, content, await qrPicture(address)))),
      ]);
    case "docx":
      return new Blob([
        new Uint8Array(await writeWord(snapshotPaper(line, content, await qrPicture(address)))),
      ]);
  }
}

const sealSheet = (lines: readonly string[]): FrozenSheet => ({
  name: "Kiểm tra",
  columns: [{ title: "Bản chốt số liệu", kind: "text", width: 120 }],
  rows: lines.map((text) => [text]),
});

const qrPicture = (address: string): Promise<Uint8Array> =>
  QRCode.toBuffer(address, { type: "png", margin: 1, scale: 6 });

/** The same code as a picture on a page. */
export const qrForPage = (address: string): Promise<string> =>
  QRCode.toDataURL(address, { margin: 1, scale: 4 });
