import { expect, test } from "vitest";
import {
  commitmentStateOf,
  reviewCaretaker,
  reviewCommitment,
  reviewHolding,
  reviewOutcome,
} from "@/lib/briefings/rules/briefing";
import { dayOfLetter } from "@/lib/briefings/rules/issue";

const OPEN = { outcome: null, closedOn: null, reportedOn: null, dueOn: "2024-05-20" } as const;

test.each([
  [OPEN, "2024-05-20", "open"],
  [OPEN, "2024-05-21", "late"],
  [{ ...OPEN, reportedOn: "2024-05-10" }, "2024-05-21", "reported"],
  [{ ...OPEN, reportedOn: "2024-05-22" }, "2024-05-21", "late"],
  [{ ...OPEN, outcome: "done" as const, closedOn: "2024-05-25" }, "2024-05-25", "done"],
  [{ ...OPEN, outcome: "done" as const, closedOn: "2024-05-25" }, "2024-05-24", "late"],
  [{ ...OPEN, outcome: "notDone" as const, closedOn: "2024-05-25" }, "2024-06-01", "notDone"],
])("%j on %s is %s", (commitment, today, state) => {
  expect(commitmentStateOf(commitment, today)).toBe(state);
});

test.each([
  [{ heldOn: "2024-05-05", known: false }, 3, "heldInFuture"],
  [{ heldOn: "2024-05-04", known: true }, 3, "heldAlready"],
  [{ heldOn: "2024-05-04", known: false }, 0, "nobodyBeneath"],
  [{ heldOn: "2024-05-04", known: false }, 1, undefined],
])("a briefing %j with %i units: %s", (told, beneath, is) => {
  expect(reviewHolding({ ...told, today: "2024-05-04" }, beneath)?.is).toBe(is);
});

test("what was agreed is due on the day or later", () => {
  expect(reviewCommitment("2024-05-03", "2024-05-04")?.is).toBe("dueTooEarly");
  expect(reviewCommitment("2024-05-04", "2024-05-04")).toBeNull();
});

const AGREED = { closedOn: null, agreedOn: "2024-04-04" };
test.each([
  [AGREED, { outcome: "done" as const, dueOn: null }, undefined],
  [AGREED, { outcome: "carried" as const, dueOn: "2024-05-05" }, undefined],
  [AGREED, { outcome: "carried" as const, dueOn: "2024-05-04" }, "carriedTooEarly"],
  [{ ...AGREED, closedOn: "2024-04-20" }, { outcome: "done" as const, dueOn: null }, "closedAlready"],
  [{ ...AGREED, agreedOn: "2024-05-04" }, { outcome: "done" as const, dueOn: null }, "agreedLater"],
])("%j, found %j: %s", (commitment, found, is) => {
  expect(reviewOutcome(commitment, found, "2024-05-04")?.is).toBe(is);
});

test("another looks after a unit, and from a later day", () => {
  const now = { name: "Hà", from: "2024-01-10" };
  expect(reviewCaretaker(null, { name: "Hà", from: "2020-01-01" })).toBeNull();
  expect(reviewCaretaker(now, { name: "Hà", from: "2024-05-01" })?.is).toBe("caretakerSame");
  expect(reviewCaretaker(now, { name: "Sơn", from: "2024-01-10" })?.is).toBe("caretakerTooEarly");
  expect(reviewCaretaker(now, { name: "Sơn", from: "2024-01-11" })).toBeNull();
});

test.each([
  ["2024-04-01", "2024-04-30"],
  ["2024-05-01", "2024-05-04"],
  ["2024-06-01", null],
])("the letter of %s tells of %s", (month, day) => {
  expect(dayOfLetter(month, "2024-05-04")).toBe(day);
});
