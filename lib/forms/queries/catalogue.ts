import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findLineUp } from "@/lib/organisation/repository/units";
import { defaultTemplate } from "../export/default-template";
import type { WordFile } from "../export/file";
import { fillTemplate } from "../export/fill";
import { findProvince } from "../repository/letterheads";
import { findTemplateBytes, findTemplates, type StoredTemplate } from "../repository/templates";
import { type DatedForm, formsOn, type Guidance, guidancesOn } from "../rules/catalogue";
import { chooseTemplate } from "../rules/choice";
import type { LetterUnit } from "../rules/letterhead";
import { buildBlankRecord } from "../rules/record";

/** A form of the catalogue with the template in force for one's unit today; null: the default. */
export type FormLine = DatedForm & { own: StoredTemplate | null };

/** The page "Mẫu giấy tờ". */
export type FormsView = { forms: FormLine[]; guidances: Guidance[]; mayReplace: boolean; today: string };

/** Every form, with its number of today and whose template holds. */
export function loadForms(): Promise<FormsView> {
  return withScope("form.print", async (scope) => {
    const { line, province } = await ownLine(scope);
    const unitIds = line.map(({ id }) => id);
    const templates = await findTemplates(scope, unitIds);
    return {
      forms: formsOn(scope.today, province).map((form) => ({
        ...form,
        own: chooseTemplate(templates, form.id, unitIds, scope.today),
      })),
      guidances: guidancesOn(scope.today, province),
      mayReplace: can(scope.actor, "form.replace"),
      today: scope.today,
    };
  });
}

/** The page of one form: its templates from one's unit upwards. */
export type FormView = {
  form: FormLine;
  templates: (StoredTemplate & { mine: boolean })[];
  unitName: string;
  mayReplace: boolean;
  today: string;
};

/** One form; not found when the catalogue has none of this name. */
export function loadForm(id: string): Promise<FormView> {
  return withScope("form.print", async (scope) => {
    const { form, line, templates, own } = await formOf(scope, id);
    return {
      form: { ...form, own },
      templates: templates.map((template) => ({
        ...template,
        mine: template.unitId === scope.actor.unit.id,
      })),
      unitName: line[0].name,
      mayReplace: can(scope.actor, "form.replace"),
      today: scope.today,
    };
  });
}

/** A template with its fields, to be changed in Word: a certain one, or the one in force for one's unit. */
export function loadTemplate(id: string, templateId: string | null): Promise<WordFile> {
  return withScope("form.print", async (scope) => {
    const { form, templates, own } = await formOf(scope, id);
    const chosen =
      templateId === null ? own : (templates.find((known) => known.id === templateId) ?? notFound());
    return {
      name: `${form.id}-mau.docx`,
      bytes: (chosen && (await findTemplateBytes(scope, chosen.id))) ?? (await defaultTemplate(form)),
    };
  });
}

/** A form to be filled in by hand: nothing in it but its number and one's own units. */
export function loadBlankForm(id: string): Promise<WordFile> {
  return withScope("form.print", async (scope) => {
    const { form, line, own } = await formOf(scope, id);
    const template = (own && (await findTemplateBytes(scope, own.id))) ?? (await defaultTemplate(form));
    return {
      name: `${form.id}-trong.docx`,
      bytes: await fillTemplate(template, buildBlankRecord(form, line, scope.today)),
    };
  });
}

const NOWHERE: LetterUnit = { id: 0, name: "…………………", kind: "", mayDecide: false };

async function ownLine(scope: UnitScope) {
  const [own = NOWHERE, ...above] = await findLineUp(scope, scope.actor.unit.id);
  const line: [LetterUnit, ...LetterUnit[]] = [own, ...above];
  const province = await findProvince(
    scope,
    line.map(({ id }) => id),
  );
  return { line, province };
}

async function formOf(scope: UnitScope, id: string) {
  const { line, province } = await ownLine(scope);
  const form = formsOn(scope.today, province).find((known) => known.id === id) ?? notFound();
  const unitIds = line.map((unit) => unit.id);
  const templates = await findTemplates(scope, unitIds, id);
  return { form, line, templates, own: chooseTemplate(templates, id, unitIds, scope.today) };
}
