"use server";

import { settings } from "@/lib/platform/env";
import { defineAction, refusedWith } from "./action";
import type { UnitScope } from "./gate";
import { hashPassword, oneTimePassword, passwordFault, passwordFits } from "./password";
import type { Role } from "./policy";
import {
  findAccount,
  saveAccount,
  saveAssignment,
  saveHatEnd,
  saveLock,
  saveMustChange,
  savePasswordHash,
} from "./repository/accounts";
import { saveOwnDigest } from "./repository/digest";
import { findOwnPasswordHash } from "./repository/self";
import { findUnionUnitOfCode, findUnitOfCode } from "./repository/units";
import {
  accountSchema,
  digestSchema,
  hatSchema,
  lockSchema,
  newAccountSchema,
  newHatSchema,
  passwordSchema,
} from "./schema";

const NO_UNIT = (code: string) => ({
  unit: [`Mã đơn vị: không có đơn vị mang mã ${code} trong phạm vi của đồng chí.`],
});

/** Where a hat stands: an officer of the Youth Union in its tree, everybody else in the party's. */
async function placeOfHat(scope: UnitScope, role: Role, code: string) {
  if (role === "unionOfficer") return findUnionUnitOfCode(scope, code);
  const unit = await findUnitOfCode(scope, code);
  return unit && { id: unit.id, unionUnitId: null };
}

/** Opens an account with its first hat; the one-time password is told once. */
export const openAccount = defineAction({
  name: "openAccount",
  permission: "account.manage",
  schema: newAccountSchema,
  answersOnce: true,
  async run({ scope, input }) {
    const unit = await placeOfHat(scope, input.role, input.unit);
    if (!unit) return { refused: [], fieldErrors: NO_UNIT(input.unit) };
    const accountId = await saveAccount(scope, {
      login: input.login,
      name: input.name,
      phone: input.phone,
      unitId: unit.id,
      mustChangePassword: true,
    });
    if (!accountId) return refusedWith("Tên đăng nhập: đã có người dùng.", "login");
    await saveAssignment(scope, {
      accountId,
      role: input.role,
      unitId: unit.id,
      unionUnitId: unit.unionUnitId,
      from: input.from ?? scope.today,
      until: input.until,
      delegatedBy: null,
    });
    const password = oneTimePassword();
    await savePasswordHash(scope, accountId, await hashPassword(password));
    return { done: { message: `Đã mở tài khoản ${input.login}. Mật khẩu dùng một lần: ${password}` } };
  },
  revalidates: ["/accounts"],
});

export const lockAccount = defineAction({
  name: "lockAccount",
  permission: "account.manage",
  schema: lockSchema,
  async run({ scope, input }) {
    const saved = await saveLock(scope, input.accountId, input.locked === "yes");
    if (!saved) return refusedWith("Không khóa, mở được tài khoản này.");
    return {
      done: { message: input.locked === "yes" ? "Đã khóa; mọi phiên làm việc đã đóng." : "Đã mở khóa." },
    };
  },
  revalidates: ["/accounts"],
});

/** Sets a new one-time password, told once; every session of the account ends. */
export const resetPassword = defineAction({
  name: "resetPassword",
  permission: "account.manage",
  answersOnce: true,
  schema: accountSchema,
  target: (scope, { accountId }) => findAccount(scope, accountId),
  async run({ scope, target }) {
    const password = oneTimePassword();
    if (!(await savePasswordHash(scope, target.id, await hashPassword(password))))
      return refusedWith("Không đặt lại được mật khẩu của tài khoản này.");
    await saveMustChange(scope, target.id);
    return { done: { message: `Mật khẩu dùng một lần của ${target.login}: ${password}` } };
  },
});

export const giveHat = defineAction({
  name: "giveHat",
  permission: "account.manage",
  schema: newHatSchema,
  target: (scope, { accountId }) => findAccount(scope, accountId),
  async run({ scope, target, input, actor }) {
    const unit = await placeOfHat(scope, input.role, input.unit);
    if (!unit) return { refused: [], fieldErrors: NO_UNIT(input.unit) };
    if (target.id === actor.accountId) return refusedWith("Không ai tự giao vai cho mình.");
    if (input.delegated && input.until === null)
      return refusedWith("Đến ngày: ủy quyền phải có ngày cuối.", "until");
    await saveAssignment(scope, {
      accountId: target.id,
      role: input.role,
      unitId: unit.id,
      unionUnitId: unit.unionUnitId,
      from: input.from ?? scope.today,
      until: input.until,
      delegatedBy: input.delegated ? actor.accountId : null,
    });
    return { done: { message: "Đã giao vai." } };
  },
  revalidates: ["/accounts"],
});

export const endHat = defineAction({
  name: "endHat",
  permission: "account.manage",
  schema: hatSchema,
  async run({ scope, input }) {
    if (!(await saveHatEnd(scope, input.hatId))) return refusedWith("Không thu lại được vai này.");
    return { done: { message: "Đã thu lại vai; phiên làm việc của vai đó đã đóng." } };
  },
  revalidates: ["/accounts"],
});

/** Asks for the daily digest, or no longer: one's own account only. */
export const setDigest = defineAction({
  name: "setDigest",
  permission: "self",
  schema: digestSchema,
  async run({ scope, input: { wanted, email } }) {
    if (settings().digest === null) return refusedWith("Hệ thống này chưa gửi thư tóm tắt.");
    if (wanted && email === null) return refusedWith("Thư điện tử: hãy ghi địa chỉ nhận thư.", "email");
    if (!(await saveOwnDigest(scope, { wanted, email })))
      return refusedWith("Không ghi được cho tài khoản này.");
    return { done: { message: wanted ? "Đã ghi: mỗi sáng có thư tóm tắt." : "Đã ghi: không nhận thư nữa." } };
  },
  revalidates: ["/account"],
});

/** Changes one's own password; every session ends, also this one. */
export const changePassword = defineAction({
  name: "changePassword",
  permission: "self",
  schema: passwordSchema,
  secret: ["current", "password", "again"],
  async run({ scope, input, actor }) {
    if (!actor.accountId || !(await passwordFits(await findOwnPasswordHash(scope), input.current))) {
      return refusedWith("Mật khẩu đang dùng không đúng.", "current");
    }
    const fault = passwordFault(input.password, actor.login);
    if (fault) return refusedWith(fault, "password");
    await savePasswordHash(scope, actor.accountId, await hashPassword(input.password));
    return { done: { message: "Đã đổi mật khẩu.", redirectTo: "/sign-in" } };
  },
});
