import { addDays } from "@/lib/shared/days";
import { classTables, gradesOf, learnerRow, type SeedClass } from "../classes";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { type SeedMember, YEARS } from "./quang-tri-people";
import { BASES, DISTRICTS } from "./quang-tri-units";

type Row = Record<string, string>;

const LEARNERS = 5156;
/** How many classes each year, 2019 first: few before the referrals began. */
const USUAL = [1, 2, 3, 3];
const A_YEAR: Record<string, readonly number[]> = {
  TXQT: [1, 2, 2, 3],
  KHOICQ: [1, 3, 3, 4],
  CONGAN: [0, 1, 1, 1],
  CONCO: [0, 0, 0, 0],
};
/** So long before the decision somebody has the certificate at least. */
const BEFORE_DECISION = 30;

/** A class with those who went to it; `ahead` puts it behind others when places are filled. */
type Held = { one: SeedClass; people: Row[]; ahead: number };

/**
 * S1's 94 classes for 5 156 people from 2019 to 2022, held by the districts and blocs. Whoever was admitted went
 * to the last class between introduction and decision, if there was one; the others were introduced by the Union
 * and went to a class that had room. The dossiers take over the day and the number.
 */
export function quangTriClasses(people: readonly Row[], members: readonly SeedMember[]): SeedTable[] {
  const chance = new Chance(20221231);
  const held = heldClasses(chance);
  for (const person of people) classBefore(held, person)?.people.push(person);
  fill(
    held,
    chance.shuffled(members.filter(({ referredOn, decidedOn, pupil }) => referredOn && !decidedOn && !pupil)),
  );
  return classTables(
    "quang-tri",
    held.map(({ one }) => one),
    held.flatMap((of) => learnersOf(chance, of)),
  );
}

function heldClasses(chance: Chance): Held[] {
  const organisers = [...DISTRICTS.map(([code]) => code), "KHOICQ", "CONGAN"];
  return organisers.flatMap((code, place) =>
    YEARS.flatMap((year, which) => {
      const count = (A_YEAR[code] ?? USUAL)[which] ?? 0;
      const first = year === 2019 ? "2019-10-28" : `${year}-03-01`;
      return Array.from({ length: count }, (_, number): Held => {
        const from = addDays(first, Math.floor((240 / count) * number) + place * 4);
        return {
          people: [],
          ahead: chance.between(0, 24),
          one: {
            code: `QT-${code}-NT-${year}-${number + 1}`,
            kind: "Nhận thức về Đảng",
            name: `Lớp bồi dưỡng nhận thức về Đảng khóa ${number + 1} năm ${year}`,
            organiser: `QT-${code}`,
            from,
            to: addDays(from, 4),
          },
        };
      });
    }),
  );
}

const ORGANISER_OF = new Map(BASES.map(({ cell, above }) => [cell, `QT-${above}`]));

/** The last class of the person's district after the introduction that ended in time before the decision. */
function classBefore(held: readonly Held[], person: Row): Held | undefined {
  const decidedOn = person["Ngày quyết định kết nạp"] ?? "";
  if (decidedOn === "") return undefined;
  const organiser = ORGANISER_OF.get(person["Mã chi bộ"] ?? "");
  const latest = addDays(decidedOn, -BEFORE_DECISION);
  const introducedOn = person["Ngày giới thiệu"] ?? "";
  return held.findLast(
    ({ one }) => one.organiser === organiser && one.from > introducedOn && one.to <= latest,
  );
}

/** Those introduced before a class go to the one with most room, until there are as many as the article counts. */
function fill(held: readonly Held[], waiting: readonly SeedMember[]): void {
  const left = new Map(
    held.map(({ one }) => [
      one.organiser,
      waiting.filter(({ base }) => `QT-${base.above}` === one.organiser),
    ]),
  );
  let missing = LEARNERS - held.reduce((sum, { people }) => sum + people.length, 0);
  const open = new Set(held);
  while (missing > 0) {
    const smallest = [...open].toSorted((a, b) => a.people.length + a.ahead - b.people.length - b.ahead)[0];
    if (!smallest) throw new Error("fewer people than the article counts");
    const { one } = smallest;
    const pool = left.get(one.organiser) ?? [];
    const place = pool.findIndex(({ referredOn }) => (referredOn ?? "") < one.from);
    const [member] = place < 0 ? [] : pool.splice(place, 1);
    if (!member) {
      open.delete(smallest);
      continue;
    }
    smallest.people.push(rowOf(member));
    missing--;
  }
}

const rowOf = ({ base, name, birthDay, sex }: SeedMember): Row => ({
  "Mã chi bộ": base.cell,
  "Họ và tên": name,
  "Ngày sinh": birthDay,
  "Giới tính": sex,
});

/** Everybody passed; the certificate carries the day the class ended. */
function learnersOf(chance: Chance, { one, people }: Held): Row[] {
  const grades = gradesOf(chance, people.length);
  return people.map((person, place) => {
    person["Số GCN nhận thức"] = `${place + 1}/GCN-${one.code.slice(3)}`;
    person["Ngày cấp GCN nhận thức"] = one.to;
    return learnerRow(one.code, person, grades[place] ?? "Khá", "nhận thức");
  });
}
