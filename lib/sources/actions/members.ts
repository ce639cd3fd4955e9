"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { findMember, type MemberDetails, saveTransfer } from "../repository/register";
import { findUnionUnit } from "../repository/units";
import { transferSchema } from "../schema";

/** Moves a member to another chi đoàn of the scope; what was recorded of them goes along. */
export const transferMember = defineAction<typeof transferSchema, MemberDetails>({
  name: "transferMember",
  permission: "union.change",
  schema: transferSchema,
  target: (scope, { memberId }) => findMember(scope, memberId),
  async run({ scope, target: member, input: { to, onDay, version } }) {
    const unit = await findUnionUnit(scope, to);
    if (!unit || unit.closed)
      return refusedWith(`Mã chi đoàn chuyển đến: không có chi đoàn mang mã ${to}.`, "to");
    if (unit.id === member.unionUnitId)
      return refusedWith("Mã chi đoàn chuyển đến: đoàn viên đang sinh hoạt ở đó.", "to");
    if (onDay > scope.today) return refusedWith("Ngày chuyển sinh hoạt: còn ở sau hôm nay.", "onDay");
    if (!(await saveTransfer(scope, { id: member.id, version }, unit.id, onDay)))
      return refusedWith("Đoàn viên này vừa được người khác sửa. Hãy tải lại trang.");
    return {
      done: {
        message: `Đã chuyển đến ${unit.name}.`,
        redirectTo: `/sources/members/${member.id}?done=moved`,
      },
    };
  },
  revalidates: ["/sources"],
});
