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

/** The day a dossier would be decided: the step's and the usual days, and never before the as-of day. */
export function expectedOn(day: PlainDate, pace: Pace, asOf: PlainDate): PlainDate {
  const usual = addDays(day, Math.ceil(pace.days));
  return usual < asOf ? asOf : usual;
}

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
  for (const { step, day, people } of open) {
    const { pace, borrowed } = paceOf(step, paces.own, paces.parents);
    leans ||= borrowed;
    const band = bands[BAND_OF[step]];
    if (pace === null) band.unknown += people;
    else if (expectedOn(day, pace, asOf) <= to) band.inTime += people;
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
  return open.reduce((sum, { step, day, people }) => {
    const pace = paces[step];
    if (!pace || !sooner.from.includes(step)) return sum;
    const before = expectedOn(day, pace, asOf) <= to;
    const after = expectedOn(day, { ...pace, days: Math.max(0, pace.days - sooner.days) }, asOf) <= to;
    return !before && after ? sum + people : sum;
  }, 0);
}

/** The last day a class may give its certificates for its people to be decided by the end; null: no pace known. */
export function lastClassDay(paces: Paces, to: PlainDate): PlainDate | null {
  const pace = paces.certified;
  return pace ? addDays(to, -Math.ceil(pace.days)) : null;
}
