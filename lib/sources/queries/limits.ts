import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { yearOf } from "@/lib/shared/days";
import { findOwnLimits, findUnionLimits } from "../repository/limits";
import { type LimitsVersion, limitsOf, type UnionOptions } from "../rules/options";

/** The limits of the province: what holds today, what was set when, by which document and by whom. */
export type LimitsPage = {
  /** Null: the actor's organisation stands in no province. */
  province: string | null;
  versions: LimitsVersion[];
  limits: UnionOptions;
  today: string;
  maySet: boolean;
};

export function loadUnionLimits(): Promise<LimitsPage> {
  return withScope("union.read", async (scope) => {
    const own = can(scope.actor, "union.limit") ? await findOwnLimits(scope) : null;
    const known = own ?? (await findUnionLimits(scope));
    const versions = known?.versions ?? [];
    return {
      province: known?.name ?? null,
      versions,
      limits: limitsOf(versions, yearOf(scope.today), scope.today),
      today: scope.today,
      maySet: own !== null,
    };
  });
}
