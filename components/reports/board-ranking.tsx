import Link from "next/link";
import { BulletBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { StatusShape } from "@/components/ui/shapes";
import { SegmentedLinks } from "@/components/ui/tabs";
import { statusLabel } from "@/lib/quotas/labels";
import { type BoardRow, prepareRanking, RANKS, type Rank } from "@/lib/reports/chart/board";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type BoardProps, boardHref, linkHref } from "./board";

const SHOWN = 14;

const RANK_LABELS: Record<Rank, string> = { percent: "Tỷ lệ", people: "Số người", remaining: "Còn thiếu" };

/** The units with a quota, one bar each on one scale to 125 %. */
export function BoardRanking({ rows, address, told }: BoardProps) {
  const ranked = prepareRanking(rows, address.rank);
  const rest = ranked.length - SHOWN;
  return (
    <Panel
      heading="Xếp hạng đơn vị, so với số được giao"
      aside={
        <SegmentedLinks
          label="Xếp theo"
          tabs={RANKS.map((rank) => ({
            href: boardHref(told, { rank: rank === "percent" ? null : rank, figure: null }),
            label: RANK_LABELS[rank],
            current: rank === address.rank,
          }))}
        />
      }
    >
      <ol>
        {ranked.slice(0, SHOWN).map((row) => (
          <RankedUnit key={row.unit.code} row={row} rank={address.rank} told={told} />
        ))}
      </ol>
      {rest > 0 && (
        <a href="#units" className="link mt-2 inline-block text-staff text-ink2">
          Xem {formatNumber(rest)} đơn vị còn lại trong bảng
        </a>
      )}
    </Panel>
  );
}

function RankedUnit({ row, rank, told }: { row: BoardRow; rank: Rank; told: BoardProps["told"] }) {
  const { unit, percent, pacePercent, status, admitted, asked, remaining } = row;
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)_auto_78px] items-center gap-x-3 py-1 text-table phone:grid-cols-[16px_minmax(0,11fr)_minmax(0,12fr)_52px_78px]">
      <StatusShape shape={status} />
      <Link
        href={boardHref(told, { unit: unit.code, status: null, q: null, figure: null })}
        className="truncate hover:underline"
        prefetch={false}
        title={unit.name}
      >
        {unit.name}
        <span className="sr-only">, {statusLabel(status)}</span>
      </Link>
      <span className="col-span-4 row-start-2 phone:col-span-1 phone:row-start-auto">
        <BulletBar percent={percent ?? 0} pace={pacePercent} done={status === "done"} />
      </span>
      <span className="figures text-right">
        <Figure
          numerator={admitted}
          denominator={asked}
          href={linkHref(told, row.figure)}
          label={`${unit.name}, đã kết nạp`}
        />
      </span>
      <span className="figures keep text-right">
        {rank === "remaining" ? `thiếu ${formatNumber(remaining)}` : formatPercent(percent)}
      </span>
    </li>
  );
}
