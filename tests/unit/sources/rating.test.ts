import { expect, test } from "vitest";
import { reviewOutstanding, titleState } from "@/lib/sources/rules/outstanding";
import { activeTooShort, parseRating, reviewExcellentShare, reviewRating } from "@/lib/sources/rules/rating";

test.each([
  ["HTXSNV", "EXCELLENT"],
  ["hoàn thành xuất sắc nhiệm vụ", "EXCELLENT"],
  ["Xuất sắc", "EXCELLENT"],
  ["Khá", "GOOD"],
  ["HTTNV", "GOOD"],
  ["Trung bình", "COMPLETED"],
  ["Yếu", "FAILED"],
  ["KHTNV", "FAILED"],
  ["Giỏi", null],
] as const)("%s is read as %s", (text, rating) => {
  expect(parseRating(text)).toBe(rating);
});

const aMember = (more: Partial<Parameters<typeof reviewRating>[0]> = {}) => ({
  name: "Lê Văn Tú",
  partyMember: false,
  joined: "2019-03-26",
  arrived: null,
  ...more,
});
const said = (findings: readonly { is: string }[]) => findings.map(({ is }) => is);

test("a party member still in the Union is not rated; without a rating nothing is said", () => {
  expect(said(reviewRating(aMember({ partyMember: true }), "GOOD", 2024))).toEqual(["partyMemberRated"]);
  expect(reviewRating(aMember({ partyMember: true }), null, 2024)).toEqual([]);
});

test.each([
  ["2024-06-30", false],
  ["2024-07-01", true],
])("who arrived on %s was there less than six months at the year's end: %s", (arrived, short) => {
  expect(activeTooShort(aMember({ arrived }), 2024)).toBe(short);
  expect(said(reviewRating(aMember({ arrived }), "GOOD", 2024))).toEqual(short ? ["activeTooShort"] : []);
});

test.each([
  [3, 12, 25, []],
  [4, 12, 25, ["excellentLimit"]],
  [12, 12, null, []],
] as const)("%i HTXSNV of %i rated under a limit of %s per cent", (excellent, rated, percent, findings) => {
  expect(said(reviewExcellentShare(excellent, rated, percent))).toEqual(findings);
});

const vote = { votedOn: "2024-12-05", present: 10, ballot: "secret" as const };
const review = (
  agreed: number,
  rating: "EXCELLENT" | "GOOD" = "EXCELLENT",
  limits = { excellent: 10, limitPercent: null as number | null, today: "2024-12-31" },
) => said(reviewOutstanding([{ memberId: "a", name: "A", rating, agreed }], vote, limits));

test("outstanding is who is rated HTXSNV and has more than half of those present", () => {
  expect([review(5), review(6), review(11), review(9, "GOOD")]).toEqual([
    ["halfNotReached"],
    [],
    ["moreThanPresent"],
    ["notExcellent"],
  ]);
});

test("a share of the province is rounded down to whole people; the meeting is not in the future", () => {
  const limits = { excellent: 13, limitPercent: 15, today: "2024-12-31" };
  expect(review(9, "EXCELLENT", limits)).toEqual([]);
  expect(review(9, "EXCELLENT", { ...limits, excellent: 6 })).toEqual(["limitExceeded"]);
  expect(review(9, "EXCELLENT", { ...limits, today: "2024-12-04" })).toEqual(["votedInFuture"]);
});

test("a title is renewed by the year after, or it lapses", () => {
  const title = { rating: "EXCELLENT", outstanding: true } as const;
  const without = { rating: "GOOD", outstanding: false } as const;
  expect([
    titleState(null, title),
    titleState(title, title),
    titleState(title, without),
    titleState(title, null),
    titleState(without, without),
  ]).toEqual(["new", "renewed", "lapsed", "open", null]);
});
