import { groupLabel } from "@/lib/quotas/labels";
import type { AttainmentLine, AttainmentReport } from "@/lib/reports/rules/attainment";
import {
  type ComparedReport,
  type EthnicityReport,
  safeCompared,
  safeEthnicity,
} from "@/lib/reports/rules/official";
import { type FrozenSheet, isKeptInside, type SnapshotContent } from "../rules/content";

/**
 * A snapshot as those read it who may not export names: small numbers of ethnic groups and religions are held back
 * as in the live reports. The official tables were printed so from the first; of quotas on these groups nothing is
 * told that was counted.
 */
export function safeContent(content: SnapshotContent): SnapshotContent {
  const { report, body } = content;
  const [form, ...others] = content.sheets;
  switch (report) {
    case "attainment":
      return {
        ...content,
        body: safeAttainment(body as AttainmentReport),
        sheets: [safeQuotas(form), ...others],
      };
    case "ethnicity-religion":
      return { ...content, body: safeEthnicity(body as EthnicityReport) };
    case "new-members":
    case "changes":
    case "member-work": {
      const compared = body as ComparedReport;
      return { ...content, body: { ...compared, rows: safeCompared(compared.rows) } };
    }
    default:
      return content;
  }
}

const safeAttainment = ({ rows, total, ...report }: AttainmentReport) => ({
  ...report,
  rows: rows.map(safeLine),
  total: safeLine(total),
});

function safeLine<Line extends AttainmentLine>(line: Line) {
  const held = line.quotas
    .filter(({ group }) => isKeptInside(group))
    .map(({ source, indicator, group, kind, value, valueTo, from, to, dueOn, document }) => ({
      ...{ source, indicator, group, kind, value, valueTo, from, to, dueOn, document },
      shown: "guarded" as const,
    }));
  return { ...line, quotas: line.quotas.filter(({ group }) => !isKeptInside(group)), held };
}

const KEPT_GROUPS: readonly unknown[] = [groupLabel("ETHNIC_MINORITY"), groupLabel("RELIGIOUS")];

/** Of a row on such a group, what was counted for it: from the number achieved to how it goes. */
function safeQuotas<Form extends FrozenSheet>(sheet: Form): Form {
  const at = (title: string) => sheet.columns.findIndex((column) => column.title === title);
  const [group, achieved, status] = [at("Nhóm"), at("Đạt (tử số)"), at("Tiến độ")];
  const rows = sheet.rows.map((row) =>
    KEPT_GROUPS.includes(row[group])
      ? row.map((cell, place) =>
          place === achieved ? "…" : place > achieved && place <= status ? null : cell,
        )
      : row,
  );
  return { ...sheet, rows };
}
