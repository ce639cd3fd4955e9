import { beforeAll, expect, test, vi } from "vitest";
import { TOKEN_PERMISSIONS } from "@/lib/access/policy";
import { apiErrorSchema } from "@/lib/connections/rules/description";
import { asOwner, aToken, call, givenConnections } from "@/tests/support/connections";

let token = "";
const PERIOD = "from=2023-01-01&to=2023-12-31";
const people = (figure: string, more = "") => `reports/people?unit=H&${PERIOD}&figure=${figure}${more}`;
const ID = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  token = await aToken((await givenConnections()).get("upper") ?? "", {
    permissions: [...TOKEN_PERMISSIONS],
  });
});

test.each([
  [400, `reports/attainment?unit=%00&${PERIOD}`],
  [400, `reports/attainment?unit=H&${PERIOD}&figure=%00`],
  [400, "units?query=%00"],
  [400, "units?after=a%00"],
  [400, "reports/attainment?unit=H&from=0000-01-01&to=2023-12-31"],
  [400, "reports/attainment?unit=H&from=2023-02-30&to=2023-12-31"],
  [400, people("attainment:total.constructor")],
  [400, people("attainment:total.toString")],
  [400, people("funnel:total.constructor")],
  [400, people("sources:total.constructor")],
  [400, people("coverage:total.byStep.constructor")],
  [400, people("coverage:total.certifiedNotReviewed.99999999999")],
  [400, people("years:total.y0000")],
  [400, people("sources:total.excellent[year=99999].count")],
  [400, people("attainment:total.quotas[__proto__=1].achieved")],
  [400, people("attainment:total.admitted", `&after=0.${ID}.2023-99-99`)],
  [404, people("attainment:rows[unit.code=' OR 1=1].admitted")],
  [404, people("attainment:total.admitted", `&after=99.${ID}`)],
  [404, `reports/constructor?unit=H&${PERIOD}`],
  [404, "imports/not-a-number/rejects"],
  [404, `imports/${"-".repeat(36)}/rejects`],
  [404, "imports/template/constructor"],
  [404, "no-such-thing"],
  [404, "account"],
])("%i for %s, in the one shape", async (status, address) => {
  const answer = await call(address, token);
  expect(answer.status).toBe(status);
  const body = apiErrorSchema.parse(await answer.json());
  for (const told of [body.error.message, ...Object.values(body.error.fields)])
    expect(told).toMatch(/^\p{Lu}.*[ạ-ỹơưăâêôđ].*\. \([ -~]+\)$/u);
});

test.each([
  ["begin_with_token", "sec.begin_with_token(text)", "pdv_app"],
  ["admit_call", "sec.admit_call(text, text, text, text, int, int, int)", "pdv_signin"],
])("when %s fails, the caller learns nothing, the server's log everything", async (name, method, role) => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await asOwner(`REVOKE EXECUTE ON FUNCTION ${method} FROM ${role}`);
  const answer = await call(`reports/attainment?unit=H&${PERIOD}`, token);
  await asOwner(`GRANT EXECUTE ON FUNCTION ${method} TO ${role}`);
  expect(answer.status).toBe(500);
  const body = await answer.json();
  expect(apiErrorSchema.safeParse(body).error).toBeUndefined();
  expect(JSON.stringify(body)).not.toContain(name);
  expect(String(logged.mock.calls[0]?.[0])).toContain(name);
  logged.mockRestore();
});

test("a token in an address opens nothing and is not written to the log", async () => {
  for (const name of ["token", "access_token", "authorization"])
    expect((await call(`units?${name}=${token}`, "pdv_wrong")).status).toBe(401);
  expect((await call(`units?token=${token}`, token)).status).toBe(200);
  const [used] = await asOwner(
    "SELECT change FROM public.audit_event WHERE action = 'useToken' ORDER BY id DESC LIMIT 1",
  );
  expect(used?.change).toContain("/api/v1/units?token=pdv_…");
  expect(JSON.stringify(await asOwner("SELECT t::text FROM public.audit_event t"))).not.toContain(token);
});
