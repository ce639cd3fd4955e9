import "server-only";
import { VISITS_PER_ADDRESS } from "@/lib/access/limits";
import { parseNumber } from "@/lib/shared/numbers";
import { normalise } from "@/lib/shared/vietnamese";
import {
  admitVisitor,
  findPublicLine,
  findPublicSnapshot,
  type PublicSnapshot,
} from "../repository/verification";
import { hashTyped } from "../rules/snapshot";
import { buildVerdict, type LineAnswer, type Typed, type Verdict } from "../rules/verdict";

/** What the verification page of a paper tells anyone who holds it; `from`: their address, counted. */
export type Verification = { found: PublicSnapshot | null; verdict: Verdict };

export async function loadVerification(id: string, typed: Typed, from: string): Promise<Verification> {
  if (!(await admitVisitor(from, VISITS_PER_ADDRESS))) return { found: null, verdict: { is: "tooMany" } };
  const stored = await findPublicSnapshot(id);
  if (!stored) return { found: null, verdict: { is: "unknown" } };
  if (!stored.intact) return { found: null, verdict: { is: "broken" } };
  return { found: stored, verdict: buildVerdict(stored, typed, await loadLine(id, stored, typed)) };
}

/** The typed number in the typed line; null: none was typed, or the hash is not this paper's. */
async function loadLine(
  id: string,
  { hash }: PublicSnapshot,
  { h, line, number }: Typed,
): Promise<LineAnswer | null> {
  const [words, value] = [normalise(line), parseNumber(number)];
  if (words === "" || number.trim() === "" || hashTyped(h) !== hash) return null;
  return findPublicLine(id, hash, words, value ?? -1);
}
