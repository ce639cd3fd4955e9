import Link from "next/link";
import { BulletBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { StatusChip } from "@/components/ui/shapes";
import { statusLabel } from "@/lib/quotas/labels";
import type { BoardRow } from "@/lib/reports/chart/board";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type BoardProps, boardHref, figureHref } from "./board";

const DECIMALS = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

type Props = { row: BoardRow; told: BoardProps["told"] };

/** A unit of the table. Without a quota it says so, and nothing of it is 0 %. */
export function UnitRow({ row, place, told }: Props & { place: number }) {
  const { unit, asked, admitted, percent, pace, pacePercent, members, rate, status } = row;
  return (
    <tr className="h-9 hover:bg-hover">
      <td className="py-1.5 pl-5 text-right text-ink3">{place}</td>
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        <Link href={unitHref(row, told)} className="hover:underline" prefetch={false}>
          {unit.name}
        </Link>
      </th>
      <td className="px-3 py-1.5 text-right">{asked === null ? "–" : formatNumber(asked)}</td>
      <td className="px-3 py-1.5 text-right">
        <Figure numerator={admitted} href={figureHref(told, row.figure)} label={`${unit.name}, đã kết nạp`} />
      </td>
      <td className="px-3 py-1.5">
        {asked === null ? (
          "–"
        ) : (
          <span className="grid grid-cols-[minmax(0,1fr)_72px] items-center gap-2">
            <BulletBar percent={percent ?? 0} pace={pacePercent} done={status === "done"} />
            <span className="keep text-right">{formatPercent(percent)}</span>
          </span>
        )}
      </td>
      <td className="px-3 py-1.5 text-right">
        <Remaining row={row} />
      </td>
      <td className="px-3 py-1.5 text-right">{pace === null ? "–" : DECIMALS.format(pace)}</td>
      <td className="px-3 py-1.5 text-right">{members === null ? "–" : formatNumber(members)}</td>
      <td className="keep px-3 py-1.5 text-right">{formatPercent(rate.percent)}</td>
      <td className="px-3 py-1.5 pr-5">
        <StatusChip shape={status} word={statusLabel(status)} />
      </td>
    </tr>
  );
}

/** On a phone: name and per cent, the bar, status and numbers. */
export function UnitPhoneRow({ row, told }: Props) {
  const { unit, asked, admitted, percent, pacePercent, status } = row;
  return (
    <li className="px-5 py-3">
      <p className="flex items-baseline justify-between gap-3">
        <Link href={unitHref(row, told)} className="py-2 font-medium" prefetch={false}>
          {unit.name}
        </Link>
        <span className="figures keep font-semibold">{asked === null ? "–" : formatPercent(percent)}</span>
      </p>
      {asked !== null && <BulletBar percent={percent ?? 0} pace={pacePercent} done={status === "done"} />}
      <p className="mt-1 flex items-center justify-between gap-3">
        <StatusChip shape={status} word={statusLabel(status)} />
        <Figure
          numerator={admitted}
          denominator={asked}
          href={figureHref(told, row.figure)}
          label={`${unit.name}, đã kết nạp`}
        />
      </p>
    </li>
  );
}

export function Remaining({
  row: { asked, remaining, surplus },
}: {
  row: Pick<BoardRow, "asked" | "remaining" | "surplus">;
}) {
  if (asked === null) return "–";
  if (surplus > 0) return <span className="keep text-petrol">vượt {formatNumber(surplus)}</span>;
  return formatNumber(remaining);
}

function unitHref({ unit }: BoardRow, told: BoardProps["told"]): string {
  return boardHref(told, { unit: unit.code, status: null, q: null, figure: null, tab: null });
}
