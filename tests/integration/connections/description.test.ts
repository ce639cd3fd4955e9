import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { TOKEN_PERMISSIONS } from "@/lib/access/policy";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { makeSnapshot } from "@/lib/periods/actions";
import { today } from "@/lib/platform/clock";
import { loadActsOfFile } from "@/lib/reorganisation/queries/file";
import { askUnits } from "@/lib/reports/actions";
import { loadUnitRequests } from "@/lib/reports/queries/unit-tasks";
import { formatDay } from "@/lib/shared/days";
import { aToken, call, givenConnections } from "@/tests/support/connections";
import { aFile, bringIn } from "@/tests/support/imports";
import { latestSnapshot, send } from "@/tests/support/periods";

const API = path.resolve(import.meta.dirname, "../../../app/api/v1");

type Operation = {
  security: object[];
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Partial<Record<"get" | "post", Operation>>>;
  components: { schemas: { Error: object }; responses: Record<string, { content: object }> };
};

let token = "";
/** What stands in the braces of an address. */
const named: Record<string, string> = { kind: "ho-so", report: "new-members" };
let description: Document;
let answersOfPosts: Record<string, unknown> = {};

beforeAll(async () => {
  const sessions = await givenConnections();
  const upper = sessions.get("upper") ?? "";
  token = await aToken(upper, { permissions: [...TOKEN_PERMISSIONS] });
  await actAsOperator("test", async () => {
    await bringIn(
      "chi-tieu",
      aFile(
        ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Giá trị"],
        ["H", "01/01/2023", "31/12/2023", "Cấp trên giao", "10"],
        ["A", "01/01/2023", "31/12/2023", "Cấp trên giao", "4"],
      ),
    );
    await bringIn(
      "lop",
      aFile(
        ["Mã lớp", "Loại lớp", "Tên lớp", "Mã đơn vị tổ chức", "Từ ngày", "Đến ngày"],
        ["L-1", "Nhận thức về Đảng", "Lớp 1", "H", "01/03/2023", "05/03/2023"],
      ),
    );
  });
  const theirs = aFile(
    ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính"],
    ["A-1", "Lê Văn Chờ", "32/08/1990", "Nam"],
  );
  const checked = await actAs(upper, () => loadCheckedFile("ho-so", { name: "ho-so.csv", bytes: theirs }));
  named.batchId = checked?.batch ?? "";
  const period = { unit: "H", from: "2023-01-01", to: "2023-12-31" };
  await send(upper, makeSnapshot, { ...period, report: "funnel" });
  named.snapshotId = await latestSnapshot(upper);
  const ask = { unit: "H", ask: "check", to: "cells", title: "Rà soát", dueOn: formatDay(today()) };
  await send(upper, askUnits, ask);
  named.requestId = (await actAs(upper, loadUnitRequests)).requests[0]?.requestId ?? "";
  answersOfPosts = {
    "/api/v1/imports": checked,
    "/api/v1/reorganisations": await actAs(upper, () =>
      loadActsOfFile({ name: "viec.csv", bytes: aFile(["Việc", "Mã đơn vị"], ["Giải thể", "A-1"]) }),
    ),
  };
  description = await (await call("openapi.json", token)).json();
});

const schemaOf = (operation: Operation | undefined, type = "application/json") => {
  const schema = operation?.responses[200]?.content?.[type]?.schema;
  if (!schema) throw new Error(`no schema of ${type}`);
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
};

const QUERIES: Record<string, string> = {
  reports: "?unit=H&from=2023-01-01&to=2023-12-31",
  people: "&figure=attainment:total.admitted",
  "name-list": "&list=admitted",
  "hand-over": "?unit=H&from=2023-01-01&to=2023-12-31&format=json",
};

/** An address of the document as it is called. */
function addressOf(described: string): string {
  const address = described.replace("/api/v1/", "").replace(/\{(\w+)\}/g, (_, name) => named[name] ?? "");
  const [first = "", second = ""] = address.split("/");
  return `${address}${QUERIES[first] ?? ""}${QUERIES[second] ?? ""}`;
}

test("every address and method of the API is described, and nothing else", () => {
  const handled = readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts") && !file.includes("[..."))
    .flatMap((file) => {
      const text = readFileSync(path.join(API, file), "utf8");
      const methods = [...text.matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm)];
      const address = `/api/v1/${path.dirname(file).replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      return methods.map(([, method]) => `${method?.toLowerCase()} ${address}`);
    });
  const described = Object.entries(description.paths).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method} ${address.replace(/(?<=\/reports\/).+/, "{report}")}`),
  );
  expect([...new Set(described)].toSorted()).toEqual(handled.toSorted());
});

test("every answer is what its description says", async () => {
  const errors = z.fromJSONSchema(
    description.components.schemas.Error as Parameters<typeof z.fromJSONSchema>[0],
  );
  for (const [described, { get }] of Object.entries(description.paths)) {
    if (!get) continue;
    const address = addressOf(described);
    const answer = await call(address, token);
    const opens = get.security.length === 0 || get.security.some((way) => "token" in way);
    expect(answer.status, address).toBe(opens ? 200 : 404);
    if (!opens) continue;
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
    expect(Object.keys(get.responses[200]?.content ?? {}), address).toContain(type);
    if (type === "application/json") {
      const body = await answer.json();
      expect(schemaOf(get).safeParse(body).error, address).toBeUndefined();
      expect(schemaOf(get).safeParse({ ...body, strange: 1, rows: "x", report: 1 }).success, address).toBe(
        described.endsWith("openapi.json"),
      );
    } else expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);
    if (get.security.length === 0) continue;
    const unknown = await call(address, "pdv_unknown", described);
    expect(unknown.status).toBe(401);
    expect(errors.safeParse(await unknown.json()).error).toBeUndefined();
    for (const { name, in: where, required } of get.parameters) {
      if (where !== "query" || !required) continue;
      const wrong = await call(address.replace(new RegExp(`${name}=[^&]*`), ""), token);
      expect(wrong.status, `${address} without ${name}`).toBe(400);
      const body = await wrong.json();
      expect(errors.safeParse(body).error).toBeUndefined();
      expect(Object.keys(body.error.fields)).toContain(name);
    }
  }
});

test("the other questions to the units answer as described", async () => {
  const units = description.paths["/api/v1/units"]?.get;
  for (const question of ["query=A", "query=", "beside=A", "beneath=H", "unit=A&limit=1"]) {
    const body = await (await call(`units?${question}`, token)).json();
    expect(schemaOf(units).safeParse(body).error, question).toBeUndefined();
  }
});

test("what files that come in are answered is described, for the browser's session alone", () => {
  for (const [address, answer] of Object.entries(answersOfPosts)) {
    const post = description.paths[address]?.post;
    expect(post?.security).toEqual([{ session: [] }]);
    expect(schemaOf(post).safeParse(JSON.parse(JSON.stringify(answer))).error, address).toBeUndefined();
  }
});

test("only an address that files come to refuses a foreign origin", () => {
  for (const [address, methods] of Object.entries(description.paths))
    for (const [method, { responses }] of Object.entries(methods))
      expect(403 in responses, `${method} ${address}`).toBe(method === "post");
});

test("no reference leads nowhere", () => {
  const text = JSON.stringify(description);
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/responses\/(\w+)"/g))
    expect(description.components.responses).toHaveProperty(name ?? "");
  expect(description.openapi).toBe("3.1.0");
});
