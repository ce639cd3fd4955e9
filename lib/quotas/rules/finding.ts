import type { PlainDate } from "@/lib/shared/days";
import { type Quota, quotaKey } from "./quota";

/** Why a quota was not written. */
export type QuotaFinding =
  | { is: "documentKnown"; blocks: true; number: string | null; day: PlainDate | null }
  | { is: "documentInFuture"; blocks: true; day: PlainDate }
  | { is: "unitsUnknown"; blocks: true; codes: string[] }
  | { is: "nothingTyped"; blocks: true }
  | { is: "quotaGone"; blocks: true };

type Typed = Parameters<typeof quotaKey>[0] & Pick<Quota, "documentNumber" | "documentDay">;

/**
 * A quota is revised by another document, never overwritten: the same document on the same quota is known
 * already, and a document is not dated after today.
 */
export function reviewQuota(quota: Typed, known: readonly Quota[], today: PlainDate): QuotaFinding[] {
  const { documentNumber, documentDay } = quota;
  if (documentDay !== null && documentDay > today)
    return [{ is: "documentInFuture", blocks: true, day: documentDay }];
  return isKnown(quota, known)
    ? [{ is: "documentKnown", blocks: true, number: documentNumber, day: documentDay }]
    : [];
}

/** Is there a quota of the same unit, period, source, indicator and group by the same document? */
export function isKnown(quota: Typed, known: readonly Quota[]): boolean {
  return known.some(
    (other) =>
      quotaKey(other) === quotaKey(quota) &&
      other.documentNumber === quota.documentNumber &&
      other.documentDay === quota.documentDay,
  );
}
