import { z } from "zod";
import { GRADES } from "@/lib/classes/rules/enrolment";
import { CLASS_FORMS, CLASS_KINDS } from "@/lib/classes/rules/training-class";
import { SOURCES } from "@/lib/pipeline/labels/words";
import { GROUPS, INDICATORS, QUOTA_KINDS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { BLOCS } from "@/lib/sources/rules/tree";
import type { NameListAnswer } from "../export/name-list";
import type { PeopleReport } from "../queries/people";
import type { AttainmentReport } from "../rules/attainment";
import type { ClassesReport } from "../rules/classes";
import { COVERAGE_LISTS, type CoverageReport } from "../rules/coverage";
import { EVENTS, LIVE_STEPS } from "../rules/figure";
import type { FunnelReport } from "../rules/funnel";
import { OFFICIAL_REPORTS } from "../rules/layout";
import { NAME_LISTS } from "../rules/name-list";
import type { ComparedReport, EthnicityReport, UnitTypesReport } from "../rules/official";
import { PROBATION_FIELDS, type ProbationReport } from "../rules/probation";
import type { SourcesReport } from "../rules/sources";
import type { ReportName } from "../schema";

const day = z.string().describe("yyyy-mm-dd");
const whole = z.number().int();
const unit = z.strictObject({ code: z.string(), name: z.string(), kind: z.string() });
const ratio = z.strictObject({ numerator: whole, denominator: whole, percent: z.number().nullable() });
const fromList = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>);

/** Head of every report (formats.md §4). */
const head = {
  report: z.string(),
  unit,
  period: z.strictObject({ from: day, to: day }),
  asOf: day,
  tree: z.enum(["as-was", "as-is"]),
  countBy: z.enum(["decision", "ceremony"]),
  generatedAt: z.iso.datetime(),
};

const quotaHead = {
  source: z.enum(QUOTA_SOURCES),
  indicator: z.enum(INDICATORS),
  group: z.enum(GROUPS),
  from: day,
  to: day,
};

const wholeQuota = {
  ...quotaHead,
  kind: z.enum(QUOTA_KINDS),
  value: z.number(),
  valueTo: z.number().nullable(),
  dueOn: day.nullable(),
  document: z.strictObject({ number: z.string().nullable(), day: day.nullable() }),
};
const shown = z.enum(["shown", "few", "guarded"]);

const attainmentLine = {
  unit,
  admitted: whole,
  members: whole.nullable(),
  rate: ratio,
  quotas: z.array(
    z.strictObject({
      ...wholeQuota,
      achieved: ratio,
      remaining: whole,
      surplus: whole,
      pace: z.number().nullable(),
      status: z.enum(["notAssigned", "done", "none", "onTrack", "watch", "late"]),
    }),
  ),
  held: z
    .array(z.strictObject({ ...wholeQuota, shown: shown.exclude(["shown"]) }))
    .describe("without the permission to export names: quotas whose numbers are held back")
    .exactOptional(),
  forecast: z.strictObject({ certain: whole, likely: whole, possible: whole }),
};

const attainment = z.strictObject({
  ...head,
  rows: z.array(z.strictObject(attainmentLine)),
  total: z.strictObject({
    ...attainmentLine,
    childrenQuotas: z.array(z.strictObject({ ...quotaHead, sum: whole, own: whole, difference: whole })),
  }),
}) satisfies z.ZodType<AttainmentReport>;

const funnelLine = z.strictObject({
  unit,
  ...fromList(EVENTS, whole).shape,
  certifiedOfSent: ratio,
  admittedOfCertified: ratio,
  admittedOfIntroduced: ratio,
});

const funnel = z.strictObject({
  ...head,
  rows: z.array(funnelLine),
  total: funnelLine,
}) satisfies z.ZodType<FunnelReport>;

const byBloc = z.array(z.strictObject({ bloc: z.enum(BLOCS), count: whole, ofAll: ratio }));

const sourcesLine = z.strictObject({
  unit,
  unionMembers: whole,
  byBloc,
  excellent: whole,
  outstanding: whole,
  outstandingOfExcellent: ratio,
  introduced: whole,
  introducedByBloc: byBloc,
  introducedPupils: whole,
  introducedBy: z.array(z.strictObject({ by: z.enum(SOURCES), count: whole })),
  admitted: whole,
  admittedOfIntroduced: ratio,
  unionMembersOfAdmitted: ratio,
  unionMembersOfMembers: ratio,
});

const sources = z.strictObject({
  ...head,
  rows: z.array(sourcesLine),
  total: sourcesLine,
}) satisfies z.ZodType<SourcesReport>;

const later = { admittedWithin12: ratio, admittedWithin24: ratio };
const classCounts = {
  called: whole,
  learners: whole,
  attended: whole,
  passed: whole,
  grades: fromList(GRADES, whole),
  certificates: whole,
  ...later,
};

const classesLine = z.strictObject({
  unit,
  ...fromList(
    CLASS_KINDS,
    z.strictObject({
      classes: whole,
      ...classCounts,
      byForm: z.array(z.strictObject({ form: z.enum(CLASS_FORMS), classes: whole, learners: whole })),
    }),
  ).shape,
});

const classes = z.strictObject({
  ...head,
  rows: z.array(classesLine),
  total: classesLine,
  list: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      unit,
      from: day,
      to: day,
      kind: z.enum(CLASS_KINDS),
      form: z.enum(CLASS_FORMS),
      ...classCounts,
      shares: fromList(GRADES, ratio),
    }),
  ),
}) satisfies z.ZodType<ClassesReport>;

const coverageLine = z.strictObject({
  unit,
  liveSources: whole,
  byStep: z.array(z.strictObject({ step: z.enum(LIVE_STEPS), count: whole })),
  remaining: whole.nullable(),
  coverage: ratio,
  lists: fromList(
    COVERAGE_LISTS,
    z.array(
      z.strictObject({
        unit,
        above: z.string().nullable(),
        count: whole,
        lastAdmittedOn: day.nullable(),
      }),
    ),
  ),
  yearsWithoutAdmission: whole.nullable(),
});

const coverage = z.strictObject({
  ...head,
  months: whole,
  years: whole,
  rows: z.array(coverageLine),
  total: coverageLine,
}) satisfies z.ZodType<CoverageReport>;

const people = z.strictObject({
  ...head,
  figure: z.string(),
  count: whole.describe("the figure itself, whatever the page holds"),
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      birthDate: z.string().describe("yyyy-mm-dd, or yyyy where no day is known"),
      sex: z.string().nullable(),
      unit: z.strictObject({ code: z.string(), name: z.string() }),
      step: z.string(),
      day: day.nullable(),
    }),
  ),
  next: z.string().nullable().describe("`after` of the next page; null: there is none"),
}) satisfies z.ZodType<PeopleReport>;

const probationLine = z.strictObject({ unit, ...fromList(PROBATION_FIELDS, whole).shape });

const probation = z.strictObject({
  ...head,
  rows: z.array(probationLine),
  total: probationLine,
}) satisfies z.ZodType<ProbationReport>;

const layout = z.strictObject({
  report: z.enum(OFFICIAL_REPORTS),
  formNumber: z.string(),
  title: z.string(),
  from: day,
  document: z.string(),
  lines: z.array(
    z.strictObject({
      number: z.string(),
      label: z.string(),
      level: whole,
      key: z.string().nullable().describe("null: a heading"),
    }),
  ),
});
const checks = z.array(
  z.strictObject({
    rule: z.literal("R-53"),
    ok: z.boolean(),
    message: z.string(),
    figure: z.string().exactOptional(),
    column: z.literal("previous").exactOptional(),
  }),
);
const comparedRow = {
  key: z.string(),
  label: z.string(),
  current: z.number().nullable(),
  previous: z.number().nullable(),
  percent: z.number().nullable(),
  shown: z.strictObject({ current: shown, previous: shown }).exactOptional(),
};
const previousPeriod = z.strictObject({ from: day, to: day });

const compared = (report: ComparedReport["report"]) =>
  z.strictObject({
    ...head,
    report: z.literal(report),
    previousPeriod,
    layout,
    rows: z.array(z.strictObject(comparedRow)),
    checks,
  }) satisfies z.ZodType<ComparedReport>;

const unitTypes = z.strictObject({
  ...head,
  report: z.literal("unit-types"),
  previousPeriod,
  layout,
  rows: z.array(
    z.strictObject({
      ...comparedRow,
      organisations: whole,
      baseCommittees: whole,
      baseCells: whole,
      admitting: whole,
    }),
  ),
  checks,
}) satisfies z.ZodType<UnitTypesReport>;

const ethnicityReligion = z.strictObject({
  ...head,
  report: z.literal("ethnicity-religion"),
  layout,
  safe: z.boolean().describe("are small numbers held back"),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      total: whole.nullable(),
      women: whole.nullable(),
      unionMember: whole.nullable(),
      shown: z.array(shown).exactOptional(),
    }),
  ),
  checks,
}) satisfies z.ZodType<EthnicityReport>;

const nameList = z.strictObject({
  ...head,
  report: z.literal("name-list"),
  list: z.enum(NAME_LISTS),
  count: whole,
  ofAll: ratio.nullable(),
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      birthDate: day.nullable(),
      birthYear: whole,
      sex: z.string().nullable(),
      education: z.string().nullable(),
      profession: z.string().nullable(),
      occupation: z.string().nullable(),
      unit: z.string(),
      above: z.string().nullable(),
      decisionNumber: z.string().nullable(),
      decidedOn: day.nullable(),
      admittedOn: day.nullable(),
      recognisedOn: day.nullable(),
      closedReason: z.string().nullable(),
      day: day.nullable(),
    }),
  ),
}) satisfies z.ZodType<NameListAnswer>;

/** What a report answers as JSON. */
const ANSWERS: Record<ReportName, z.ZodType> = {
  attainment,
  funnel,
  sources,
  classes,
  coverage,
  probation,
  "new-members": compared("new-members"),
  changes: compared("changes"),
  "member-work": compared("member-work"),
  "ethnicity-religion": ethnicityReligion,
  "unit-types": unitTypes,
  "name-list": nameList,
  people,
};

/** The schema of a report as JSON. */
export const reportAnswer = (report: ReportName): z.ZodType => ANSWERS[report];
