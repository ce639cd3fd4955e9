import { describe, expect, test } from "vitest";
import {
  buildClusters,
  COMMON_CLASS,
  formOf,
  LARGEST_CLASS,
  MILIEUS,
  MOST_CLUSTERS,
  milieuOf,
  OWN_CLASS,
  type Waiting,
} from "@/lib/classes/rules/cluster";
import { UNIT_TYPES } from "@/lib/organisation/rules/kinds";

const H = { code: "H", name: "Đảng bộ huyện H" };
const NOVEMBER = "2026-11-20";
const waits = (base: string, people: number, told: Partial<Waiting> = {}): Waiting => ({
  base: { code: base, name: `Đảng bộ xã ${base}`, type: "COMMUNE" },
  above: H,
  type: "HAMLET",
  pupil: false,
  people,
  ...told,
});
const build = (...waiting: Waiting[]) => buildClusters(waiting, H, NOVEMBER);
const briefly = (...waiting: Waiting[]) =>
  build(...waiting).clusters.map(({ key, form, units, people, travelling }) => [
    key,
    form,
    units,
    people,
    travelling,
  ]);

describe("the milieu", () => {
  test("goes by being a pupil, else by the cell's type, else by that of the base organisation", () => {
    const of = (type: Waiting["type"], pupil = false) => milieuOf({ base: waits("A", 1).base, type, pupil });
    expect([of("HAMLET"), of("SCHOOL"), of("SCHOOL", true), of("NON_STATE_ENTERPRISE"), of(null)]).toEqual([
      "RESIDENTIAL",
      "SCHOOL",
      "PUPIL",
      "WORKER",
      "RESIDENTIAL",
    ]);
    expect(milieuOf({ base: { code: "X", name: "X", type: null }, type: null, pupil: false })).toBe("OFFICE");
  });

  test("every type has one", () => {
    const all = UNIT_TYPES.map((type) => milieuOf({ base: waits("A", 1).base, type, pupil: false }));
    expect(new Set(all)).toEqual(new Set(MILIEUS.filter((milieu) => milieu !== "PUPIL")));
  });
});

test("evenings where nobody travels, weekends where somebody does, holidays for schools, weekdays for offices", () => {
  expect([formOf("RESIDENTIAL", 0, NOVEMBER), formOf("RESIDENTIAL", 1, NOVEMBER)]).toEqual([
    "EVENING",
    "WEEKEND",
  ]);
  expect([formOf("WORKER", 0, NOVEMBER), formOf("WORKER", 9, NOVEMBER)]).toEqual(["EVENING", "WEEKEND"]);
  expect([formOf("OFFICE", 0, NOVEMBER), formOf("OFFICE", 9, NOVEMBER)]).toEqual(["DAY", "DAY"]);
  const ofPupils = ["2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"].map((day) =>
    formOf("PUPIL", 0, day),
  );
  expect(ofPupils).toEqual(["WEEKEND", "DAY", "DAY", "WEEKEND"]);
});

describe("the places", () => {
  test("a base organisation with enough people holds its own class, with one less it joins the neighbours", () => {
    expect(briefly(waits("A", OWN_CLASS), waits("B", COMMON_CLASS))).toEqual([
      ["A.RESIDENTIAL", "EVENING", 1, 30, 0],
      ["B.RESIDENTIAL", "EVENING", 1, 15, 0],
    ]);
    expect(briefly(waits("A", OWN_CLASS - 1), waits("B", COMMON_CLASS))).toEqual([
      ["A.RESIDENTIAL", "WEEKEND", 2, 44, 15],
    ]);
  });

  test("neighbours meet where most of them wait, from so many people on", () => {
    expect(briefly(waits("A", 7), waits("B", 8))).toEqual([["B.RESIDENTIAL", "WEEKEND", 2, 15, 7]]);
    expect(build(waits("A", 7), waits("B", 7))).toEqual({
      clusters: [],
      outside: { units: 2, people: 14 },
    });
  });

  test("those beneath another unit are no neighbours; who is left comes together at the organiser's", () => {
    const far = { above: { code: "K", name: "Đảng bộ huyện K" } };
    expect(briefly(waits("A", 14), waits("B", 14, far))).toEqual([["H.MIXED", "WEEKEND", 2, 28, 28]]);
    expect(briefly(waits("A", 7), waits("B", 7, far))).toEqual([]);
  });

  test("milieus do not mix where each has enough", () => {
    const school = { type: "SCHOOL", base: { code: "S", name: "Chi bộ trường S", type: "SCHOOL" } } as const;
    expect(
      briefly(waits("A", 20), waits("S", 40, { ...school, pupil: true }), waits("S", 16, school)),
    ).toEqual([
      ["S.PUPIL", "WEEKEND", 1, 40, 0],
      ["A.RESIDENTIAL", "EVENING", 1, 20, 0],
      ["S.SCHOOL", "WEEKEND", 1, 16, 0],
    ]);
    const [pupils, others] = build(waits("S", 40, { ...school, pupil: true }), waits("A", 20)).clusters;
    expect([pupils?.audience, others?.audience]).toEqual(["PUPIL", "ALL"]);
  });

  test("more neighbours than a class holds are divided in the order of the tree, about evenly", () => {
    const five = ["A", "B", "C", "D", "E"].map((code) => waits(code, LARGEST_CLASS / 5));
    expect(briefly(...five)).toEqual([["A.RESIDENTIAL", "WEEKEND", 5, 100, 80]]);
    const six = build(...five, waits("F", 1)).clusters;
    expect(six.map(({ members }) => members.map(({ base }) => base).join(""))).toEqual(["ABC", "DEF"]);
  });

  test("a place with more than a class is told to divide", () => {
    const classes = (people: number) => build(waits("A", people)).clusters[0]?.classes;
    expect([classes(LARGEST_CLASS), classes(LARGEST_CLASS + 1)]).toEqual([1, 2]);
  });

  test("four at most, most people first, then the least travel; the others are told", () => {
    const many = [31, 35, 35, 33, 32].map((people, place) => waits(`X${place}`, people));
    const { clusters, outside } = build(...many);
    expect(clusters).toHaveLength(MOST_CLUSTERS);
    expect(clusters.map(({ people }) => people)).toEqual([35, 35, 33, 32]);
    expect(outside).toEqual({ units: 1, people: 31 });
    const travel = build(waits("A", 20), waits("B", 20), waits("C", 40, { type: "AGENCY" })).clusters;
    expect(travel.map(({ key, travelling }) => [key, travelling])).toEqual([
      ["C.OFFICE", 0],
      ["A.RESIDENTIAL", 20],
    ]);
  });

  test("everybody is in one suggestion at most, and nobody is lost", () => {
    const waiting = Array.from({ length: 40 }, (_, place) =>
      waits(`X${place}`, (place * 7) % 33, { type: UNIT_TYPES[place % UNIT_TYPES.length] ?? null }),
    ).filter(({ people }) => people > 0);
    const { clusters, outside } = build(...waiting);
    const all = waiting.reduce((sum, { people }) => sum + people, 0);
    expect(clusters.reduce((sum, { people }) => sum + people, 0) + outside.people).toBe(all);
    const members = clusters.flatMap((one) => one.members.map(({ base, milieu }) => `${base}.${milieu}`));
    expect(new Set(members).size).toBe(members.length);
  });
});
