import { describe, expect, test } from "vitest";
import { type Learning, needsClass, waitedDays, waitsSince } from "@/lib/classes/rules/need";

const TODAY = "2026-11-20";
const NOBODY: Learning["standing"] = {
  introducedOn: "2026-01-10",
  sympathiserOn: null,
  certifiedOn: null,
  cellResolvedOn: null,
  decidedOn: null,
  admittedOn: null,
  newMemberCertifiedOn: null,
  recognisedOn: null,
  revokedOn: null,
  closedOn: null,
};
const needs = (
  kind: "AWARENESS" | "NEW_MEMBER",
  told: Partial<Learning["standing"]> = {},
  enrolments: Learning["enrolments"] = [],
) => needsClass(kind, { standing: { ...NOBODY, ...told }, enrolments }, TODAY);
const call = (
  state: Learning["enrolments"][number]["state"],
  classState: Learning["enrolments"][number]["classState"] = "planned",
  kind: Learning["enrolments"][number]["kind"] = "AWARENESS",
) => [{ kind, classState, state }];

describe("who needs the awareness class", () => {
  test.each([
    ["introduced", {}, true],
    ["a sympathiser", { sympathiserOn: "2026-03-01" }, true],
    ["with a certificate on its last day", { certifiedOn: "2021-11-20" }, false],
    ["with one that ran out the day before", { certifiedOn: "2021-11-19" }, true],
    ["resolved by the cell", { cellResolvedOn: "2026-11-01" }, false],
    ["decided", { decidedOn: "2026-11-01" }, false],
    ["admitted", { admittedOn: "2026-11-01" }, false],
    ["closed", { closedOn: "2026-11-01" }, false],
    ["revoked", { revokedOn: "2026-11-01" }, false],
  ] as const)("%s: %o: %s", (_, told, expected) => {
    expect(needs("AWARENESS", told)).toBe(expected);
  });

  test.each(["called", "confirmed", "substitute", "attended", "absent"] as const)(
    "who is %s waits for the class, until it has ended",
    (state) => {
      expect(needs("AWARENESS", {}, call(state))).toBe(false);
      expect(needs("AWARENESS", {}, call(state, "open"))).toBe(false);
      expect(needs("AWARENESS", {}, call(state, "ended"))).toBe(true);
    },
  );

  test("a class that was dropped is waited for by nobody", () => {
    expect(needs("AWARENESS", {}, call("confirmed", "dropped"))).toBe(true);
  });

  test("who declined is on the list at once; a class of the other kind says nothing", () => {
    expect(needs("AWARENESS", {}, call("declined"))).toBe(true);
    expect(needs("AWARENESS", {}, call("confirmed", "planned", "NEW_MEMBER"))).toBe(true);
  });
});

describe("who needs the class for new members", () => {
  const probation = { decidedOn: "2026-02-01", admittedOn: "2026-02-20" };
  test.each([
    ["before the ceremony", { decidedOn: "2026-02-01" }, false],
    ["on probation", probation, true],
    ["with the certificate", { ...probation, newMemberCertifiedOn: "2026-06-01" }, false],
    ["recognised", { ...probation, recognisedOn: "2026-11-01" }, false],
    ["removed", { ...probation, closedOn: "2026-11-01" }, false],
  ] as const)("%s: %o: %s", (_, told, expected) => {
    expect(needs("NEW_MEMBER", told)).toBe(expected);
  });
});

test("one waits since the list of sympathisers, else the introduction, else the ceremony", () => {
  const so = { ...NOBODY, sympathiserOn: "2026-03-01", admittedOn: "2026-10-01" };
  expect([
    waitsSince("AWARENESS", so),
    waitsSince("AWARENESS", NOBODY),
    waitsSince("NEW_MEMBER", so),
  ]).toEqual(["2026-03-01", "2026-01-10", "2026-10-01"]);
  expect([waitedDays("2026-11-18", TODAY), waitedDays(null, TODAY), waitedDays("2026-12-01", TODAY)]).toEqual(
    [2, 0, 0],
  );
});
