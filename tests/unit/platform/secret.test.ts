import fc from "fast-check";
import { expect, test } from "vitest";
import { decrypt, encrypt, keyedHash, UnreadableSecret } from "@/lib/platform/secret";

const SECRET = "a secret of the tests, long enough to be one";
const OTHER = "another secret of the tests, long enough too";

test("any text opens again, and two seals of one text differ", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const sealed = encrypt(text, "citizenNumber", SECRET);
      expect(decrypt(sealed, "citizenNumber", SECRET)).toBe(text);
      expect(encrypt(text, "citizenNumber", SECRET)).not.toBe(sealed);
    }),
    { numRuns: 50 },
  );
});

test("a seal tells nothing of the text", () => {
  expect(encrypt("001086012345", "citizenNumber", SECRET)).not.toContain("001086012345");
});

test("another secret, another purpose, or a changed letter: it does not open", () => {
  const sealed = encrypt("001086012345", "citizenNumber", SECRET);
  // Not the last letter: some of its bits are only padding.
  const changed = `${sealed.slice(0, -8)}${sealed.at(-8) === "A" ? "B" : "A"}${sealed.slice(-7)}`;
  expect(() => decrypt(sealed, "citizenNumber", OTHER)).toThrow(UnreadableSecret);
  expect(() => decrypt(sealed, "secondFactor", SECRET)).toThrow(UnreadableSecret);
  expect(() => decrypt(changed, "citizenNumber", SECRET)).toThrow(UnreadableSecret);
  expect(() => decrypt(sealed.slice(0, 20), "citizenNumber", SECRET)).toThrow(UnreadableSecret);
  expect(() => decrypt("001086012345", "citizenNumber", SECRET)).toThrow(UnreadableSecret);
});

test("equal texts have equal hashes under one secret and purpose only", () => {
  const hash = keyedHash("001086012345", "citizenNumber", SECRET);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(keyedHash("001086012345", "citizenNumber", SECRET)).toBe(hash);
  expect(keyedHash("001086012346", "citizenNumber", SECRET)).not.toBe(hash);
  expect(keyedHash("001086012345", "citizenNumber", OTHER)).not.toBe(hash);
  expect(keyedHash("001086012345", "session", SECRET)).not.toBe(hash);
});
