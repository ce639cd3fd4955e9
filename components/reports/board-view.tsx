import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, FullScreenButton, PageTools, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { kindLabel } from "@/lib/organisation/labels";
import { isBaseOrganisation, UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import { admissionQuotas, prepareRows } from "@/lib/reports/chart/board";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import type { BoardPage } from "@/lib/reports/queries/board";
import type { SavedView } from "@/lib/reports/repository/saved-views";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { parseFigurePath } from "@/lib/reports/rules/figure-path";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import type { Address } from "./address";
import { type BoardProps, boardHref, fileHref } from "./board";
import { BoardCalls } from "./board-calls";
import { BoardFilters } from "./board-filters";
import { BoardLine } from "./board-line";
import { BoardPages } from "./board-pages";
import { BoardRanking } from "./board-ranking";
import { BoardStrip } from "./board-strip";
import { BoardTable } from "./board-table";
import { FigureDrawer } from "./figure-drawer";
import { FilterSheet } from "./filter-sheet";
import { OtherQuotas } from "./other-quotas";
import { PeopleList } from "./people-list";
import { SavedViews } from "./saved-views";

/** "Chỉ tiêu kết nạp": how far, who is behind, will it be enough. */
export function BoardView({
  page,
  address,
  told,
  views,
}: {
  page: BoardPage;
  address: BoardAddress;
  told: Address;
  views: SavedView[];
}) {
  const { report, parameters, drawer, types } = page;
  const all = prepareRows(report.rows, address.group, parameters.asOf, address.source);
  const rows = all.filter(
    ({ unit }) =>
      (address.type === null || types[unit.code] === address.type) &&
      (address.kind === null || unit.kind === address.kind),
  );
  const props: BoardProps = { page, rows, address, told };
  return (
    <>
      <PageHeading
        title={`Chỉ tiêu kết nạp đảng viên ${periodWords(parameters.from, parameters.to)}`}
        under={<UnderTitle page={page} />}
        actions={<BoardTools page={page} />}
      />
      <BoardPages current="/quotas" told={told} />
      <FilterSheet summary={filterSummary(parameters)}>
        <BoardFilters page={page} address={address} told={told} />
      </FilterSheet>
      <div className="mb-3">
        <SavedViews views={views} />
      </div>
      <BoardCalls {...props} />
      <BoardStrip {...props} />
      <OtherQuotas {...props} />
      <div className={rows.some(({ asked }) => asked !== null) ? "grid gap-4 desk:grid-cols-2" : ""}>
        {rows.some(({ asked }) => asked !== null) && <BoardRanking {...props} />}
        {page.line.length > 0 && <BoardLine {...props} />}
      </div>
      {all.length > 0 ? <BoardTable {...props} /> : <OwnPeople page={page} />}
      {drawer && (
        <FigureDrawer
          drawer={drawer}
          quotas={quotasBehind(page, address)}
          tab={address.tab}
          hrefOf={(changes) => boardHref(told, changes)}
          fileHref={page.mayExport ? fileHref("people", parameters, "xlsx", { figure: drawer.path }) : null}
          links={page.mayOpenCandidate}
        />
      )}
      {address.figure && !drawer && (
        <p role="alert" className="mt-4 text-staff">
          <StatusChip shape="warns" word="Con số trong liên kết này không còn; bảng ở trên vẫn đúng." />
        </p>
      )}
    </>
  );
}

/** The quotas of the unit whose figure is open. */
function quotasBehind({ report, drawer }: BoardPage, { group }: BoardAddress): QuotaLine[] {
  const path = drawer && parseFigurePath(drawer.path);
  if (!path) return [];
  const { line } = path;
  const behind = "total" in line ? report.total : report.rows.find(({ unit }) => unit.code === line.unitCode);
  return behind ? admissionQuotas(behind, group) : [];
}

/** "60 tổ chức cơ sở đảng, 7.569 đảng viên ngày 31/12/2023". */
function UnderTitle({ page: { report, headcount } }: { page: BoardPage }) {
  const kinds = report.rows.map(({ unit }) => UNIT_KINDS.find((kind) => kind === unit.kind));
  const base = kinds.length > 0 && kinds.every((kind) => kind !== undefined && isBaseOrganisation(kind));
  const [first] = kinds;
  const alike =
    first && kinds.every((kind) => kind === first) ? kindLabel(first).toLowerCase() : "đơn vị trực thuộc";
  const beneath = `${formatNumber(kinds.length)} ${base ? "tổ chức cơ sở đảng" : alike}`;
  const members = headcount
    ? `${formatNumber(headcount.total)} đảng viên ngày ${formatDay(headcount.onDay)}`
    : "chưa có số đảng viên";
  return (
    <>
      <strong className="font-medium text-ink">{report.unit.name}</strong>
      {` · ${kinds.length > 0 ? `${beneath}, ` : ""}${members}`}
      <span className="hidden print:inline">{` · tính đến ${formatDay(report.asOf)}, số liệu chưa chốt`}</span>
    </>
  );
}

function BoardTools({ page: { parameters, maySet, report } }: { page: BoardPage }) {
  const unit = encodeURIComponent(parameters.unit);
  return (
    <PageTools>
      <CopyLinkButton />
      <FullScreenButton />
      <PrintButton />
      <ButtonLink href={fileHref("attainment", parameters, "xlsx")} download>
        Xuất bảng
      </ButtonLink>
      {maySet && <ButtonLink href={`/quotas/entry?unit=${unit}`}>Chỉ tiêu của đơn vị</ButtonLink>}
      {maySet && report.rows.length > 0 && (
        <ButtonLink href={`/quotas/allocation?unit=${unit}`} look="main">
          Giao chỉ tiêu
        </ButtonLink>
      )}
    </PageTools>
  );
}

/** A unit with none beneath: its own people in place of a table. */
function OwnPeople({ page: { own, mayOpenCandidate } }: { page: BoardPage }) {
  if (!own) return null;
  return (
    <Panel heading="Đã kết nạp trong kỳ" flush className="mt-4">
      <PeopleList drawer={own} links={mayOpenCandidate} />
    </Panel>
  );
}
