"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { countByWords } from "../labels/official";
import { findCountBy, saveCountBy } from "../repository/figures";
import { countBySchema } from "../schema/layouts";

/** Says by which day the actor's province counts an admission, in every report of every unit beneath. */
export const setCountBy = defineAction<typeof countBySchema>({
  name: "setCountBy",
  permission: "rules.set",
  schema: countBySchema,
  revalidates: ["/reports", "/"],
  async run({ scope, actor, input: { countBy, seen } }) {
    if (seen !== (await findCountBy(scope, actor.unit.id)))
      return refusedWith("Người khác vừa đổi cách tính. Hãy tải lại trang rồi chọn lại.");
    await saveCountBy(scope, actor.unit.id, countBy);
    return {
      done: {
        message: `Từ nay tính kết nạp theo ${countByWords(countBy)}.`,
        redirectTo: "/reports/layouts?done=countBy",
      },
    };
  },
});
