import { OFFICIAL_REPORTS } from "./layout";

/** A figure of another report, as `people` is asked for it: `attainment:rows[unit.code=X].admitted`. */
export type FigurePath = {
  report: string;
  /** The unit's own line, or the row of a unit. */
  line: { total: true } | { unitCode: string };
  /** What of the line: a field, or a field of a quota chosen by some of its words. */
  field: string;
  quota: Record<string, string> | null;
  /**
   * Of another list of the line, e.g. `byBloc[bloc=SCHOOL].count`: which of its entries. Of a row of an official
   * table: its column, where it is not the first.
   */
  chosen?: Record<string, string>;
};

const LINE = /^(?:total|rows\[unit\.code=(?<code>[^\]]+)\])\.(?<rest>.+)$/;
/** Of an official table: `women`, `rows[key=women].previous`, `ethnicity.07.women`. */
const ROW =
  /^(?:rows\[key=(?<key>[^\]]+)\]\.(?<column>\w+)|(?<plain>[^[\]]+?)(?:\.(?<part>women|unionMember|previous))?)$/;
const FIRST_COLUMNS = ["current", "total"];
const LIST = /^(?<list>[A-Za-z]+)\[(?<where>[^\]]*)\]\.(?<field>\w+)$/;

/** Reads `report:path`; null when it is not of that form. */
export function parseFigurePath(text: string): FigurePath | null {
  const [report, path] = splitOnce(text, ":");
  if (path !== null && OFFICIAL_REPORTS.some((known) => known === report)) return rowPath(report, path);
  const line = path === null ? null : LINE.exec(path);
  if (!report || !line?.groups) return null;
  const { code, rest = "" } = line.groups;
  const where = code === undefined ? ({ total: true } as const) : { unitCode: code };
  const entry = LIST.exec(rest);
  if (entry?.groups) {
    const { list, where: told = "", field = "" } = entry.groups;
    const conditions = told
      .split(",")
      .filter(Boolean)
      .map((condition) => splitOnce(condition.trim(), "="));
    if (conditions.some(([, value]) => value === null)) return null;
    const chosen = Object.fromEntries(conditions.map(([key, value]) => [key, value ?? ""]));
    if (list === "quotas") return { report, line: where, field, quota: chosen };
    return { report, line: where, field: `${list}.${field}`, quota: null, chosen };
  }
  const simple = (report === "classes" ? /^\w+(?:\.\w+){0,2}$/ : /^\w+(?:\.\w+)?$/).test(rest);
  return simple ? { report, line: where, field: rest, quota: null } : null;
}

function rowPath(report: string, path: string): FigurePath | null {
  const { key, column, plain, part } = ROW.exec(path)?.groups ?? {};
  const field = key ?? plain;
  const chosen = column ?? part;
  if (!field) return null;
  const more = chosen && !FIRST_COLUMNS.includes(chosen) ? { chosen: { column: chosen } } : {};
  return { report, line: { total: true }, field, quota: null, ...more };
}

/** The path of a figure, as a link carries it. */
export function figurePath({ report, line, field, quota, chosen }: FigurePath): string {
  if (OFFICIAL_REPORTS.some((known) => known === report))
    return `${report}:${chosen?.column ? `rows[key=${field}].${chosen.column}` : field}`;
  const where = "total" in line ? "total" : `rows[unit.code=${line.unitCode}]`;
  const words = (told: Record<string, string>) =>
    Object.entries(told)
      .map(([key, value]) => `${key}=${value}`)
      .join(",");
  if (quota) return `${report}:${where}.quotas[${words(quota)}].${field}`;
  if (chosen) return `${report}:${where}.${field.replace(".", `[${words(chosen)}].`)}`;
  return `${report}:${where}.${field}`;
}

function splitOnce(text: string, mark: string): [string, string | null] {
  const place = text.indexOf(mark);
  return place < 0 ? [text, null] : [text.slice(0, place), text.slice(place + 1)];
}
