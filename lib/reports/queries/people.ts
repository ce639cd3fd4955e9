import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { type UnitScope, withScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { GROUPS, inForce, type Quota } from "@/lib/quotas/rules/quota";
import { type FigurePerson, findFigurePeople } from "../repository/figures";
import { figureOfQuota } from "../rules/attainment";
import { USUAL_LIMITS } from "../rules/coverage";
import {
  admittedFigure,
  BANDS,
  bandFigure,
  EVENTS,
  type Figure,
  type FigureEvent,
  funnelFigure,
  LIVE_STEPS,
  type LiveSource,
  liveFigure,
} from "../rules/figure";
import { type FigurePath, parseFigurePath } from "../rules/figure-path";
import { monthsOf } from "../rules/months";
import { type ReportHead, type ReportParameters, type UnitHead, unitHead } from "../rules/parameters";
import { loadReportContext, type ReportContext } from "./context";
import { loadOfficialFigures } from "./official-figure";
import { loadSourceFigure, loadSourcePeople } from "./source-people";
import { UnknownFigure } from "./unknown-figure";

/** The people behind a figure of another report, `count` of them (formats.md §4 `people`). */
export type PeopleReport = ReportHead & {
  figure: string;
  count: number;
  people: {
    id: string;
    name: string;
    birthDate: string;
    sex: string | null;
    unit: { code: string; name: string };
    step: string;
    day: string | null;
  }[];
};

/** The list with names, for a file: needs the permission to export names, and is logged. */
export function loadPeople(parameters: ReportParameters, path: string): Promise<PeopleReport> {
  if (path.startsWith("sources:")) return loadPeopleOfSources(parameters, path);
  return withScope("people.exportNames", async (scope) => {
    const opened = await loadFigure(scope, parameters, path);
    const people = await loadFigurePeople(scope, opened);
    const { head, tree } = opened.context;
    return listed(scope, { parameters, path, head, ord: tree.total[0]?.lo }, people);
  });
}

/** The same of the report on sources: its people may be members of the Union, whose register is the Union's. */
function loadPeopleOfSources(parameters: ReportParameters, path: string): Promise<PeopleReport> {
  return withScope("sources.exportNames", async (scope) => {
    const opened = await loadSourceFigure(scope, parameters, path);
    const people = await loadSourcePeople(scope, opened);
    const { rows: _, total: _total, ...head } = opened.sources.report;
    return listed(scope, { parameters, path, head, ord: opened.ranges[0]?.lo }, people);
  });
}

type Listed = { parameters: ReportParameters; path: string; head: ReportHead; ord: bigint | undefined };

/** Logs that names leave, and answers them. */
async function listed(
  scope: UnitScope,
  { parameters: { unit, from, to, asOf }, path, head, ord }: Listed,
  people: readonly FigurePerson[],
): Promise<PeopleReport> {
  await logRead(scope, {
    action: "exportNames",
    subject: "report",
    subjectId: path,
    unitOrd: ord ?? scope.lo,
    details: { count: people.length, unit, from, to, asOf },
  });
  return { ...head, report: "people", figure: path, count: people.length, people: people.map(personLine) };
}

export type OpenedFigure = {
  context: ReportContext;
  path: FigurePath;
  /** The unit of the line the figure stands in. */
  unit: UnitHead;
  parts: { figure: Figure; ranges: OrdinalRange[] }[];
  quota: Quota | null;
};

/** What a path counts and where; every part counts other persons. @throws UnknownFigure */
export async function loadFigure(
  scope: UnitScope,
  parameters: ReportParameters,
  text: string,
): Promise<OpenedFigure> {
  const path = parseFigurePath(text);
  if (!path)
    throw new UnknownFigure(`"${text}" is not a figure: write report:path, e.g. attainment:total.admitted.`);
  const context = await loadReportContext(scope, path.report, parameters);
  const line =
    "total" in path.line
      ? { unit: context.tree.unit, ranges: context.tree.total }
      : rowOf(context, path.line.unitCode);
  const quota = path.quota ? await quotaOf(scope, context, line.unit.id, path) : null;
  const figures = quota
    ? [figureOfQuota(quota, parameters.asOf, context.countBy)]
    : ((await loadOfficialFigures(scope, context, path)) ?? figuresOf(path, context));
  return {
    context,
    path,
    unit: unitHead(line.unit),
    quota,
    parts: figures.map((figure) => ({ figure, ranges: line.ranges })),
  };
}

/** The persons of an opened figure, at most `limit`. */
export async function loadFigurePeople(
  scope: UnitScope,
  { parts, context }: OpenedFigure,
  limit: number | null = null,
): Promise<FigurePerson[]> {
  const lists = [];
  for (const { figure, ranges } of parts)
    lists.push(await findFigurePeople(scope, ranges, figure, { limit, stood: context.tree.stood }));
  return lists.flat();
}

function rowOf({ tree }: ReportContext, code: string) {
  return tree.rows.find(({ unit }) => unit.code.toUpperCase() === code.toUpperCase()) ?? notFound();
}

function figuresOf({ report, field }: FigurePath, { parameters, countBy }: ReportContext): Figure[] {
  const unknown = () =>
    new UnknownFigure(`The report "${report}" has no figure "${field}" with people behind it.`);
  if (report === "funnel") {
    const event = EVENTS.find((known): known is FigureEvent => known === field) ?? FUNNEL_RATIOS[field];
    if (!event) throw unknown();
    return [funnelFigure(event, parameters)];
  }
  if (report === "coverage") {
    const live = liveSourceOf(field);
    if (live === null) throw unknown();
    return [liveFigure(live, parameters)];
  }
  const admitted = admittedFigure(parameters, countBy);
  if (report === "structure" || report === "months" || report === "years") {
    const figure = partOfAdmitted(report, field, admitted);
    if (figure === null) throw unknown();
    return [figure];
  }
  if (report !== "attainment") throw unknown();
  const bands = { "forecast.certain": 1, "forecast.likely": 2, "forecast.possible": 3 }[field];
  if (field === "admitted" || field === "rate") return [admitted];
  if (bands === undefined) throw unknown();
  return [admitted, ...BANDS.slice(0, bands).map((band) => bandFigure(band, parameters, countBy))];
}

const FUNNEL_RATIOS: Record<string, FigureEvent> = {
  certifiedOfSent: "certified",
  admittedOfCertified: "admitted",
  admittedOfIntroduced: "admitted",
};

/** A group of the structure (`WOMEN`), a month (`m202403`) or a calendar year (`y2024`) of those admitted. */
function partOfAdmitted(
  report: "structure" | "months" | "years",
  field: string,
  admitted: Figure,
): Figure | null {
  if (report === "structure") {
    const group = GROUPS.find((known) => known === field);
    return group ? { ...admitted, group } : null;
  }
  const year = /^y(\d{4})$/.exec(field)?.[1];
  if (report === "years") return year ? { ...admitted, from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const month = monthsOf(admitted).find(({ key }) => key === field);
  return month ? { ...admitted, from: month.from, to: month.to } : null;
}

/** `liveSources`, `byStep.certified`, `sourcesNotSent`, `certifiedNotReviewed` (12 months, or of `.18` so many). */
function liveSourceOf(field: string): LiveSource | null {
  if (field === "liveSources") return "all";
  if (field === "sourcesNotSent") return "notSent";
  const [name, part] = field.split(".");
  if (name === "byStep") return LIVE_STEPS.find((step) => step === part) ?? null;
  const months = part === undefined ? USUAL_LIMITS.months : Number(part);
  return name === "certifiedNotReviewed" && months > 0 ? { notReviewedFor: months } : null;
}

async function quotaOf(
  scope: UnitScope,
  { parameters }: ReportContext,
  unitId: number,
  { quota: where, field, report }: FigurePath,
): Promise<Quota> {
  if (report !== "attainment" || field !== "achieved")
    throw new UnknownFigure(`A quota has people behind "achieved" only, not behind "${field}".`);
  const quotas = inForce(await findQuotasHolding(scope, [unitId], parameters), parameters.asOf);
  const conditions = Object.entries(where ?? {});
  const chosen = quotas.filter((quota) =>
    conditions.every(([key, value]) => String(quota[key as keyof Quota] ?? "") === value),
  );
  const [first, second] = chosen;
  if (!first) throw new UnknownFigure("No quota in force answers to the words in the brackets.");
  if (second)
    throw new UnknownFigure(
      "Several quotas answer to the words in the brackets; name more of source, indicator, group, from, to.",
    );
  return first;
}

function personLine({
  id,
  name,
  birthDate,
  birthYear,
  sex,
  unitCode,
  unitName,
  step,
  day,
}: FigurePerson): PeopleReport["people"][number] {
  return {
    id,
    name,
    birthDate: birthDate ?? String(birthYear),
    sex,
    unit: { code: unitCode, name: unitName },
    step,
    day,
  };
}
