import "server-only";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { CloseReason } from "@/lib/pipeline/rules/step";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { type Change, type Figure, lastDay, type Probation } from "../rules/figure";

const REASONS: Record<Exclude<Change, "movedIn">, readonly CloseReason[]> = {
  removed: ["removed"],
  removedProbationary: ["removed"],
  expelled: ["expelled"],
  left: ["left"],
  died: ["died"],
  transferredOut: ["moved"],
  leavers: ["removed", "expelled", "left", "died"],
};

const within = (day: Prisma.Sql, figure: Figure): Prisma.Sql =>
  Prisma.sql`${day} BETWEEN ${figure.from}::date AND ${lastDay(figure)}::date`;

const notYet = (column: Prisma.Sql, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${column} IS NULL OR ${column} > ${day})`;

/** By which day a change counts. */
export const changeDay = (change: Change): Prisma.Sql =>
  change === "movedIn" ? Prisma.sql`c.arrived_on` : Prisma.sql`c.closed_on`;

/** The SQL of a change over `c`: a member by then, whose decision was not revoked before. */
export function changeSql(change: Change, figure: Figure): Prisma.Sql {
  const day = changeDay(change);
  const joined = figure.countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const member = Prisma.sql`${within(day, figure)} AND ${joined} <= ${day} AND ${notYet(Prisma.sql`c.revoked_on`, day)}`;
  if (change === "movedIn") return member;
  const reason = Prisma.sql`c.closed_reason = ANY (${[...REASONS[change]]}::text[])`;
  const probationary =
    change === "removedProbationary"
      ? Prisma.sql`AND ${notYet(Prisma.sql`c.recognised_on`, day)}`
      : Prisma.empty;
  return Prisma.sql`${member} AND ${reason} ${probationary}`;
}

/** The day on which the probation ends, with what was added to it by the as-of day. */
const probationEnd = (asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`(c.admitted_on + make_interval(months => ${rulebookOn(asOf).probationMonths}::int + coalesce((
    SELECT sum((s.data ->> 'months')::int) FROM step s WHERE s.candidate_id = c.id AND s.kind = 'probationExtended'
      AND s.undone_at IS NULL AND s.on_day <= ${asOf}::date), 0)::int))::date`;

/** When the cell reviewed; of records of the past only the day of the recognition is known. */
const REVIEWED = Prisma.sql`coalesce(c.recognition_voted_on, c.recognised_on)`;

const PROLONGED_ON = (figure: Figure): Prisma.Sql => Prisma.sql`(SELECT min(s.on_day) FROM step s
  WHERE s.candidate_id = c.id AND s.kind = 'probationExtended' AND s.undone_at IS NULL AND ${within(Prisma.sql`s.on_day`, figure)})`;

/** By which day a probationary member counts. */
export function probationDay(probation: Probation, figure: Figure): Prisma.Sql {
  switch (probation) {
    case "extended":
      return PROLONGED_ON(figure);
    case "removed":
      return changeDay("removedProbationary");
    case "current":
      return Prisma.sql`c.admitted_on`;
    default:
      return probationEnd(figure.asOf);
  }
}

/** The SQL of a probationary member over `c`. */
export function probationSql(
  { probation, deadlines }: Extract<Figure["what"], { probation: Probation }>,
  figure: Figure,
): Prisma.Sql {
  if (probation === "removed") return changeSql("removedProbationary", figure);
  const asOf = Prisma.sql`${figure.asOf}::date`;
  if (probation === "extended")
    return Prisma.sql`c.admitted_on IS NOT NULL AND ${notYet(Prisma.sql`c.revoked_on`, asOf)} AND ${PROLONGED_ON(figure)} IS NOT NULL`;
  if (probation === "current")
    return Prisma.sql`c.admitted_on <= ${asOf} AND ${notYet(Prisma.sql`c.recognised_on`, asOf)}
      AND ${notYet(Prisma.sql`c.closed_on`, asOf)} AND ${notYet(Prisma.sql`c.revoked_on`, asOf)}`;
  const end = probationEnd(figure.asOf);
  const due = Prisma.sql`c.admitted_on IS NOT NULL AND ${within(end, figure)}
    AND (c.closed_on IS NULL OR c.closed_on >= ${end}) AND ${notYet(Prisma.sql`c.revoked_on`, asOf)}`;
  if (probation === "due") return due;
  const deadline = Prisma.sql`(${[...deadlines]}::date[])[${end} - ${figure.from}::date + 1]`;
  const reviewed = Prisma.sql`coalesce(${REVIEWED} <= ${asOf}, false)`;
  switch (probation) {
    case "onTime":
      return Prisma.sql`${due} AND ${reviewed} AND ${REVIEWED} <= ${deadline}`;
    case "late":
      return Prisma.sql`${due} AND ${reviewed} AND ${REVIEWED} > ${deadline}`;
    case "overdue":
      return Prisma.sql`${due} AND NOT ${reviewed} AND ${asOf} > ${deadline} AND ${notYet(Prisma.sql`c.closed_on`, asOf)}`;
    case "waiting":
      return Prisma.sql`${due} AND ${notYet(Prisma.sql`c.recognised_on`, asOf)} AND ${notYet(Prisma.sql`c.closed_on`, asOf)}`;
  }
}
