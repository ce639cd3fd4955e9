import { expect } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { loadBriefings } from "@/lib/briefings/queries/briefings";
import { loadLetterFacts } from "@/lib/briefings/queries/letter-facts";
import { loadCommitments, loadDifficulties } from "@/lib/briefings/queries/matters";
import { dayOfLetter } from "@/lib/briefings/rules/issue";
import { hrefOf } from "@/lib/briefings/rules/letter/address";
import { writeLetter } from "@/lib/briefings/rules/letter/letter";
import type { Figure, FigureAddress, Paragraph, QuotaField } from "@/lib/briefings/rules/letter/parts";
import { briefingsAddress, commitmentsAddress, difficultiesAddress } from "@/lib/briefings/schema";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { loadOverdueGroup } from "@/lib/pipeline/queries/tasks";
import { tasksAddress } from "@/lib/pipeline/schema/tasks";
import { countStatuses, prepareRows } from "@/lib/reports/chart/board";
import { loadAttainmentWithin } from "@/lib/reports/queries/attainment";
import { loadReportContext } from "@/lib/reports/queries/context";
import { loadDrawer } from "@/lib/reports/queries/drawer";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { parseFigurePath } from "@/lib/reports/rules/figure-path";
import { boardAddress, boardParameters } from "@/lib/reports/schema";
import type { PlainDate } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";

const figuresOf = (paragraphs: readonly Paragraph[]): Figure[] =>
  paragraphs.flatMap(({ sentences }) => sentences.flat().filter((part) => typeof part !== "string"));

const parametersAt = (at: FigureAddress) =>
  boardParameters(boardAddress.parse({ ...at, group: "ALL" }), at.unit, at.asOf);

async function peopleAt(scope: UnitScope, at: FigureAddress): Promise<number> {
  const drawer = await loadDrawer(scope, parametersAt(at), at.figure ?? "");
  if (!drawer) throw new Error(`nobody opens ${at.figure}`);
  return drawer.count;
}

async function quotaAt(scope: UnitScope, at: FigureAddress, field: QuotaField): Promise<number | null> {
  const report = await loadAttainmentWithin(
    scope,
    await loadReportContext(scope, "attainment", parametersAt(at)),
  );
  const path = parseFigurePath(at.figure ?? "");
  if (!path?.quota) throw new Error(`no quota in ${at.figure}`);
  const { line, quota: where } = path;
  const row = "total" in line ? report.total : report.rows.find(({ unit }) => unit.code === line.unitCode);
  const quota = row?.quotas.find((one) =>
    Object.entries(where).every(([key, value]) => String(one[key as keyof QuotaLine]) === value),
  );
  if (!quota) throw new Error(`no quota like ${at.figure}`);
  const { achieved, remaining, surplus, value, valueTo } = quota;
  return {
    asked: achieved.denominator,
    percent: achieved.percent,
    remaining,
    surplus,
    share: value,
    upTo: valueTo,
  }[field];
}

async function unitsAt(scope: UnitScope, at: FigureAddress, status: "assigned" | "done" | "none") {
  const report = await loadAttainmentWithin(
    scope,
    await loadReportContext(scope, "attainment", parametersAt(at)),
  );
  const rows = prepareRows(report.rows, "ALL", at.asOf);
  return status === "assigned"
    ? rows.filter(({ asked }) => asked !== null).length
    : countStatuses(rows)[status];
}

/** What the report says to which the number leads; those of lists are asked for from outside the scope. */
export async function countedAgain(
  scope: UnitScope,
  { source }: Figure,
): Promise<number | null | "elsewhere"> {
  switch (source.is) {
    case "people":
      return peopleAt(scope, source.at);
    case "quota":
      return quotaAt(scope, source.at, source.field);
    case "difference":
      return (await peopleAt(scope, source.of)) - (await peopleAt(scope, source.minus));
    case "units":
      return (await unitsAt(scope, source.at, source.status)) - source.less;
    default:
      return "elsewhere";
  }
}

/** The pages of lists, by the address that the number carries. */
export async function listedAt({ source }: Figure): Promise<number> {
  const told = Object.fromEntries(new URL(hrefOf(source), "http://here").searchParams);
  switch (source.is) {
    case "tasks": {
      const { unit, group, kind, after } = tasksAddress.parse(told);
      return (await loadOverdueGroup(unit, { group: group ?? "watch", kind, after })).count;
    }
    case "briefings":
      return (await loadBriefings(briefingsAddress.parse(told))).briefings.length;
    case "difficulties":
      return (await loadDifficulties(difficultiesAddress.parse(told))).difficulties.length;
    case "commitments":
      return (await loadCommitments(commitmentsAddress.parse(told))).commitments.length;
    default:
      throw new Error(`${source.is} is no list`);
  }
}

/** The number as it is written is the number that was counted. */
export function expectWritten({ text, value }: Figure) {
  expect([formatNumber(value), formatPercent(value).split("\u00a0")[0]]).toContain(text);
}

/** The numbers of a unit's letters of these months. */
export async function lettersOf(
  scope: UnitScope,
  code: string,
  months: readonly PlainDate[],
): Promise<Figure[]> {
  const unit = await findUnitByCode(scope, code);
  if (!unit) throw new Error(`no unit ${code}`);
  const figures: Figure[] = [];
  for (const month of months) {
    const asOf = dayOfLetter(month, scope.today) ?? scope.today;
    figures.push(...figuresOf(writeLetter(await loadLetterFacts(scope, unit, month, asOf))));
  }
  return figures;
}
