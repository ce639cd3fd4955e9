import { expect, test } from "vitest";
import { needFields } from "@/components/classes/need-fields";
import { everybody, isWhole, needKeyText, parseNeedKey } from "@/lib/classes/rules/filter";
import { needFilterOf, needsAddress } from "@/lib/classes/schema";

const KEY = {
  since: "2026-03-01",
  givenName: "Hạnh",
  name: "Nguyễn Thị Hạnh",
  id: "0b7e3f54-9c1a-4a52-8a54-0d9c1f3f7b11",
};

test("where a page ended comes back from the address, also of somebody whose waiting has no day", () => {
  expect(parseNeedKey(needKeyText(KEY))).toEqual(KEY);
  expect(parseNeedKey(needKeyText({ ...KEY, since: null }))).toEqual({ ...KEY, since: null });
  for (const text of [
    "",
    "2026-03-01~Hạnh",
    needKeyText({ ...KEY, id: "x" }),
    needKeyText({ ...KEY, since: "31/02" }),
  ])
    expect(parseNeedKey(text)).toBeNull();
});

test("a filter is whole until anything narrows it or a page was turned", () => {
  const whole = everybody("AWARENESS");
  expect(isWhole(whole)).toBe(true);
  for (const told of [{ audience: "PUPIL" }, { waited: 30 }, { source: "UNION" }, { after: KEY }] as const)
    expect(isWhole({ ...whole, ...told })).toBe(false);
});

test("what makes no sense in an address counts as not told; what narrows stands in it again", () => {
  const told = { kind: "NEW_MEMBER", unit: "A", audience: "PUPIL", waited: "90", source: "UNION" };
  const address = needsAddress.parse({ ...told, after: needKeyText(KEY), all: "yes" });
  expect(needFilterOf(address)).toEqual({
    kind: "NEW_MEMBER",
    audience: "PUPIL",
    waited: 90,
    source: "UNION",
    after: KEY,
  });
  expect(needFields(address)).toEqual(told);
  expect(address.all).toBe(true);
  const wrong = needsAddress.parse({
    kind: "X",
    waited: "91",
    source: "Y",
    after: "Z",
    all: "no",
    person: "W",
  });
  expect(needFilterOf(wrong)).toEqual(everybody("AWARENESS"));
  expect([needFields(wrong), wrong.all, wrong.person]).toEqual([{}, false, []]);
});
