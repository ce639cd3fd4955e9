import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { ProgrammeGroup, ProgrammeRule } from "../rules/programme";

/** A programme with its owner. */
export type Programme = ProgrammeGroup & {
  id: string;
  name: string;
  unit: { id: number; code: string; name: string; lo: bigint; hi: bigint };
  savedByName: string;
  version: number;
};

const MOST = 50;

type Row = Omit<Programme, "unit"> & {
  unitId: number;
  unitCode: string;
  unitName: string;
  unitLo: bigint;
  unitHi: bigint;
};

const PROGRAMME = Prisma.sql`g.id, g.name, g.rule, g.from_day::text AS "from", g.to_day::text AS "to", g.saved_by_name AS "savedByName", g.version,
  u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.lo AS "unitLo", u.hi AS "unitHi"`;

const programmeOf = ({
  unitId: id,
  unitCode: code,
  unitName: name,
  unitLo: lo,
  unitHi: hi,
  ...rest
}: Row) => ({
  ...rest,
  unit: { id, code, name, lo, hi },
});

/** Owned within the scope, or by a unit above it. */
const visible = ({ lo, hi }: UnitScope): Prisma.Sql =>
  Prisma.sql`(g.unit_ord BETWEEN ${lo} AND ${hi} OR (u.lo <= ${lo} AND u.hi >= ${hi}))`;

/** Programmes of the scope and those of the units above it, open ones first, the latest fifty. */
export async function findProgrammes(scope: UnitScope): Promise<Programme[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${PROGRAMME} FROM programme g JOIN unit u ON u.id = g.unit_id WHERE ${visible(scope)}
    ORDER BY coalesce(g.to_day < ${scope.today}::date, false), g.from_day DESC, g.name, g.id LIMIT ${MOST}`;
  return rows.map(programmeOf);
}

/** A programme that the scope reads; null: none there. */
export async function findProgramme(scope: UnitScope, id: string): Promise<Programme | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${PROGRAMME} FROM programme g JOIN unit u ON u.id = g.unit_id WHERE g.id = ${id}::uuid AND ${visible(scope)}`;
  return row ? programmeOf(row) : null;
}

/** A programme owned within the scope, to be changed; null: none there. */
export async function findOwnProgramme(scope: UnitScope, id: string): Promise<Programme | null> {
  const programme = await findProgramme(scope, id);
  return programme && programme.unit.lo >= scope.lo && programme.unit.lo <= scope.hi ? programme : null;
}

export type ProgrammeContents = { name: string; rule: ProgrammeRule; from: PlainDate; to: PlainDate | null };

/** Writes a new programme; answers its id. */
export async function saveProgramme(
  scope: UnitScope,
  unitId: number,
  { name, rule, from, to }: ProgrammeContents,
): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO programme (unit_id, name, rule, from_day, to_day, saved_by_name)
    VALUES (${unitId}, ${name}, ${JSON.stringify(rule)}::jsonb, ${from}::date, ${to}::date, ${scope.actor.name}) RETURNING id`;
  if (!made) throw new Error("the programme was not written");
  return made.id;
}

/** Changes a programme; false when it changed meanwhile. */
export async function saveProgrammeContents(
  scope: UnitScope,
  { id }: Pick<Programme, "id">,
  version: number,
  { name, rule, from, to }: ProgrammeContents,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE programme SET name = ${name}, rule = ${JSON.stringify(rule)}::jsonb, from_day = ${from}::date, to_day = ${to}::date,
      saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Who belongs to a group, over `c` (candidate), `p` (person) and `u` (cell); `belongs` says the same of one. */
export function membershipSql({ rule, from, to }: ProgrammeGroup, asOf: PlainDate): Prisma.Sql {
  const day = rule.ageOn === "asOf" ? Prisma.sql`${asOf}::date` : Prisma.sql`c.introduced_on`;
  const age = Prisma.sql`(extract(year FROM ${day})::int - p.birth_year
    - CASE WHEN to_char(${day}, 'MMDD') < to_char(p.birth_date, 'MMDD') THEN 1 ELSE 0 END)`;
  const conditions = [
    Prisma.sql`c.introduced_on BETWEEN ${from}::date AND least(coalesce(${to}::date, 'infinity'), ${asOf}::date)`,
    rule.ageFrom === null ? null : Prisma.sql`${age} >= ${rule.ageFrom}`,
    rule.ageTo === null ? null : Prisma.sql`${age} <= ${rule.ageTo}`,
    rule.occupations.length === 0 ? null : Prisma.sql`p.occupation = ANY (${rule.occupations}::text[])`,
    rule.types.length === 0 ? null : Prisma.sql`u.type = ANY (${rule.types}::text[])`,
    rule.sources.length === 0 ? null : Prisma.sql`c.source = ANY (${rule.sources}::text[])`,
    rule.sex === null ? null : Prisma.sql`p.sex = ${rule.sex}`,
    rule.unionMember === null ? null : Prisma.sql`p.union_member = ${rule.unionMember}`,
  ].filter((condition) => condition !== null);
  return Prisma.sql`(${Prisma.join(conditions, " AND ")})`;
}
