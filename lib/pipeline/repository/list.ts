import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { fold, normalise } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import { type ListFilter, type ListGroup, PAGE_SIZE, TABS, type Tab } from "../rules/list";
import type { Stage } from "../rules/standing";
import type { StepKind } from "../rules/step";
import { OF_PART, partsRelation, sumOfParts } from "./kept-counts";

/** A row of the list. */
export type ListRow = {
  id: string;
  name: string;
  givenName: string;
  birthDate: PlainDate | null;
  birthYear: number;
  unitName: string;
  unitKind: string;
  aboveName: string | null;
  officialMembers: number | null;
  education: string | null;
  unionMember: boolean | null;
  occupation: string | null;
  ethnicity: string | null;
  religion: string | null;
  religiousDignitary: boolean | null;
  foreignSpouse: boolean | null;
  privateOwner: boolean | null;
  readmission: boolean;
  unitOrd: bigint;
  stage: Stage;
  nextStep: StepKind | null;
  dueOn: PlainDate | null;
  returnedOn: PlainDate | null;
  closedOn: PlainDate | null;
  decider: { kind: string; name: string } | null;
};

export type Range = { lo: bigint; hi: bigint };

/** Whose names hold what was typed: these people, more than are to be told one by one, or nothing was typed (null). */
export type Named = readonly string[] | "many" | null;

const MOST_NAMED = 1000;

/** Looks for what was typed among the names within the walls. */
export async function findNamed({ db }: UnitScope, typed: string): Promise<Named> {
  if (!typed) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM sec.people_named(${likeText(typed)}, ${MOST_NAMED + 1}::int) AS id`;
  return rows.length > MOST_NAMED ? "many" : rows.map(({ id }) => id);
}

/** One page of the list by given name, in Vietnamese order; one more row than a page tells that more follow. */
export function findList(
  scope: UnitScope,
  range: Range,
  filter: ListFilter,
  named: Named,
): Promise<ListRow[]> {
  const rank = typedRank(filter.typed, Prisma.sql`p.name`);
  const order = Prisma.sql`${rank ? Prisma.sql`${rank},` : Prisma.empty} p.given_name, p.name, c.id`;
  return scope.db.$queryRaw<ListRow[]>`
    WITH page AS MATERIALIZED (
      SELECT c.id FROM candidate c JOIN person p ON p.id = c.person_id AND p.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      WHERE ${inRange(scope, range)} AND ${tabSql(filter.tab, scope.today)} AND ${filterSql(filter, named)} ${followingSql(filter)}
      ORDER BY ${order} LIMIT ${PAGE_SIZE + 1})
    SELECT c.id, p.name, p.given_name AS "givenName", p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", u.name AS "unitName",
      u.kind AS "unitKind", a.name AS "aboveName", c.stage, c.next_step AS "nextStep", c.due_on::text AS "dueOn", c.returned_on::text AS "returnedOn",
      c.closed_on::text AS "closedOn", p.education, p.union_member AS "unionMember", p.occupation, p.ethnicity, p.religion,
      p.religious_dignitary AS "religiousDignitary", p.foreign_spouse AS "foreignSpouse", p.private_owner AS "privateOwner", c.readmission,
      c.unit_ord AS "unitOrd", (SELECT h.total - coalesce(h.probationary, 0) FROM headcount h WHERE h.unit_id = u.id ORDER BY h.on_day DESC LIMIT 1) AS "officialMembers",
      (SELECT jsonb_build_object('kind', d.kind, 'name', d.name) FROM unit d
        WHERE d.lo <= u.lo AND d.hi >= u.lo AND d.may_decide_admission AND NOT d.closed ORDER BY d.lo DESC LIMIT 1) AS decider
    FROM page JOIN candidate c ON c.id = page.id JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id LEFT JOIN unit a ON a.id = u.parent_id
    ORDER BY ${order}`;
}

/** How many candidates each tab holds under the other filters. */
export async function countTabs(
  scope: UnitScope,
  range: Range,
  filter: ListFilter,
  named: Named,
): Promise<Record<Tab, number>> {
  const none = Object.fromEntries(TABS.map((tab) => [tab, 0])) as Record<Tab, number>;
  const matching = Prisma.sql`candidate c ${looksAtPerson(filter, named) ? Prisma.sql`JOIN person p ON p.id = c.person_id` : Prisma.empty}
    WHERE ${inRange(scope, range)} AND ${filterSql(filter, named)}`;
  const { group, typed, stage, source, introducedFrom, introducedTo, dueUntil } = filter;
  if (group || typed) {
    const [row] = await scope.db.$queryRaw<
      Partial<Record<Tab, number>>[]
    >`SELECT counts.* FROM ${tabCounts(matching, scope.today)}`;
    return { ...none, ...row };
  }
  const question = ["tabs", scope.today, stage, source, introducedFrom, introducedTo, dueUntil].join();
  const ofPart = tabCounts(Prisma.sql`${matching} AND ${OF_PART}`, scope.today);
  const total = await sumOfParts(
    scope,
    range,
    question,
    (parts) =>
      scope.db
        .$queryRaw`SELECT of.part, to_jsonb(counts) AS counts FROM ${partsRelation(parts)}, LATERAL ${ofPart}`,
  );
  return { ...none, ...total };
}

/** The numbers of the tabs as the table `counts` of one row. */
function tabCounts(matching: Prisma.Sql, today: PlainDate): Prisma.Sql {
  const counts = Prisma.join(
    TABS.filter((tab) => tab !== "ended").map(
      (tab) => Prisma.sql`count(*) FILTER (WHERE ${amongOpen(tab, today)})::int AS ${Prisma.raw(`"${tab}"`)}`,
    ),
  );
  return Prisma.sql`(SELECT open.*, (SELECT count(*) FROM ${matching})::int - open."all" AS ended
    FROM (SELECT ${counts} FROM ${matching} AND ${OPEN}) open) counts`;
}

const looksAtPerson = ({ group }: ListFilter, named: Named): boolean => group !== null || named === "many";

function inRange(scope: UnitScope, { lo, hi }: Range): Prisma.Sql {
  return Prisma.sql`c.unit_ord BETWEEN ${lo} AND ${hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

const OPEN = Prisma.sql`c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL`;

/** The conditions of a tab; "all" are those still on the way. */
export function tabSql(tab: Tab, today: PlainDate): Prisma.Sql {
  return tab === "ended" ? Prisma.sql`NOT (${OPEN})` : Prisma.sql`${OPEN} AND ${amongOpen(tab, today)}`;
}

/** What a tab asks of those still on the way. */
function amongOpen(tab: Exclude<Tab, "ended">, today: PlainDate): Prisma.Sql {
  switch (tab) {
    case "all":
      return Prisma.sql`true`;
    case "overdue":
      return Prisma.sql`c.due_on < ${today}::date`;
    case "returned":
      return Prisma.sql`c.returned_to IS NOT NULL`;
    case "cell":
      return Prisma.sql`c.next_step = 'cellVoted'`;
    case "base":
      return Prisma.sql`c.next_step IN ('baseVoted', 'submitted')`;
    case "decision":
      return Prisma.sql`c.next_step = 'decided'`;
    case "probation":
      return Prisma.sql`c.admitted_on IS NOT NULL`;
  }
}

function filterSql(
  { typed, stage, source, group, introducedFrom, introducedTo, dueUntil }: ListFilter,
  named: Named,
): Prisma.Sql {
  const conditions = [
    named === "many" ? Prisma.sql`p.name_fold LIKE ${likeText(typed)}` : null,
    Array.isArray(named) ? Prisma.sql`c.person_id = ANY (${[...named]}::uuid[])` : null,
    stage ? Prisma.sql`c.stage = ${stage}` : null,
    source ? Prisma.sql`c.source = ${source}` : null,
    group ? groupSql(group) : null,
    introducedFrom ? Prisma.sql`c.introduced_on >= ${introducedFrom}::date` : null,
    introducedTo ? Prisma.sql`c.introduced_on <= ${introducedTo}::date` : null,
    dueUntil ? Prisma.sql`c.due_on <= ${dueUntil}::date` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

function groupSql(group: ListGroup): Prisma.Sql {
  switch (group) {
    case "women":
      return Prisma.sql`p.sex = 'female'`;
    case "ethnicMinority":
      return Prisma.sql`p.ethnicity <> '01'`;
    case "religious":
      return Prisma.sql`p.religion <> 'none'`;
    case "unionMember":
      return Prisma.sql`p.union_member`;
    case "pupil":
      return Prisma.sql`p.occupation = '11'`;
    case "student":
      return Prisma.sql`p.occupation = '10'`;
    case "worker":
      return Prisma.sql`p.occupation = '7c'`;
    case "privateOwner":
      return Prisma.sql`p.private_owner`;
  }
}

/** What is typed with accents ranks first; without accents all are alike (null). */
function typedRank(typed: string, name: Prisma.Sql): Prisma.Sql | null {
  const exact = normalise(typed).toLowerCase();
  if (exact === "" || exact === fold(typed)) return null;
  return Prisma.sql`position(${exact} IN lower(${name})) = 0`;
}

/** Who follows somebody in the order of the list. */
function followingSql({ typed, after }: ListFilter): Prisma.Sql {
  if (!after) return Prisma.empty;
  const { givenName, name, id } = after;
  const rank = typedRank(typed, Prisma.sql`p.name`);
  if (rank)
    return Prisma.sql`AND (${rank}, p.given_name, p.name, c.id) >
      (${typedRank(typed, Prisma.sql`${name}::text`)}, ${givenName}, ${name}, ${id}::uuid)`;
  return Prisma.sql`AND (p.given_name, p.name) >= (${givenName}, ${name})
    AND (p.given_name, p.name, c.id) > (${givenName}, ${name}, ${id}::uuid)`;
}

const likeText = (typed: string): string => `%${fold(typed).replace(/[%_\\]/g, "\\$&")}%`;
