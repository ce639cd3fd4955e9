import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import { reportLabel } from "@/lib/reports/labels";
import { explainOfficial } from "@/lib/reports/labels/explained";
import { countByWords, SUPPRESSION_NOTE } from "@/lib/reports/labels/official";
import type { OfficialPage } from "@/lib/reports/queries/official-page";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { BoardAddress } from "@/lib/reports/schema";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { fileHref } from "./board";
import { countByFilter, periodFilter, treeFilter } from "./board-filters";
import { FigureDrawer } from "./figure-drawer";
import { FileButtons } from "./file-links";
import { FilterSheet } from "./filter-sheet";
import { OfficialChecks } from "./official-checks";
import { OfficialTable } from "./official-table";
import { ProbationTable } from "./probation-table";
import { OfficialTabs } from "./report-tabs";

/** An official table on the screen: its rows, whether it adds up, how it is counted, and its files. */
export function OfficialView({
  page,
  address,
  told,
}: {
  page: OfficialPage;
  address: BoardAddress;
  told: Address;
}) {
  const { shown, parameters, drawer } = page;
  const { report } = shown;
  const pathname = `/reports/${shown.name}`;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => addressWith(pathname, told, changes);
  const figureHref = (figure: string) => hrefOf({ figure, tab: null });
  const layout = shown.name === "probation" ? null : shown.report.layout;
  return (
    <>
      <PageHeading
        title={`${layout ? `${layout.formNumber}: ` : ""}${reportLabel(shown.name)}, ${periodWords(parameters.from, parameters.to)}`}
        under={report.unit.name}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
            <FileButtons report={shown.name} parameters={parameters} />
          </>
        }
      />
      <OfficialTabs current={shown.name} told={told} />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[periodFilter(page), countByFilter({ report }, address), treeFilter(address)]}
          clearHref={addressWith(pathname, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={pathname} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      {shown.name !== "probation" && (
        <OfficialChecks
          checks={shown.report.checks}
          hrefOf={(field, column) =>
            figureHref(
              figurePath({
                report: shown.name,
                line: { total: true },
                field,
                quota: null,
                ...(column ? { chosen: { column } } : {}),
              }),
            )
          }
        />
      )}
      <p className="mb-4 max-w-[780px] text-ink2">
        Tính kết nạp theo {countByWords(report.countBy)}
        {shown.name === "ethnicity-religion" || (shown.name === "new-members" && !page.mayExport)
          ? `. ${SUPPRESSION_NOTE}`
          : "."}
      </p>
      <Panel flush>
        {shown.name === "probation" ? (
          <ProbationTable report={shown.report} hrefOf={figureHref} />
        ) : (
          <OfficialTable shown={shown} hrefOf={figureHref} opens={page.mayExport} />
        )}
      </Panel>
      <details className="mt-5">
        <summary className="link cursor-pointer py-2">Cách tính</summary>
        <dl className="grid gap-x-6 gap-y-2 pt-2 phone:grid-cols-[10rem_1fr]">
          {explainOfficial(shown.name, report, layout ?? undefined).map(({ label, text }) => (
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
