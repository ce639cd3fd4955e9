import type { Group, Indicator, QuotaSource } from "@/lib/quotas/rules/quota";
import { lineFigure, quotaFigure } from "@/lib/reports/chart/board";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { formatDay, yearOf } from "@/lib/shared/days";
import { boardAt, type LetterFacts } from "./facts";
import { counted, type Figure, percentOf, type QuotaField, type Sentence, say } from "./parts";

/** Where the unit stands: how many this year, then against each of its quotas. */
export function writeStanding(facts: LetterFacts): Sentence[] {
  const { unit, admitted, asOf, from, quotas } = facts;
  const year = String(yearOf(from));
  const people = { is: "people", at: boardAt(facts, lineFigure(null, "admitted")) } as const;
  const opening =
    admitted === 0
      ? say`Tính đến ngày ${formatDay(asOf)}, ${unit.name} chưa kết nạp được đảng viên nào trong năm ${year}.`
      : say`Tính đến ngày ${formatDay(asOf)}, ${unit.name} đã kết nạp ${counted(admitted, people)} đảng viên trong năm ${year}.`;
  if (quotas.length === 0)
    return [opening, say`Chưa có chỉ tiêu năm ${year} nào của đơn vị được ghi vào phần mềm.`];
  return [opening, ...quotas.map((quota) => writeQuota(facts, quota))];
}

function writeQuota(facts: LetterFacts, quota: QuotaLine): Sentence {
  const at = boardAt(facts, quotaFigure(null, quota));
  const field = (value: number, which: QuotaField): Figure =>
    counted(value, { is: "quota", at, field: which });
  const { kind, achieved, value, status, remaining, surplus, valueTo } = quota;
  const told = `${sourceWords(quota.source)}${periodWords(facts, quota)}`;
  const doing = doingWords(quota.indicator, quota.group);
  if (value === 0) return say`${told}: không giao chỉ tiêu ${doing}.`;
  if (kind === "SHARE_OF_ADMITTED") return writeShare(told, quota, at);
  const people = counted(achieved.numerator, { is: "people", at });
  if (kind === "SHARE_OF_MEMBERS" && achieved.denominator === 0) {
    const share = percentOf(value, { is: "quota", at, field: "share" });
    const done = achieved.numerator === 0 ? say`chưa có người nào` : say`đã được ${people} người`;
    return say`${told}: ${doing} bằng ${share} số đảng viên; ${done}, chưa có số đảng viên để tính ra số người.`;
  }
  const asked = askedWords(quota, field, at);
  if (achieved.numerator === 0)
    return say`${told}: ${doing} ${asked}; chưa được người nào, còn thiếu ${field(remaining, "remaining")} người.`;
  const percent = percentOf(achieved.percent ?? 0, { is: "quota", at, field: "percent" });
  if (kind === "RANGE") {
    if (surplus > 0)
      return say`${told}: ${doing} ${asked}; đã được ${people} người, vượt mức cao nhất ${field(surplus, "surplus")} người.`;
    return status === "done"
      ? say`${told}: ${doing} ${asked}; đã được ${people} người, đạt mức thấp nhất${valueTo === null ? "" : " và trong khoảng được giao"}.`
      : say`${told}: ${doing} ${asked}; đã được ${people} người, bằng ${percent} mức thấp nhất, còn thiếu ${field(remaining, "remaining")} người.`;
  }
  const rest =
    surplus > 0
      ? say`vượt ${field(surplus, "surplus")} người`
      : remaining === 0
        ? say`hoàn thành chỉ tiêu`
        : say`còn thiếu ${field(remaining, "remaining")} người`;
  return say`${told}: ${doing} ${asked}; đã được ${people} người, đạt ${percent}, ${rest}.`;
}

/** A group's share of those admitted: there is none while nobody is. */
function writeShare(told: string, quota: QuotaLine, at: ReturnType<typeof boardAt>): Sentence {
  const { achieved, group, value, status, source, indicator, from, to } = quota;
  const share = percentOf(value, { is: "quota", at, field: "share" });
  const who = groupWords(group);
  if (achieved.percent === null)
    return say`${told}: ${who} chiếm ${share} số kết nạp; chưa kết nạp được người nào nên chưa có tỷ lệ.`;
  const all = counted(achieved.denominator, { is: "quota", at, field: "asked" });
  const percent = percentOf(achieved.percent, { is: "quota", at, field: "percent" });
  const people =
    achieved.numerator === 0
      ? say`không có ai`
      : say`có ${counted(achieved.numerator, { is: "people", at: { ...at, figure: quotaFigure(null, { ...quota, source, indicator, from, to }) } })} người`;
  const verdict = status === "done" ? "đạt chỉ tiêu" : "chưa đạt chỉ tiêu";
  return say`${told}: ${who} chiếm ${share} số kết nạp; trong ${all} người đã kết nạp ${people}, bằng ${percent}, ${verdict}.`;
}

function askedWords(
  { kind, achieved, value, valueTo }: QuotaLine,
  field: (value: number, which: QuotaField) => Figure,
  at: ReturnType<typeof boardAt>,
): Sentence {
  const asked = field(achieved.denominator, "asked");
  switch (kind) {
    case "AT_LEAST":
      return say`ít nhất ${asked} người`;
    case "RANGE":
      return valueTo === null
        ? say`${asked} người`
        : say`từ ${asked} đến ${field(Math.floor(valueTo), "upTo")} người`;
    case "SHARE_OF_MEMBERS":
      return say`bằng ${percentOf(value, { is: "quota", at, field: "share" })} số đảng viên, tức ${asked} người`;
    default:
      return say`${asked} người`;
  }
}

function sourceWords(source: QuotaSource): string {
  switch (source) {
    case "ASSIGNED":
      return "So với chỉ tiêu cấp trên giao";
    case "OWN_PLAN":
      return "So với kế hoạch của đơn vị";
    case "TERM_RESOLUTION":
      return "So với nghị quyết nhiệm kỳ";
  }
}

/** Only a quota of other days than the year says which. */
function periodWords({ from, to }: LetterFacts, quota: QuotaLine): string {
  if (quota.from === from && quota.to === to) return "";
  return ` từ ngày ${formatDay(quota.from)} đến ngày ${formatDay(quota.to)}`;
}

function doingWords(indicator: Indicator, group: Group): string {
  const who = group === "ALL" ? "" : ` ${groupWords(group)}`;
  switch (indicator) {
    case "ADMISSION":
      return `kết nạp${who}`;
    case "INTRODUCTION":
      return `giới thiệu nguồn${who}`;
    case "AWARENESS_CLASS":
      return `cử học lớp nhận thức${who}`;
    case "RECOGNITION":
      return `công nhận chính thức${who}`;
  }
}

function groupWords(group: Group): string {
  switch (group) {
    case "ALL":
      return "";
    case "WOMEN":
      return "nữ";
    case "ETHNIC_MINORITY":
      return "người dân tộc thiểu số";
    case "RELIGIOUS":
      return "người có tôn giáo";
    case "UNION_MEMBER":
      return "đoàn viên";
    case "PUPIL":
      return "học sinh";
    case "STUDENT":
      return "sinh viên";
    case "WORKER":
      return "công nhân";
    case "PRIVATE_OWNER":
      return "chủ doanh nghiệp tư nhân";
    case "NON_STATE_ENTERPRISE":
      return "người ở doanh nghiệp ngoài nhà nước";
    case "RESIDENTIAL":
      return "người ở khu dân cư";
  }
}
