import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { findProcedureOptions } from "../repository/options";
import { type Rulebook, rulebookOn } from "../rulebook";
import { optionsAt, type ProvinceOptions } from "../rules/options";

/** What the page of the rules shows beside the rules themselves: the book and the options in force today. */
export type RulesPage = {
  book: Rulebook;
  options: ProvinceOptions;
  today: PlainDate;
  maySet: boolean;
};

/** The rules as they are in force today at the actor's place in the tree. */
export function loadRules(): Promise<RulesPage> {
  return withScope("rules.read", async (scope) => {
    const { today, actor } = scope;
    return {
      book: rulebookOn(today),
      options: optionsAt(await findProcedureOptions(scope), actor.unit.lo, today),
      today,
      maySet: can(actor, "rules.set"),
    };
  });
}
