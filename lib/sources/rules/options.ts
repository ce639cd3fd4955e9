/** What a province's Youth Union sets: shares in per cent; null: no limit. */
export type UnionOptions = {
  /** HTXSNV of those rated. */
  excellentPercent: number | null;
  /** Outstanding of those rated HTXSNV. */
  outstandingPercent: number | null;
};

/** Nothing is limited unless a province says so. */
export const NO_LIMITS: UnionOptions = { excellentPercent: null, outstandingPercent: null };
