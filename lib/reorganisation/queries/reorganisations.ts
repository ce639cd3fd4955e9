import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import type { Quota } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { findPlan } from "../repository/plan";
import {
  findHappened,
  findReorganisation,
  findReorganisations,
  type Happened,
  type Reorganisation,
} from "../repository/reorganisations";
import type { Act } from "../rules/act";
import type { ReorganisationFinding } from "../rules/finding";
import { type Plan, type PlannedUnit, type Receipt, receiptOf } from "../rules/plan";

/** A line of the list. */
export type ReorganisationLine = Pick<
  Reorganisation,
  "id" | "decisionNumber" | "documentDay" | "day" | "state" | "savedByName" | "doneOn" | "undoneOn"
> & { acts: number };

/** The reorganisations of the actor's range, the latest first. */
export function loadReorganisations(): Promise<ReorganisationLine[]> {
  return withScope("organisation.change", async (scope) =>
    (await findReorganisations(scope)).map(
      ({ choices: _c, receipt: _r, version: _v, doneByName: _d, undoneByName: _u, acts, ...line }) => ({
        ...line,
        acts: acts.length,
      }),
    ),
  );
}

/** What the form of a new one begins with: empty, or the acts of a draft to be corrected. */
export type ReorganisationEntry = {
  today: PlainDate;
  decisionNumber: string;
  documentDay: PlainDate | null;
  day: PlainDate | null;
  acts: Act[];
};

/** The form; `from`: the draft whose acts it begins with. */
export function loadReorganisationEntry(from: string | null): Promise<ReorganisationEntry> {
  return withScope("organisation.change", async (scope) => {
    if (from === null)
      return { today: scope.today, decisionNumber: "", documentDay: null, day: null, acts: [] };
    const { decisionNumber, documentDay, day, acts } = (await findReorganisation(scope, from)) ?? notFound();
    return { today: scope.today, decisionNumber, documentDay, day, acts };
  });
}

/** Somebody of a divided cell, or of one that several continue, with the cells they may go to. */
export type PersonChoice = {
  id: string;
  name: string;
  probation: boolean;
  cell: string;
  to: string;
  choices: { code: string; name: string }[];
};

export type HatChoice = {
  id: string;
  name: string;
  role: string;
  unit: string;
  /** Name of the unit where it may go on; null: it ends. */
  mayGoOn: string | null;
  keeps: boolean;
  own: boolean;
};

export type QuotaChoice = {
  id: string;
  unit: string;
  to: string | null;
  quota: Pick<Quota, "indicator" | "group" | "kind" | "value" | "valueTo" | "from" | "to">;
  adds: boolean;
};

/** What a reorganisation would do, as its page shows it. */
export type PlanView = {
  units: PlannedUnit[];
  findings: ReorganisationFinding[];
  receipt: Receipt;
  people: PersonChoice[];
  hats: HatChoice[];
  quotas: QuotaChoice[];
  /** Names of the units whose figures by today's tree change. */
  asIs: string[];
};

/** The page of a reorganisation: the preview of a draft or plan, the receipt of one that was carried out. */
export type ReorganisationPage = {
  reorganisation: Omit<Reorganisation, "receipt">;
  today: PlainDate;
  plan: PlanView | null;
  receipt: Receipt | null;
  happened: Happened[];
};

/** A reorganisation of the actor's range; a preview is a dry run and writes nothing. */
export function loadReorganisation(id: string): Promise<ReorganisationPage> {
  return withScope(
    "organisation.change",
    async (scope) => {
      const { receipt, ...reorganisation } = (await findReorganisation(scope, id)) ?? notFound();
      const open = reorganisation.state === "draft" || reorganisation.state === "planned";
      return {
        reorganisation,
        today: scope.today,
        plan: open ? await planView(scope, reorganisation) : null,
        receipt,
        happened: reorganisation.state === "done" ? await findHappened(scope, id) : [],
      };
    },
    { timeoutMs: 60_000 },
  );
}

async function planView(
  scope: UnitScope,
  reorganisation: Omit<Reorganisation, "receipt">,
): Promise<PlanView> {
  const { world: _world, ...plan } = await findPlan(scope, reorganisation);
  const nameOf = (key: string) => plan.kinds.get(key)?.name ?? key;
  const nameOrNone = (key: string | null) => (key === null ? null : nameOf(key));
  return {
    units: plan.units,
    findings: plan.findings,
    receipt: receiptOf(plan),
    people: plan.people
      .filter(({ choices }) => choices.length > 1)
      .map(({ id, name, probation, cell, to, choices }) => ({
        id,
        name,
        probation,
        cell: cellName(plan, cell),
        to: to ?? "",
        choices: choices.map((code) => ({ code, name: nameOf(code) })),
      })),
    hats: plan.hats.map(({ assignmentId, name, role, unit, mayGoOn, to, own }) => ({
      id: assignmentId,
      name,
      role,
      unit: cellName(plan, unit),
      mayGoOn: nameOrNone(mayGoOn),
      keeps: to !== null,
      own,
    })),
    quotas: plan.quotas.ended.map(({ quota, from, to, revised }) => ({
      id: quota.id,
      unit: cellName(plan, from),
      to: nameOrNone(to),
      quota,
      adds: revised,
    })),
    asIs: asIsNames(plan),
  };
}

const cellName = ({ changed }: Plan, key: string): string =>
  changed.find((unit) => unit.key === key)?.before?.name ?? key;

/** Whoever holds other units or people than before: the parents on either side, and who continues a closed unit. */
function asIsNames({ changed, kinds }: Plan): string[] {
  const keys = changed.flatMap(({ before, after, into, closed }) =>
    before && before.parent === after.parent && !closed && into.length === 0
      ? []
      : [before?.parent ?? null, after.parent, ...into],
  );
  const names = [...new Set(keys)].flatMap((key) => (key === null ? [] : [kinds.get(key)?.name ?? key]));
  return names.sort((a, b) => a.localeCompare(b, "vi"));
}
