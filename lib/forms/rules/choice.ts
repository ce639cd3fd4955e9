import type { PlainDate } from "@/lib/shared/days";

/** A template that a unit put in the place of the default one, from a day on. */
export type OwnTemplate = { id: string; unitId: number; form: string; from: PlainDate };

/**
 * The template of a form on a day: that of the nearest unit from the issuing one upwards that has one in
 * force, of these the newest; null: the default.
 */
export function chooseTemplate<Template extends OwnTemplate>(
  templates: readonly Template[],
  form: string,
  unitIds: readonly number[],
  day: PlainDate,
): Template | null {
  for (const unitId of unitIds) {
    const own = templates
      .filter((template) => template.unitId === unitId && template.form === form && template.from <= day)
      .toSorted((a, b) => a.from.localeCompare(b.from));
    const newest = own.at(-1);
    if (newest) return newest;
  }
  return null;
}
