import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { changePassword, openAccount } from "@/lib/access/actions";
import { currentActor, withScope } from "@/lib/access/gate";
import { hashPassword } from "@/lib/access/password";
import { saveAccount, saveAssignment, savePasswordHash } from "@/lib/access/repository/accounts";
import { findOwnHats, saveHatSwitch } from "@/lib/access/repository/self";
import { endSession, signInWith } from "@/lib/access/sign-in";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm } from "@/tests/support/organisation";

const PASSWORD = "một mật khẩu dài";
const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const units = new Map<string, number>();

beforeAll(async () => {
  await asOperator(() => bringIn("don-vi", aFile(...UNITS)));
  const hash = await hashPassword(PASSWORD);
  await asOperator(() =>
    withScope("account.manage", async (scope) => {
      for (const { id, code } of await scope.db.unit.findMany()) units.set(code, id);
      for (const [login, hats] of [
        [
          "bithu",
          [
            ["cellSecretary", "A-1"],
            ["viewer", "A"],
          ],
        ],
        ["quantri", [["accountAdmin", "A"]]],
      ] as const) {
        const accountId =
          (await saveAccount(scope, {
            login,
            name: login,
            phone: null,
            unitId: units.get("A") ?? 0,
            mustChangePassword: false,
          })) ?? "";
        for (const [role, unit] of hats)
          await saveAssignment(scope, {
            accountId,
            role,
            unitId: units.get(unit) ?? 0,
            from: role === "viewer" ? "2021-01-01" : "2020-01-01",
            until: null,
            delegatedBy: null,
          });
        await savePasswordHash(scope, accountId, hash);
      }
    }),
  );
});

async function signedIn(login = "bithu"): Promise<string> {
  const answer = await signInWith(login, PASSWORD, "10.0.0.1");
  if (!("token" in answer)) throw new Error(answer.refused);
  return answer.token;
}

test("login and password open a session of the first hat; it ends when one signs out", async () => {
  const token = await signedIn();
  expect(await actAs(token, currentActor)).toMatchObject({
    login: "bithu",
    role: "cellSecretary",
    unit: { code: "A-1" },
  });
  await endSession(token);
  expect(await actAs(token, currentActor)).toBeNull();
});

test("a wrong password and an unknown login get one answer; after ten failures one has to wait, but not from elsewhere", async () => {
  expect(await signInWith("khong-co", "x", "10.0.0.9")).toEqual({ refused: "wrong" });
  for (let tries = 0; tries < 10; tries++)
    expect(await signInWith("bithu", "sai", "10.0.0.2")).toEqual({ refused: "wrong" });
  expect(await signInWith("bithu", PASSWORD, "10.0.0.2")).toEqual({ refused: "tooMany" });
  expect(await signInWith("bithu", PASSWORD, "10.0.0.3")).toHaveProperty("token");
});

test("another hat is another session, and only one's own", async () => {
  const token = await signedIn();
  const hats = await actAs(token, () => withScope("self", findOwnHats));
  expect(hats.map(({ role }) => role)).toEqual(["cellSecretary", "viewer"]);
  const other = hats[1]?.assignmentId ?? "";
  expect(
    await actAs(token, () => withScope("self", (scope) => saveHatSwitch(scope, token, "new token", other))),
  ).toBe(true);
  expect(await actAs(token, currentActor)).toBeNull();
  expect((await actAs("new token", currentActor))?.role).toBe("viewer");
  const stranger = await signedIn("quantri");
  expect(
    await actAs(stranger, () => withScope("self", (scope) => saveHatSwitch(scope, stranger, "x", other))),
  ).toBe(false);
});

test("a changed password ends every session", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const form = aForm({ current: PASSWORD, password: "mật khẩu mới 2026", again: "mật khẩu mới 2026" });
  expect((await actAs(here, () => changePassword(initialFormState, form))).done).not.toBeNull();
  expect(await actAs(there, currentActor)).toBeNull();
  expect(await signInWith("bithu", PASSWORD, "10.0.0.4")).toEqual({ refused: "wrong" });
});

test("an administrator opens accounts in their range only, never gives themselves a role, and sees no candidates", async () => {
  const token = await signedIn("quantri");
  const open = (fields: Record<string, string>) =>
    actAs(token, () =>
      openAccount(initialFormState, aForm({ name: "Lê Thị Mới", role: "cellSecretary", ...fields })),
    );
  expect((await open({ login: "moi", unit: "A-2" })).done?.message).toMatch(/Mật khẩu dùng một lần: \w{4}-/);
  expect((await open({ login: "ngoai", unit: "B-1" })).fieldErrors.unit?.[0]).toContain(
    "không có đơn vị mang mã B-1",
  );
  expect((await open({ login: "moi", unit: "A-2" })).fieldErrors.login?.[0]).toContain("đã có người dùng");
  await expect(actAs(token, () => withScope("candidate.read", async () => true))).rejects.toThrow(/404/);
  const own = actAs(token, () =>
    withScope("account.manage", (scope) =>
      saveAssignment(scope, {
        accountId: scope.actor.accountId ?? "",
        role: "cellSecretary",
        unitId: units.get("A-1") ?? 0,
        from: "2020-01-01",
        until: null,
        delegatedBy: null,
      }),
    ),
  );
  await expect(own).rejects.toThrow(/nobody gives a role to themselves/);
});
