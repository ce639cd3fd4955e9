/** A figure of another report, as `people` is asked for it: `attainment:rows[unit.code=X].admitted`. */
export type FigurePath = {
  report: string;
  /** The unit's own line, or the row of a unit. */
  line: { total: true } | { unitCode: string };
  /** What of the line: a field, or a field of a quota chosen by some of its words. */
  field: string;
  quota: Record<string, string> | null;
};

const LINE = /^(?:total|rows\[unit\.code=(?<code>[^\]]+)\])\.(?<rest>.+)$/;
const QUOTA = /^quotas\[(?<where>[^\]]*)\]\.(?<field>\w+)$/;

/** Reads `report:path`; null when it is not of that form. */
export function parseFigurePath(text: string): FigurePath | null {
  const [report, path] = splitOnce(text, ":");
  const line = path === null ? null : LINE.exec(path);
  if (!report || !line?.groups) return null;
  const { code, rest = "" } = line.groups;
  const where = code === undefined ? ({ total: true } as const) : { unitCode: code };
  const quota = QUOTA.exec(rest);
  if (quota?.groups) {
    const conditions = (quota.groups.where ?? "")
      .split(",")
      .filter(Boolean)
      .map((condition) => splitOnce(condition.trim(), "="));
    if (conditions.some(([, value]) => value === null)) return null;
    return {
      report,
      line: where,
      field: quota.groups.field ?? "",
      quota: Object.fromEntries(conditions.map(([key, value]) => [key, value ?? ""])),
    };
  }
  const simple = /^(\w+)(?:\.(\w+))?$/.exec(rest);
  return simple ? { report, line: where, field: rest, quota: null } : null;
}

/** The path of a figure, as a link carries it. */
export function figurePath({ report, line, field, quota }: FigurePath): string {
  const where = "total" in line ? "total" : `rows[unit.code=${line.unitCode}]`;
  const chosen =
    quota &&
    `quotas[${Object.entries(quota)
      .map(([key, value]) => `${key}=${value}`)
      .join(",")}].`;
  return `${report}:${where}.${chosen ?? ""}${field}`;
}

function splitOnce(text: string, mark: string): [string, string | null] {
  const place = text.indexOf(mark);
  return place < 0 ? [text, null] : [text.slice(0, place), text.slice(place + 1)];
}
