import type { Counted } from "@/lib/quotas/rules/attainment";
import type { Quota } from "@/lib/quotas/rules/quota";
import { isSensitiveGroup } from "./part";
import { type Held, type Shown, shownOf, suppress } from "./suppression";

/** A quota with what was counted for it. */
export type CountedQuota = { quota: Quota; counted: Counted };

/**
 * How the numbers of quotas on ethnic minorities and believers leave, where not as they are. The units beneath
 * are parts of what the unit itself counts: of one group and the same days, they are held back together.
 */
export function heldQuotas(
  own: readonly CountedQuota[],
  beneath: readonly (readonly CountedQuota[])[],
): Map<Quota, Held> {
  const held = new Map<Quota, Held>();
  const hold = ({ quota }: CountedQuota, shown: Shown) => {
    if (shown !== "shown") held.set(quota, shown);
  };
  for (const one of own.filter(isSensitive)) hold(one, shownOf(one.counted.people, wholeOf(one)));
  const alike = new Map<string, CountedQuota[][]>();
  for (const quotas of beneath)
    for (const [key, same] of byCounted(quotas.filter(isSensitive)))
      alike.set(key, [...(alike.get(key) ?? []), same]);
  for (const units of alike.values()) {
    const shown = suppress(
      units.map(([first]) => ({
        total: first?.counted.people ?? 0,
        parts: [],
        ...(first ? { of: wholeOf(first) } : {}),
      })),
    );
    for (const [place, same] of units.entries())
      for (const one of same) hold(one, shown[place]?.[0] ?? "few");
  }
  return held;
}

const isSensitive = ({ quota }: CountedQuota): boolean => isSensitiveGroup(quota.group);

/** Of those admitted the others are known too; of who was introduced or sent nothing is. */
const wholeOf = ({ quota, counted }: CountedQuota): number =>
  quota.indicator === "ADMISSION" ? counted.admitted : counted.people;

/** One unit's quotas that count the same people. */
function byCounted(quotas: readonly CountedQuota[]): Map<string, CountedQuota[]> {
  const same = new Map<string, CountedQuota[]>();
  for (const one of quotas) {
    const { indicator, group, from, to } = one.quota;
    const key = [indicator, group, from, to].join();
    same.set(key, [...(same.get(key) ?? []), one]);
  }
  return same;
}
