"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { versionsKey } from "@/lib/pipeline/rules/options";
import { formatDay } from "@/lib/shared/days";
import { findOwnLimits, saveUnionLimits, type UnionLimits } from "../repository/limits";
import { limitsSchema } from "../schema";

/** Sets what share may be HTXSNV and outstanding in the actor's own province, from a day on. */
export const setUnionLimits = defineAction<typeof limitsSchema, UnionLimits>({
  name: "setUnionLimits",
  permission: "union.limit",
  schema: limitsSchema,
  target: (scope) => findOwnLimits(scope),
  revalidates: ["/sources"],
  async run({ scope, actor, target, input: { from, document, seen, options } }) {
    if (seen !== versionsKey(target.versions))
      return refusedWith("Người khác vừa sửa giới hạn. Hãy tải lại trang rồi ghi lại.");
    await saveUnionLimits(scope, target, { from, options, document, setBy: actor.name });
    return {
      done: {
        message: `Đã ghi giới hạn từ ngày ${formatDay(from)}.`,
        redirectTo: `/sources/limits?done=${from}`,
      },
    };
  },
});
