import type { Rulebook } from "../rulebook";
import type { Case, Rule } from "./case";
import type { Votes } from "./step";

/** A meeting's vote on one person; `votes` is null while one only asks in advance. */
export type VoteCase = Case & {
  votes: Votes | null;
  /** The number of the resolution, and whether another one of the committee has it. */
  resolution?: { number: string; numberUsed: boolean };
};

/**
 * Two thirds without rounding: agreed × 3 ≥ convened × 2. Needed of 20: 14; of 3: 2; of 4: 3; of
 * 5: 4; where nobody was convened one vote is, so that an empty meeting agrees to nothing.
 */
export function twoThirdsOf(convened: number): number {
  return Math.max(1, Math.ceil((convened * 2) / 3));
}

/** More than half: agreed × 2 > members. Needed of 9: 5; of 10: 6. */
export function moreThanHalfOf(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** a cell of fewer than three official members cannot resolve. */
export const enoughMembers: Rule<VoteCase> = {
  id: "R-24",
  review({ cell, votes }) {
    const officialMembers = votes?.convened ?? cell.officialMembers;
    if (officialMembers === null) return undefined;
    if (officialMembers >= 3) return null;
    return {
      is: "cellTooSmall",
      rule: "R-24",
      blocks: true,
      source: "Điều lệ Đảng, Điều 24",
      facts: { officialMembers },
    };
  },
};

/** those present voted, no more were present than convened, no more convened than are members. */
export const votesAddUp: Rule<VoteCase> = {
  id: "R-26",
  review({ votes }) {
    if (!votes) return undefined;
    const { agreed, disagreed, other, present } = votes;
    if (agreed + disagreed + other === present) return null;
    return {
      is: "votesDoNotAddUp",
      rule: "R-26",
      blocks: true,
      source: "Số phiếu phải khớp biên bản",
      facts: { agreed, disagreed, other, present },
    };
  },
};

export const presentWithinConvened: Rule<VoteCase> = {
  id: "R-26",
  review({ votes }) {
    if (!votes) return undefined;
    const { present, convened } = votes;
    if (present <= convened) return null;
    return {
      is: "presentAboveConvened",
      rule: "R-26",
      blocks: true,
      source: "Số phiếu phải khớp biên bản",
      facts: { present, convened },
    };
  },
};

/** two thirds of the official members convened agree; absent ones count among the convened. */
export const cellAgrees = twoThirdsAgree("R-25");

/** two thirds of the base committee's members agree. */
export const baseAgrees = twoThirdsAgree("R-28");

/** Which share the deciding committee needs: a delegated base committee two thirds until 208-QĐ/TW (§2.4). */
export function decisionThreshold({
  cell,
  book,
}: {
  cell: { decider: { kind: string } | null };
  book: Rulebook;
}): "twoThirds" | "moreThanHalf" {
  const delegated = cell.decider !== null && ["BASE_COMMITTEE", "BASE_CELL"].includes(cell.decider.kind);
  return delegated && book.decider === "directUpperCommittee" ? "twoThirds" : "moreThanHalf";
}

/** more than half of the standing committee's members agree. */
export const decidersAgree: Rule<VoteCase> = {
  id: "R-29",
  review(event) {
    const { votes, book } = event;
    if (!votes) return undefined;
    const { agreed, convened } = votes;
    const threshold = decisionThreshold(event);
    const needed = threshold === "twoThirds" ? twoThirdsOf(convened) : moreThanHalfOf(convened);
    if (agreed >= needed) return null;
    return {
      is: "votesShort",
      rule: "R-29",
      blocks: true,
      source: `${book.regulation}, mục 4`,
      facts: { agreed, convened, needed, threshold },
    };
  },
};

/** one person, one resolution, one number. */
export const resolutionUnused: Rule<VoteCase> = {
  id: "R-27",
  review({ resolution, book }) {
    if (!resolution) return undefined;
    if (!resolution.numberUsed) return null;
    return {
      is: "resolutionNumberUsed",
      rule: "R-27",
      blocks: true,
      source: book.guidance,
      facts: { number: resolution.number },
    };
  },
};

function twoThirdsAgree(id: "R-25" | "R-28"): Rule<VoteCase> {
  return {
    id,
    review({ votes, book }) {
      if (!votes) return undefined;
      const { agreed, convened } = votes;
      const needed = twoThirdsOf(convened);
      if (agreed >= needed) return null;
      return {
        is: "votesShort",
        rule: id,
        blocks: true,
        source: `${book.regulation}, mục 4`,
        facts: { agreed, convened, needed, threshold: "twoThirds" },
      };
    },
  };
}
