import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import type { Role } from "@/lib/access/policy";
import { endToken, revokeToken } from "@/lib/connections/actions";
import { loadLiveTokens, loadTokensOf } from "@/lib/connections/queries";
import { initialFormState } from "@/lib/shared/form-state";
import { asOwner, aToken, call, givenConnections } from "@/tests/support/connections";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
let sessions: Map<string, string>;
let baseToken = "";
const session = (login: string): string => sessions.get(login) ?? "";
const seenBy = (login: string) =>
  actAs(session(login), async () =>
    (await loadLiveTokens({ after: null })).tokens.map((token) => `${token.login}: ${token.name}`),
  );
const end = (login: string, tokenId: string, action: typeof endToken = endToken) =>
  actAs(session(login), () => action(initialFormState, aForm({ tokenId })));

beforeAll(async () => {
  sessions = await givenConnections();
  await actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const officers: [string, Role, string][] = [
        ["keeper", "accountAdmin", "H"],
        ["keeperOfB", "accountAdmin", "B"],
        ["auditor", "auditor", "H"],
      ];
      for (const [login, role, code] of officers) {
        const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } });
        sessions.set(login, await givenOfficer(scope, login, role, id));
      }
    }),
  );
  baseToken = await aToken(session("base"), { name: "Máy của A", permissions: ["report.read"] });
  await aToken(session("sister"), { name: "Máy của B" });
  await aToken(session("province"), { name: "Máy của tỉnh" });
  await aToken(session("base"), { name: "Máy cũ" });
  await asOwner("UPDATE sec.access_token SET expires_at = now() - interval '1 second' WHERE name = 'Máy cũ'");
});

test("who administers or audits sees the tokens in force within reach, and no others", async () => {
  for (const login of ["keeper", "auditor"])
    expect(await seenBy(login), login).toEqual(["base: Máy của A", "sister: Máy của B"]);
  expect(await seenBy("keeperOfB")).toEqual(["sister: Máy của B"]);
  for (const login of ["province", "base"]) await expect(seenBy(login), login).rejects.toThrow(NOT_FOUND);
});

test("they see whose, until when and for what, and nothing to use it with", async () => {
  const { tokens } = await actAs(session("auditor"), () => loadLiveTokens({ after: null }));
  expect(tokens[0]).toMatchObject({ login: "base", role: "baseOfficer", permissions: ["report.read"] });
  expect(tokens[0]?.until).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(JSON.stringify(tokens)).not.toContain("pdv_");
  const after = tokens[0]?.id ?? null;
  const rest = await actAs(session("auditor"), () => loadLiveTokens({ after }));
  expect(rest.tokens.map(({ name }) => name)).toEqual(["Máy của B"]);
  const account = tokens[0]?.accountId ?? "";
  const own = await actAs(session("keeper"), () => loadTokensOf(account));
  expect(own.map(({ name }) => name)).toEqual(["Máy của A"]);
  expect(await actAs(session("keeperOfB"), () => loadTokensOf(account))).toEqual([]);
});

test("a token that runs out with its hat is not in force", async () => {
  await asOwner(
    "UPDATE public.assignment SET from_day = '2020-01-01', until_day = '2020-12-31' WHERE account_id = (SELECT id FROM public.account WHERE login = 'sister')",
  );
  expect(await seenBy("keeper")).toEqual(["base: Máy của A"]);
});

test("they end one, which the log tells; nobody ends what is out of reach or another's", async () => {
  const [row] = await asOwner("SELECT id::text FROM sec.access_token WHERE name = 'Máy của A'");
  const tokenId = String(row?.id);
  const address = "reports/attainment?unit=A&from=2023-01-01&to=2023-12-31";
  for (const login of ["keeperOfB", "province", "sister", "upper"])
    await expect(end(login, tokenId), login).rejects.toThrow(/NEXT_/);
  await expect(end("keeper", tokenId, revokeToken)).rejects.toThrow(NOT_FOUND);
  expect((await call(address, baseToken)).status).toBe(200);
  expect((await end("auditor", tokenId)).done?.message).toBe("Đã thu hồi.");
  expect((await call(address, baseToken)).status).toBe(401);
  const [told] = await asOwner("SELECT actor, change FROM public.audit_event WHERE action = 'endToken'");
  expect(told?.actor).toBe("auditor");
  expect(JSON.parse(String(told?.change))).toEqual({ name: "Máy của A", login: "base" });
});
