import { addDays, type PlainDate } from "@/lib/shared/days";
import { BANDS, type Band } from "./figure";
import type { UnitHead } from "./parameters";

/** Where an open dossier that may still be decided stands, nearest to the decision first. */
export const PACED_STEPS = ["submitted", "baseResolved", "cellResolved", "applied", "certified"] as const;
export type PacedStep = (typeof PACED_STEPS)[number];

/** The band of a step: the dossier before the committee, resolved below, or the certificate held. */
export const BAND_OF: Record<PacedStep, Band> = {
  submitted: "beforeCommittee",
  baseResolved: "resolved",
  cellResolved: "resolved",
  applied: "certificateHeld",
  certified: "certificateHeld",
};

/** Median days from a step to the decision, and of how many decided dossiers. */
export type Pace = { days: number; dossiers: number };
export type Paces = Partial<Record<PacedStep, Pace>>;

/** How many dossiers took how many days. */
export class DayTally {
  #counts = new Int32Array(1024);
  #dossiers = 0;
  #most = -1;

  /** So many dossiers more, or fewer, of so many days; negative days are none. */
  add(days: number, dossiers = 1): void {
    if (days < 0) return;
    if (days >= this.#counts.length) this.#grow(days);
    this.#counts[days] = (this.#counts[days] ?? 0) + dossiers;
    this.#dossiers += dossiers;
    if (days > this.#most) this.#most = days;
  }

  addAll(other: DayTally | undefined): void {
    if (!other) return;
    for (let days = 0; days <= other.#most; days++) {
      const dossiers = other.#counts[days] ?? 0;
      if (dossiers !== 0) this.add(days, dossiers);
    }
  }

  #grow(days: number): void {
    const counts = new Int32Array(2 * days);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  /** The median, between the two middle ones where they are two; null of none. */
  pace(): Pace | null {
    if (this.#dossiers === 0) return null;
    const [lower, upper] = [this.#at((this.#dossiers - 1) >> 1), this.#at(this.#dossiers >> 1)];
    return { days: (lower + upper) / 2, dossiers: this.#dossiers };
  }

  /** The days of the nth dossier, from 0, by days. */
  #at(place: number): number {
    let before = 0;
    for (let days = 0; days <= this.#most; days++) {
      before += this.#counts[days] ?? 0;
      if (before > place) return days;
    }
    return this.#most;
  }
}

/** The pace of each step that has one, from the tallies in their order. */
export function pacesOf(tallies: readonly DayTally[]): Paces {
  const paces: Paces = {};
  for (const [place, step] of PACED_STEPS.entries()) {
    const pace = tallies[place]?.pace();
    if (pace) paces[step] = pace;
  }
  return paces;
}

/** Open dossiers that reached a step on a day. */
export type OpenDossiers = { step: PacedStep; day: PlainDate; people: number };

/** Dossiers of one band by whether they come in time; `unknown`: no pace to judge by. */
export type BandForecast = { inTime: number; late: number; unknown: number };

/** formats.md has the bands by where dossiers stand; here by when they would be decided too. */
export type ForecastLine = {
  unit: UnitHead;
  admitted: number;
  asked: number | null;
  bands: Record<Band, BandForecast>;
  /** Admitted and all that come in time: "256 + 18 = 274". */
  expected: number;
  /** People still missing then; 0 where enough come. */
  short: number | null;
  /** Judged by the parent's pace, for its own rests on too few dossiers. */
  borrowed: boolean;
};

/** Fewer decided dossiers than this say nothing of a unit's own pace. */
export const OWN_PACE_FROM = 5;

/** The pace of a step: the unit's own where enough was decided, else its parent's. */
export function paceOf(
  step: PacedStep,
  own: Paces,
  parents: Paces,
): { pace: Pace | null; borrowed: boolean } {
  const mine = own[step];
  if (mine && mine.dossiers >= OWN_PACE_FROM) return { pace: mine, borrowed: false };
  return { pace: parents[step] ?? mine ?? null, borrowed: true };
}

/**
 * The last day of a step from which a dossier is decided by the end: after the usual days, and never before the
 * as-of day.
 */
export const lastDayInTime = (pace: Pace, { asOf, to }: { asOf: PlainDate; to: PlainDate }): PlainDate =>
  asOf <= to ? addDays(to, -Math.ceil(pace.days)) : "";

/** How a unit will stand at the end of the period, from the steps done and the usual days to the decision. */
export function buildForecastLine(
  unit: UnitHead,
  { admitted, asked, open }: { admitted: number; asked: number | null; open: readonly OpenDossiers[] },
  paces: { own: Paces; parents: Paces },
  { asOf, to }: { asOf: PlainDate; to: PlainDate },
): ForecastLine {
  const bands = Object.fromEntries(BANDS.map((band) => [band, { inTime: 0, late: 0, unknown: 0 }])) as Record<
    Band,
    BandForecast
  >;
  let leans = false;
  const last = new Map<PacedStep, PlainDate | null>();
  for (const { step, day, people } of open) {
    let inTime = last.get(step);
    if (inTime === undefined) {
      const { pace, borrowed } = paceOf(step, paces.own, paces.parents);
      leans ||= borrowed;
      inTime = pace && lastDayInTime(pace, { asOf, to });
      last.set(step, inTime);
    }
    const band = bands[BAND_OF[step]];
    if (inTime === null) band.unknown += people;
    else if (day <= inTime) band.inTime += people;
    else band.late += people;
  }
  const expected = admitted + BANDS.reduce((sum, band) => sum + bands[band].inTime, 0);
  return {
    unit,
    admitted,
    asked,
    bands,
    expected,
    short: asked === null ? null : Math.max(0, asked - expected),
    borrowed: leans,
  };
}

/** What the forecast of a past day said, beside what came by the end. */
export type BackTest = { asOf: PlainDate; admitted: number; expected: number; came: number; error: number };

/** A forecast set against the truth; `error`: people too many (+) or too few (−). */
export function buildBackTest(asOf: PlainDate, { admitted, expected }: ForecastLine, came: number): BackTest {
  return { asOf, admitted, expected, came, error: expected - came };
}

/** More people in time if everybody waiting at a step moved on so many days sooner. */
export function gainOf(
  open: readonly OpenDossiers[],
  paces: Paces,
  { asOf, to }: { asOf: PlainDate; to: PlainDate },
  sooner: { from: readonly PacedStep[]; days: number },
): number {
  const inTime = new Map(
    sooner.from.flatMap((step) => {
      const pace = paces[step];
      if (!pace) return [];
      const days = Math.max(0, pace.days - sooner.days);
      const now = lastDayInTime(pace, { asOf, to });
      return [[step, { now, sooner: lastDayInTime({ ...pace, days }, { asOf, to }) }] as const];
    }),
  );
  return open.reduce((sum, { step, day, people }) => {
    const last = inTime.get(step);
    return last && day > last.now && day <= last.sooner ? sum + people : sum;
  }, 0);
}

/** The last day a class may give its certificates for its people to be decided by the end; null: no pace known. */
export function lastClassDay(paces: Paces, to: PlainDate): PlainDate | null {
  const pace = paces.certified;
  return pace ? addDays(to, -Math.ceil(pace.days)) : null;
}
