import { expect, test } from "vitest";
import { openLog } from "@/lib/platform/log";

function written(run: (log: ReturnType<typeof openLog>) => void): Record<string, unknown> {
  let text = "";
  run(openLog({ write: (line) => (text += line) }));
  return JSON.parse(text);
}

test("a line is JSON with its moment and nothing of the machine", () => {
  const line = written((log) => log.info({ rows: 3 }, "imported"));
  expect(line).toMatchObject({ rows: 3, msg: "imported" });
  expect(line).not.toHaveProperty("hostname");
});

test("names, numbers and secrets are hidden, at any place people put them", () => {
  const text = JSON.stringify(
    written((log) =>
      log.warn({
        name: "Nguyễn Văn A",
        input: { citizenNumber: "001086012345" },
        session: { actor: { token: "abc", login: "bithu" } },
      }),
    ),
  );
  expect(text).not.toMatch(/Nguyễn|001086012345|abc|bithu/);
});

test("of a database error only kind and code remain, for its message may quote a row", () => {
  const error = Object.assign(new Error('invalid input syntax: "Nguyễn Văn A"'), { code: "22P02" });
  for (const line of [written((log) => log.error(error)), written((log) => log.error({ err: error }))]) {
    expect(JSON.stringify(line)).not.toContain("Nguyễn");
    expect(JSON.stringify(line)).toContain("22P02");
  }
});

test("what was thrown and is no error is told by its kind, and stops nothing", () => {
  const line = written((log) => log.error({ error: "duplicate key: Nguyễn Văn A" }, "sealing failed"));
  expect(line).toMatchObject({ error: { type: "string" }, msg: "sealing failed" });
  expect(JSON.stringify(line)).not.toContain("Nguyễn");
});
