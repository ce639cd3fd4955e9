import { REFORM } from "./units";

/** Head counts of cells that hold 3 to 300 members, summed up for those above; quotas of about 3 % of them. */
export function targetStatements(): string[] {
  return [
    `CREATE TEMP TABLE seed_members AS
       SELECT s.id AS unit_id, (3 + floor(297 * power(sec.seed_chance(s.id, 40), 3)))::int AS total FROM seed_unit s WHERE s.kind = 'CELL'`,
    `CREATE TEMP TABLE seed_total AS
       WITH RECURSIVE up AS (SELECT unit_id AS cell, parent_id AS id, total FROM seed_members m JOIN seed_unit s ON s.id = m.unit_id
         UNION ALL SELECT up.cell, s.parent_id, up.total FROM up JOIN seed_unit s ON s.id = up.id WHERE s.parent_id IS NOT NULL)
       SELECT id AS unit_id, sum(total)::int AS total FROM up GROUP BY id`,
    `INSERT INTO headcount (unit_id, unit_ord, on_day, total, women, probationary)
       SELECT t.unit_id, u.lo, make_date(y, 12, 31), t.total, t.total * 2 / 5, t.total / 30
       FROM (SELECT * FROM seed_total UNION ALL SELECT * FROM seed_members) t JOIN unit u ON u.id = t.unit_id
       CROSS JOIN generate_series(extract(year FROM sec.today())::int - 1, extract(year FROM sec.today())::int - 1) y`,
    `INSERT INTO headcount (unit_id, unit_ord, on_day, total)
       SELECT t.unit_id, u.lo, make_date(y, 12, 31), t.total FROM seed_total t JOIN unit u ON u.id = t.unit_id
       CROSS JOIN generate_series(extract(year FROM sec.today())::int - 6, extract(year FROM sec.today())::int - 2) y`,
    `INSERT INTO quota (unit_id, unit_ord, source, value, from_day, to_day, document_number, document_day, recorded_by_name)
       SELECT t.unit_id, u.lo, 'ASSIGNED', greatest(1, ceil(t.total * 0.03)), make_date(y, 1, 1), make_date(y, 12, 31), '1-KH', make_date(y, 1, 5), 'Dữ liệu thử'
       FROM seed_total t JOIN unit u ON u.id = t.unit_id
       CROSS JOIN generate_series(extract(year FROM sec.today())::int - 5, extract(year FROM sec.today())::int) y
       WHERE NOT u.closed OR make_date(y, 12, 31) < '${REFORM}'`,
    `INSERT INTO quota (unit_id, unit_ord, source, value, from_day, to_day, document_number, document_day, recorded_by_name)
       SELECT m.unit_id, u.lo, 'ASSIGNED', greatest(1, ceil(m.total * 0.03)), make_date(y, 1, 1), make_date(y, 12, 31), '2-KH', make_date(y, 1, 20), 'Dữ liệu thử'
       FROM seed_members m JOIN unit u ON u.id = m.unit_id CROSS JOIN (SELECT extract(year FROM sec.today())::int AS y) years WHERE m.unit_id % 3 = 0`,
  ];
}
