import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import { type ClassLine, findClasses } from "../repository/classes";
import { findWaiting, findWaitingPeople } from "../repository/clusters";
import { findNeedOf } from "../repository/learning";
import { countNeeds, findNeeds } from "../repository/needs";
import { buildClusters, type Cluster, type Clusters, milieuOf } from "../rules/cluster";
import { MOST_CALLED } from "../rules/filter";
import { isComing } from "../rules/training-class";
import { type NeedsAddress, needFilterOf } from "../schema";

/** The form of a new class, with the people chosen for it. */
export type PlanPage = {
  unit: { code: string; name: string };
  people: { candidateId: string; name: string; birthYear: number; cell: string }[];
  /** How many of the chosen need none any more. */
  left: number;
  /** How many of the list are more than one call may hold. */
  beyond: number;
  /** Where classes are suggested, as long as nobody was chosen one by one. */
  suggested: Clusters | null;
  /** The suggestion that was taken over. */
  chosen: Cluster | null;
  /** Classes of the kind that have not ended and could take them instead. */
  classes: ClassLine[];
  today: PlainDate;
};

/** Whoever was ticked, all whom the address's filter holds, or those of a suggested place; longest waiting first. */
export function loadPlan(address: NeedsAddress): Promise<PlanPage> {
  return withScope("class.hold", async (scope) => {
    const { kind } = address;
    return {
      unit: { code: scope.actor.unit.code, name: scope.actor.unit.name },
      ...NOBODY,
      ...(await chosenBy(address)(scope, address)),
      classes: (await findClasses(scope, scope)).filter((one) => one.kind === kind && isComing(one.state)),
      today: scope.today,
    };
  });
}

type Chosen = Pick<PlanPage, "people" | "left" | "beyond" | "suggested" | "chosen">;
const NOBODY: Chosen = { people: [], left: 0, beyond: 0, suggested: null, chosen: null };

function chosenBy({ all, person, cluster }: NeedsAddress) {
  if (all) return wholeList;
  return person.length > 0 && !cluster ? ticked : clustered;
}

const unitOf = async (scope: UnitScope, { unit }: NeedsAddress): Promise<Unit> =>
  (await findUnitByCode(scope, unit ?? scope.actor.unit.code)) ?? notFound();

async function wholeList(scope: UnitScope, address: NeedsAddress): Promise<Partial<Chosen>> {
  const unit = await unitOf(scope, address);
  const filter = { ...needFilterOf(address), after: null };
  const people = await findNeeds(scope, unit, filter, MOST_CALLED);
  return { people, beyond: (await countNeeds(scope, unit, filter)).people - people.length };
}

async function ticked(scope: UnitScope, { kind, person }: NeedsAddress): Promise<Partial<Chosen>> {
  const needing = (await findNeedOf(scope, kind, person)).filter(({ needs }) => needs);
  return {
    people: needing.map(({ candidate }) => ({
      candidateId: candidate.id,
      name: candidate.person.name,
      birthYear: candidate.person.birthYear,
      cell: candidate.cell.name,
    })),
    left: person.length - needing.length,
  };
}

async function clustered(scope: UnitScope, address: NeedsAddress): Promise<Partial<Chosen>> {
  const { kind, cluster } = address;
  const unit = await unitOf(scope, address);
  const suggested = buildClusters(await findWaiting(scope, unit, kind), unit, scope.today);
  const chosen = suggested.clusters.find(({ key }) => key === cluster) ?? null;
  if (!chosen) return { suggested };
  const members = new Set(chosen.members.map(({ base, milieu }) => `${base}.${milieu}`));
  const bases = chosen.members.map(({ base }) => base);
  const waiting = (await findWaitingPeople(scope, unit, kind, bases)).filter((one) =>
    members.has(`${one.base.code}.${milieuOf(one)}`),
  );
  const people = waiting.slice(0, MOST_CALLED);
  return { suggested, chosen, people, beyond: waiting.length - people.length };
}
