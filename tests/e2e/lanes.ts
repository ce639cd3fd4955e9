import { readdirSync } from "node:fs";

/**
 * Specs run in lanes, each with a server and a demo world of its own, two at once; what measures time runs
 * alone after them. Within a lane one follows the other in the world that the one before left.
 */
const LANES = {
  one: [
    "quotas",
    "accessibility",
    "classes",
    "connections",
    "coverage",
    "import",
    "intake",
    "organisation",
    "phone",
    "programmes",
    "reorganisation",
    "sources",
  ],
  two: [
    "briefings",
    "every-rule",
    "forms",
    "journey",
    "life",
    "meeting",
    "official",
    "rules",
    "tasks",
    "periods",
  ],
  alone: ["speed"],
} as const;

export type Lane = keyof typeof LANES;
export const LANE_NAMES = ["one", "two", "alone"] as const satisfies readonly Lane[];

/** The spec files of a lane, or of all; a spec without a lane stops the run. */
export function specsOf(lane: Lane | undefined): string[] {
  const known: string[] = Object.values(LANES).flat();
  const files = readdirSync(import.meta.dirname).flatMap((file) => /^(.+)\.spec\.ts$/.exec(file)?.[1] ?? []);
  const lost = files.filter((name) => !known.includes(name));
  if (lost.length > 0) throw new Error(`Give ${lost.join(", ")} a lane in tests/e2e/lanes.ts.`);
  return (lane ? [...LANES[lane]] : known).map((name) => `${name}.spec.ts`);
}

/** The published figures are read before any spec of the lane writes. */
export const FIGURES = "quotas.spec.ts";
