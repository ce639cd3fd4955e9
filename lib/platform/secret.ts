import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { processSecret } from "./env";

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a key is for: a text sealed for one purpose cannot be opened as another, nor the hashes compared. */
export type Purpose = "citizenNumber" | "secondFactor" | "session" | "importFile" | "other";

const keys = new Map<string, Buffer>();

/** The key for a use and purpose, derived once for each secret: a file of 10 000 people asks for it 60 000 times. */
function keyFor(use: "encrypt" | "hash", purpose: Purpose, secret: string): Buffer {
  const of = `${use}:${purpose}:${secret}`;
  const known = keys.get(of);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "phat-trien-dang-vien", `${use}:${purpose}`, 32));
  keys.set(of, key);
  return key;
}

/** A sealed text that was changed, cut, or sealed under another secret or purpose. */
export class UnreadableSecret extends Error {
  override name = "UnreadableSecret";
}

/** Encrypts a short text (AES-256-GCM, a new nonce each time): `v1.` and base64url of nonce, tag and text. */
export function encrypt(text: string, purpose: Purpose, secret: string = processSecret()): string {
  return `${VERSION}.${encryptBytes(Buffer.from(text, "utf8"), purpose, secret).toString("base64url")}`;
}

/** The same for bytes: nonce, tag and what is sealed, without a version. */
export function encryptBytes(bytes: Uint8Array, purpose: Purpose, secret: string = processSecret()): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor("encrypt", purpose, secret), nonce);
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** Opens what `encrypt` gave. @throws UnreadableSecret */
export function decrypt(sealed: string, purpose: Purpose, secret: string = processSecret()): string {
  const [version, content = ""] = sealed.split(".");
  if (version !== VERSION) throw new UnreadableSecret("Not a sealed text.");
  return decryptBytes(Buffer.from(content, "base64url"), purpose, secret).toString("utf8");
}

/** Opens what `encryptBytes` gave. @throws UnreadableSecret */
export function decryptBytes(bytes: Uint8Array, purpose: Purpose, secret: string = processSecret()): Buffer {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new UnreadableSecret("Not a sealed text.");
  try {
    const decipher = createDecipheriv(
      ALGORITHM,
      keyFor("encrypt", purpose, secret),
      bytes.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new UnreadableSecret("The text was changed, or sealed under another APP_SECRET.");
  }
}

/** A keyed hash (HMAC-SHA256, hex) by which equal texts can be found without storing them. */
export function keyedHash(text: string, purpose: Purpose, secret: string = processSecret()): string {
  return createHmac("sha256", keyFor("hash", purpose, secret))
    .update(text, "utf8")
    .digest("hex");
}
