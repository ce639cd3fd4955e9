"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { formatDay } from "@/lib/shared/days";
import { saveDeadlines } from "../repository/deadlines";
import { findProvince, saveProcedureOptions } from "../repository/options";
import { versionsKey } from "../rules/options";
import { optionsSchema } from "../schema/options";

/** The options of the actor's own province from a day on; the due days of its open dossiers follow at once. */
export const setProcedureOptions = defineAction({
  name: "setProcedureOptions",
  permission: "rules.set",
  schema: optionsSchema,
  async target(scope) {
    const province = await findProvince(scope);
    return province?.id === scope.actor.unit.id ? province : null;
  },
  revalidates: ["/rules", "/rules/options", "/pipeline", "/"],
  timeoutMs: 300_000,
  async run({ scope, actor, target, input: { from, document, seen, options } }) {
    if (seen !== versionsKey(target.versions))
      return refusedWith("Người khác vừa sửa quy định của tỉnh. Hãy tải lại trang rồi ghi lại.");
    await saveProcedureOptions(scope, target.id, { from, options, document, setBy: actor.name });
    const changed = await saveDeadlines(scope);
    return {
      done: {
        message: `Đã ghi quy định của tỉnh từ ngày ${formatDay(from)}.`,
        redirectTo: `/rules/options?done=${from}&changed=${changed}`,
      },
    };
  },
});
