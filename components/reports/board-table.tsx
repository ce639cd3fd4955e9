import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { controlClass } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { sourceLabel, statusLabel } from "@/lib/quotas/labels";
import { countStatuses, prepareTable, type Sort, STATUSES } from "@/lib/reports/chart/board";
import { formatNumber } from "@/lib/shared/ratio";
import { type BoardProps, boardHref } from "./board";
import { BoardTotals } from "./board-totals";
import { UnitPhoneRow, UnitRow } from "./board-unit-row";
import { TableKeys } from "./table-keys";

const COLUMNS: { sort: Sort; label: string; left?: boolean; width?: string }[] = [
  { sort: "name", label: "Đơn vị", left: true },
  { sort: "asked", label: "Được giao" },
  { sort: "admitted", label: "Đã kết nạp" },
  { sort: "percent", label: "Tỷ lệ", left: true, width: "w-48" },
  { sort: "remaining", label: "Còn thiếu" },
  { sort: "pace", label: "Nhịp" },
  { sort: "members", label: "Đảng viên" },
  { sort: "rate", label: "Kết nạp / đảng viên" },
];

/** Every unit beneath, with what it is asked and what it did; the counts of statuses filter it. */
export function BoardTable(props: BoardProps) {
  const { rows, address, told } = props;
  const descending = address.order === "down";
  const shown = prepareTable(rows, {
    status: address.status,
    typed: address.q,
    sort: address.sort,
    descending,
  });
  return (
    <Panel id="units" flush className="mt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
        <h2 className="text-read font-semibold">Từng đơn vị</h2>
        <StatusFilters {...props} />
        <UnitSearch {...props} />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title="Không có đơn vị nào như vậy"
          action={
            <Link
              className="link"
              href={boardHref(told, { status: null, q: null, figure: null })}
              prefetch={false}
            >
              Xem mọi đơn vị
            </Link>
          }
        >
          Bộ lọc đang bật:{" "}
          {[address.status && statusLabel(address.status), address.q].filter(Boolean).join(", ")}
        </EmptyState>
      ) : (
        <>
          <TableKeys label="Bảng từng đơn vị">
            <table className="w-full text-table">
              <thead className="sticky top-15 z-10 bg-sunken text-chip">
                <tr>
                  <th scope="col" className="w-10 py-2.5 pl-5 text-right font-medium">
                    #
                  </th>
                  {COLUMNS.map((column) => (
                    <SortedHead key={column.sort} column={column} address={address} told={told} />
                  ))}
                  <th scope="col" className="px-3 py-2.5 pr-5 text-left font-medium">
                    Tiến độ
                  </th>
                </tr>
              </thead>
              <tbody className="unit-rows">
                {shown.map((row, place) => (
                  <UnitRow key={row.unit.code} row={row} place={place + 1} told={told} />
                ))}
              </tbody>
              <BoardTotals {...props} />
            </table>
          </TableKeys>
          <ul className="divide-y divide-line border-t border-line desk:hidden">
            {shown.map((row) => (
              <UnitPhoneRow key={row.unit.code} row={row} told={told} />
            ))}
          </ul>
        </>
      )}
      <FootSentence {...props} />
    </Panel>
  );
}

function StatusFilters({ rows, address, told }: BoardProps) {
  const counts = countStatuses(rows);
  return (
    <nav aria-label="Lọc theo tiến độ" className="no-print flex flex-wrap gap-2">
      {STATUSES.filter((status) => counts[status] > 0 || status === address.status).map((status) => {
        const current = status === address.status;
        return (
          <Link
            key={status}
            href={`${boardHref(told, { status: current ? null : status, figure: null })}#units`}
            scroll={false}
            prefetch={false}
            aria-current={current ? "true" : undefined}
            className={`inline-flex min-h-11 phone:min-h-8 items-center gap-1.5 rounded-button border px-2.5 hover:bg-hover ${current ? "border-ink bg-hover" : "border-line2"}`}
          >
            <StatusChip shape={status} word={statusLabel(status)} />
            <strong className="figures text-chip">{formatNumber(counts[status])}</strong>
          </Link>
        );
      })}
    </nav>
  );
}

function UnitSearch({ address, told }: BoardProps) {
  return (
    <search className="no-print ml-auto w-full phone:w-56">
      <form action="/quotas#units">
        {Object.entries(told)
          .filter(([name]) => !["q", "figure", "tab"].includes(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <label htmlFor="unit-filter" className="sr-only">
          Tìm đơn vị trong bảng
        </label>
        <input
          key={address.q}
          id="unit-filter"
          type="search"
          name="q"
          defaultValue={address.q}
          maxLength={200}
          placeholder="Tìm đơn vị, không cần dấu"
          className={controlClass(false, "phone:!min-h-9 phone:!text-note")}
        />
      </form>
    </search>
  );
}

function SortedHead({
  column: { sort, label, left = false, width },
  address,
  told,
}: Pick<BoardProps, "address" | "told"> & { column: (typeof COLUMNS)[number] }) {
  const current = address.sort === sort;
  const down = current ? address.order === "up" : sort !== "name";
  const Arrow = address.order === "down" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={current ? (address.order === "down" ? "descending" : "ascending") : undefined}
      className={`px-3 py-2.5 font-medium ${left ? "text-left" : "text-right"} ${width ?? ""}`}
    >
      <Link
        href={boardHref(told, { sort, order: down ? "down" : null, figure: null })}
        scroll={false}
        prefetch={false}
        className="inline-flex items-center gap-1 hover:underline"
      >
        {label}
        {current && <Arrow size={12} aria-hidden="true" />}
      </Link>
    </th>
  );
}

/** The gap between what was passed down and each of the unit's own quotas; nobody may "fix" it. */
function FootSentence({ page, rows, address }: BoardProps) {
  const passed = rows.reduce((sum, { asked }) => sum + (asked ?? 0), 0);
  const gaps = page.report.total.quotas
    .filter(
      ({ indicator, group, kind }) =>
        indicator === "ADMISSION" && group === address.group && kind !== "SHARE_OF_ADMITTED",
    )
    .map(({ source, achieved }) => {
      const gap = passed - achieved.denominator;
      const words = sourceLabel(source).toLowerCase();
      return gap === 0
        ? `bằng ${words}`
        : `${gap < 0 ? "ít" : "nhiều"} hơn ${words} ${formatNumber(Math.abs(gap))} người`;
    });
  return (
    <p className="border-t border-line px-5 py-3 text-note text-ink2">
      {passed > 0 && gaps.length > 0 && `Tổng giao cho đơn vị ${gaps.join(", ")}. `}
      Tỷ lệ làm tròn nửa lên, 2 chữ số, từ số nguyên.
    </p>
  );
}
