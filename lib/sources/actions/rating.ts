"use server";

import { defineAction } from "@/lib/access/action";
import { outstandingSentence, ratingSentence } from "../labels";
import { findUnionOptions } from "../repository/limits";
import { findYear, saveOutstanding, saveRatings } from "../repository/ratings";
import { findUnionUnit, type UnionUnit } from "../repository/units";
import { type OutstandingFinding, type Proposed, reviewOutstanding } from "../rules/outstanding";
import { type RatingFinding, reviewExcellentShare, reviewRating } from "../rules/rating";
import { outstandingSchema, ratingSchema } from "../schema";

/** Rates a chi đoàn for a year; only what differs from what is recorded is written. */
export const rateChapter = defineAction<typeof ratingSchema, UnionUnit, RatingFinding>({
  name: "rateChapter",
  permission: "union.change",
  schema: ratingSchema,
  target: (scope, { unit }) => findUnionUnit(scope, unit),
  async run({ scope, target: unit, input: { year, ratings } }) {
    const known = new Map((await findYear(scope, unit.id, year)).map((row) => [row.id, row]));
    const own = ratings.flatMap((rating) => {
      const row = known.get(rating.id);
      return row ? [{ ...rating, row }] : [];
    });
    const { excellentPercent } = await findUnionOptions(scope, unit, year);
    const rated = own.filter(({ rating }) => rating !== null);
    const findings = [
      ...own.flatMap(({ row, rating }) => reviewRating(row, rating, year)),
      ...reviewExcellentShare(
        rated.filter(({ rating }) => rating === "EXCELLENT").length,
        rated.length,
        excellentPercent,
      ),
    ];
    if (findings.some(({ blocks }) => blocks))
      return { refused: findings, fieldErrors: { "": sentences(findings) } };

    const changed = own.filter(
      ({ row, rating, training }) => row.rating !== rating || row.training !== training,
    );
    const stale = changed.filter(({ row, version }) => row.version !== version);
    if (stale.length > 0) {
      const findings: RatingFinding[] = [{ is: "changedMeanwhile", blocks: true }];
      return { refused: findings, fieldErrors: { "": sentences(findings) } };
    }
    const written = await saveRatings(
      scope,
      year,
      changed.map(({ id, rating, training, version }) => ({ id, rating, training, version })),
    );
    return {
      done: {
        message: `Đã ghi xếp loại của ${written} đoàn viên.`,
        redirectTo: `/sources/rating/${unit.code}?year=${year}&done=${written}`,
      },
    };
  },
  revalidates: ["/", "/sources"],
});

const sentences = (findings: readonly RatingFinding[]): string[] =>
  findings.filter(({ blocks }) => blocks).map(ratingSentence);

/** Records whom a chi đoàn chose as outstanding, with the vote. */
export const chooseOutstanding = defineAction<typeof outstandingSchema, UnionUnit, OutstandingFinding>({
  name: "chooseOutstanding",
  permission: "union.change",
  schema: outstandingSchema,
  target: (scope, { unit }) => findUnionUnit(scope, unit),
  async run({ scope, target: unit, input: { year, chosen, ...vote } }) {
    const rows = await findYear(scope, unit.id, year);
    const proposed = chosen.flatMap(({ memberId, agreed }): Proposed[] => {
      const row = rows.find(({ id }) => id === memberId);
      return row ? [{ memberId, agreed, name: row.name, rating: row.rating }] : [];
    });
    const { outstandingPercent } = await findUnionOptions(scope, unit, year);
    const findings = reviewOutstanding(proposed, vote, {
      excellent: rows.filter(({ rating }) => rating === "EXCELLENT").length,
      limitPercent: outstandingPercent,
      today: scope.today,
    });
    if (findings.length > 0)
      return { refused: findings, fieldErrors: { "": findings.map(outstandingSentence) } };

    await saveOutstanding(scope, unit.id, year, vote, proposed);
    return {
      done: {
        message: `Đã ghi ${proposed.length} đoàn viên ưu tú.`,
        redirectTo: `/sources/outstanding/${unit.code}?year=${year}&done=${proposed.length}`,
      },
    };
  },
  revalidates: ["/", "/sources"],
});
