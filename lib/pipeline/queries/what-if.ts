import "server-only";
import { notFound } from "next/navigation";
import { withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { findOnTheWay, findUsualDays } from "../repository/on-the-way";
import { rulebookOn } from "../rulebook";
import {
  type Assumptions,
  type Earliest,
  earliestAdmission,
  type Link,
  longestAllowed,
  longestWait,
  type UsualDays,
} from "../rules/earliest";
import type { Finding } from "../rules/finding";
import { CENTRAL_OPTIONS } from "../rules/options";
import { reviewAhead } from "../rules/review";
import type { WhatIfAddress } from "../schema/what-if";

/** One person of the table: what is missing now, and what the plan says. */
export type WhatIfLine = {
  id: string;
  name: string;
  unitName: string;
  missing: Finding[];
  plan: Pick<Earliest, "links" | "decidedOn" | "admittedOn" | "obstacles">;
  longest: Link | null;
  inTime: boolean;
};

export type WhatIf = {
  unit: { code: string; name: string };
  today: string;
  year: number;
  assumed: Assumptions;
  /** Where each number of usual days comes from. */
  usualFrom: Record<keyof UsualDays, "typed" | "history" | "longest">;
  lines: WhatIfLine[];
  /** Are there more people than are shown? */
  more: boolean;
};

const MOST = 400;

/** Who of a unit's people can still be admitted this year (by the day of the decision), if … */
export function loadWhatIf({ unit: code, meetingOn, classOn, usual }: WhatIfAddress): Promise<WhatIf> {
  return withScope("candidate.read", async (scope) => {
    const { today, actor } = scope;
    const unit = code === null ? actor.unit : ((await findUnitByCode(scope, code)) ?? notFound());
    const people = await findOnTheWay(scope, unit, MOST + 1);
    const history = await findUsualDays(scope, unit);
    const options = people[0]?.event.options;
    const longest = longestAllowed(rulebookOn(today), options ?? CENTRAL_OPTIONS);
    const assumed = { meetingOn, classOn, usual: { ...longest, ...history, ...usual } };
    const year = Number(today.slice(0, 4));
    return {
      unit: { code: unit.code, name: unit.name },
      today,
      year,
      assumed,
      usualFrom: Object.fromEntries(
        Object.keys(longest).map((name) => [
          name,
          name in usual ? "typed" : name in history ? "history" : "longest",
        ]),
      ) as WhatIf["usualFrom"],
      lines: people.slice(0, MOST).map(({ event, nextStep, ...person }) => {
        const { links, decidedOn, admittedOn, obstacles } = earliestAdmission(event, assumed);
        return {
          ...person,
          missing: reviewAhead(event, nextStep).findings.filter(({ blocks }) => blocks),
          plan: { links, decidedOn, admittedOn, obstacles },
          longest: longestWait(links, today),
          inTime: decidedOn !== null && Number(decidedOn.slice(0, 4)) <= year,
        };
      }),
      more: people.length > MOST,
    };
  });
}
