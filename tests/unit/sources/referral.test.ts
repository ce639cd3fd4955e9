import { expect, test } from "vitest";
import {
  lastDayOfReferral,
  referralState,
  reviewAnswer,
  reviewIntroduction,
} from "@/lib/sources/rules/referral";
import { circleIn } from "@/lib/sources/rules/tree";

const aReferral = (more: Partial<Parameters<typeof reviewAnswer>[0]> = {}) => ({
  onDay: "2024-02-20",
  until: lastDayOfReferral("2024-02-20"),
  candidateId: null,
  takenUpOn: null,
  returnedOn: null,
  ...more,
});

test("a resolution of 20 February 2024 is valid up to 19 February 2025", () => {
  expect(aReferral().until).toBe("2025-02-19");
  expect(["2025-02-19", "2025-02-20"].map((day) => referralState(aReferral(), day))).toEqual([
    "waiting",
    "lapsed",
  ]);
});

test("what became of it counts from its day on, and stays after the twelve months", () => {
  const taken = aReferral({ candidateId: "c", takenUpOn: "2024-03-01" });
  const returned = aReferral({ returnedOn: "2024-03-01" });
  const states = (referral: typeof taken) =>
    ["2024-02-29", "2024-03-01", "2026-01-01"].map((day) => referralState(referral, day));
  expect(states(taken)).toEqual(["waiting", "takenUp", "takenUp"]);
  expect(states(returned)).toEqual(["waiting", "returned", "returned"]);
});

test("a candidacy that was taken back leaves the referral waiting", () => {
  expect(referralState(aReferral({ takenUpOn: "2024-03-01" }), "2024-05-01")).toBe("waiting");
});

test("only what waits is answered, between the resolution and today", () => {
  const said = (onDay: string, today = "2024-05-04", referral = aReferral()) =>
    reviewAnswer(referral, onDay, today).map(({ is }) => is);
  expect([said("2024-05-04"), said("2024-05-05"), said("2024-02-19")]).toEqual([
    [],
    ["dayInFuture"],
    ["dayInFuture"],
  ]);
  expect(said("2025-03-01", "2025-03-01")).toEqual(["notWaiting"]);
  expect(said("2024-05-04", "2024-05-04", aReferral({ returnedOn: "2024-03-01" }))).toEqual(["notWaiting"]);
});

test("introduced is who is outstanding, no party member, and neither waiting nor taken up", () => {
  const member = { name: "A", partyMember: false, outstanding: true, earlier: null };
  const said = (more: Partial<Parameters<typeof reviewIntroduction>[0][number]>) =>
    reviewIntroduction([{ ...member, ...more }], "2024-05-01", "2024-05-04").map(({ is }) => is);
  expect([
    said({}),
    said({ outstanding: false }),
    said({ partyMember: true }),
    said({ earlier: "waiting" }),
    said({ earlier: "takenUp" }),
    said({ earlier: "returned" }),
    said({ earlier: "lapsed" }),
  ]).toEqual([
    [],
    ["notOutstanding"],
    ["partyMemberAlready"],
    ["alreadyIntroduced"],
    ["alreadyIntroduced"],
    [],
    [],
  ]);
});

test("organisations that would stand beneath each other are found", () => {
  expect(
    circleIn(
      new Map([
        [1, null],
        [2, 1],
        [3, 2],
      ]),
    ),
  ).toEqual([]);
  expect(
    circleIn(
      new Map([
        [1, 3],
        [2, 1],
        [3, 2],
      ]),
    ).toSorted(),
  ).toEqual([1, 2, 3]);
});
