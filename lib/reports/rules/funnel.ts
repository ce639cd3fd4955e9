import { type Ratio, ratio } from "@/lib/shared/ratio";
import { EVENTS, type FigureEvent } from "./figure";
import type { ReportHead, UnitHead } from "./parameters";

/** Persons whose step falls in the period, and the ratios of these flows (formats.md §4 `funnel`). */
export type FunnelLine = { unit: UnitHead } & Record<FigureEvent, number> & {
    certifiedOfSent: Ratio;
    admittedOfCertified: Ratio;
    admittedOfIntroduced: Ratio;
  };

export type FunnelReport = ReportHead & { rows: FunnelLine[]; total: FunnelLine };

/** Counts in the order of EVENTS. */
export function buildFunnelLine(unit: UnitHead, counts: readonly number[]): FunnelLine {
  const flows = Object.fromEntries(EVENTS.map((event, place) => [event, counts[place] ?? 0])) as Record<
    FigureEvent,
    number
  >;
  return {
    unit,
    ...flows,
    certifiedOfSent: ratio(flows.certified, flows.sentToClass),
    admittedOfCertified: ratio(flows.admitted, flows.certified),
    admittedOfIntroduced: ratio(flows.admitted, flows.introduced),
  };
}
