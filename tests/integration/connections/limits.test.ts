import pg from "pg";
import { afterEach, beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { CALL_LIMITS } from "@/lib/access/limits";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { listAddress } from "@/lib/pipeline/schema/address";
import { asOwner, aToken, call, givenConnections } from "@/tests/support/connections";

let sessions = new Map<string, string>();
const session = (login: string): string => sessions.get(login) ?? "";
const PERIOD = "from=2023-01-01&to=2023-12-31";
const people = (unit: string, format = "json") =>
  `reports/people?unit=${unit}&${PERIOD}&figure=attainment:total.admitted&format=${format}`;
const alarms = async (login: string) =>
  (
    await asOwner(
      "SELECT action, change::jsonb AS details FROM public.audit_event WHERE action LIKE 'people%' AND actor LIKE $1 || '%' ORDER BY id",
      [login],
    )
  ).map(({ action, details }) => ({ action, ...(details as object) }));

beforeAll(async () => {
  sessions = await givenConnections();
});
afterEach(() => {
  delete process.env.PEOPLE_PER_DAY;
});

test("a token's calls are counted by all instances together, and not one too many passes", async () => {
  const token = await aToken(session("upper"));
  const instances = [1, 2].map(
    () => new pg.Pool({ connectionString: process.env.DATABASE_URL, options: "-c role=pdv_signin", max: 4 }),
  );
  const admit = async (instance: pg.Pool): Promise<string> => {
    const { rows } = await instance.query(
      "SELECT state FROM sec.admit_call($1, NULL, 'x', '/', 25, 600, 30)",
      [token],
    );
    return rows[0].state;
  };
  const states = await Promise.all(
    Array.from({ length: 60 }, (_, place) => admit(instances[place % 2] as pg.Pool)),
  );
  await Promise.all(instances.map((instance) => instance.end()));
  expect(states.filter((state) => state === "admitted")).toHaveLength(25);
  expect(states.filter((state) => state === "tooMany")).toHaveLength(35);
});

test("a session's call is counted for its account, on a connection that knows no token yet", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c role=pdv_signin" });
  await client.connect();
  const admit = async (of: string) =>
    (await client.query("SELECT * FROM sec.admit_call(NULL, $1, 'x', '/', 120, 2, 30)", [of])).rows[0];
  expect(await admit(session("province"))).toMatchObject({ state: "admitted", most: 2, remaining: 1 });
  expect(await admit(session("province"))).toMatchObject({ state: "admitted", remaining: 0 });
  expect(await admit(session("province"))).toMatchObject({ state: "tooMany", remaining: 0 });
  expect(await admit("unknown")).toMatchObject({ state: "unknown" });
  await client.end();
});

test("too many calls of a token, and of its account by several tokens, are told when to come back", async () => {
  const token = await aToken(session("base"));
  const first = await call(`reports/funnel?unit=A&${PERIOD}`, token);
  expect(first.headers.get("ratelimit-limit")).toBe(String(CALL_LIMITS.perToken));
  expect(first.headers.get("ratelimit-remaining")).toBe(String(CALL_LIMITS.perToken - 1));
  await asOwner("UPDATE sec.call_rate SET calls = $1 WHERE key LIKE 'token:%'", [CALL_LIMITS.perToken]);
  const refused = await call(`reports/funnel?unit=A&${PERIOD}`, token);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ error: { code: "tooManyCalls" } });
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(refused.headers.get("ratelimit-remaining")).toBe("0");

  await asOwner("UPDATE sec.call_rate SET window_from = now() - interval '61 seconds'");
  expect((await call(`reports/funnel?unit=A&${PERIOD}`, token)).status).toBe(200);
  await asOwner("UPDATE sec.call_rate SET calls = $1 WHERE key LIKE 'account:%'", [CALL_LIMITS.perAccount]);
  const another = await aToken(session("base"), { name: "Máy khác" });
  expect((await call(`reports/funnel?unit=A&${PERIOD}`, another)).status).toBe(429);
  await asOwner("DELETE FROM sec.call_rate");
});

test("too many unknown tokens of an address wait; good ones from there, and other addresses, do not", async () => {
  const good = await aToken(session("upper"));
  for (let tried = 0; tried < CALL_LIMITS.unknownPerAddress; tried += 1)
    expect((await call("units", `pdv_${tried}`, "198.51.100.9")).status).toBe(401);
  const refused = await call("units", "pdv_more", "198.51.100.9");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("900");
  expect((await call("units", good, "198.51.100.9")).status).toBe(200);
  expect((await call("units", "pdv_more", "198.51.100.10")).status).toBe(401);
});

test("a day's people are counted once each; beyond them nothing leaves, and the log says who tried", async () => {
  process.env.PEOPLE_PER_DAY = "4";
  const token = await aToken(session("upper"));
  for (const _again of [1, 2, 3]) expect((await call(people("A"), token)).status).toBe(200);
  expect(await alarms("upper")).toEqual([{ action: "peopleAlarm", kind: "exported", people: 3, most: 4 }]);
  const refused = await call(people("H", "xlsx"), token);
  expect(refused.status).toBe(429);
  const { error } = await refused.json();
  expect(error.code).toBe("peopleBudgetSpent");
  expect(error.message).toContain("hôm nay");
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(86_400);
  expect((await alarms("upper")).at(-1)).toEqual({ action: "peopleBudgetSpent", most: 4, asked: 7 });
  // What was refused is not counted; another token of the account has no budget of its own.
  const another = await aToken(session("upper"), { name: "Máy khác" });
  expect((await call(people("B"), another)).status).toBe(429);
  expect((await call(people("A"), another)).status).toBe(200);
});

test("two exports at once do not both find room", async () => {
  process.env.PEOPLE_PER_DAY = "4";
  const token = await aToken(session("province"));
  const answers = await Promise.all([call(people("A"), token), call(people("B"), token)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
});

test("leafing through pages raises the alarm and stops nobody", async () => {
  process.env.PEOPLE_PER_DAY = "2";
  for (const unit of ["H", "A", "B"])
    expect(
      (await actAs(session("viewer"), () => loadCandidates(listAddress({ unit, tab: "all" }).filter))).lines
        .length,
    ).toBeGreaterThan(0);
  expect(await alarms("viewer")).toMatchObject([{ action: "peopleAlarm", kind: "shown", most: 2 }]);
});
