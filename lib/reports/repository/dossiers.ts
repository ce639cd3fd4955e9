import "server-only";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { type Figure, lastDay } from "../rules/figure";
import type { Segments } from "../rules/segments";
import { asTheyStood, candidatesOf, movedSince, UNDECIDED } from "./lines";
import { sentWithin } from "./predicate";

/**
 * Which dossiers a figure looks at: decided, admitted or recognised in its days; sent to a class; with another step
 * in its days; open on its as-of day; or of members.
 */
export type Dossiers = "decided" | "admitted" | "recognised" | "sent" | "steps" | "open" | "members";

export function dossiersOf({ what, countBy }: Figure): Dossiers {
  if ("live" in what || "band" in what) return "open";
  if (!("event" in what)) return "members";
  switch (what.event) {
    case "decided":
    case "recognised":
      return what.event;
    case "admitted":
      return countBy === "decision" ? "decided" : "admitted";
    case "sentToClass":
      return "sent";
    default:
      return "steps";
  }
}

const DAY = {
  decided: Prisma.sql`c.decided_on`,
  admitted: Prisma.sql`c.admitted_on`,
  recognised: Prisma.sql`c.recognised_on`,
};

/** A condition that every figure of the kind implies, and that an index answers. */
export function narrowed(kind: Dossiers, figures: readonly Figure[]): Prisma.Sql {
  if (kind === "steps") return Prisma.sql`true`;
  if (kind === "members") return Prisma.sql`(c.decided_on IS NOT NULL OR c.admitted_on IS NOT NULL)`;
  if (kind === "open") return Prisma.sql`(c.decided_on IS NULL OR c.decided_on > ${firstDay(figures)}::date)`;
  const from = firstFrom(figures);
  const last = figures.map(lastDay).toSorted().at(-1) ?? from;
  return kind === "sent"
    ? sentWithin(from, last)
    : Prisma.sql`${DAY[kind]} BETWEEN ${from}::date AND ${last}::date`;
}

/** Some of the candidates `c`; `sign`: "-" where their numbers are taken off. */
export type Pass = { from: Prisma.Sql; where: Prisma.Sql; sign: Prisma.Sql };

/** The last day of a dossier's steps before the decision, as the index of steps after it has it. */
const LAST_STEP = Prisma.sql`GREATEST(c.introduced_on, c.sympathiser_on, c.certified_on, c.applied_on, c.cell_resolved_on, c.base_resolved_on, c.submitted_on)`;

/**
 * The dossiers that figures of a kind look at, each in one of a few passes that an index answers, where the "or" of
 * them would read every dossier of the place. A step of a period is one of who was not decided before it, but where
 * days stand in disorder.
 */
export function passesOf(
  kind: Dossiers,
  figures: readonly Figure[],
  { segments, stood }: { segments: Segments; stood: PlainDate | null },
): Pass[] {
  if (stood !== null || (kind !== "open" && kind !== "steps"))
    return [{ from: candidatesOf(segments, stood), where: narrowed(kind, figures), sign: Prisma.empty }];
  const pass = (where: Prisma.Sql): Pass => ({
    from: candidatesOf(segments, null),
    where,
    sign: Prisma.empty,
  });
  const undecided = { from: Prisma.sql`${UNDECIDED} c`, where: Prisma.sql`true`, sign: Prisma.empty };
  if (kind === "open") return [undecided, pass(Prisma.sql`c.decided_on > ${firstDay(figures)}::date`)];
  const from = firstFrom(figures);
  return [
    undecided,
    pass(Prisma.sql`c.decided_on >= ${from}::date`),
    pass(Prisma.sql`c.decided_on < ${from}::date AND c.decided_on < ${LAST_STEP}`),
  ];
}

/**
 * The same to be counted where all stood on a day: everybody where they stand today, and of the few whom a
 * reorganisation moved since, these taken off and those added who they were where they stood.
 */
export function countedPassesOf(
  kind: Dossiers,
  figures: readonly Figure[],
  { segments, stood }: { segments: Segments; stood: PlainDate | null },
): Pass[] {
  return [...passesOf(kind, figures, { segments, stood: null }), ...movedPassesOf(kind, figures, stood)];
}

/** What such a count takes off and adds for those moved since a day. */
export function movedPassesOf(kind: Dossiers, figures: readonly Figure[], stood: PlainDate | null): Pass[] {
  if (stood === null) return [];
  const where = narrowed(kind, figures);
  return [
    { from: movedSince(stood), where, sign: Prisma.sql`-` },
    { from: asTheyStood(stood, where), where: Prisma.sql`true`, sign: Prisma.empty },
  ];
}

/** The earliest as-of day of figures. */
const firstDay = (figures: readonly Figure[]): string => least(figures.map(({ asOf }) => asOf));

const firstFrom = (figures: readonly Figure[]): string => least(figures.map(({ from }) => from));

const least = (days: readonly string[]): string => days.toSorted()[0] ?? "0001-01-01";
