import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Sex } from "@/lib/people/rules";
import type { PlainDate } from "@/lib/shared/days";
import { fold } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import { REGISTER_PAGE, type RegisterFilter } from "../rules/list";
import type { Rating } from "../rules/rating";
import type { Bloc } from "../rules/tree";
import { reachOf, type UnionUnit } from "./units";

/** A member as a list shows them, with the rating of one year. */
export type MemberRow = {
  id: string;
  name: string;
  givenName: string;
  birthYear: number;
  sex: Sex;
  partyMember: boolean;
  unitCode: string;
  unitName: string;
  aboveName: string | null;
  bloc: Bloc | null;
  rating: Rating | null;
  outstanding: boolean;
};

/** One page of the register by given name; one more than a page tells that more follow. */
export function findRegister(
  scope: UnitScope,
  unit: Pick<UnionUnit, "lo" | "hi"> | null,
  filter: RegisterFilter,
): Promise<MemberRow[]> {
  const after = filter.after
    ? Prisma.sql`AND (m.given_name, m.name, m.id) > (${filter.after.givenName}, ${filter.after.name}, ${filter.after.id}::uuid)`
    : Prisma.empty;
  return scope.db.$queryRaw<MemberRow[]>`
    SELECT m.id, m.name, m.given_name AS "givenName", m.birth_year AS "birthYear", m.sex, m.party_member AS "partyMember",
      u.code AS "unitCode", u.name AS "unitName", a.name AS "aboveName", u.bloc, t.rating, coalesce(t.outstanding, false) AS outstanding
    ${fromSql(scope, unit, filter)} ${after}
    ORDER BY m.given_name, m.name, m.id LIMIT ${REGISTER_PAGE + 1}`;
}

/** How many members the filter leaves. */
export async function countRegister(
  scope: UnitScope,
  unit: Pick<UnionUnit, "lo" | "hi"> | null,
  filter: RegisterFilter,
): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${fromSql(scope, unit, filter)}`;
  return row?.count ?? 0;
}

function fromSql(
  scope: UnitScope,
  unit: Pick<UnionUnit, "lo" | "hi"> | null,
  { typed, bloc, rating, year, outstanding, party }: RegisterFilter,
): Prisma.Sql {
  const conditions = [
    reachOf(scope, "m"),
    Prisma.sql`m.left_on IS NULL`,
    unit ? Prisma.sql`m.union_ord BETWEEN ${unit.lo} AND ${unit.hi}` : null,
    typed ? Prisma.sql`m.name_fold LIKE ${`%${fold(typed).replace(/[%_\\]/g, "\\$&")}%`}` : null,
    bloc ? Prisma.sql`u.bloc = ${bloc}` : null,
    rating ? Prisma.sql`t.rating = ${rating}` : null,
    outstanding ? Prisma.sql`t.outstanding` : null,
    party ? Prisma.sql`m.party_member = ${party === "yes"}` : null,
  ].filter((condition) => condition !== null);
  return Prisma.sql`
    FROM union_member m JOIN union_unit u ON u.id = m.union_unit_id LEFT JOIN union_unit a ON a.id = u.parent_id
    LEFT JOIN union_rating t ON t.member_id = m.id AND t.year = ${year}
    WHERE ${Prisma.join(conditions, " AND ")}`;
}

/** A member with everything their own page says. */
export type MemberDetails = {
  id: string;
  version: number;
  name: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: Sex;
  citizenLast4: string | null;
  joined: PlainDate | null;
  arrived: PlainDate | null;
  partyMember: boolean;
  unionUnitId: number;
  unitCode: string;
  unitName: string;
  aboveName: string | null;
  ratings: {
    year: number;
    rating: Rating | null;
    training: number | null;
    outstanding: boolean;
    votedOn: PlainDate | null;
    present: number | null;
    agreed: number | null;
  }[];
};

/** The member inside the scope, or null: outside is the same as not existing. */
export async function findMember(scope: UnitScope, id: string): Promise<MemberDetails | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [member] = await scope.db.$queryRaw<MemberDetails[]>`
    SELECT m.id, m.version, m.name, m.birth_date::text AS "birthDate", m.birth_year AS "birthYear", m.sex, m.citizen_last4 AS "citizenLast4",
      m.joined_on::text AS joined, m.arrived_on::text AS arrived, m.party_member AS "partyMember", m.union_unit_id AS "unionUnitId",
      u.code AS "unitCode", u.name AS "unitName", a.name AS "aboveName",
      coalesce((SELECT jsonb_agg(jsonb_build_object('year', t.year, 'rating', t.rating, 'training', t.training, 'outstanding', t.outstanding,
        'votedOn', t.voted_on, 'present', t.present, 'agreed', t.agreed) ORDER BY t.year DESC) FROM union_rating t WHERE t.member_id = m.id), '[]') AS ratings
    FROM union_member m JOIN union_unit u ON u.id = m.union_unit_id LEFT JOIN union_unit a ON a.id = u.parent_id
    WHERE m.id = ${id}::uuid AND ${reachOf(scope, "m")}`;
  return member ?? null;
}

/** Moves a member to another organisation from a day on. False: changed meanwhile. */
export async function saveTransfer(
  scope: UnitScope,
  { id, version }: Pick<MemberDetails, "id" | "version">,
  unionUnitId: number,
  onDay: PlainDate,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE union_member SET union_unit_id = ${unionUnitId}, arrived_on = ${onDay}::date, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND union_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
