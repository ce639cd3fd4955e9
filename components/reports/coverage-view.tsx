import { ButtonLink } from "@/components/ui/button";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import { explainCoverage, reportLabel } from "@/lib/reports/labels";
import type { CoveragePage } from "@/lib/reports/queries/coverage";
import { USUAL_LIMITS } from "@/lib/reports/rules/coverage";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { fileHref, snapshotHref } from "./board";
import { periodFilter, treeFilter } from "./board-filters";
import { CoverageLists } from "./coverage-lists";
import { CoverageTable } from "./coverage-table";
import { FigureDrawer } from "./figure-drawer";
import { FilterSheet } from "./filter-sheet";
import { ReportTabs } from "./report-tabs";

const PATH = "/reports/coverage";

/** "Nguồn so với chỉ tiêu": is there anybody left to admit, and which cells to call. */
export function CoverageView({
  page,
  address,
  told,
}: {
  page: CoveragePage;
  address: BoardAddress;
  told: Address;
}) {
  const { report, parameters, limits, drawer } = page;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => addressWith(PATH, told, changes);
  const extra = { months: String(limits.months), years: String(limits.years) };
  return (
    <>
      <PageHeading
        title={`${reportLabel("coverage")}, ${periodWords(parameters.from, parameters.to)}`}
        under={report.unit.name}
        actions={
          <>
            <ButtonLink href="/reports/tasks">Việc đã giao</ButtonLink>
            <CopyLinkButton />
            <PrintButton />
            {page.mayExport && (
              <ButtonLink href={snapshotHref("coverage", parameters, extra)}>Chốt số liệu</ButtonLink>
            )}
            {(["xlsx", "csv", "json"] as const).map((format) => (
              <ButtonLink key={format} href={fileHref("coverage", parameters, format, extra)} download>
                {format === "xlsx" ? "Tải bảng XLSX" : format.toUpperCase()}
              </ButtonLink>
            ))}
          </>
        }
      />
      <ReportTabs current="coverage" told={told} />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[
            periodFilter(page),
            treeFilter(address),
            yearsFilter(limits.years),
            monthsFilter(limits.months),
          ]}
          clearHref={addressWith(PATH, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={PATH} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      <p className="mb-4 max-w-[780px]">{sentenceOf(page)}</p>
      <CoverageLists page={page} address={address} told={told} />
      <Panel flush heading="Từng đơn vị" className="mt-5">
        <CoverageTable report={report} hrefOf={(figure) => hrefOf({ figure, tab: null })} />
      </Panel>
      <details className="mt-5">
        <summary className="link cursor-pointer py-2">Cách tính</summary>
        <dl className="grid gap-x-6 gap-y-2 pt-2 phone:grid-cols-[10rem_1fr]">
          {explainCoverage(report, limits).map(({ label, text }) => (
            <div key={label} className="contents">
              <dt className="font-semibold">{label}</dt>
              <dd className="max-w-[780px] text-ink2">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      {drawer && (
        <FigureDrawer
          drawer={drawer}
          tab={address.tab}
          hrefOf={hrefOf}
          fileHref={page.mayExport ? fileHref("people", parameters, "xlsx", { figure: drawer.path }) : null}
          links={page.mayOpenCandidate}
        />
      )}
    </>
  );
}

function sentenceOf({ report: { total } }: CoveragePage): string {
  const live = `Có ${formatNumber(total.liveSources)} nguồn đang trên đường vào Đảng.`;
  if (total.remaining === null) return `${live} Không giao chỉ tiêu cho kỳ này.`;
  if (total.remaining === 0) return `${live} Đã đủ chỉ tiêu.`;
  const missing = total.remaining - total.liveSources;
  return missing > 0
    ? `${live} Còn phải kết nạp ${formatNumber(total.remaining)} người: thiếu ít nhất ${formatNumber(missing)} nguồn.`
    : `${live} Còn phải kết nạp ${formatNumber(total.remaining)} người: đủ nguồn.`;
}

const YEARS = [0, 1, 2, 3, 5];
const MONTHS = [6, 12, 18, 24, 36];

const yearsFilter = (years: number): Filter => ({
  name: "years",
  label: "Không kết nạp",
  value: String(years),
  initial: String(USUAL_LIMITS.years),
  choices: withChosen(YEARS, years).map((count) => ({
    value: String(count),
    label: count === 0 ? "trong kỳ" : `từ ${count} năm`,
  })),
  replaces: ["after"],
});

const monthsFilter = (months: number): Filter => ({
  name: "months",
  label: "Chờ xét",
  value: String(months),
  initial: String(USUAL_LIMITS.months),
  choices: withChosen(MONTHS, months).map((count) => ({ value: String(count), label: `từ ${count} tháng` })),
  replaces: ["after"],
});

const withChosen = (usual: readonly number[], chosen: number): number[] =>
  [...new Set([...usual, chosen])].toSorted((a, b) => a - b);
