import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import { reportLabel } from "@/lib/reports/labels";
import type { ReportPage } from "@/lib/reports/queries/page";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { AttainmentTable } from "./attainment-table";
import { fileHref, snapshotHref } from "./board";
import { countByFilter, periodFilter, treeFilter } from "./board-filters";
import { ClassesTable } from "./classes-table";
import { FigureDrawer } from "./figure-drawer";
import { FilterSheet } from "./filter-sheet";
import { FunnelTable } from "./funnel-table";
import { ReportTabs } from "./report-tabs";

/** A report as a table, its parameters in the address, and the same as a file. */
export function ReportView({
  page,
  address,
  told,
}: {
  page: ReportPage;
  address: BoardAddress;
  told: Address;
}) {
  const { shown, parameters, drawer } = page;
  const pathname = `/reports/${shown.name}`;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => addressWith(pathname, told, changes);
  const figureHref = (figure: string) => hrefOf({ figure, tab: null });
  return (
    <>
      <PageHeading
        title={`${reportLabel(shown.name)}, ${periodWords(parameters.from, parameters.to)}`}
        under={shown.report.unit.name}
        actions={<ReportTools page={page} />}
      />
      <ReportTabs current={shown.name} told={told} />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[
            periodFilter(page),
            ...(shown.name === "attainment" ? [countByFilter(shown, address)] : []),
            treeFilter(address),
          ]}
          clearHref={addressWith(pathname, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={pathname} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      <Panel flush>
        {shown.name === "funnel" && <FunnelTable report={shown.report} hrefOf={figureHref} />}
        {shown.name === "classes" && <ClassesTable report={shown.report} hrefOf={figureHref} />}
        {shown.name === "attainment" && <AttainmentTable report={shown.report} hrefOf={figureHref} />}
      </Panel>
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

function ReportTools({ page: { shown, parameters, mayHandOver, mayExport } }: { page: ReportPage }) {
  const { unit, from, to } = parameters;
  return (
    <>
      {mayHandOver && shown.name === "attainment" && (
        <ButtonLink
          href={addressWith("/reports/hand-over", { unit }, { from: formatDay(from), to: formatDay(to) })}
        >
          Bàn giao
        </ButtonLink>
      )}
      <CopyLinkButton />
      <PrintButton />
      {mayExport && <ButtonLink href={snapshotHref(shown.name, parameters)}>Chốt số liệu</ButtonLink>}
      {(["xlsx", "csv", "json"] as const).map((format) => (
        <ButtonLink key={format} href={fileHref(shown.name, parameters, format)} download>
          {format === "xlsx" ? "Tải bảng XLSX" : format.toUpperCase()}
        </ButtonLink>
      ))}
    </>
  );
}
