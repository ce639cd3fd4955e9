import { Figure } from "@/components/ui/figure";
import { StatusChip } from "@/components/ui/shapes";
import { sourceLabel, statusLabel } from "@/lib/quotas/labels";
import { admissionQuotas, quotaLink } from "@/lib/reports/chart/board";
import { formatNumber, formatPercent, ratio } from "@/lib/shared/ratio";
import { type BoardProps, linkHref } from "./board";
import { Remaining } from "./board-unit-row";

const DECIMALS = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Each total names its denominator: the units with a quota, then every quota of the unit itself. */
export function BoardTotals({ page, rows, address, told }: BoardProps) {
  const assigned = rows.filter(({ asked }) => asked !== null);
  const asked = assigned.reduce((sum, row) => sum + (row.asked ?? 0), 0);
  const admitted = assigned.reduce((sum, row) => sum + row.admitted, 0);
  const { unit, members, rate } = page.report.total;
  return (
    <tfoot className="sticky bottom-0 divide-y divide-line border-t border-line2 bg-sunken font-medium">
      {assigned.length > 0 && (
        <tr className="h-9">
          <td />
          <th scope="row" className="px-3 py-1.5 text-left font-medium">
            Cộng {formatNumber(assigned.length)} đơn vị được giao
          </th>
          <td className="px-3 py-1.5 text-right">{formatNumber(asked)}</td>
          <td className="px-3 py-1.5 text-right">{formatNumber(admitted)}</td>
          <td className="px-3 py-1.5 text-right">{formatPercent(ratio(admitted, asked).percent)}</td>
          <td className="px-3 py-1.5 text-right">
            {formatNumber(assigned.reduce((sum, { remaining }) => sum + remaining, 0))}
          </td>
          <td colSpan={4} />
        </tr>
      )}
      {admissionQuotas(page.report.total, address.group).map((quota) => (
        <tr key={quota.source} className="h-9">
          <td />
          <th scope="row" className="px-3 py-1.5 text-left font-medium">
            {unit.name}, {sourceLabel(quota.source).toLowerCase()}
          </th>
          <td className="px-3 py-1.5 text-right">{formatNumber(quota.achieved.denominator)}</td>
          <td className="px-3 py-1.5 text-right">
            <Figure
              numerator={quota.achieved.numerator}
              href={linkHref(told, quotaLink(page.report.total, null, quota))}
              label={`${unit.name}, ${sourceLabel(quota.source).toLowerCase()}`}
            />
          </td>
          <td className="px-3 py-1.5 text-right">{formatPercent(quota.achieved.percent)}</td>
          <td className="px-3 py-1.5 text-right">
            <Remaining
              row={{
                asked: quota.achieved.denominator,
                remaining: quota.remaining,
                surplus: quota.surplus,
              }}
            />
          </td>
          <td className="px-3 py-1.5 text-right">
            {quota.pace === null ? "–" : DECIMALS.format(quota.pace)}
          </td>
          <td className="px-3 py-1.5 text-right">{members === null ? "–" : formatNumber(members)}</td>
          <td className="keep px-3 py-1.5 text-right">{formatPercent(rate.percent)}</td>
          <td className="px-3 py-1.5 pr-5">
            <StatusChip shape={quota.status} word={statusLabel(quota.status)} />
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
