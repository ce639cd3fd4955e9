/** The same answers in SQL written by hand, without walls, history or meaning: what could be had at best. */

const OPEN = "c.closed_on IS NULL AND c.decided_on IS NULL";

/** Admitted in a period and standing in the three bands today, per unit directly beneath. */
export const bareBoard = (code: string, from: string, to: string): string => `
  SELECT ch.id, count(c.id) FILTER (WHERE c.decided_on BETWEEN '${from}' AND '${to}' AND c.revoked_on IS NULL) AS admitted,
    count(c.id) FILTER (WHERE ${OPEN} AND c.submitted_on IS NOT NULL) AS waiting,
    count(c.id) FILTER (WHERE ${OPEN} AND c.submitted_on IS NULL AND c.cell_resolved_on IS NOT NULL) AS resolved,
    count(c.id) FILTER (WHERE ${OPEN} AND c.cell_resolved_on IS NULL AND c.certified_on IS NOT NULL) AS certified
  FROM unit own JOIN unit ch ON ch.parent_id = own.id
  LEFT JOIN candidate c ON c.unit_ord BETWEEN ch.lo AND ch.hi AND (c.decided_on BETWEEN '${from}' AND '${to}' OR ${OPEN})
  WHERE own.code = '${code}' GROUP BY ch.id`;

/** Where a unit and all beneath stand. */
export type Place = { lo: string; hi: string };

/** One page of those on the way, by name, from a place on. */
export const bareList = ({ lo, hi }: Place, more = "", after = ""): string => `
  SELECT c.id, p.name, p.birth_year, c.stage FROM candidate c JOIN person p ON p.id = c.person_id
  WHERE c.unit_ord BETWEEN ${lo} AND ${hi} AND c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL ${more} ${after}
  ORDER BY p.given_name, p.name, c.id LIMIT 51`;

/** Persons whose step falls in the period, per unit directly beneath. */
export const bareFunnel = (code: string, from: string, to: string): string => `
  SELECT ch.id, ${[
    "introduced_on",
    "sympathiser_on",
    "certified_on",
    "applied_on",
    "cell_resolved_on",
    "base_resolved_on",
    "submitted_on",
    "decided_on",
    "admitted_on",
    "recognised_on",
  ]
    .map((column) => `count(c.id) FILTER (WHERE c.${column} BETWEEN '${from}' AND '${to}')`)
    .join(", ")}
  FROM unit own JOIN unit ch ON ch.parent_id = own.id LEFT JOIN candidate c ON c.unit_ord BETWEEN ch.lo AND ch.hi
  WHERE own.code = '${code}' GROUP BY ch.id`;

/** A dossier with its steps. */
export const bareCandidate = (id: string): string => `
  SELECT c.*, p.*, (SELECT jsonb_agg(s.* ORDER BY s.on_day) FROM step s WHERE s.candidate_id = c.id) AS steps
  FROM candidate c JOIN person p ON p.id = c.person_id WHERE c.id = '${id}'`;

/** The 50 units with most people missing against what they were given for exactly the period. */
export const bareStandings = (code: string, from: string, to: string): string => `
  WITH own AS (SELECT lo, hi FROM unit WHERE code = '${code}'),
  a AS MATERIALIZED (SELECT array_agg(c.unit_ord ORDER BY c.unit_ord) AS places FROM candidate c, own
    WHERE c.unit_ord BETWEEN own.lo AND own.hi AND c.decided_on BETWEEN '${from}' AND '${to}' AND c.revoked_on IS NULL)
  SELECT u.id, q.value - (width_bucket(u.hi, a.places) - width_bucket(u.lo - 1, a.places)) AS missing
  FROM own, a, quota q JOIN unit u ON u.id = q.unit_id
  WHERE q.unit_ord BETWEEN own.lo AND own.hi AND q.from_day = '${from}' AND q.to_day = '${to}' AND q.source = 'ASSIGNED'
    AND q.group_code = 'ALL' AND q.withdrawn_at IS NULL AND NOT u.closed
  ORDER BY 2 DESC LIMIT 50`;
