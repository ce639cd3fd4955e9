import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { coverageListLabel, coverageListTitle, coverageRequest, listCountLabel } from "@/lib/reports/labels";
import type { CoveragePage } from "@/lib/reports/queries/coverage";
import { COVERAGE_LISTS, type CoverageList, type ListedCell } from "@/lib/reports/rules/coverage";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { fileHref } from "./board";
import { GiveTasksForm } from "./give-tasks-form";

const PATH = "/reports/coverage";
const PAGE = 50;

/** The four lists of cells, one open: each cell with its number, the file, and the task for its secretary. */
export function CoverageLists({
  page,
  address,
  told,
}: {
  page: CoveragePage;
  address: BoardAddress;
  told: Address;
}) {
  const { report, limits, parameters, mayGive } = page;
  const list = listOf(address, page);
  const cells = report.total.lists[list];
  const shown = cells
    .filter(({ unit: { code } }) => address.after === null || code > address.after)
    .slice(0, PAGE);
  const last = shown.at(-1);
  const more = last !== undefined && last !== cells.at(-1);
  const rows = shown.map((cell) => (
    <CellLine key={cell.unit.code} cell={cell} list={list} page={page} choose={mayGive} />
  ));
  return (
    <Panel flush id="lists" heading="Chi bộ cần gọi">
      <div className="px-5">
        <Tabs
          label="Danh sách chi bộ"
          tabs={COVERAGE_LISTS.map((known) => ({
            href: `${addressWith(PATH, told, { list: known, after: null, figure: null })}`,
            label: coverageListLabel(known),
            count: report.total.lists[known].length,
            current: known === list,
          }))}
        />
      </div>
      {cells.length === 0 ? (
        <EmptyState title={`Không có chi bộ nào: ${coverageListLabel(list).toLowerCase()}`}>
          Chi bộ vào danh sách ngay ngày có tình trạng này, và ra khỏi danh sách ngay khi hết.
        </EmptyState>
      ) : (
        <>
          <p className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-staff text-ink2">
            <span>
              {coverageListTitle(list, limits)}: {formatNumber(cells.length)} chi bộ
              {shown.length < cells.length && `, đang hiện ${formatNumber(shown.length)}`}.
            </span>
            <ButtonLink
              href={fileHref("coverage", parameters, "xlsx", { ...limitsAddress(page), list })}
              download
            >
              Tải danh sách XLSX
            </ButtonLink>
          </p>
          {mayGive ? (
            <GiveTasksForm
              unit={report.unit.code}
              from={parameters.from}
              to={parameters.to}
              list={list}
              limits={limits}
              all={cells.length}
              request={coverageRequest(list)}
            >
              <ul className="border-t border-line">{rows}</ul>
            </GiveTasksForm>
          ) : (
            <ul className="border-t border-line">{rows}</ul>
          )}
          {(more || address.after !== null) && (
            <p className="no-print flex gap-3 border-t border-line px-5 py-3">
              {address.after !== null && (
                <ButtonLink href={addressWith(PATH, told, { list, after: null })}>
                  Về đầu danh sách
                </ButtonLink>
              )}
              {more && last && (
                <ButtonLink href={addressWith(PATH, told, { list, after: last.unit.code })}>
                  Xem tiếp
                </ButtonLink>
              )}
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

const limitsAddress = ({ limits: { months, years } }: CoveragePage) => ({
  months: String(months),
  years: String(years),
});

type CellLineProps = { cell: ListedCell; list: CoverageList; page: CoveragePage; choose: boolean };

function CellLine({ cell: { unit, above, count, lastAdmittedOn }, list, page, choose }: CellLineProps) {
  const { parameters, limits } = page;
  const field = {
    none: "liveSources",
    noSource: "liveSources",
    sourcesNotSent: "sourcesNotSent",
    certifiedNotReviewed: `certifiedNotReviewed.${limits.months}`,
  }[list];
  const { from, to, asOf, tree } = parameters;
  const days = { unit: unit.code, from: formatDay(from), to: formatDay(to), asOf: formatDay(asOf), tree };
  const figure = figurePath({ report: "coverage", line: { total: true }, field, quota: null });
  return (
    <li className="flex items-center gap-4 border-b border-line px-5 py-2.5 last:border-0">
      {choose && (
        <input
          type="checkbox"
          name="cell"
          value={unit.code}
          aria-label={`Chọn ${unit.name}`}
          className="no-print size-5 shrink-0 accent-ink"
        />
      )}
      <span className="min-w-0 flex-1">
        {unit.name}
        <span className="block text-note text-ink2">
          {above && `${above}, `}
          {lastAdmittedOn === null ? "chưa từng kết nạp" : `kết nạp gần nhất ${formatDay(lastAdmittedOn)}`}
        </span>
      </span>
      <span className="shrink-0 text-right">
        {count > 0 ? (
          <Link
            href={addressWith(PATH, days, { figure, list })}
            prefetch={false}
            className="opens figures font-semibold"
          >
            {formatNumber(count)}
            <span className="sr-only"> người của {unit.name}</span>
          </Link>
        ) : (
          <span className="figures">0</span>
        )}
        <span className="hidden text-note text-ink2 phone:block">{listCountLabel(list).toLowerCase()}</span>
      </span>
    </li>
  );
}

/** The list an address asks for; the first that has cells unless told. */
const listOf = ({ list }: BoardAddress, { report: { total } }: CoveragePage) =>
  list ?? COVERAGE_LISTS.find((known) => known !== "none" && total.lists[known].length > 0) ?? "none";
