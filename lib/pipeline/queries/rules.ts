import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { type PlainDate, yearOf } from "@/lib/shared/days";
import { type PublicHoliday, publicHolidays } from "@/lib/shared/working-days";
import { findProcedureOptions, findProvince } from "../repository/options";
import { type Rulebook, rulebookOn } from "../rulebook";
import { type OptionsVersion, optionsAt, type ProvinceOptions } from "../rules/options";

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

/** The page of a province's options: what is in force, what was set when and by whom, the year's calendar. */
export type OptionsPage = {
  /** Null: the actor stands under no province. */
  province: { name: string; versions: OptionsVersion[] } | null;
  /** In force today at the actor's place. */
  options: ProvinceOptions;
  year: number;
  holidays: PublicHoliday[];
  today: PlainDate;
  maySet: boolean;
};

/** The options of the province in which the actor stands; only its own officers may set them. */
export function loadProvinceOptions(year: number | null): Promise<OptionsPage> {
  return withScope("rules.read", async (scope) => {
    const { today, actor } = scope;
    const province = await findProvince(scope);
    const shown = year ?? yearOf(today);
    return {
      province,
      options: optionsAt(await findProcedureOptions(scope), actor.unit.lo, today),
      year: shown,
      holidays: publicHolidays(shown),
      today,
      maySet: can(actor, "rules.set") && province?.id === actor.unit.id,
    };
  });
}
