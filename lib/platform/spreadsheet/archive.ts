import { createInflateRaw } from "node:zlib";
import { UnreadableFile } from "./unreadable-file";

/** One file inside a ZIP archive: `inflated` is counted, not what the archive claims. */
export type ArchiveEntry = { name: string; inflated: number };

type Listed = {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  claimed: number;
  at: number;
};

const MEGABYTE = 1024 * 1024;

/** Sheets are read as a stream and may be large; everything else is small in an honest file. */
const LIMITS = { ordinary: 64 * MEGABYTE, sheet: 384 * MEGABYTE, total: 512 * MEGABYTE, entries: 2000 };

/** Honest sheets shrink ten- to fortyfold; below this size a higher ratio does no harm. */
const RATIO = { most: 100, above: 8 * MEGABYTE };

const isSheet = (name: string): boolean => /^xl\/worksheets\/|^content\.xml$/i.test(name);

const isBomb = (inflated: number, packed: number): boolean =>
  inflated > RATIO.above && inflated > packed * RATIO.most;

/** The archive's own list of its files. */
function listEntries(bytes: Buffer): Listed[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new UnreadableFile("damaged");

  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) throw new UnreadableFile("bomb");
  const entries: Listed[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new UnreadableFile("damaged");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      claimed: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function packedContent(bytes: Buffer, { at, packed }: Listed): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw new UnreadableFile("damaged");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw new UnreadableFile("damaged");
  return bytes.subarray(start, start + packed);
}

const DOCTYPE = "<!DOCTYPE";

/** Notices a document type, which brings entities: no spreadsheet program writes one. */
class Lookout {
  private tail = "";

  constructor(private readonly isXml: boolean) {}

  /** @throws UnreadableFile */
  see(chunk: Buffer): void {
    if (!this.isXml) return;
    const seam = this.tail + chunk.toString("latin1", 0, DOCTYPE.length);
    if (seam.includes(DOCTYPE) || chunk.includes(DOCTYPE)) throw new UnreadableFile("entities");
    this.tail = chunk.toString("latin1", Math.max(0, chunk.length - DOCTYPE.length));
  }
}

/** Inflates without keeping anything, and stops at the limit. */
function countInflated(content: Buffer, most: number, lookout: Lookout): Promise<number> {
  return new Promise((resolve, reject) => {
    const inflate = createInflateRaw();
    let count = 0;
    inflate.on("data", (chunk: Buffer) => {
      try {
        lookout.see(chunk);
      } catch (error) {
        inflate.destroy();
        reject(error);
        return;
      }
      count += chunk.length;
      if (count > most || isBomb(count, content.length)) {
        inflate.destroy();
        reject(new UnreadableFile("bomb"));
      }
    });
    inflate.on("error", () => reject(new UnreadableFile("damaged")));
    inflate.on("end", () => resolve(count));
    inflate.end(content);
  });
}

async function inflatedSize(bytes: Buffer, entry: Listed): Promise<number> {
  const most = isSheet(entry.name) ? LIMITS.sheet : LIMITS.ordinary;
  if (entry.claimed > most || isBomb(entry.claimed, entry.packed)) throw new UnreadableFile("bomb");
  const content = packedContent(bytes, entry);
  const lookout = new Lookout(/\.(xml|rels)$/i.test(entry.name));
  if (entry.method === 0) {
    lookout.see(content);
    return content.length;
  }
  if (entry.method !== 8) throw new UnreadableFile("damaged");
  return countInflated(content, most, lookout);
}

/**
 * Checks a ZIP archive before anything is made of it: nothing encrypted, nothing that inflates to far
 * more than its size. The claims are checked first, then the true sizes are counted.
 * @throws UnreadableFile
 */
export async function checkArchive(given: Uint8Array): Promise<ArchiveEntry[]> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const listed = listEntries(bytes);
  if (listed.some(({ encrypted }) => encrypted)) throw new UnreadableFile("encrypted");

  let total = 0;
  const entries: ArchiveEntry[] = [];
  for (const entry of listed) {
    const inflated = await inflatedSize(bytes, entry);
    total += inflated;
    if (total > LIMITS.total) throw new UnreadableFile("bomb");
    entries.push({ name: entry.name, inflated });
  }
  return entries;
}

/** The content of one small file of a checked archive as text, or null when it is not there. */
export async function textOfEntry(given: Uint8Array, name: string): Promise<string | null> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const entry = listEntries(bytes).find((listed) => listed.name === name);
  if (!entry) return null;
  const content = packedContent(bytes, entry);
  if (entry.method === 0) return content.toString("utf8");

  const chunks: Buffer[] = [];
  const inflate = createInflateRaw();
  inflate.end(content);
  for await (const chunk of inflate) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
