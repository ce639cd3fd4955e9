import { BulletBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { StatusChip } from "@/components/ui/shapes";
import { statusLabel } from "@/lib/quotas/labels";
import type { BoardRow } from "@/lib/reports/chart/board";
import { heldWords } from "@/lib/reports/labels/official";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type BoardProps, boardHref, linkHref } from "./board";

const DECIMALS = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

type Props = { row: BoardRow; told: BoardProps["told"] };

/** A unit of the table. Without a quota it says so, and nothing of it is 0 %. */
export function UnitRow({ row, place, told }: Props & { place: number }) {
  const { unit, asked, percent, pace, pacePercent, members, rate } = row;
  return (
    <tr>
      <td>{place}</td>
      <th scope="row">
        <a href={unitHref(row, told)} data-soft="">
          {unit.name}
        </a>
      </th>
      <td>{asked === null ? "–" : formatNumber(asked)}</td>
      <td>
        <Admitted row={row} told={told} />
      </td>
      <td className="bar">
        {asked === null ? (
          "–"
        ) : (
          <span>
            <BulletBar percent={percent ?? 0} pace={pacePercent} done={row.status === "done"} />
            <b>{formatPercent(percent)}</b>
          </span>
        )}
      </td>
      <td>
        <Remaining row={row} />
      </td>
      <td>{pace === null ? "–" : DECIMALS.format(pace)}</td>
      <td>{members === null ? "–" : formatNumber(members)}</td>
      <td>{formatPercent(rate.percent)}</td>
      <td className="status">
        <Status row={row} />
      </td>
    </tr>
  );
}

/** On a phone: name and per cent, the bar, status and numbers. */
export function UnitPhoneRow({ row, told }: Props) {
  const { unit, asked, percent, pacePercent, status } = row;
  return (
    <li className="px-5 py-3">
      <p className="flex items-baseline justify-between gap-3">
        <a href={unitHref(row, told)} data-soft="" className="py-2 font-medium">
          {unit.name}
        </a>
        <span className="figures keep font-semibold">{asked === null ? "–" : formatPercent(percent)}</span>
      </p>
      {asked !== null && <BulletBar percent={percent ?? 0} pace={pacePercent} done={status === "done"} />}
      <p className="mt-1 flex items-center justify-between gap-3">
        <Status row={row} />
        <Admitted row={row} told={told} denominator={asked} />
      </p>
    </li>
  );
}

function Admitted({ row, told, denominator }: Props & { denominator?: number | null }) {
  const { unit, admitted, figure, held } = row;
  if (held) return heldWords(held);
  const label = `${unit.name}, đã kết nạp`;
  return (
    <Figure
      numerator={admitted}
      denominator={denominator ?? null}
      href={linkHref(told, figure)}
      label={label}
    />
  );
}

function Status({ row: { status, held } }: Pick<Props, "row">) {
  return held ? "số được che" : <StatusChip shape={status} word={statusLabel(status)} />;
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
