import { addDays } from "@/lib/shared/days";
import { syntheticName } from "../names";
import type { Chance } from "../random";
import { BASES, type SeedBase } from "./quang-tri-units";

/** What the article counts of 2019–2022. */
export const YEARS = [2019, 2020, 2021, 2022] as const;
const INTRODUCED = { RESIDENTIAL: 2931, SCHOOL: 3103, EMPLOYEE: 1700, ARMED_FORCES: 300 } as const;
const PUPILS = 56;
const ADMITTED = 2945;
const PARTY_MEMBERS = 9757;

/** A member of the Union: who, where, and what happened to them. */
export type SeedMember = {
  base: SeedBase;
  chapter: string;
  name: string;
  birthDay: string;
  sex: "Nam" | "Nữ";
  joined: string;
  partyMember: boolean;
  pupil: boolean;
  /** Day of the referral, in the year for which the member was outstanding; and of the decision, if any. */
  referredOn: string | null;
  decidedOn: string | null;
};

/** The 39 199 members with those introduced, the pupils among them, and those admitted. */
export function unionMembers(chance: Chance): SeedMember[] {
  const members = BASES.flatMap((base) => membersOf(chance, base));
  const introduced = (Object.keys(INTRODUCED) as (keyof typeof INTRODUCED)[]).flatMap((bloc) =>
    chance.shuffled(members.filter(({ base }) => base.bloc === bloc)).slice(0, INTRODUCED[bloc]),
  );
  for (const [place, member] of chance.shuffled(introduced).entries()) {
    const year = YEARS[place % YEARS.length] ?? 2022;
    member.referredOn = addDays(`${year}-06-15`, chance.between(0, 190));
  }
  for (const member of introduced)
    if (member.base.bloc === "SCHOOL" && member.birthDay > "1999-12-31")
      member.birthDay = addDays(member.birthDay, -365 * 3);
  const pupils = introduced.filter(({ base, referredOn }) => base.school && referredOn);
  for (const member of chance.shuffled(pupils).slice(0, PUPILS)) {
    member.pupil = true;
    member.birthDay = addDays(`${Number(member.referredOn?.slice(0, 4)) - 18}-01-05`, chance.between(0, 140));
    member.joined = `${Number(member.birthDay.slice(0, 4)) + 16}-03-26`;
  }
  const early = chance.shuffled(introduced.filter(({ referredOn }) => (referredOn ?? "") < "2022"));
  for (const member of early.slice(0, ADMITTED)) {
    const nextYear = Number(member.referredOn?.slice(0, 4)) + 1;
    member.decidedOn = addDays(`${nextYear}-01-05`, chance.between(0, 350));
    member.partyMember = true;
  }
  const others = chance.shuffled(members.filter(({ referredOn, joined }) => !referredOn && joined < "2018"));
  for (const member of others.slice(0, PARTY_MEMBERS - ADMITTED)) member.partyMember = true;
  return members;
}

function membersOf(chance: Chance, base: SeedBase): SeedMember[] {
  const known = new Set<string>();
  return Array.from({ length: base.members }, (_, place) => {
    const sex = chance.happens(0.5) ? ("Nữ" as const) : ("Nam" as const);
    const chapter = `${base.code}-${String((place % base.chapters) + 1).padStart(2, "0")}`;
    const birthDay = addDays("1993-01-01", chance.between(0, 365 * 10));
    let name = syntheticName(chance, sex, "Kinh");
    while (known.has(`${name} ${birthDay}`)) name = syntheticName(chance, sex, "Kinh");
    known.add(`${name} ${birthDay}`);
    const joined = `${Number(birthDay.slice(0, 4)) + 16}-03-26`;
    return {
      base,
      chapter,
      name,
      birthDay,
      sex,
      joined,
      partyMember: false,
      pupil: false,
      referredOn: null,
      decidedOn: null,
    };
  });
}

/** Of those rated HTXSNV in a year, between 12 and 15 % are outstanding: all who were introduced, and some more. */
export function ratingsOf(
  chance: Chance,
  members: readonly SeedMember[],
  year: number,
): Map<SeedMember, { rating: string; outstanding: boolean }> {
  const rated = chance.shuffled(members.filter((member) => !isParty(member, year)));
  const introduced = new Set(members.filter(({ referredOn }) => referredOn?.startsWith(String(year))));
  const more = rated.filter((member) => !introduced.has(member) && !member.referredOn).slice(0, 90);
  const outstanding = new Set([...introduced, ...more]);
  const share = 13.7 + (year % 4) * 0.3;
  const excellent = new Set(outstanding);
  for (const member of rated) {
    if (excellent.size >= Math.round((outstanding.size * 100) / share)) break;
    excellent.add(member);
  }
  return new Map(
    rated.map((member) => [
      member,
      {
        rating: excellent.has(member)
          ? "HTXSNV"
          : chance.pick(["HTTNV", "HTTNV", "HTTNV", "HTNV", "HTNV", "KHTNV"]),
        outstanding: outstanding.has(member),
      },
    ]),
  );
}

const isParty = ({ partyMember, decidedOn }: SeedMember, year: number): boolean =>
  partyMember && (decidedOn === null || decidedOn <= `${year}-12-31`);
