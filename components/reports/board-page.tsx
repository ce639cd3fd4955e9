import type { ReactNode } from "react";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PageTools, PrintButton } from "@/components/ui/page-tools";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import type { FigureDrawer as Drawer } from "@/lib/reports/queries/drawer";
import type { ReportHead, ReportParameters } from "@/lib/reports/rules/parameters";
import type { BoardAddress } from "@/lib/reports/schema";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { fileHref } from "./board";
import { countByFilter, periodFilter, treeFilter } from "./board-filters";
import { BoardPages, type BoardPath } from "./board-pages";
import { FigureDrawer } from "./figure-drawer";
import { FilterSheet } from "./filter-sheet";

type BoardPageProps = {
  path: Exclude<BoardPath, "/quotas">;
  title: string;
  page: {
    head: ReportHead;
    parameters: ReportParameters;
    today: string;
    drawer: Drawer | null;
    mayExport: boolean;
    mayOpenCandidate: boolean;
  };
  address: BoardAddress;
  told: Address;
  /** Instead of the filter of trees. */
  filters?: Filter[];
  children: ReactNode;
};

/** A page beside the board: the same head, filters and drawer around what it shows. */
export function BoardPageFrame({ path, title, page, address, told, filters, children }: BoardPageProps) {
  const { head, parameters, drawer } = page;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => addressWith(path, told, changes);
  return (
    <>
      <PageHeading
        title={path === "/quotas/years" ? title : `${title}, ${periodWords(parameters.from, parameters.to)}`}
        under={head.unit.name}
        actions={
          <PageTools>
            <CopyLinkButton />
            <PrintButton />
          </PageTools>
        }
      />
      <BoardPages current={path} told={told} />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[
            periodFilter(page),
            countByFilter({ report: head }, address),
            ...(filters ?? [treeFilter(address)]),
          ]}
          clearHref={addressWith(path, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={path} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      {children}
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
