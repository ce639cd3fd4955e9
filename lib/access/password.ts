import "server-only";
import { randomBytes } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes, one lane (ASVS 11.4.2). */
const COST = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), COST);

let dummy: Promise<string> | null = null;

/** Checks a password; an unknown login costs the same time as a wrong password. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(16).toString("hex"));
  const fits = await verify(stored ?? (await dummy), password.normalize("NFC"));
  return fits && stored !== null;
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A one-time password that can be read out on the telephone: four groups of four. */
export function oneTimePassword(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** What is wrong with a new password, or null: at least 10 characters, not the login, not one letter repeated. */
export function passwordFault(password: string, login: string): string | null {
  if (password.length < 10) return "Mật khẩu cần ít nhất 10 ký tự.";
  if (password.toLowerCase().includes(login.toLowerCase())) return "Mật khẩu không được chứa tên đăng nhập.";
  if (new Set(password).size < 4) return "Mật khẩu lặp lại quá ít ký tự khác nhau.";
  return null;
}
