import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file to be packed; its text or bytes may come in pieces. */
export type ZipPart = {
  name: string;
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
};

type Packed = { name: Buffer; crc: number; packed: number; size: number; at: number };

/** Names are UTF-8 and sizes follow the content, since they are not known before. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the first day ZIP knows: the same content gives the same bytes. */
const DAY = 0x0021;

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizesAfter({ crc, packed, size }: Packed): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packed, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function listing({ name, crc, packed, size, at }: Packed): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function ending(entries: Packed[], at: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** Packs files one after the other; nothing but the list of them is kept. Up to 4 GB. */
export async function* zip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Packed[] = [];
  let at = 0;
  for (const part of parts) {
    const entry: Packed = { name: Buffer.from(part.name, "utf8"), crc: 0, packed: 0, size: 0, at };
    const header = localHeader(entry.name);
    yield header;

    async function* counted() {
      for await (const piece of part.content) {
        const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
        entry.crc = crc32(bytes, entry.crc);
        entry.size += bytes.length;
        yield bytes;
      }
    }
    const source = Readable.from(counted(), { objectMode: false });
    const deflate = createDeflateRaw({ level: 6 });
    source.on("error", (error) => deflate.destroy(error));
    source.pipe(deflate);
    try {
      for await (const chunk of deflate) {
        entry.packed += chunk.length;
        yield chunk;
      }
    } finally {
      source.destroy();
    }

    const sizes = sizesAfter(entry);
    yield sizes;
    at += header.length + entry.packed + sizes.length;
    entries.push(entry);
  }

  const list = Buffer.concat(entries.map(listing));
  yield list;
  yield ending(entries, at, list.length);
}
