"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { saveNextNumber } from "@/lib/organisation/repository/register";
import { numberSign } from "@/lib/organisation/rules/register";
import { findLastDecisionNumber } from "@/lib/pipeline/repository/decision-numbers";
import { yearOf } from "@/lib/shared/days";
import type { AnyFinding } from "@/lib/shared/form-state";
import { reviewTemplate } from "./import/template";
import { templateFaultSentence } from "./labels";
import { findOwnTemplate, saveTemplate, saveWithdrawnTemplate } from "./repository/templates";
import { replaceTemplateSchema, takeNumberSchema, withdrawTemplateSchema } from "./schema";

/** Puts an office's own template in the place of the default one, for its unit and all beneath, from a day on. */
export const replaceTemplate = defineAction<typeof replaceTemplateSchema, undefined, AnyFinding>({
  name: "replaceTemplate",
  permission: "form.replace",
  schema: replaceTemplateSchema,
  secret: ["file"],
  async run({ scope, actor, input }) {
    const faults = await reviewTemplate(input.file);
    if (faults.length > 0) {
      return { refused: [], fieldErrors: { file: faults.map(templateFaultSentence) } };
    }
    await saveTemplate(scope, {
      unitId: actor.unit.id,
      form: input.form,
      from: input.fromDay,
      fileName: input.fileName,
      bytes: input.file,
    });
    return { done: { message: "Đã ghi mẫu của đơn vị.", redirectTo: `/forms/${input.form}?done=replaced` } };
  },
  revalidates: ["/forms"],
});

/** Takes an own template out of use: the one of the unit above, or the default, holds again. */
export const withdrawTemplate = defineAction({
  name: "withdrawTemplate",
  permission: "form.replace",
  schema: withdrawTemplateSchema,
  target: (scope, { templateId }) => findOwnTemplate(scope, templateId),
  async run({ scope, target, input }) {
    if (!(await saveWithdrawnTemplate(scope, target.id, input.version))) {
      return refusedWith("Mẫu này vừa được người khác đổi. Hãy tải lại trang.");
    }
    return { done: { message: "Đã thôi dùng mẫu này." } };
  },
  revalidates: ["/forms"],
});

/** Takes the next number of the unit's own register for a document that no dossier stands for. */
export const takeNumber = defineAction<typeof takeNumberSchema, undefined, AnyFinding>({
  name: "takeNumber",
  permission: "register.keep",
  schema: takeNumberSchema,
  async run({ scope, actor, input: { register, onDay, subject } }) {
    if (onDay > scope.today) {
      return refusedWith("Ngày văn bản: còn ở sau hôm nay.", "onDay");
    }
    const year = yearOf(onDay);
    const number = await saveNextNumber(scope, {
      unitId: actor.unit.id,
      register,
      sign: numberSign(actor.unit.name),
      year,
      onDay,
      subject,
      candidateId: null,
      after: register === "QĐ" ? await findLastDecisionNumber(scope, actor.unit, year) : 0,
    });
    return {
      done: {
        message: `Đã lấy số ${number}.`,
        redirectTo: `/forms/register?${new URLSearchParams({ register, year: String(year), done: String(number) })}`,
      },
    };
  },
  revalidates: ["/forms/register"],
});
