import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import type { Filter } from "@/components/ui/filter-bar";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { SegmentedLinks } from "@/components/ui/tabs";
import { kindLabel } from "@/lib/organisation/labels";
import { sourceLabel } from "@/lib/quotas/labels";
import { STANDINGS_A_PAGE, type StandingsPage } from "@/lib/reports/queries/standings";
import { STANDING_ORDERS, type Standing, type StandingOrder } from "@/lib/reports/rules/standing";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/standings";
const ORDER_LABELS: Record<StandingOrder, string> = {
  remaining: "Thiếu nhiều người nhất",
  percent: "Tỷ lệ thấp nhất",
};

/** "Chậm nhất": the units of all levels beneath, those furthest behind first. */
export function StandingsView({
  page,
  address,
  told,
}: {
  page: StandingsPage;
  address: BoardAddress;
  told: Address;
}) {
  const { rows, offset, order, more } = page;
  return (
    <BoardPageFrame
      path={PATH}
      title="Đơn vị chậm nhất"
      page={page}
      address={address}
      told={told}
      filters={[kindFilter(page, address)]}
    >
      <Panel
        flush={rows.length > 0}
        heading="Mọi cấp bên dưới, còn thiếu so với số được giao"
        aside={
          <SegmentedLinks
            label="Xếp theo"
            tabs={STANDING_ORDERS.map((of) => ({
              href: addressWith(PATH, told, { rank: of === "percent" ? null : of, after: null }),
              label: ORDER_LABELS[of],
              current: of === order,
            }))}
          />
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={offset > 0 ? "Hết danh sách" : "Không đơn vị nào còn thiếu"}>
            {offset > 0
              ? "Không còn đơn vị nào sau đó."
              : "Các đơn vị bên dưới đã đủ chỉ tiêu của đúng kỳ này, hoặc chưa được giao chỉ tiêu."}
          </EmptyState>
        ) : (
          <>
            <StandingsTable rows={rows} offset={offset} told={told} />
            <p className="px-5 py-3 text-note text-ink2">
              Chỉ tiêu của đúng kỳ này: cấp trên giao, không có thì kế hoạch đơn vị, rồi nghị quyết nhiệm kỳ.
              Theo tổ chức hiện nay. Chậm nhịp: số người kém so với nhịp đều đến ngày tính.
            </p>
          </>
        )}
      </Panel>
      {(offset > 0 || more) && (
        <nav aria-label="Trang" className="no-print mt-4 flex gap-3">
          {offset > 0 && (
            <ButtonLink
              href={addressWith(PATH, told, {
                after: offset > STANDINGS_A_PAGE ? String(offset - STANDINGS_A_PAGE) : null,
              })}
            >
              {STANDINGS_A_PAGE} đơn vị trước
            </ButtonLink>
          )}
          {more && (
            <ButtonLink href={addressWith(PATH, told, { after: String(offset + STANDINGS_A_PAGE) })}>
              {STANDINGS_A_PAGE} đơn vị sau
            </ButtonLink>
          )}
        </nav>
      )}
    </BoardPageFrame>
  );
}

function kindFilter({ kinds }: StandingsPage, { kind }: BoardAddress): Filter {
  return {
    name: "kind",
    label: "Loại tổ chức",
    value: kind ?? "",
    initial: "",
    choices: [{ value: "", label: "Tất cả" }, ...kinds.map((of) => ({ value: of, label: kindLabel(of) }))],
    replaces: ["after"],
  };
}

function StandingsTable({ rows, offset, told }: { rows: Standing[]; offset: number; told: Address }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="sticky left-0 min-w-56 bg-sunken px-5 py-2.5 text-left font-medium">
              Đơn vị
            </th>
            {["Kết nạp / được giao", "Tỷ lệ", "Còn thiếu", "Chậm nhịp"].map((head) => (
              <th key={head} scope="col" className="px-3 py-2.5 text-right font-medium">
                {head}
              </th>
            ))}
            <th scope="col" className="px-5 py-2.5 text-left font-medium">
              Nguồn chỉ tiêu
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ unit, above, source, achieved, remaining, behind }, place) => (
            <tr key={unit.code} className="group hover:bg-hover">
              <th
                scope="row"
                className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover"
              >
                <span className="figures mr-2 text-ink3">{formatNumber(offset + place + 1)}</span>
                <Link
                  href={addressWith("/quotas", told, {
                    unit: unit.code,
                    after: null,
                    rank: null,
                    kind: null,
                  })}
                  prefetch={false}
                  className="hover:underline"
                >
                  {unit.name}
                </Link>
                {above && <span className="block text-note text-ink2">{above}</span>}
              </th>
              <td className="figures keep px-3 text-right">
                {formatNumber(achieved.numerator)}
                <span className="text-ink3">/{formatNumber(achieved.denominator)}</span>
              </td>
              <td className="figures keep px-3 text-right">{formatPercent(achieved.percent)}</td>
              <td className="figures keep px-3 text-right">{formatNumber(remaining)}</td>
              <td className="figures keep px-3 text-right">{behind > 0 ? formatNumber(behind) : "–"}</td>
              <td className="px-5">{sourceLabel(source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
