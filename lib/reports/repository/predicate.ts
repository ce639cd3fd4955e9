import "server-only";
import { LEARNER_STATES } from "@/lib/classes/rules/enrolment";
import type { Group } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { membershipSql } from "@/lib/sources/repository/programmes";
import { Prisma } from "@/prisma/generated/client/client";
import { BANDS, type Band, type Figure, type FigureEvent, lastDay } from "../rules/figure";
import { firstValidCertificate, liveDay, liveSql } from "./live";
import { changeDay, changeSql, probationDay, probationSql } from "./membership";
import { partSql } from "./parts";

/**
 * The SQL of a figure over `c` (candidate), `p` (person) and `u` (cell). Events after the as-of day do not
 * exist; a revoked decision is no admission from the day of its revocation.
 */
export function predicateOf(figure: Figure): Prisma.Sql {
  const what = whatSql(figure);
  const grouped = figure.group === "ALL" ? what : Prisma.sql`(${what}) AND ${groupSql(figure.group)}`;
  const conditions = (figure.parts ?? []).map((part) =>
    part.of === "group" ? groupSql(part.is) : partSql(part, dayOf(figure), figure.treeDay ?? null),
  );
  const inGroup =
    conditions.length === 0 ? grouped : Prisma.sql`(${grouped}) AND ${Prisma.join(conditions, " AND ")}`;
  return figure.among ? Prisma.sql`(${inGroup}) AND ${membershipSql(figure.among, figure.asOf)}` : inGroup;
}

function whatSql(figure: Figure): Prisma.Sql {
  const { what } = figure;
  if ("event" in what) return eventSql(what.event, figure);
  if ("change" in what) return changeSql(what.change, figure);
  if ("probation" in what) return probationSql(what, figure);
  return "band" in what ? bandSql(what.band, figure) : liveSql(what.live, figure);
}

/** The day by which a figure counts a person, for the list. */
export function dayOf(figure: Figure): Prisma.Sql {
  if ("event" in figure.what) return eventDay(figure.what.event, figure);
  if ("live" in figure.what) return liveDay(figure);
  if ("change" in figure.what) return changeDay(figure.what.change);
  if ("probation" in figure.what) return probationDay(figure.what.probation, figure);
  switch (figure.what.band) {
    case "beforeCommittee":
      return Prisma.sql`c.submitted_on`;
    case "resolved":
      return Prisma.sql`coalesce(c.base_resolved_on, c.cell_resolved_on)`;
    case "certificateHeld":
      return Prisma.sql`c.certified_on`;
  }
}

/** Who takes a place in an awareness class. */
const SENT = Prisma.sql`enrolment e JOIN training_class t ON t.id = e.class_id
  WHERE t.kind = 'AWARENESS' AND t.state <> 'dropped' AND e.state = ANY (${[...LEARNER_STATES]}::text[])`;

/** Who takes a place in one that begins within the days. */
export const sentWithin = (from: PlainDate, last: PlainDate): Prisma.Sql =>
  Prisma.sql`c.id IN (SELECT e.candidate_id FROM ${SENT} AND t.from_day BETWEEN ${from}::date AND ${last}::date)`;

function eventDay(event: FigureEvent, figure: Figure): Prisma.Sql {
  const { countBy, from } = figure;
  const last = lastDay(figure);
  switch (event) {
    case "introduced":
      return Prisma.sql`c.introduced_on`;
    case "sympathisers":
      return Prisma.sql`c.sympathiser_on`;
    case "sentToClass":
      return Prisma.sql`(SELECT min(t.from_day) FROM ${SENT} AND e.candidate_id = c.id AND t.from_day BETWEEN ${from}::date AND ${last}::date)`;
    case "certified":
      return Prisma.sql`c.certified_on`;
    case "applied":
      return Prisma.sql`c.applied_on`;
    case "cellResolved":
      return Prisma.sql`c.cell_resolved_on`;
    case "baseResolved":
      return Prisma.sql`c.base_resolved_on`;
    case "submitted":
      return Prisma.sql`c.submitted_on`;
    case "decided":
      return Prisma.sql`c.decided_on`;
    case "admitted":
      return countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
    case "recognised":
      return Prisma.sql`c.recognised_on`;
  }
}

function eventSql(event: FigureEvent, figure: Figure): Prisma.Sql {
  if (event === "sentToClass") return sentWithin(figure.from, lastDay(figure));
  const within = Prisma.sql`${eventDay(event, figure)} BETWEEN ${figure.from}::date AND ${lastDay(figure)}::date`;
  if (event !== "admitted" && event !== "decided") return within;
  return Prisma.sql`${within} AND (c.revoked_on IS NULL OR c.revoked_on > ${figure.asOf}::date)`;
}

/** Not yet decided and not closed on the as-of day, and past one step but not the next. */
function bandSql(band: Band, { asOf }: Figure): Prisma.Sql {
  const { open, submitted, resolved, certified } = bandsOn(asOf);
  switch (band) {
    case "beforeCommittee":
      return Prisma.sql`${open} AND ${submitted}`;
    case "resolved":
      return Prisma.sql`${open} AND NOT ${submitted} AND ${resolved}`;
    case "certificateHeld":
      return Prisma.sql`${open} AND NOT ${submitted} AND NOT ${resolved} AND ${certified}`;
  }
}

/** In one of the bands on a day. */
export function anyBandSql(asOf: PlainDate): Prisma.Sql {
  const { open, submitted, resolved, certified } = bandsOn(asOf);
  return Prisma.sql`${open} AND (${submitted} OR ${resolved} OR ${certified})`;
}

/** The place among all bands of the one in which a dossier stands that is open on a day; null: in none. */
export function whichBandSql(asOf: PlainDate): { open: Prisma.Sql; place: Prisma.Sql } {
  const { open, submitted, resolved, certified } = bandsOn(asOf);
  const place = (band: Band) => Prisma.raw(String(BANDS.indexOf(band)));
  return {
    open,
    place: Prisma.sql`CASE WHEN ${submitted} THEN ${place("beforeCommittee")} WHEN ${resolved} THEN ${place("resolved")}
      WHEN ${certified} THEN ${place("certificateHeld")} END`,
  };
}

const bandsOn = (asOf: PlainDate) => ({
  open: Prisma.sql`(c.decided_on IS NULL OR c.decided_on > ${asOf}::date) AND (c.closed_on IS NULL OR c.closed_on > ${asOf}::date)`,
  submitted: Prisma.sql`(c.submitted_on IS NOT NULL AND c.submitted_on <= ${asOf}::date)`,
  resolved: Prisma.sql`((c.cell_resolved_on IS NOT NULL AND c.cell_resolved_on <= ${asOf}::date) OR (c.base_resolved_on IS NOT NULL AND c.base_resolved_on <= ${asOf}::date))`,
  certified: Prisma.sql`(c.certified_on BETWEEN ${firstValidCertificate(asOf)}::date AND ${asOf}::date)`,
});

/** Does a group's predicate read the cell, or the person? */
export const looksAtCell = (group: Group): boolean =>
  group === "NON_STATE_ENTERPRISE" || group === "RESIDENTIAL";
export const looksAtPerson = (group: Group): boolean => group !== "ALL" && !looksAtCell(group);

/** Who belongs to a group; unknown is no member of any. */
export function groupSql(group: Group): Prisma.Sql {
  switch (group) {
    case "ALL":
      return Prisma.sql`true`;
    case "WOMEN":
      return Prisma.sql`p.sex = 'female'`;
    case "ETHNIC_MINORITY":
      return Prisma.sql`p.ethnicity <> '01'`;
    case "RELIGIOUS":
      return Prisma.sql`p.religion <> 'none'`;
    case "UNION_MEMBER":
      return Prisma.sql`p.union_member`;
    case "PUPIL":
      return Prisma.sql`p.occupation = '11'`;
    case "STUDENT":
      return Prisma.sql`p.occupation = '10'`;
    case "WORKER":
      return Prisma.sql`p.occupation = '7c'`;
    case "PRIVATE_OWNER":
      return Prisma.sql`p.private_owner`;
    case "NON_STATE_ENTERPRISE":
      return Prisma.sql`u.type = 'NON_STATE_ENTERPRISE'`;
    case "RESIDENTIAL":
      return Prisma.sql`u.type = 'HAMLET'`;
  }
}
