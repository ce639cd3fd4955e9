import { xmlText } from "@/lib/shared/xml-text";

const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day ZIP knows. */
const DAY = 0x0021;

/** A ZIP file whose entries all carry the same day: packed again, the same content gives the same bytes. */
export function undated(packed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(packed);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error("No ZIP file.");
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === ENTRY) {
    bytes.writeUInt16LE(0, at + 12);
    bytes.writeUInt16LE(DAY, at + 14);
    const local = bytes.readUInt32LE(at + 42);
    bytes.writeUInt16LE(0, local + 10);
    bytes.writeUInt16LE(DAY, local + 12);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return new Uint8Array(bytes);
}

/** The properties of a Word file that was made at a moment. */
export function coreXml(title: string, madeAt: Date): string {
  const moment = madeAt.toISOString().replace(/\.\d+Z$/, "Z");
  const words = xmlText(title).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${words}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}
