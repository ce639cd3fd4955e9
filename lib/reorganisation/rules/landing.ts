import { isCell, type UnitKind } from "@/lib/organisation/rules/kinds";
import { inForce, type Quota, quotaKey } from "@/lib/quotas/rules/quota";
import { addDays, type PlainDate } from "@/lib/shared/days";
import { keyOf } from "./act";
import type { ChangedUnit } from "./changed-unit";
import type { ReorganisationFinding } from "./finding";

/** What is chosen beside the acts: by candidate where they go, by assignment whether it goes on. */
export type Choices = {
  /** Code of the receiving cell by candidate. */
  people: Record<string, string>;
  /** "keep" or "end" by assignment; without a word of it the rule decides. */
  hats: Record<string, "keep" | "end">;
  /** Quotas of closed units are added to those of the units that continue them. */
  addQuotas: boolean;
};

export const NO_CHOICES: Choices = { people: {}, hats: {}, addQuotas: false };

/** Somebody on the way, or on probation, in a cell that is closed or divided. */
export type OpenPerson = {
  id: string;
  name: string;
  cell: string;
  probation: boolean;
  /** The last day of a step of theirs. */
  lastStepOn: PlainDate | null;
};

/** Where somebody goes; `to` null: nowhere, which refuses the whole. */
export type PersonLanding = OpenPerson & { to: string | null; choices: string[] };

/** Kinds by key, of every unit that receives. */
export type Kinds = ReadonlyMap<string, { kind: UnitKind; name: string }>;

/** People go with their cell; only where it is closed or divided each of them goes to a cell that continues it. */
export function landPeople(
  people: readonly OpenPerson[],
  changed: readonly ChangedUnit[],
  kinds: Kinds,
  chosen: Choices["people"],
): PersonLanding[] {
  const units = new Map(changed.map((unit) => [unit.key, unit]));
  return people.map((person) => {
    const unit = units.get(person.cell);
    const choices = (unit?.into ?? []).filter((key) => isCell(kinds.get(key)?.kind ?? "PROVINCE"));
    const wanted = keyOf(chosen[person.id] ?? "");
    const usual = choices.find((key) => key !== person.cell) ?? null;
    const stays = choices.includes(person.cell) ? person.cell : usual;
    return { ...person, choices, to: choices.includes(wanted) ? wanted : stays };
  });
}

/**
 * People who would stand nowhere, and steps recorded of a later day than the reorganisation's. `dossiers`: how many
 * a unit holds, finished ones too: they stay with a closed cell, which needs a cell above it to count in.
 */
export function reviewLandings(
  landings: readonly PersonLanding[],
  changed: readonly ChangedUnit[],
  kinds: Kinds,
  { day, dossiers }: { day: PlainDate; dossiers: ReadonlyMap<string, number> },
): ReorganisationFinding[] {
  return changed.flatMap((unit): ReorganisationFinding[] => {
    const own = landings.filter(({ cell }) => cell === unit.key);
    const cells = unit.into.filter((key) => isCell(kinds.get(key)?.kind ?? "PROVINCE"));
    const lost =
      unit.closed && (cells.length === 0 || cells.length < unit.into.length)
        ? (dossiers.get(unit.key) ?? 0)
        : 0;
    const late = own.filter(
      ({ lastStepOn, to }) => to !== unit.key && lastStepOn !== null && lastStepOn > day,
    );
    const { line } = unit;
    const name = unit.before?.name ?? unit.after.name;
    const into = kinds.get(unit.into[0] ?? unit.after.parent ?? "")?.name ?? "";
    return [
      ...(lost > 0
        ? [{ is: "cellIntoCommittee", blocks: true, line, field: "to", name, into, people: lost } as const]
        : []),
      ...(late.length > 0
        ? [{ is: "stepsAfter", blocks: true, line, field: "unit", name, day, people: late.length } as const]
        : []),
    ];
  });
}

/** A hat at a closed unit. */
export type OpenHat = { assignmentId: string; name: string; role: string; unit: string; own: boolean };

/** What becomes of a hat: it goes on at `to`, or ends. `mayGoOn`: somebody continues the unit. */
export type HatLanding = OpenHat & { to: string | null; mayGoOn: string | null };

/** A hat goes on at a successor of the same kind and ends elsewhere, unless it is said; nobody gives one to themselves. */
export function landHats(
  hats: readonly OpenHat[],
  changed: readonly ChangedUnit[],
  kinds: Kinds,
  chosen: Choices["hats"],
): HatLanding[] {
  const units = new Map(changed.map((unit) => [unit.key, unit]));
  return hats.map((hat) => {
    const unit = units.get(hat.unit);
    const successor = unit?.into[0] ?? null;
    const mayGoOn = hat.own ? null : successor;
    const alike =
      successor !== null && sameLevel(unit?.before?.kind ?? null, kinds.get(successor)?.kind ?? null);
    const word = chosen[hat.assignmentId] ?? (alike ? "keep" : "end");
    return { ...hat, mayGoOn, to: word === "keep" ? mayGoOn : null };
  });
}

const sameLevel = (a: UnitKind | null, b: UnitKind | null): boolean =>
  a !== null && b !== null && (a === b || (isCell(a) && isCell(b)));

/** A quota of a closed unit; `revised` null: it ends with its unit. */
export type QuotaLanding = { quota: Quota; from: string; to: string | null; revised: boolean };

/** A quota of the receiving unit as it shall be from the day on. */
export type RevisedQuota = { to: string; quota: Omit<Quota, "id" | "version" | "unitId"> };

/**
 * The quotas of closed units that reach beyond the day, and, where they are to be added, the receiving units'
 * as they shall be: in force from the day of the reorganisation and not from the day of its document, so that
 * figures of earlier days stay. Shares are not added: they are taken of other members.
 */
export function landQuotas(
  quotas: readonly { unit: string; quota: Quota }[],
  changed: readonly ChangedUnit[],
  isAbove: (above: string, key: string) => boolean,
  { addQuotas, decisionNumber, day }: { addQuotas: boolean; decisionNumber: string; day: PlainDate },
): { ended: QuotaLanding[]; revised: RevisedQuota[] } {
  const closed = new Map(changed.flatMap((unit) => (unit.closed ? [[unit.key, unit] as const] : [])));
  const before = addDays(day, -1);
  const unitOf = new Map(quotas.map(({ unit, quota }) => [quota.unitId, unit]));
  const now = inForce(
    quotas.map(({ quota }) => quota),
    before,
  );
  const revised = new Map<string, RevisedQuota>();
  const ended: QuotaLanding[] = [];
  for (const quota of now) {
    const from = unitOf.get(quota.unitId) ?? "";
    const unit = closed.get(from);
    if (!unit || quota.to < day) continue;
    const to = unit.into[0] ?? null;
    const own = now.find((known) => unitOf.get(known.unitId) === to && sameKey(known, quota));
    const ofPeople = [quota, own].every((one) => !one?.kind.startsWith("SHARE"));
    const adds = addQuotas && to !== null && !isAbove(to, from) && ofPeople;
    ended.push({ quota, from, to, revised: adds });
    if (!adds) continue;
    const key = `${to}|${quotaKey({ ...quota, unitId: 0 })}`;
    const start =
      revised.get(key)?.quota ?? (own ? restOf(own) : { ...restOf(quota), value: 0, valueTo: null });
    revised.set(key, { to, quota: added(start, quota, decisionNumber, day) });
  }
  return { ended, revised: [...revised.values()] };
}

function added(
  start: RevisedQuota["quota"],
  more: Quota,
  documentNumber: string,
  documentDay: PlainDate,
): RevisedQuota["quota"] {
  const ranges = start.kind === "RANGE" || more.kind === "RANGE";
  return {
    ...start,
    kind: ranges ? "RANGE" : start.kind,
    value: start.value + more.value,
    valueTo: ranges ? (start.valueTo ?? start.value) + (more.valueTo ?? more.value) : null,
    documentNumber,
    documentDay,
  };
}

const restOf = ({ id: _i, version: _v, unitId: _u, ...rest }: Quota): RevisedQuota["quota"] => rest;

const sameKey = (a: Quota, b: Quota): boolean =>
  quotaKey({ ...a, unitId: 0 }) === quotaKey({ ...b, unitId: 0 });
