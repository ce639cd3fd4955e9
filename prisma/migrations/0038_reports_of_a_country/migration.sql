-- Boards of a past day, funnels and forecasts of a whole country are counted in indexes alone: decisions by day with all
-- that tells how far a dossier was on any day before. Who only counts decisions reads the index beside it, half as wide.
CREATE INDEX candidate_decided_steps ON candidate (decided_on, unit_ord) INCLUDE (revoked_on, closed_on, admitted_on, introduced_on, sympathiser_on,
  certified_on, applied_on, cell_resolved_on, base_resolved_on, submitted_on) WHERE decided_on IS NOT NULL;

-- Ceremonies and recognitions by day.
CREATE INDEX candidate_admitted_day ON candidate (admitted_on, unit_ord) INCLUDE (revoked_on) WHERE admitted_on IS NOT NULL;
DROP INDEX "candidate_ord_admitted";
CREATE INDEX candidate_recognised_day ON candidate (recognised_on, unit_ord) WHERE recognised_on IS NOT NULL;

-- The few dossiers with a step after their decision; of all others the days of a period are found among those not
-- decided before it.
CREATE INDEX candidate_step_after_decision ON candidate (unit_ord) WHERE decided_on < GREATEST(introduced_on, sympathiser_on,
  certified_on, applied_on, cell_resolved_on, base_resolved_on, submitted_on);
