import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findUnionOptions } from "../repository/limits";
import {
  type ChapterProgress,
  findChapterProgress,
  findVote,
  findYear,
  type YearRow,
} from "../repository/ratings";
import { findUnionUnit, type UnionUnit } from "../repository/units";
import type { UnionOptions } from "../rules/options";
import type { OutstandingVote } from "../rules/outstanding";

/** A chi đoàn in one year: everybody of it, the limits that hold, and the vote on the outstanding ones. */
export type ChapterYear = {
  unit: UnionUnit;
  year: number;
  rows: YearRow[];
  limits: UnionOptions;
  vote: OutstandingVote | null;
  mayChange: boolean;
  today: string;
};

export function loadChapterYear(unitCode: string, year: number): Promise<ChapterYear> {
  return withScope("union.read", async (scope) => {
    const unit = (await findUnionUnit(scope, unitCode)) ?? notFound();
    return {
      unit,
      year,
      rows: await findYear(scope, unit.id, year),
      limits: await findUnionOptions(scope, unit, year),
      vote: await findVote(scope, unit.id, year),
      mayChange: can(scope.actor, "union.change"),
      today: scope.today,
    };
  });
}

const CHAPTERS = 60;

/** The chi đoàn of the scope with their rating of a year; `openOnly`: those not rated wholly. */
export type ChapterList = { chapters: ChapterProgress[]; next: string | null; today: string };

export function loadChapters(year: number, openOnly: boolean, after: string | null): Promise<ChapterList> {
  return withScope("union.read", async (scope) => {
    const found = await findChapterProgress(scope, scope, year, { openOnly, limit: CHAPTERS, after });
    const chapters = found.slice(0, CHAPTERS);
    return {
      chapters,
      next: found.length > CHAPTERS ? (chapters.at(-1)?.code ?? null) : null,
      today: scope.today,
    };
  });
}
