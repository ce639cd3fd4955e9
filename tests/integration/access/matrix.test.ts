import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { ACTION_FORMS, type AnyAction, QUERY_CALLS } from "@/tests/support/calls";
import { givenNeighbours, type OtherSide, THEIR_WORDS } from "@/tests/support/neighbours";
import { aForm } from "@/tests/support/organisation";

const LIB = path.resolve(import.meta.dirname, "../../../lib");
const SIGN_IN = /^NEXT_REDIRECT;\w+;\/sign-in;/;
const NOT_FOUND = "NEXT_HTTP_ERROR_FALLBACK;404";

type Found = { key: string; call: (...given: never[]) => Promise<unknown> };
const queries: Found[] = [];
const actions: Found[] = [];
let other: OtherSide;
let neighbours: Map<string, string>;

/** Every function that stands in the files of this name, under the key "folder/file:export". */
async function discover(name: "queries" | "actions", into: Found[]): Promise<void> {
  const files = readdirSync(LIB, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => new RegExp(`(^|/)${name}(\\.ts|/.+\\.ts)$`).test(file))
    .toSorted();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(pathToFileURL(path.join(LIB, file)).href);
    for (const [member, value] of Object.entries(exported)) {
      if (typeof value !== "function" || (name === "queries" && !member.startsWith("load"))) continue;
      into.push({ key: `${file.replace(/\.ts$/, "")}:${member}`, call: value as Found["call"] });
    }
  }
}

beforeAll(async () => {
  await discover("queries", queries);
  await discover("actions", actions);
  ({ other, neighbours } = await givenNeighbours());
});
afterAll(closeDatabase);

test("every query and every action is known to this matrix", () => {
  expect(queries.length).toBeGreaterThan(30);
  expect(actions.length).toBeGreaterThan(25);
  for (const { key } of queries)
    expect(
      QUERY_CALLS,
      `${key} reads: tell in tests/support/calls.ts how to ask it for what is another's`,
    ).toHaveProperty([key]);
  for (const { key } of actions)
    expect(
      ACTION_FORMS,
      `${key} writes: tell in tests/support/calls.ts a form about what is another's`,
    ).toHaveProperty([key]);
  const discovered = new Set([...queries, ...actions].map(({ key }) => key));
  const gone = [...Object.keys(QUERY_CALLS), ...Object.keys(ACTION_FORMS)].filter(
    (key) => !discovered.has(key),
  );
  expect(gone, "these stand in tests/support/calls.ts and nowhere else: take them out").toEqual([]);
});

/** The answer, or the digest of what Next.js was told to do instead; any other error is an error. */
type Answer = { answer: unknown } | { digest: string };
async function ask(token: string, call: () => Promise<unknown>): Promise<Answer> {
  try {
    return { answer: await actAs(token, call) };
  } catch (error) {
    const digest = (error as { digest?: unknown }).digest;
    if (typeof digest !== "string") throw error;
    return { digest };
  }
}

const asked = ({ key, call }: Found) => {
  const arguments_ = QUERY_CALLS[key];
  if (typeof arguments_ !== "function") return null;
  return () => call(...(arguments_(other) as never[]));
};
const sent = ({ key, call }: Found) => {
  const form = ACTION_FORMS[key]?.(other) ?? {};
  return () => (call as unknown as AnyAction)(initialFormState, aForm(form));
};

const told = (answer: unknown) =>
  JSON.stringify(answer, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value)) ??
  "";

test("a stranger is sent to the sign-in page by every query and every action", async () => {
  for (const query of queries) {
    const call = asked(query);
    if (call)
      expect(await ask("no such token", call), query.key).toEqual({ digest: expect.stringMatching(SIGN_IN) });
  }
  for (const action of actions)
    expect(await ask("no such token", sent(action)), action.key).toEqual({
      digest: expect.stringMatching(SIGN_IN),
    });
});

test("the questions are good ones: whoever may see everything is answered", async () => {
  const answers: string[] = [];
  for (const query of queries) {
    const call = asked(query);
    if (!call || OF_OWN_UNIT.includes(query.key)) continue;
    answers.push(told(await actAsOperator("test", call)));
  }
  for (const word of THEIR_WORDS)
    expect(
      answers.filter((text) => text.includes(word)),
      word,
    ).not.toEqual([]);
});

/** They take no unit but the asker's own, and the operator of the machine has none. */
const OF_OWN_UNIT = ["reports/queries/summary:loadUnitQuotaSummary", "forms/queries/catalogue:loadTemplate"];

/** Rows of the tables that hold what is whose, as the operator sees them, each as text. */
const rowsOfAll = () =>
  actAsOperator("test", () =>
    withScope("candidate.read", async ({ db }) => {
      const rows: Record<string, string[]> = {};
      for (const table of TABLES) {
        const found = await db.$queryRawUnsafe<{ row: string }[]>(
          `SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`,
        );
        rows[table] = found.map(({ row }) => row);
      }
      return rows;
    }),
  );
const TABLES = [
  "unit",
  "unit_placement",
  "headcount",
  "person",
  "candidate",
  "step",
  "quota",
  "account",
  "assignment",
  "import_batch",
  "import_change",
  "meeting",
  "meeting_item",
  "training_class",
  "enrolment",
  "programme",
  "unit_task",
  "quota_proposal",
  "reporting_period",
  "unit_confirmation",
  "report_snapshot",
  "form_template",
  "register_number",
  "union_unit",
  "union_member",
  "union_rating",
  "referral",
  "briefing",
  "difficulty",
  "commitment",
  "caretaker",
  "letter",
  "letter_edit",
];

test("a neighbour of any role gets nothing of the other's from any query", async () => {
  for (const [neighbour, token] of neighbours)
    for (const query of queries) {
      const call = asked(query);
      if (!call) continue;
      const given = await ask(token, call);
      if ("digest" in given) expect(given.digest, `${query.key} as ${neighbour}`).toBe(NOT_FOUND);
      else
        for (const word of THEIR_WORDS)
          expect(told(given.answer), `${query.key} as ${neighbour}`).not.toContain(word);
    }
});

test("a neighbour of any role changes nothing of the other's by any action", async () => {
  const before = await rowsOfAll();
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
  for (const [neighbour, token] of neighbours)
    for (const action of actions) {
      const given = await ask(token, sent(action));
      const name = `${action.key} as ${neighbour}`;
      if ("digest" in given) {
        expect(given.digest, name).toBe(NOT_FOUND);
        continue;
      }
      expect(given.answer, name).toMatchObject({ done: null });
      for (const word of THEIR_WORDS) expect(told(given.answer), name).not.toContain(word);
    }
  expect(await rowsOfAll()).toEqual(before);
});
