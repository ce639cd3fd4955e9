import { firstIds, type WorldSize } from "./size";

/** The day the district level ended and communes merged. */
export const REFORM = "2025-07-01";
const BEFORE_REFORM = "2025-06-30";

/** Every third base committee was merged into the one before it. */
const MERGED = "b % 3 = 0";

/**
 * The statements that make the tree, as it stood and as it stands since the reform: the districts are closed
 * beneath their province, every third base committee beneath the one before it, where its cells now are.
 */
export function unitStatements(size: WorldSize): string[] {
  const { provinces, districts, bases, cells } = size;
  const first = firstIds(size);
  const district = `${first.district} + (p - 1) * ${districts} + d - 1`;
  const base = `${first.base} + ((p - 1) * ${districts} + d - 1) * ${bases} + b - 1`;
  const cell = `${first.cell} + (((p - 1) * ${districts} + d - 1) * ${bases} + b - 1) * ${cells} + c - 1`;
  const P = `generate_series(1, ${provinces}) p`;
  const D = `${P}, generate_series(1, ${districts}) d`;
  const B = `${D}, generate_series(1, ${bases}) b`;
  const C = `${B}, generate_series(1, ${cells}) c`;
  const pad = (name: string, width: number) => `lpad(${name}::text, ${width}, '0')`;
  const codeOf = {
    province: `'P' || ${pad("p", 2)}`,
    district: `'P' || ${pad("p", 2)} || 'D' || ${pad("d", 2)}`,
    base: `'P' || ${pad("p", 2)} || 'D' || ${pad("d", 2)} || 'B' || ${pad("b", 2)}`,
    cell: `'P' || ${pad("p", 2)} || 'D' || ${pad("d", 2)} || 'B' || ${pad("b", 2)} || 'C' || ${pad("c", 2)}`,
  };
  const type = `(ARRAY['HAMLET','HAMLET','HAMLET','HAMLET','HAMLET','HAMLET','SCHOOL','SCHOOL','AGENCY','PUBLIC_SERVICE','STATE_ENTERPRISE','NON_STATE_ENTERPRISE'])[1 + c % 12]`;
  return [
    `CREATE TEMP TABLE seed_unit (id int, code text, name text, kind text, type text, decides boolean, parent_id int, parent_now int, closed_now boolean)`,
    `INSERT INTO seed_unit VALUES (1, 'TW', 'Trung ương Đảng (minh họa)', 'CENTRAL', NULL, false, NULL, NULL, false)`,
    `INSERT INTO seed_unit SELECT ${first.province} + p - 1, ${codeOf.province}, 'Đảng bộ tỉnh ' || p, 'PROVINCE', NULL, false, 1, 1, false FROM ${P}`,
    `INSERT INTO seed_unit SELECT ${district}, ${codeOf.district}, 'Đảng bộ huyện ' || d || ', tỉnh ' || p, 'UPPER', NULL, true,
       ${first.province} + p - 1, ${first.province} + p - 1, true FROM ${D}`,
    `INSERT INTO seed_unit SELECT ${base}, ${codeOf.base}, 'Đảng bộ xã ' || b || ', huyện ' || d, 'BASE_COMMITTEE', 'COMMUNE', ${MERGED},
       ${district}, CASE WHEN ${MERGED} THEN ${base} - 1 ELSE ${first.province} + p - 1 END, ${MERGED} FROM ${B}`,
    `INSERT INTO seed_unit SELECT ${cell}, ${codeOf.cell}, 'Chi bộ thôn ' || c || ', xã ' || b, 'CELL', ${type}, false,
       ${base}, CASE WHEN ${MERGED} THEN ${base} - 1 ELSE ${base} END, false FROM ${C}`,
    `INSERT INTO unit (id, code, code_key, name, name_fold, kind, type, may_decide_admission, parent_id, lo, hi, closed, first_day, last_day)
       OVERRIDING SYSTEM VALUE
       SELECT id, code, code, name, lower(sec.seed_plain(name)), kind, type, decides OR kind = 'BASE_COMMITTEE', parent_now, -id, -id, closed_now, NULL,
         CASE WHEN closed_now THEN '${BEFORE_REFORM}'::date END FROM seed_unit`,
    `INSERT INTO unit_placement (unit_id, parent_id, name, kind, type, may_decide_admission, closed, from_day, until_day)
       SELECT id, parent_id, name, kind, type, kind = 'UPPER', false, NULL,
         CASE WHEN parent_now IS DISTINCT FROM parent_id OR closed_now THEN '${BEFORE_REFORM}'::date END FROM seed_unit`,
    `INSERT INTO unit_placement (unit_id, parent_id, name, kind, type, may_decide_admission, closed, from_day, until_day)
       SELECT id, parent_now, name, kind, type, kind = 'BASE_COMMITTEE', closed_now, '${REFORM}', NULL
       FROM seed_unit WHERE parent_now IS DISTINCT FROM parent_id OR closed_now`,
    `INSERT INTO unit_succession (from_unit_id, to_unit_id, on_day, document_number)
       SELECT id, parent_now, '${REFORM}', '1-QĐ/TW' FROM seed_unit WHERE closed_now`,
    `SELECT sec.number_units(NULL, 1048576, 1048576)`,
    `UPDATE sec.tree_day SET day = sec.today()`,
  ];
}
