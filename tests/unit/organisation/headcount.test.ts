import { expect, test } from "vitest";
import { headcountFindingText } from "@/lib/organisation/labels";
import { type Headcount, reviewHeadcount } from "@/lib/organisation/rules/headcount";

function aHeadcount(given: Partial<Headcount>): Headcount {
  return {
    onDay: "2024-06-30",
    total: 100,
    women: null,
    ethnicMinority: null,
    religious: null,
    unionMembers: null,
    probationary: null,
    ...given,
  };
}

const context = { today: "2024-07-01", firstDay: null, lastDay: null, latest: null };
const found = (headcount: Headcount, given = {}) =>
  reviewHeadcount(headcount, { ...context, ...given }).map(({ is }) => is);

test("a part may be as large as the whole, and no larger", () => {
  expect(found(aHeadcount({ total: 10, women: 10, probationary: 0 }))).toEqual([]);
  expect(found(aHeadcount({ total: 10, women: 11, religious: 12 }))).toEqual([
    "partExceedsTotal",
    "partExceedsTotal",
  ]);
});

test("15 women of 10 members are named", () => {
  const [finding] = reviewHeadcount(aHeadcount({ total: 10, women: 15 }), context);
  expect(finding && headcountFindingText(finding)).toBe(
    "Có 15 nữ trong 10 đảng viên: hãy xem lại hai số này.",
  );
});

test("the day has come, and the unit existed on it", () => {
  expect(found(aHeadcount({ onDay: "2024-07-01" }))).toEqual([]);
  expect(found(aHeadcount({ onDay: "2024-07-02" }))).toEqual(["headcountInFuture"]);
  expect(found(aHeadcount({}), { firstDay: "2024-07-01" })).toEqual(["headcountOutsideLife"]);
  expect(found(aHeadcount({}), { lastDay: "2024-06-30" })).toEqual([]);
  expect(found(aHeadcount({}), { lastDay: "2024-06-29" })).toEqual(["headcountOutsideLife"]);
});

test("twice as many as before is worth a second look, and does not stop", () => {
  const latest = aHeadcount({ onDay: "2023-12-31", total: 50 });
  expect(found(aHeadcount({ total: 99 }), { latest })).toEqual([]);
  expect(reviewHeadcount(aHeadcount({ total: 100 }), { ...context, latest })).toMatchObject([
    { is: "headcountChangedMuch", blocks: false },
  ]);
});
