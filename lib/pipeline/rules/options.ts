import type { PlainDate } from "@/lib/shared/days";
import { OFFICIAL_CHANGES, type OfficialChanges } from "@/lib/shared/working-days";

/** What a province adds to the central rules (the rules marked ⚙ in domain §10). Null: not asked for. */
export type ProvinceOptions = {
  /** a pupil's parents give their opinion. */
  parentsOpinion: boolean;
  /** §3.5: the committee permits the start of the procedure. */
  permissionToStart: boolean;
  /** §3.8: legally adopted children who live with the person are verified too. */
  adoptedChildren: boolean;
  /** working days from the cell's resolution until it is sent up, resolved at the base, decided. */
  sendUpWorkingDays: number | null;
  baseWorkingDays: number | null;
  decisionWorkingDays: number | null;
  decisionExtensionWorkingDays: number | null;
  /** months by which a probation may be prolonged in all. */
  prolongationMonths: number | null;
  /** working days without a decision after which cell and base committee vote again. */
  recognitionRedoWorkingDays: number | null;
  /** up to this age a person comes from the Youth Union; null: as the rulebook says. */
  youthAge: number | null;
  /** How often the helper reports on a candidate (seed S0). */
  notesEvery: "month" | "quarter" | null;
  /** How many people one helper follows at once, at most. */
  helpedAtOnce: number | null;
  /** Days off and days worked that the government announced, beyond those the application knows. */
  calendar: OfficialChanges;
};

/** Nothing but the central rules, and the helper's notes each quarter. */
export const CENTRAL_OPTIONS: ProvinceOptions = {
  parentsOpinion: false,
  permissionToStart: false,
  adoptedChildren: false,
  sendUpWorkingDays: null,
  baseWorkingDays: null,
  decisionWorkingDays: null,
  decisionExtensionWorkingDays: null,
  prolongationMonths: null,
  recognitionRedoWorkingDays: null,
  youthAge: null,
  notesEvery: "quarter",
  helpedAtOnce: null,
  calendar: { off: [], worked: [] },
};

/** Hướng dẫn 02-HD/BTCTU of Hà Nội, 21/11/2025, as an example set. */
export const HANOI_OPTIONS: ProvinceOptions = {
  ...CENTRAL_OPTIONS,
  parentsOpinion: true,
  permissionToStart: true,
  adoptedChildren: true,
  sendUpWorkingDays: 5,
  baseWorkingDays: 25,
  decisionWorkingDays: 45,
  decisionExtensionWorkingDays: 15,
  prolongationMonths: 12,
  recognitionRedoWorkingDays: 45,
};

/** Options of a province from a day on; revised, never overwritten. */
export type OptionsVersion = {
  from: PlainDate;
  options: ProvinceOptions;
  document: string;
  setBy: string;
};

/** All versions of the units that set options, with the ranges they reach. */
export type OptionsOfUnit = { unitId: number; lo: bigint; hi: bigint; versions: readonly OptionsVersion[] };

/** The options in force on a day at a place in the tree: those of the nearest unit above that has any. */
export function optionsAt(known: readonly OptionsOfUnit[], unitOrd: bigint, day: PlainDate): ProvinceOptions {
  const reaching = known
    .filter(({ lo, hi }) => lo <= unitOrd && unitOrd <= hi)
    .toSorted((a, b) => (a.lo < b.lo ? 1 : -1));
  for (const { versions } of reaching) {
    const inForce = optionsOn(versions, day);
    if (inForce) return inForce.options;
  }
  return CENTRAL_OPTIONS;
}

/** The version in force on a day, or null before the first. */
export function optionsOn<Version extends { from: PlainDate }>(
  versions: readonly Version[],
  day: PlainDate,
): Version | null {
  return (
    versions
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .at(-1) ?? null
  );
}

const calendars = new WeakMap<OfficialChanges, OfficialChanges>();

/** The announced changes of the calendar, with those the province added; a day worked wins over a day off. */
export function calendarOf({ calendar }: ProvinceOptions): OfficialChanges {
  const known = calendars.get(calendar);
  if (known) return known;
  const made = {
    off: [...OFFICIAL_CHANGES.off, ...calendar.off],
    worked: [...OFFICIAL_CHANGES.worked, ...calendar.worked],
  };
  calendars.set(calendar, made);
  return made;
}

/** Which versions somebody saw: another text means that somebody else changed them since. */
export function versionsKey(
  versions: readonly Pick<OptionsVersion, "from" | "document" | "setBy">[],
): string {
  return versions.map(({ from, document, setBy }) => [from, document, setBy].join(" ")).join("; ");
}

/** The switches and numbers of a province, in the order of the form. */
export const OPTION_FIELDS = [
  "parentsOpinion",
  "permissionToStart",
  "adoptedChildren",
  "sendUpWorkingDays",
  "baseWorkingDays",
  "decisionWorkingDays",
  "decisionExtensionWorkingDays",
  "prolongationMonths",
  "recognitionRedoWorkingDays",
  "youthAge",
  "helpedAtOnce",
  "notesEvery",
] as const satisfies readonly (keyof ProvinceOptions)[];
export type OptionField = (typeof OPTION_FIELDS)[number];

/** What a version changed of the options before it, the calendar counted as one. */
export function optionChanges(
  options: ProvinceOptions,
  before: ProvinceOptions,
): { fields: OptionField[]; calendar: boolean } {
  const days = ({ calendar: { off, worked } }: ProvinceOptions) => JSON.stringify([off, worked]);
  return {
    fields: OPTION_FIELDS.filter((field) => options[field] !== before[field]),
    calendar: days(options) !== days(before),
  };
}
