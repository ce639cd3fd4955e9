"use server";

import { randomBytes } from "node:crypto";
import { notFound } from "next/navigation";
import { defineAction } from "@/lib/access/action";
import type { UnitScope } from "@/lib/access/gate";
import { permits } from "@/lib/access/policy";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { addDays } from "@/lib/shared/days";
import { findUnionUnit } from "@/lib/sources/repository/units";
import { inUnionTree } from "@/lib/sources/rules/tree";
import { saveRevocation, saveToken } from "./repository";
import { makeTokenSchema, revokeTokenSchema } from "./schema";

/** Of the tree the hat stands in, within its reach. */
async function placeOf(scope: UnitScope, code: string): Promise<{ id: number } | null> {
  return inUnionTree(scope) ? findUnionUnit(scope, code) : findUnitByCode(scope, code);
}

/** Makes a token of the hat that is worn, no wider than it; the token itself is told once. */
export const makeToken = defineAction({
  name: "makeToken",
  permission: "self",
  schema: makeTokenSchema,
  answersOnce: true,
  async run({ scope, input, actor }) {
    const refused = (field: string, sentence: string) => ({
      refused: [],
      fieldErrors: { [field]: [sentence] },
    });
    if (!input.permissions.every((permission) => permits(actor.role, permission)))
      return refused("permissions", "Được đọc: có mục ngoài quyền của vai đang dùng.");
    const unit = input.unit === null ? null : await placeOf(scope, input.unit);
    if (input.unit !== null && unit === null)
      return refused("unit", `Mã đơn vị: không có đơn vị mang mã ${input.unit} trong phạm vi của đồng chí.`);
    const token = `pdv_${randomBytes(32).toString("base64url")}`;
    const { name, permissions, reports, days } = input;
    const until = addDays(scope.today, days);
    if (!(await saveToken(scope, { token, name, permissions, reports, unitId: unit?.id ?? null, until })))
      return refused("", "Không tạo được: đã có đủ mã kết nối. Hãy thu hồi mã không dùng nữa.");
    return { done: { message: `Đã tạo. Hãy chép mã ngay, mã không hiện lại lần nữa: ${token}` } };
  },
  revalidates: ["/account/connections"],
});

/** Ends a token of one's own; the next call with it is refused. */
export const revokeToken = defineAction({
  name: "revokeToken",
  permission: "self",
  schema: revokeTokenSchema,
  async run({ scope, input }) {
    if (!(await saveRevocation(scope, input.tokenId, "own"))) notFound();
    return { done: { message: "Đã thu hồi." } };
  },
  revalidates: ["/account/connections"],
});

/** Ends a token of somebody within one's care; who administers or audits may stop one, never use it. */
export const endToken = defineAction({
  name: "endToken",
  permission: "token.oversee",
  schema: revokeTokenSchema,
  async run({ scope, input }) {
    if (!(await saveRevocation(scope, input.tokenId, "overseen"))) notFound();
    return { done: { message: "Đã thu hồi." } };
  },
  revalidates: ["/accounts"],
});
