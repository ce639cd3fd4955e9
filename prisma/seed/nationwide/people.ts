import { FAMILY, GIVEN, MIDDLE } from "../names";
import { firstIds, type WorldSize } from "./size";

const quoted = (words: readonly string[]): string => `ARRAY[${words.map((word) => `'${word}'`).join(",")}]`;

/** A number from 0 to 1 that belongs to a person and a question: the same in every run. */
const chance = (question: number): string => `sec.seed_chance(i, ${question})`;
const between = (question: number, least: number, most: number): string =>
  `(${least} + floor(${chance(question)} * ${most - least + 1}))::int`;
const pick = (words: readonly string[], question: number): string =>
  `(${quoted(words)})[1 + floor(${chance(question)} * ${words.length})::int]`;

/**
 * The statements that make the people: admitted over the five years before today, and some on the way. A few
 * cells have many, most have none in a year.
 */
export function peopleStatements(size: WorldSize): string[] {
  const { admitted, onTheWay, provinces, districts, bases, cells } = size;
  const first = firstIds(size).cell;
  const count = provinces * districts * bases * cells;
  return [
    // A prime step scatters neighbours over the whole country; the power lets a few cells admit dozens a year and most nobody.
    `CREATE TEMP TABLE seed_person AS
       SELECT i, (${first} + (floor(${count} * power(${chance(1)}, 1.5))::bigint * 7919) % ${count})::int AS unit_id, i <= ${admitted} AS decided,
         CASE WHEN ${chance(2)} < 0.45 THEN 'female' ELSE 'male' END AS sex,
         CASE WHEN i <= ${admitted} THEN sec.today() - floor(${chance(3)} * 1826)::int END AS decided_on,
         floor(${chance(4)} * 7)::int AS stands, sec.today() - floor(${chance(5)} * 500)::int AS last_on
       FROM generate_series(1, ${admitted + onTheWay}) i`,
    `INSERT INTO person (id, unit_id, unit_ord, name, given_name, name_fold, birth_date, birth_year, sex, ethnicity, religion, occupation, education, union_member, private_owner)
       SELECT md5('person' || i)::uuid, unit_id, lo, name, given, lower(sec.seed_plain(name)), born, extract(year FROM born), sex, ethnicity, religion, occupation,
         'upperSecondary', extract(year FROM born) > 1995, ${chance(14)} < 0.01
       FROM (SELECT s.*, u.lo, ${pick(FAMILY, 6)} || ' ' || CASE sex WHEN 'female' THEN ${pick(MIDDLE.Nữ, 7)} ELSE ${pick(MIDDLE.Nam, 7)} END || ' '
             || (CASE sex WHEN 'female' THEN ${pick(GIVEN.Nữ, 8)} ELSE ${pick(GIVEN.Nam, 8)} END) AS name,
             CASE sex WHEN 'female' THEN ${pick(GIVEN.Nữ, 8)} ELSE ${pick(GIVEN.Nam, 8)} END AS given,
             coalesce(decided_on, last_on) - ${between(9, 7000, 16000)} AS born,
             CASE WHEN ${chance(10)} < 0.86 THEN '01' ELSE '02' END AS ethnicity, CASE WHEN ${chance(11)} < 0.95 THEN 'none' ELSE 'buddhism' END AS religion,
             ${pick(["1", "3", "4", "5", "7c", "8", "10", "11", "12"], 12)} AS occupation
           FROM seed_person s JOIN unit u ON u.id = s.unit_id) p`,
    `CREATE TEMP TABLE seed_days AS
       SELECT i, unit_id, decided, stands, decided_on,
         CASE WHEN decided THEN decided_on - ${between(20, 10, 40)} WHEN stands >= 6 THEN last_on END AS submitted_on,
         CASE WHEN decided THEN decided_on - ${between(21, 45, 60)} WHEN stands >= 5 THEN last_on - ${between(21, 4, 12)} END AS base_on,
         CASE WHEN decided THEN decided_on - ${between(22, 65, 90)} WHEN stands >= 4 THEN last_on - ${between(22, 20, 40)} END AS cell_on,
         CASE WHEN decided THEN decided_on - ${between(23, 150, 300)} WHEN stands >= 3 THEN last_on - ${between(23, 100, 200)} END AS applied_on,
         CASE WHEN decided THEN decided_on - ${between(24, 320, 700)} WHEN stands >= 2 THEN last_on - ${between(24, 250, 500)} END AS certified_on,
         CASE WHEN decided THEN decided_on - ${between(25, 720, 800)} WHEN stands >= 1 THEN last_on - ${between(25, 520, 640)} END AS sympathiser_on,
         CASE WHEN decided THEN decided_on - ${between(26, 820, 840)} ELSE last_on - ${between(26, 660, 680)} END AS introduced_on,
         CASE WHEN decided AND decided_on + 20 <= sec.today() THEN decided_on + ${between(27, 5, 20)} END AS admitted_on
       FROM seed_person`,
    `INSERT INTO candidate (id, person_id, unit_id, unit_ord, source, stage, introduced_on, sympathiser_on, certified_on, certificate_number, applied_on,
         cell_resolved_on, base_resolved_on, submitted_on, decided_on, decision_number, admitted_on, new_member_certified_on, recognised_on, next_step, due_on,
         certificate_until, probation_until, helped)
       SELECT md5('candidate' || i)::uuid, md5('person' || i)::uuid, d.unit_id, u.lo,
         (ARRAY['UNION','UNION','UNION','CELL','TRADE_UNION','WOMEN'])[1 + (i % 6)],
         CASE WHEN recognised_on IS NOT NULL THEN 'recognised' WHEN admitted_on IS NOT NULL THEN 'admitted' WHEN decided THEN 'decided'
           ELSE (ARRAY['introduced','sympathiser','certified','applied','cellResolved','baseResolved','submitted'])[1 + stands] END,
         introduced_on, sympathiser_on, certified_on, CASE WHEN certified_on IS NOT NULL THEN i || '/GCN' END, applied_on,
         cell_on, base_on, submitted_on, decided_on, CASE WHEN decided THEN i || '-QĐ' END, admitted_on,
         CASE WHEN recognised_on IS NOT NULL THEN admitted_on + 150 END, recognised_on,
         CASE WHEN recognised_on IS NOT NULL THEN NULL WHEN admitted_on IS NOT NULL THEN 'recognitionVoted' WHEN decided THEN 'admitted'
           ELSE (ARRAY['sympathiserRecognised','certified','applied','cellVoted','baseVoted','submitted','decided'])[1 + stands] END,
         CASE WHEN recognised_on IS NULL AND admitted_on IS NOT NULL THEN admitted_on + 365 WHEN NOT decided AND stands >= 4 THEN cell_on + 84 END,
         CASE WHEN NOT decided AND stands BETWEEN 2 AND 3 THEN (certified_on + interval '60 months')::date END,
         CASE WHEN recognised_on IS NULL AND admitted_on IS NOT NULL THEN admitted_on + 365 END, NOT decided AND stands >= 1
       FROM (SELECT *, CASE WHEN admitted_on + 380 <= sec.today() THEN admitted_on + ${between(28, 366, 380)} END AS recognised_on FROM seed_days) d
       JOIN unit u ON u.id = d.unit_id`,
    `INSERT INTO step (id, candidate_id, unit_ord, kind, on_day, document_number, data, rulebook, recorded_by_name)
       SELECT md5(s.kind || c.id::text)::uuid, c.id, c.unit_ord, s.kind, s.on_day, s.number,
         CASE WHEN s.kind IN ('cellVoted', 'baseVoted') THEN '{"votes": null, "passed": true}'::jsonb ELSE '{}'::jsonb END,
         CASE WHEN s.on_day >= '2026-04-08' THEN '20/2026' WHEN s.on_day >= '2025-01-01' THEN '232/2025' ELSE '24/2021' END, 'Dữ liệu thử'
       FROM candidate c CROSS JOIN LATERAL (VALUES ('introduced', introduced_on, NULL), ('sympathiserRecognised', sympathiser_on, NULL),
         ('certified', certified_on, certificate_number), ('applied', applied_on, NULL), ('cellVoted', cell_resolved_on, NULL), ('baseVoted', base_resolved_on, NULL),
         ('submitted', submitted_on, NULL), ('decided', decided_on, decision_number), ('admitted', admitted_on, NULL),
         ('newMemberCertified', new_member_certified_on, NULL), ('recognised', recognised_on, NULL)) s (kind, on_day, number)
       WHERE s.on_day IS NOT NULL`,
  ];
}
