import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { headcountPartLabel } from "@/lib/organisation/labels";
import type { UnitPage } from "@/lib/organisation/queries/unit";
import { HEADCOUNT_PARTS } from "@/lib/organisation/rules/headcount";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** The members of the whole subtree, day by day, latest first. */
export function HeadcountTable({ page: { unit, headcounts, mayCount } }: { page: UnitPage }) {
  if (headcounts.length === 0) {
    return (
      <Panel heading="Số đảng viên" flush>
        <EmptyState title="Chưa có số đảng viên">
          Ghi số của cả đơn vị để tính được tỷ lệ trên số đảng viên.
        </EmptyState>
      </Panel>
    );
  }
  const parts = HEADCOUNT_PARTS.filter((part) => headcounts.some((headcount) => headcount[part] !== null));
  const href = `/organisation/${encodeURIComponent(unit.code)}/headcount`;
  return (
    <Panel heading="Số đảng viên" aside="của cả đơn vị và các tổ chức trực thuộc" flush>
      <div className="relative overflow-x-auto border-t border-line">
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              <th scope="col" className="px-5 py-2.5 text-left font-medium">
                Ngày
              </th>
              <th scope="col" className="px-3 py-2.5 text-right font-medium">
                Tổng số
              </th>
              {parts.map((part) => (
                <th
                  key={part}
                  scope="col"
                  className="px-3 py-2.5 text-right font-medium first-letter:uppercase"
                >
                  {headcountPartLabel(part)}
                </th>
              ))}
              {mayCount && (
                <th scope="col" className="px-5 py-2.5">
                  <span className="sr-only">Sửa</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {headcounts.map((headcount) => (
              <tr key={headcount.onDay} className="hover:bg-hover">
                <td className="px-5 py-2">
                  <time dateTime={headcount.onDay}>{formatDay(headcount.onDay)}</time>
                </td>
                <td className="px-3 py-2 text-right font-semibold">{formatNumber(headcount.total)}</td>
                {parts.map((part) => (
                  <td key={part} className="px-3 py-2 text-right">
                    {headcount[part] === null ? "–" : formatNumber(headcount[part])}
                  </td>
                ))}
                {mayCount && (
                  <td className="px-5 py-2 text-right">
                    <Link
                      className="link"
                      href={`${href}?onDay=${headcount.onDay}`}
                      prefetch={false}
                      aria-label={`Sửa số ngày ${formatDay(headcount.onDay)}`}
                    >
                      Sửa
                    </Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
