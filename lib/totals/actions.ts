"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { findPastTotal, savePastTotal, saveTotalWithdrawn } from "./repository";
import { exactValue } from "./rules";
import { pastTotalSchema, seenTotalSchema } from "./schema";

const PAGES = ["/quotas", "/quotas/totals"];

/** Writes down a total of the past without names, in the words of the report it stands in. */
export const recordPastTotal = defineAction({
  name: "recordPastTotal",
  permission: "quota.set",
  schema: pastTotalSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { unit: _, ...total } }) {
    if (total.to > scope.today) return refusedWith("Đến ngày: số liệu gộp chỉ ghi cho kỳ đã qua.", "to");
    if (!(await savePastTotal(scope, target.id, { ...total, value: exactValue(total.words) })))
      return refusedWith("Số liệu: kỳ, việc và nhóm này đã ghi. Hãy bỏ số cũ trước.", "words");
    return {
      done: {
        message: `Đã ghi số liệu gộp của ${target.name}.`,
        redirectTo: `/quotas/totals?unit=${encodeURIComponent(target.code)}&done=1`,
      },
    };
  },
});

/** Takes a total of the past out of sight; it stays in the records. */
export const withdrawPastTotal = defineAction({
  name: "withdrawPastTotal",
  permission: "quota.set",
  schema: seenTotalSchema,
  target: (scope, { total }) => findPastTotal(scope, total),
  revalidates: PAGES,
  async run({ scope, target, input: { version } }) {
    if (!(await saveTotalWithdrawn(scope, target.id, version)))
      return refusedWith("Số liệu này vừa được người khác thay đổi. Hãy tải lại trang.");
    return { done: { message: "Đã bỏ số liệu gộp." } };
  },
});
