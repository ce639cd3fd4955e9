import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Part } from "../rules/part";

const COLUMN = {
  sex: Prisma.sql`p.sex`,
  occupation: Prisma.sql`p.occupation`,
  education: Prisma.sql`p.education`,
  profession: Prisma.sql`p.profession`,
  ethnicity: Prisma.sql`p.ethnicity`,
  religion: Prisma.sql`p.religion`,
};

/** The kind of place of the base organisation above a cell: as the tree stood on a day, or stands today. */
const baseTypeSql = (treeDay: PlainDate | null): Prisma.Sql =>
  treeDay === null
    ? Prisma.sql`(SELECT b.type FROM unit b WHERE b.lo <= c.unit_ord AND b.hi >= c.unit_ord
        AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL') ORDER BY b.lo DESC LIMIT 1)`
    : Prisma.sql`(SELECT type FROM ${baseOnDay(treeDay)} b)`;

/** The base organisation above the cell of `c` in the tree of a day: `unit_id` and `type`, or no row. */
export const baseOnDay = (day: PlainDate): Prisma.Sql => Prisma.sql`(
  WITH RECURSIVE above AS (
    SELECT b.unit_id, b.parent_id, b.type, b.is_row AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL') AS base
    FROM sec.placements_on(${day}::date) b WHERE b.unit_id = c.unit_id
    UNION ALL
    SELECT b.unit_id, b.parent_id, b.type, b.is_row AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL')
    FROM above a JOIN sec.placements_on(${day}::date) b ON b.unit_id = a.parent_id WHERE NOT a.base
  ) SELECT unit_id, type FROM above WHERE base)`;

/** Age in completed years on a day; from a bare birth year the difference of years. */
export const ageSql = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(extract(year FROM age(${day}, p.birth_date)), extract(year FROM ${day}) - p.birth_year)`;

/**
 * The SQL of a part over `c` (candidate) and `p` (person). `day`: by which the person counts; `treeDay`: whose tree
 * is asked.
 */
export function partSql(
  part: Exclude<Part, { of: "group" }>,
  day: Prisma.Sql,
  treeDay: PlainDate | null,
): Prisma.Sql {
  switch (part.of) {
    case "foreignSpouse":
      return Prisma.sql`p.foreign_spouse`;
    case "readmitted":
      return Prisma.sql`c.readmission`;
    case "age":
      return part.to === null
        ? Prisma.sql`${ageSql(day)} >= ${part.from}`
        : Prisma.sql`${ageSql(day)} BETWEEN ${part.from} AND ${part.to}`;
    default: {
      const column = part.of === "baseType" ? baseTypeSql(treeDay) : COLUMN[part.of];
      return part.is.length === 0
        ? Prisma.sql`${column} IS NULL`
        : Prisma.sql`${column} = ANY (${[...part.is]}::text[])`;
    }
  }
}
