import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope } from "@/lib/access/gate";
import { spendPeople, withPeople } from "@/lib/access/people-budget";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { GROUPS, inForce, type Quota } from "@/lib/quotas/rules/quota";
import { personLine } from "../export/people";
import { countFigures, type FigurePerson, findFigurePeople, findPlaceInOrder } from "../repository/figures";
import { saveNamesLeft } from "../repository/names-left";
import { figureOfQuota } from "../rules/attainment";
import { isClassPath } from "../rules/class-figure";
import { USUAL_LIMITS } from "../rules/coverage";
import {
  admittedFigure,
  BANDS,
  bandFigure,
  EVENTS,
  type Figure,
  type FigureEvent,
  funnelFigure,
  isSensitiveFigure,
  LIVE_STEPS,
  type LiveSource,
  liveFigure,
} from "../rules/figure";
import { type FigurePath, parseFigurePath } from "../rules/figure-path";
import { monthsOf } from "../rules/months";
import { type ReportHead, type ReportParameters, type UnitHead, unitHead } from "../rules/parameters";
import { loadClassFigure, loadClassPeople } from "./class-people";
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
  /** `after` of the next page; null: these are the last, or all. */
  next: string | null;
};

/** A page of people; without a limit it is everybody. */
export type PeoplePage = { limit?: number | undefined; after?: string | undefined };

/** The list with names, for a file: needs the permission to export names, and is logged. */
export function loadPeople(
  parameters: ReportParameters,
  path: string,
  page: PeoplePage = {},
): Promise<PeopleReport> {
  if (isOfSources(path)) return loadPeopleOfSources(parameters, path, page);
  if (isClassPath(path)) return loadPeopleOfClasses(parameters, path, page);
  return withPeople("people.exportNames", async (scope) => {
    const opened = await loadFigure(scope, parameters, path);
    const { people, next } = await loadPageOfFigure(scope, opened, page);
    const { head, tree } = opened.context;
    const whole = next === null && page.after === undefined;
    const count = whole ? people.length : await countOfFigure(scope, opened);
    return listed(scope, { parameters, path, head, ord: tree.total[0]?.lo, count, next }, people);
  });
}

const isOfSources = (path: string): boolean => path.startsWith("sources:");

/** Whether the people of a path are those of dossiers: not members of the Union's register, nor learners. */
export const isOfDossiers = (path: string): boolean => !isOfSources(path) && !isClassPath(path);

/** The same of the report on sources: its people may be members of the Union, whose register is the Union's. */
function loadPeopleOfSources(
  parameters: ReportParameters,
  path: string,
  { limit, after }: PeoplePage,
): Promise<PeopleReport> {
  return withPeople("sources.exportNames", async (scope) => {
    const opened = await loadSourceFigure(scope, parameters, path);
    const cursor = after === undefined ? null : cursorOf(after);
    const more = limit === undefined ? null : limit + 1;
    const found = await loadSourcePeople(scope, opened, more, cursor);
    if (cursor && found.length === 0) notFound();
    const { people, next } = paged(found, 0, limit);
    const { rows: _, total: _total, ...head } = opened.sources.report;
    const count = next === null && cursor === null ? people.length : opened.count;
    return listed(scope, { parameters, path, head, ord: opened.ranges[0]?.lo, count, next }, people);
  });
}

/** The same of learners: who has left the organiser's range since is counted, and not named. */
function loadPeopleOfClasses(
  parameters: ReportParameters,
  path: string,
  { limit, after }: PeoplePage,
): Promise<PeopleReport> {
  return withPeople("people.exportNames", async (scope) => {
    const opened = await loadClassFigure(scope, parameters, path);
    const cursor = after === undefined ? null : cursorOf(after);
    if (cursor && !(await findPlaceInOrder(scope, cursor.id))) notFound();
    const found = await loadClassPeople(scope, opened, limit === undefined ? null : limit + 1, cursor);
    const { people, next } = paged(found, 0, limit);
    const { head, tree } = opened.context;
    return listed(
      scope,
      { parameters, path, head, ord: tree.total[0]?.lo, count: opened.count, next },
      people,
    );
  });
}

type Listed = {
  parameters: ReportParameters;
  path: string;
  head: ReportHead;
  ord: bigint | undefined;
  count: number;
  next: string | null;
};

/** Logs that names leave, and answers them. */
async function listed(
  scope: UnitScope,
  { head, count, next, ...of }: Listed,
  people: readonly FigurePerson[],
): Promise<PeopleReport> {
  const { path } = of;
  await spendPeople(
    scope,
    people.map(({ id }) => id),
  );
  await saveNamesLeft(scope, of, people.length);
  return { ...head, report: "people", figure: path, count, people: people.map(personLine), next };
}

export type OpenedFigure = {
  context: ReportContext;
  path: FigurePath;
  /** The unit of the line the figure stands in. */
  unit: UnitHead;
  parts: { figure: Figure; ranges: OrdinalRange[] }[];
  quota: Quota | null;
};

/** What a path counts and where; every part counts other persons. `open`: its report, where it is open already. @throws UnknownFigure */
export async function loadFigure(
  scope: UnitScope,
  parameters: ReportParameters,
  text: string,
  open: ReportContext | null = null,
): Promise<OpenedFigure> {
  const path = parseFigurePath(text);
  if (!path)
    throw new UnknownFigure(`"${text}" is not a figure: write report:path, e.g. attainment:total.admitted.`);
  const context = open ?? (await loadReportContext(scope, path.report, parameters));
  const line =
    "total" in path.line
      ? { unit: context.tree.unit, ranges: context.tree.total }
      : rowOf(context, path.line.unitCode);
  const quota = path.quota ? await quotaOf(scope, context, line.unit.id, path) : null;
  const figures = quota
    ? [figureOfQuota(quota, parameters.asOf, context.countBy)]
    : ((await loadOfficialFigures(scope, context, path)) ?? figuresOf(path, context));
  if (figures.some(isSensitiveFigure) && !can(scope.actor, "people.exportNames"))
    throw new UnknownFigure(
      "Who belongs to an ethnic group or a religion is shown to those who may export names.",
    );
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

/** One page of an opened figure: its parts one after the other, each in the order of names. */
async function loadPageOfFigure(
  scope: UnitScope,
  opened: OpenedFigure,
  { limit, after }: PeoplePage,
): Promise<{ people: FigurePerson[]; next: string | null }> {
  if (limit === undefined) return { people: await loadFigurePeople(scope, opened), next: null };
  const cursor = after === undefined ? null : cursorOf(after);
  const place = cursor && ((await findPlaceInOrder(scope, cursor.id)) ?? notFound());
  const people: FigurePerson[] = [];
  const { stood } = opened.context.tree;
  for (const [part, { figure, ranges }] of opened.parts.entries()) {
    if (cursor && part < cursor.part) continue;
    const begin = part === cursor?.part ? place : null;
    const wanted = limit - people.length;
    const page = paged(
      await findFigurePeople(scope, ranges, figure, { limit: wanted + 1, after: begin, stood }),
      part,
      wanted,
    );
    people.push(...page.people);
    if (page.next !== null) return { people, next: page.next };
    const last = people.at(-1);
    if (people.length === limit && last && part + 1 < opened.parts.length)
      return { people, next: `${part}.${last.id}` };
  }
  return { people, next: null };
}

/** At most `limit` of what was found, and where the next page begins. */
function paged(
  found: FigurePerson[],
  part: number,
  limit: number | undefined,
): { people: FigurePerson[]; next: string | null } {
  if (limit === undefined || found.length <= limit) return { people: found, next: null };
  const people = found.slice(0, limit);
  const last = people.at(-1);
  return { people, next: last ? `${part}.${last.id}${last.day ? `.${last.day}` : ""}` : null };
}

function cursorOf(after: string): { part: number; id: string; day: string | null } {
  const [part = "", id = "", day = null] = after.split(".");
  return { part: Number(part), id, day };
}

/** How many people a figure counts, all its parts together. */
async function countOfFigure(scope: UnitScope, { parts, context: { tree } }: OpenedFigure): Promise<number> {
  const total = parts[0]?.ranges ?? [];
  const counts = await countFigures(
    scope,
    { ...tree, total, rows: [] },
    parts.map(({ figure }) => figure),
  );
  return (counts.get(tree.unit.id) ?? []).reduce((sum, count) => sum + count, 0);
}

function rowOf({ tree }: ReportContext, code: string) {
  return tree.rows.find(({ unit }) => unit.code.toUpperCase() === code.toUpperCase()) ?? notFound();
}

function figuresOf({ report, field }: FigurePath, { parameters, countBy }: ReportContext): Figure[] {
  const unknown = () =>
    new UnknownFigure(`The report "${report}" has no figure "${field}" with people behind it.`);
  if (report === "funnel") {
    const event = EVENTS.find((known): known is FigureEvent => known === field) ?? FUNNEL_RATIOS.get(field);
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
  if (report === "forecast") {
    const band = BANDS.find((known) => known === field);
    if (!band) throw unknown();
    return [bandFigure(band, parameters, countBy)];
  }
  if (report !== "attainment") throw unknown();
  const bands = FORECASTS.get(field);
  if (field === "admitted" || field === "rate") return [admitted];
  if (bands === undefined) throw unknown();
  return [admitted, ...BANDS.slice(0, bands).map((band) => bandFigure(band, parameters, countBy))];
}

const FUNNEL_RATIOS = new Map<string, FigureEvent>([
  ["certifiedOfSent", "certified"],
  ["admittedOfCertified", "admitted"],
  ["admittedOfIntroduced", "admitted"],
]);

/** How many bands of the forecast each of its numbers holds. */
const FORECASTS = new Map([
  ["forecast.certain", 1],
  ["forecast.likely", 2],
  ["forecast.possible", 3],
]);

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
  const year = /^y([1-9]\d{3})$/.exec(field)?.[1];
  if (report === "years") return year ? { ...admitted, from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const month = monthsOf(admitted).find(({ key }) => key === field);
  return month ? { ...admitted, from: month.from, to: month.to } : null;
}

const MOST_MONTHS = 120;

/** `liveSources`, `byStep.certified`, `sourcesNotSent`, `certifiedNotReviewed` (12 months, or of `.18` so many). */
function liveSourceOf(field: string): LiveSource | null {
  if (field === "liveSources") return "all";
  if (field === "sourcesNotSent") return "notSent";
  const [name, part] = field.split(".");
  if (name === "byStep") return LIVE_STEPS.find((step) => step === part) ?? null;
  const months = part === undefined ? USUAL_LIMITS.months : Number(part);
  return name === "certifiedNotReviewed" && months >= 1 && months <= MOST_MONTHS
    ? { notReviewedFor: months }
    : null;
}

async function quotaOf(
  scope: UnitScope,
  { parameters, kept }: ReportContext,
  unitId: number,
  { quota: where, field, report }: FigurePath,
): Promise<Quota> {
  if (report !== "attainment" || field !== "achieved")
    throw new UnknownFigure(`A quota has people behind "achieved" only, not behind "${field}".`);
  const own = kept?.quotas.filter((quota) => quota.unitId === unitId);
  const quotas = inForce(own ?? (await findQuotasHolding(scope, [unitId], parameters)), parameters.asOf);
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
