import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import { UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { groupLabel, sourceLabel } from "@/lib/quotas/labels";
import { GROUPS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { periodWords, preparePeriods } from "@/lib/reports/chart/period";
import type { CountBy } from "@/lib/reports/rules/parameters";
import { yearOf } from "@/lib/shared/days";
import { AsOfForm } from "./as-of-form";
import { type BoardProps, boardHref } from "./board";

/** Period, day, way of counting and tree; the usual ones stay out of the address. */
export function BoardFilters({ page, address, told }: Omit<BoardProps, "rows">) {
  return (
    <FilterBar
      filters={[
        periodFilter(page),
        countByFilter(page, address),
        treeFilter(address),
        ...groupFilters(page, address),
        ...sourceFilters(page, address),
        ...kindFilters(page, address),
        ...typeFilters(page, address),
      ]}
      clearHref={boardHref(told.unit ? { unit: told.unit } : {}, {})}
    >
      <AsOfForm pathname="/quotas" told={told} asOf={page.parameters.asOf} />
    </FilterBar>
  );
}

export function periodFilter({
  parameters: { from, to },
  today,
}: Pick<BoardProps["page"], "parameters" | "today">): Filter {
  const thisYear = yearOf(today);
  const periods = preparePeriods(yearOf(from), thisYear);
  const chosen = periods.find((period) => period.from === from && period.to === to);
  const choices = periods.map(({ key, label }) => ({ value: key, label }));
  return {
    name: "period",
    label: "Kỳ",
    value: chosen?.key ?? "days",
    initial: String(thisYear),
    choices: chosen ? choices : [{ value: "days", label: periodWords(from, to) }, ...choices],
    replaces: ["from", "to", "asOf"],
  };
}

export function countByFilter(
  { report }: { report: { countBy: CountBy } },
  { countBy }: BoardProps["address"],
): Filter {
  const choices = [
    { value: "decision", label: "Ngày quyết định" },
    { value: "ceremony", label: "Ngày lễ kết nạp" },
  ];
  return {
    name: "countBy",
    label: "Tính theo",
    value: report.countBy,
    initial: countBy === null ? report.countBy : countBy === "ceremony" ? "decision" : "ceremony",
    choices,
  };
}

export function treeFilter({ tree }: BoardProps["address"]): Filter {
  return {
    name: "tree",
    label: "Tổ chức",
    value: tree,
    initial: "as-was",
    choices: [
      { value: "as-was", label: "Như ngày tính đến" },
      { value: "as-is", label: "Như hôm nay" },
    ],
  };
}

/** Only where somebody was given a quota of a group. */
function groupFilters({ report }: BoardProps["page"], { group }: BoardProps["address"]): Filter[] {
  const given = new Set(
    [report.total, ...report.rows]
      .flatMap(({ quotas }) => quotas)
      .flatMap((quota) => (quota.indicator === "ADMISSION" ? [quota.group] : [])),
  );
  const groups = GROUPS.filter((known) => known === "ALL" || known === group || given.has(known));
  if (groups.length < 2) return [];
  return [
    {
      name: "group",
      label: "Nhóm",
      value: group,
      initial: "ALL",
      choices: groups.map((known) => ({ value: known, label: groupLabel(known) })),
    },
  ];
}

/** Only where units were given quotas from several sources. */
function sourceFilters({ report }: BoardProps["page"], { source }: BoardProps["address"]): Filter[] {
  const given = report.rows
    .flatMap(({ quotas }) => quotas)
    .filter(({ indicator }) => indicator === "ADMISSION");
  const known = QUOTA_SOURCES.filter((of) => of === source || given.some((quota) => quota.source === of));
  if (known.length < 2) return [];
  return [
    {
      name: "source",
      label: "So với",
      value: source ?? "",
      initial: "",
      choices: [
        { value: "", label: "Nguồn đầu tiên có" },
        ...known.map((of) => ({ value: of, label: sourceLabel(of) })),
      ],
    },
  ];
}

/** Only where units of several kinds stand beneath. */
function kindFilters({ report }: BoardProps["page"], { kind }: BoardProps["address"]): Filter[] {
  const known = UNIT_KINDS.filter((of) => report.rows.some(({ unit }) => unit.kind === of));
  if (known.length < 2) return [];
  return [
    {
      name: "kind",
      label: "Loại tổ chức",
      value: kind ?? "",
      initial: "",
      choices: [{ value: "", label: "Tất cả" }, ...known.map((of) => ({ value: of, label: kindLabel(of) }))],
    },
  ];
}

function typeFilters({ types }: BoardProps["page"], { type }: BoardProps["address"]): Filter[] {
  const known = [...new Set(Object.values(types).flatMap((of) => of ?? []))];
  if (known.length < 2) return [];
  return [
    {
      name: "type",
      label: "Loại hình",
      value: type ?? "",
      initial: "",
      choices: [{ value: "", label: "Tất cả" }, ...known.map((of) => ({ value: of, label: typeLabel(of) }))],
    },
  ];
}
