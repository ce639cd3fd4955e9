import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import { type Figure, lastDay } from "../rules/figure";

/** Which dossiers a figure looks at: decided, or admitted, in its days; open on its as-of day; of members; or any. */
export type Dossiers = "decided" | "admitted" | "open" | "members" | "any";

export function dossiersOf({ what, countBy }: Figure): Dossiers {
  if ("live" in what || "band" in what) return "open";
  if (!("event" in what)) return "members";
  if (what.event === "decided") return "decided";
  if (what.event === "admitted") return countBy === "decision" ? "decided" : "admitted";
  return "any";
}

/** A condition that every figure of the kind implies, and that an index answers. */
export function narrowed(kind: Dossiers, figures: readonly Figure[]): Prisma.Sql {
  if (kind === "any") return Prisma.sql`true`;
  if (kind === "members") return Prisma.sql`(c.decided_on IS NOT NULL OR c.admitted_on IS NOT NULL)`;
  if (kind === "open") {
    return Prisma.sql`(c.decided_on IS NULL OR c.decided_on > ${firstDay(figures)}::date)`;
  }
  const day = kind === "decided" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const from = least(figures.map((figure) => figure.from));
  const last = figures.map(lastDay).toSorted().at(-1) ?? from;
  return Prisma.sql`${day} BETWEEN ${from}::date AND ${last}::date`;
}

/** The earliest as-of day of figures. */
export const firstDay = (figures: readonly Figure[]): string => least(figures.map(({ asOf }) => asOf));

const least = (days: readonly string[]): string => days.toSorted()[0] ?? "0001-01-01";
