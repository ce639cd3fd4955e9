import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { createGunzip, createGzip } from "node:zlib";
import { BackupRefused } from "./backup-refused";

/** First bytes of a file that is encrypted; a plain one begins as gzip does. */
const MARK = Buffer.from("PDVSEAL1");
const SALT = 16;
const NONCE = 12;
const TAG = 16;

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize("NFC"), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });

/** Encrypts what goes through: mark, salt, nonce, the content, and the seal at the end. */
function sealing(passphrase: string): Transform {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce);
  let begun = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (!begun) this.push(Buffer.concat([MARK, salt, nonce]));
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

/** Writes lines into one compressed file that only its owner may read; encrypted with a passphrase. */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  passphrase: string | null,
): Promise<void> {
  async function* withEnds() {
    for await (const line of lines) yield `${line}\n`;
  }
  const target = createWriteStream(file, { mode: 0o600, flags: "wx" });
  const source = Readable.from(withEnds(), { objectMode: false });
  if (passphrase) await pipeline(source, createGzip(), sealing(passphrase), target);
  else await pipeline(source, createGzip(), target);
}

type Sealed = { salt: Buffer; nonce: Buffer; tag: Buffer; from: number; to: number };

async function sealOf(file: string): Promise<Sealed | null> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(MARK.length + SALT + NONCE);
    await handle.read(head, 0, head.length, 0);
    if (!head.subarray(0, MARK.length).equals(MARK)) return null;
    const tag = Buffer.alloc(TAG);
    await handle.read(tag, 0, TAG, Math.max(0, size - TAG));
    const salt = head.subarray(MARK.length, MARK.length + SALT);
    return { salt, nonce: head.subarray(MARK.length + SALT), tag, from: head.length, to: size - TAG - 1 };
  } finally {
    await handle.close();
  }
}

async function* sealedBytes(file: string, { salt, nonce, tag, from, to }: Sealed, passphrase: string) {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(passphrase, salt), nonce, { authTagLength: TAG });
  decipher.setAuthTag(tag);
  for await (const chunk of createReadStream(file, { start: from, end: to })) yield decipher.update(chunk);
  try {
    yield decipher.final();
  } catch {
    throw new BackupRefused("The passphrase is wrong, or the file was changed.");
  }
}

/** Lines by line feed alone: other letters that end lines for some readers may stand in a row. */
async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of source) {
    const lines = (rest + decoder.write(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

/**
 * Reads the lines that `writeLines` wrote. Of an encrypted file the seal is proven only at the end: use
 * nothing for good before the last line.
 * @throws BackupRefused without the passphrase, with a wrong one, or for a damaged file.
 */
export async function* readLines(file: string, passphrase: string | null): AsyncGenerator<string> {
  const seal = await sealOf(file);
  if (seal && !passphrase) throw new BackupRefused("The backup is encrypted: set BACKUP_PASSPHRASE.");

  const source =
    seal && passphrase ? Readable.from(sealedBytes(file, seal, passphrase)) : createReadStream(file);
  const gunzip = createGunzip();
  const flowing = pipeline(source, gunzip);
  flowing.catch(() => undefined);
  try {
    yield* splitLines(gunzip);
    await flowing;
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(
      seal ? "The passphrase is wrong, or the file was changed." : "The file is damaged.",
    );
  }
}
