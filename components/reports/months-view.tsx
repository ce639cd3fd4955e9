import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import type { MonthsPage } from "@/lib/reports/queries/months";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { type Month, type MonthsLine, shadeOf } from "@/lib/reports/rules/months";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/months";
const SHADES = ["", "bg-heat1", "bg-heat2", "bg-heat3", "bg-heat4 text-white"] as const;

/** "Theo tháng": months across, units down, the darker the more were admitted. */
export function MonthsView({
  page,
  address,
  told,
}: {
  page: MonthsPage;
  address: BoardAddress;
  told: Address;
}) {
  const { months, rows, total } = page;
  const largest = Math.max(0, ...rows.flatMap(({ months: counts }) => counts.map((people) => people ?? 0)));
  return (
    <BoardPageFrame path={PATH} title="Kết nạp theo tháng" page={page} address={address} told={told}>
      <Panel flush>
        <div className="relative overflow-x-auto">
          <table className="w-full text-table">
            <thead className="bg-sunken text-chip">
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium phone:min-w-56"
                >
                  Đơn vị
                </th>
                {months.map(({ key }) => (
                  <th key={key} scope="col" className="min-w-12 px-1 py-2.5 text-center font-medium">
                    {monthLabel(key, months)}
                  </th>
                ))}
                <th scope="col" className="px-3 py-2.5 text-right font-medium">
                  Cộng
                </th>
                <th scope="col" className="hidden w-28 px-5 py-2.5 text-left font-medium phone:table-cell">
                  Lũy kế
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((line) => (
                <MonthsRow
                  key={line.unit.code}
                  line={line}
                  months={months}
                  largest={largest}
                  hrefOf={(field) => hrefOf(told, { unitCode: line.unit.code }, field)}
                  unitHref={addressWith(PATH, told, { unit: line.unit.code, figure: null })}
                />
              ))}
            </tbody>
            <tfoot className="border-t border-line2 bg-sunken font-medium">
              <MonthsRow
                line={total}
                months={months}
                largest={0}
                hrefOf={(field) => hrefOf(told, { total: true }, field)}
              />
            </tfoot>
          </table>
        </div>
        <p className="px-5 py-3 text-note text-ink2">
          Ô càng đậm thì tháng ấy kết nạp càng nhiều; đậm nhất là {formatNumber(largest)} người. Ô trống là
          tháng chưa đến.
        </p>
      </Panel>
    </BoardPageFrame>
  );
}

const hrefOf = (told: Address, line: { total: true } | { unitCode: string }, field: string): string =>
  addressWith(PATH, told, { figure: figurePath({ report: "months", line, field, quota: null }), tab: null });

/** "T3", with the year where the period has several. */
function monthLabel(key: string, months: readonly Month[]): string {
  const years = new Set(months.map((month) => month.key.slice(1, 5)));
  const month = `T${Number(key.slice(5))}`;
  return years.size > 1 ? `${month}/${key.slice(3, 5)}` : month;
}

type MonthsRowProps = {
  line: MonthsLine;
  months: readonly Month[];
  largest: number;
  hrefOf: (field: string) => string;
  unitHref?: string;
};

function MonthsRow({ line, months, largest, hrefOf, unitHref }: MonthsRowProps) {
  const { unit, months: counts, sum } = line;
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {unitHref ? (
          <Link href={unitHref} prefetch={false} className="hover:underline">
            {unit.name}
          </Link>
        ) : (
          `${unit.name}, cộng`
        )}
      </th>
      {months.map(({ key }, place) => {
        const people = counts[place] ?? null;
        return (
          <td key={key} className={`figures px-1 text-center ${SHADES[shadeOf(people ?? 0, largest)]}`}>
            {people === null ? (
              ""
            ) : people === 0 ? (
              <span className="text-ink3">0</span>
            ) : (
              <a
                href={hrefOf(key)}
                data-soft="stay"
                className="inline-block min-h-8 min-w-8 content-center underline-offset-2 hover:underline"
                aria-label={`${unit.name}, tháng ${Number(key.slice(5))}/${key.slice(1, 5)}: ${people}, xem danh sách`}
              >
                {formatNumber(people)}
              </a>
            )}
          </td>
        );
      })}
      <td className="figures px-3 text-right font-semibold">{formatNumber(sum)}</td>
      <td className="hidden px-5 phone:table-cell">
        <Cumulative counts={counts} />
      </td>
    </tr>
  );
}

/** One small line a unit, all on the same axis of months, each on its own height. */
function Cumulative({ counts }: { counts: readonly (number | null)[] }) {
  const known = counts.filter((people) => people !== null);
  const sums = known.map((_, place) => known.slice(0, place + 1).reduce((sum, people) => sum + people, 0));
  const highest = Math.max(1, sums.at(-1) ?? 0);
  const step = counts.length > 1 ? 100 / (counts.length - 1) : 0;
  const points = sums.map(
    (sum, place) => `${(place * step).toFixed(1)},${(22 - (sum / highest) * 20).toFixed(1)}`,
  );
  return (
    <svg viewBox="0 0 100 24" className="h-6 w-24" aria-hidden="true">
      <path d="M0 22.5h100" className="stroke-bar4" fill="none" />
      {(sums.at(-1) ?? 0) > 0 && (
        <polyline points={points.join(" ")} className="stroke-petrol" fill="none" strokeWidth="1.6" />
      )}
    </svg>
  );
}
