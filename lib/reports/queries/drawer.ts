import "server-only";
import { can, type UnitScope } from "@/lib/access/gate";
import { groupLabel, sourceLabel } from "@/lib/quotas/labels";
import type { Group } from "@/lib/quotas/rules/quota";
import { formatDay } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import { preparePerson, type ShownPerson } from "../chart/people";
import { explainFigure, figureTitle } from "../labels";
import { countFigures } from "../repository/figures";
import { isClassPath } from "../rules/class-figure";
import type { ReportParameters } from "../rules/parameters";
import { isSensitiveGroup } from "../rules/part";
import { loadClassDrawer } from "./class-people";
import { loadFigure, loadFigurePeople, type OpenedFigure } from "./people";
import { UnknownFigure } from "./unknown-figure";

/** How many people a drawer lists; the whole list is for a file. */
export const DRAWER_LIMIT = 100;

/** A figure opened: its people, how it is counted, and what they are made of. */
export type FigureDrawer = {
  path: string;
  title: string;
  unit: string;
  count: number;
  people: ShownPerson[];
  explained: { label: string; text: string }[];
  /** Parts of the count by group; empty where the figure is of one group itself. */
  structure: { label: string; share: Ratio }[];
};

const PARTS: readonly Group[] = [
  "WOMEN",
  "ETHNIC_MINORITY",
  "RELIGIOUS",
  "UNION_MEMBER",
  "PUPIL",
  "STUDENT",
  "WORKER",
  "PRIVATE_OWNER",
  "NON_STATE_ENTERPRISE",
  "RESIDENTIAL",
];

/** Ethnicity and religion are for who may export names: parts of so many figures tell small numbers. */
const partsFor = ({ actor }: UnitScope): readonly Group[] =>
  can(actor, "people.exportNames") ? PARTS : PARTS.filter((group) => !isSensitiveGroup(group));

/** The drawer of a figure; null when the address names none. */
export async function loadDrawer(
  scope: UnitScope,
  parameters: ReportParameters,
  path: string,
): Promise<FigureDrawer | null> {
  if (isClassPath(path)) return orNull(() => loadClassDrawer(scope, parameters, path, DRAWER_LIMIT));
  const opened = await orNull(() => loadFigure(scope, parameters, path));
  const first = opened?.parts[0];
  if (!opened || !first) return null;
  const parts = first.figure.group === "ALL" ? partsFor(scope) : [];
  const [count = 0, ...counts] = await countParts(scope, opened, parts);
  const people = await loadFigurePeople(scope, opened, DRAWER_LIMIT);
  return {
    path,
    title: figureTitle(opened.path, first.figure),
    unit: opened.unit.name,
    count,
    people: people.slice(0, DRAWER_LIMIT).map(preparePerson),
    explained: explainFigure(
      first.figure,
      { ...opened.context.head, unit: opened.unit },
      denominatorOf(opened),
      opened.parts.slice(1).map(({ figure }) => figure),
    ),
    structure: parts.map((group, place) => ({
      label: groupLabel(group),
      share: ratio(counts[place] ?? 0, count),
    })),
  };
}

async function orNull<Told>(load: () => Promise<Told>): Promise<Told | null> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof UnknownFigure) return null;
    throw error;
  }
}

/** Of all the figure's parts together: everybody, then each group. */
async function countParts(
  scope: UnitScope,
  { parts, context: { tree } }: OpenedFigure,
  groups: readonly Group[],
): Promise<number[]> {
  const ranges = parts[0]?.ranges ?? [];
  const figures = parts.flatMap(({ figure }) => [figure, ...groups.map((group) => ({ ...figure, group }))]);
  const counted = await countFigures(scope, { ...tree, total: ranges, rows: [] }, figures);
  const counts = counted.get(tree.unit.id) ?? [];
  const width = groups.length + 1;
  return Array.from({ length: width }, (_, place) =>
    counts.reduce((sum, count, at) => (at % width === place ? sum + count : sum), 0),
  );
}

function denominatorOf({ quota }: OpenedFigure): string {
  if (!quota) return "Không có mẫu số: đây là số người.";
  const document = [
    quota.documentNumber && ` số ${quota.documentNumber}`,
    quota.documentDay && ` ngày ${formatDay(quota.documentDay)}`,
  ]
    .filter(Boolean)
    .join("");
  return `${sourceLabel(quota.source)}, kỳ ${formatDay(quota.from)} – ${formatDay(quota.to)}${document && `, văn bản${document}`}.`;
}
