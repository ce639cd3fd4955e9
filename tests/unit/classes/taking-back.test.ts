import { describe, expect, test } from "vitest";
import { certificateOf } from "@/lib/classes/rules/certificate";
import { closedFinding, reviewDropping, reviewWithdrawal } from "@/lib/classes/rules/review";

const AN = { person: { name: "An" }, state: "confirmed" as const, present: [], grade: null };

describe("dropping a class", () => {
  test("goes while nobody came", () => {
    expect(reviewDropping({ state: "planned" }, [])).toBeNull();
    expect(reviewDropping({ state: "planned" }, [AN, { ...AN, state: "declined" }])).toBeNull();
    expect(reviewDropping({ state: "open" }, [AN])).toBeNull();
  });

  test.each([
    ["a session", { present: [1] }],
    ["a result", { grade: "absent" as const }],
    ["somebody who came by a file", { state: "attended" as const }],
  ])("is refused after %s", (_, told) => {
    expect(reviewDropping({ state: "planned" }, [AN, { ...AN, ...told }])).toMatchObject({
      is: "begun",
      name: "An",
    });
  });

  test("is refused once the class is over or dropped", () => {
    expect(reviewDropping({ state: "ended" }, [])).toMatchObject({ is: "ended" });
    expect(reviewDropping({ state: "dropped" }, [])).toMatchObject({ is: "dropped" });
    expect([closedFinding({ state: "planned" }), closedFinding({ state: "open" })]).toEqual([null, null]);
  });
});

describe("withdrawing a certificate", () => {
  const given = { person: { name: "An" }, certifiedOn: "2024-03-08" };
  const step = (
    kind: "cellVoted" | "applied" | "recognised",
    onDay: string,
    undoneAt: string | null = null,
  ) => ({
    kind,
    onDay,
    undoneAt,
  });

  test("goes while no later step rests on it", () => {
    expect(reviewWithdrawal("AWARENESS", given, [step("applied", "2024-04-01")])).toBeNull();
    expect(reviewWithdrawal("AWARENESS", given, [step("cellVoted", "2024-03-07")])).toBeNull();
    expect(reviewWithdrawal("AWARENESS", given, [step("cellVoted", "2024-03-08", "2024-05-01")])).toBeNull();
    expect(reviewWithdrawal("NEW_MEMBER", given, [step("cellVoted", "2024-04-01")])).toBeNull();
  });

  test("is refused from the day on which a step rests on it", () => {
    const rests = { is: "restsOnIt", name: "An" };
    expect(reviewWithdrawal("AWARENESS", given, [step("cellVoted", "2024-03-08")])).toMatchObject(rests);
    expect(reviewWithdrawal("NEW_MEMBER", given, [step("recognised", "2024-09-01")])).toMatchObject(rests);
  });

  test("is refused of who has none and of who is out of reach", () => {
    expect(reviewWithdrawal("AWARENESS", { ...given, certifiedOn: null }, [])).toMatchObject({
      is: "noCertificate",
    });
    expect(reviewWithdrawal("AWARENESS", { ...given, person: null }, null)).toMatchObject({
      is: "movedAway",
    });
  });
});

test("the step of a certificate is the one of its kind, day and number that was not undone", () => {
  const step = {
    kind: "certified" as const,
    onDay: "2024-03-08",
    documentNumber: "01-GCN/HU",
    undoneAt: null,
  };
  const given = { certificateNumber: "01-GCN/HU", certifiedOn: "2024-03-08" };
  expect(certificateOf("AWARENESS", given, [step])).toBe(step);
  expect(certificateOf("NEW_MEMBER", given, [step])).toBeNull();
  expect(certificateOf("AWARENESS", given, [{ ...step, undoneAt: "2024-04-01" }])).toBeNull();
  expect(certificateOf("AWARENESS", given, [{ ...step, documentNumber: "02-GCN/HU" }])).toBeNull();
  expect(certificateOf("AWARENESS", { ...given, certificateNumber: null }, [step])).toBeNull();
});
