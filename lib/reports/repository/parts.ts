import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import type { Part } from "../rules/part";

const COLUMN = {
  sex: Prisma.sql`p.sex`,
  occupation: Prisma.sql`p.occupation`,
  education: Prisma.sql`p.education`,
  profession: Prisma.sql`p.profession`,
  ethnicity: Prisma.sql`p.ethnicity`,
  religion: Prisma.sql`p.religion`,
  baseType: Prisma.sql`(SELECT b.type FROM unit b WHERE b.lo <= c.unit_ord AND b.hi >= c.unit_ord
    AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL') ORDER BY b.lo DESC LIMIT 1)`,
};

/** Age in completed years on a day; from a bare birth year the difference of years. */
export const ageSql = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(extract(year FROM age(${day}, p.birth_date)), extract(year FROM ${day}) - p.birth_year)`;

/** The SQL of a part over `c` (candidate) and `p` (person). `day`: by which the person counts. */
export function partSql(part: Exclude<Part, { of: "group" }>, day: Prisma.Sql): Prisma.Sql {
  switch (part.of) {
    case "foreignSpouse":
      return Prisma.sql`p.foreign_spouse`;
    case "readmitted":
      return Prisma.sql`c.readmission`;
    case "age":
      return part.to === null
        ? Prisma.sql`${ageSql(day)} >= ${part.from}`
        : Prisma.sql`${ageSql(day)} BETWEEN ${part.from} AND ${part.to}`;
    default:
      return part.is.length === 0
        ? Prisma.sql`${COLUMN[part.of]} IS NULL`
        : Prisma.sql`${COLUMN[part.of]} = ANY (${[...part.is]}::text[])`;
  }
}
