import "server-only";
import { logRead } from "@/lib/access/audit";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { noteShownPeople, spendPeople, withPeople } from "@/lib/access/people-budget";
import { loadFigure, loadFigurePeople } from "@/lib/reports/queries/people";
import type { ReportHead, ReportParameters } from "@/lib/reports/rules/parameters";
import { type BoardAddress, boardParameters } from "@/lib/reports/schema";
import type { PlainDate } from "@/lib/shared/days";
import { findHandedOver } from "./repository";
import { completable, type HandedOver, missingOf } from "./rules";

/** The people admitted in a period, for the national member database. */
export type HandOver = { head: ReportHead; today: PlainDate; people: HandedOver[] };

/** The same people as the figure of the reports counts. */
const ADMITTED = "attainment:total.admitted";

/** The hand-over with citizen numbers in full, for a file; logged, and part of a day's people. */
export function loadHandOver(parameters: ReportParameters): Promise<HandOver> {
  return withPeople("people.handOver", async (scope) => {
    const handOver = await loadAdmitted(scope, parameters, true);
    const { unit, from, to, asOf } = parameters;
    await spendPeople(
      scope,
      handOver.people.map(({ candidateId }) => candidateId),
    );
    await logRead(scope, {
      action: "exportHandOver",
      subject: "report",
      subjectId: "hand-over",
      unitOrd: scope.lo,
      details: { count: handOver.people.length, unit, from, to, asOf, citizenNumbers: "in full" },
    });
    return handOver;
  });
}

/** How many people a page lists. */
const PAGE = 100;

/** The page of the hand-over: how many are ready, and who lacks what can be completed here. */
export type HandOverPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  count: number;
  incomplete: number;
  people: { candidateId: string; name: string; unitName: string; missing: string[] }[];
  /** Begins the next page; null: these are the last. */
  next: string | null;
};

export function loadHandOverPage(address: BoardAddress): Promise<HandOverPage> {
  return withScope("people.handOver", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { head, people } = await loadAdmitted(scope, parameters, false);
    const lacking = people
      .map((person) => ({ person, missing: completable(missingOf(person, scope.today)) }))
      .filter(({ missing }) => missing.length > 0);
    const begin = lacking.findIndex(({ person }) => person.candidateId === address.after) + 1;
    const shown = lacking.slice(begin, begin + PAGE);
    await noteShownPeople(
      scope,
      shown.map(({ person }) => person.candidateId),
    );
    return {
      head,
      parameters,
      today: scope.today,
      count: people.length,
      incomplete: lacking.length,
      people: shown.map(({ person, missing }) => ({
        candidateId: person.candidateId,
        name: person.name,
        unitName: person.unit.name,
        missing: missing.map(({ title }) => title),
      })),
      next: begin + PAGE < lacking.length ? (shown.at(-1)?.person.candidateId ?? null) : null,
    };
  });
}

async function loadAdmitted(
  scope: UnitScope,
  parameters: ReportParameters,
  numbers: boolean,
): Promise<HandOver> {
  const opened = await loadFigure(scope, parameters, ADMITTED);
  const people = await loadFigurePeople(scope, opened);
  const ids = people.map(({ id }) => id);
  return {
    head: opened.context.head,
    today: scope.today,
    people: await findHandedOver(scope, ids, { numbers }),
  };
}
