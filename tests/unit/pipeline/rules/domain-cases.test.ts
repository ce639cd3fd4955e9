import { describe, expect, test } from "vitest";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { certificateExpiry } from "@/lib/pipeline/rules/certificate";
import { partyAgeFrom, probationEnd } from "@/lib/pipeline/rules/probation";
import { reviewCellVote, reviewProbationPaper, reviewRecognitionVote } from "@/lib/pipeline/rules/review";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import { moreThanHalfOf, twoThirdsOf } from "@/lib/pipeline/rules/vote";
import { foundIn } from "@/tests/support/boundaries";
import { aCase, aVote, given, PROBATION_PAPERS, READY, readyWith } from "@/tests/support/pipeline";

const PASSED = { votes: null, passed: true };
const RESOLVED = [
  ...READY,
  given("cellVoted", "2024-05-03", PASSED),
  given("baseVoted", "2024-05-20", PASSED),
];

/** The cases at the end of domain §10, as they stand there. */
describe("the boundary cases of the domain", () => {
  test("18: born 15/3/2008, the cell meets on 1/3/2026: counted by month, full 18 in month 3/2026", () => {
    const person = { birthDate: "2008-03-15", birthYear: 2008 };
    const on = (onDay: string) =>
      reviewCellVote({ ...aCase({ person, onDay, today: "2026-12-01" }), votes: null });
    expect(foundIn(on("2026-03-01"), "tooYoung")).toBeUndefined();
    const early = foundIn(on("2026-02-28"), "tooYoung");
    expect(early && findingSentence(early)).toBe(
      "Người vào Đảng chưa đủ 18 tuổi (tính theo tháng), đến tháng 03/2026 mới đủ.",
    );
  });

  test.each([
    [20, 14],
    [3, 2],
    [4, 3],
    [5, 4],
  ])("2/3 of %i is %i", (convened, needed) => expect(twoThirdsOf(convened)).toBe(needed));

  test("of 22 with 2 on temporary transfer the base is 20", () => {
    const vote = (convened: number, agreed: number) =>
      foundIn(reviewCellVote({ ...aCase(), votes: aVote({ convened, present: 14, agreed }) }), "votesShort");
    expect(vote(22 - 2, 14)).toBeUndefined();
    expect(vote(22, 14)?.facts).toMatchObject({ needed: 15 });
  });

  test.each([
    [9, 5],
    [10, 6],
  ])("more than half of %i is %i", (members, needed) => expect(moreThanHalfOf(members)).toBe(needed));

  test("a certificate of 15/1/2020 expires on 15/1/2025; the cell that met on 3/2/2025 is refused", () => {
    expect(certificateExpiry("2020-01-15", rulebookOn("2025-02-03"))).toBe("2025-01-15");
    const steps = readyWith([given("certified", "2020-01-15", {}, "1/GCN")], ["certified"]);
    const review = reviewCellVote({
      ...aCase({ steps, onDay: "2025-02-03", today: "2025-02-04" }),
      votes: null,
    });
    const found = foundIn(review, "certificateExpired");
    expect(found).toMatchObject({ rule: "R-05", blocks: true, facts: { expiredOn: "2025-01-15" } });
    expect(found && findingSentence(found)).toBe(
      "Giấy chứng nhận nhận thức về Đảng đã quá 60 tháng (hết hạn ngày 15/01/2025); phải học lại.",
    );
  });

  test("a ceremony of 10/10/2024: the papers of the review only after 10/10/2025", () => {
    const steps = [
      ...RESOLVED,
      given("decided", "2024-09-25", {}, "9-QĐ/HU"),
      given("admitted", "2024-10-10"),
      given("newMemberCertified", "2025-03-01", {}, "3/ĐVM"),
    ];
    const vote = (onDay: string, selfReviewedOn: string) =>
      reviewRecognitionVote({
        ...aCase({
          steps: [
            ...steps,
            ...PROBATION_PAPERS.filter(({ kind }) => kind !== "selfReviewed"),
            given("selfReviewed", selfReviewedOn),
          ],
          onDay,
          today: "2026-01-01",
        }),
        votes: aVote(),
      }).findings.map(({ is }) => is);
    expect(vote("2025-10-10", "2025-10-10")).toEqual([]);
    expect(vote("2025-10-09", "2025-10-09")).toEqual(["probationNotOver", "selfReviewEarly"]);
    expect(
      reviewProbationPaper(aCase({ steps: RESOLVED, onDay: "2025-10-10", today: "2026-01-01" })).findings.map(
        ({ is }) => is,
      ),
    ).toEqual(["notAdmitted"]);
  });

  test("decided on 25/8/2024, ceremony on 15/9/2024: Party age from 25/8/2024, probation to 15/9/2025", () => {
    const so = buildStanding([
      ...RESOLVED,
      given("decided", "2024-08-25", {}, "83-QĐ/HU"),
      given("admitted", "2024-09-15"),
      given("recognitionVoted", "2025-09-20", PASSED),
      given("recognised", "2025-09-15", { decidedOn: "2025-10-10" }, "112-QĐ/HU"),
    ]);
    expect(partyAgeFrom(so)).toBe("2024-08-25");
    expect(probationEnd(so, rulebookOn("2025-09-15"))).toBe("2025-09-15");
  });
});
