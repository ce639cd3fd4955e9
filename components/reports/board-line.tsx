import dynamic from "next/dynamic";
import type { LinePoint } from "@/components/charts/cumulative-line";
import { PictureButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { SegmentedLinks } from "@/components/ui/tabs";
import { sourceLabel } from "@/lib/quotas/labels";
import { admissionQuotas } from "@/lib/reports/chart/board";
import { type CumulativePoint, prepareMonths } from "@/lib/reports/chart/cumulative";
import { daysBetween, formatDay, yearOf } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { type BoardProps, boardHref } from "./board";

const CumulativeLine = dynamic(() => import("@/components/charts/cumulative-line"));

/** "Tiến độ lũy kế": the line, or the same numbers as a table. */
export function BoardLine({ page, address, told }: BoardProps) {
  const { from, asOf } = page.parameters;
  const paces = paceNames(page, address);
  const names = { admitted: `Năm ${yearOf(from)}`, before: `Năm ${yearOf(from) - 1}` };
  return (
    <Panel
      heading="Tiến độ lũy kế"
      aside={
        <SegmentedLinks
          label="Xem"
          tabs={[
            { href: boardHref(told, { chart: null }), label: "Biểu đồ", current: address.chart === "line" },
            { href: boardHref(told, { chart: "table" }), label: "Bảng", current: address.chart === "table" },
          ]}
        />
      }
    >
      {address.chart === "table" ? (
        <MonthTable points={prepareMonths(page.line, asOf)} paces={paces} names={names} />
      ) : (
        <figure id="cumulative" aria-label="Số kết nạp lũy kế theo ngày; cùng số liệu có ở dạng bảng">
          <CumulativeLine
            points={page.line.map(linePoint)}
            paces={paces}
            names={names}
            asOf={{ at: daysBetween(from, asOf), label: formatDay(asOf).slice(0, 5) }}
            ticks={ticksOf(page.line)}
          />
          <LineWords paces={paces} names={names} line={page.line} />
          <p className="no-print mt-2">
            <PictureButton chart="cumulative" name={`tien-do-${page.report.unit.code}-${asOf}`} />
          </p>
        </figure>
      )}
    </Panel>
  );
}

function paceNames({ report, parameters }: BoardProps["page"], { group }: BoardProps["address"]): string[] {
  return admissionQuotas(report.total, group)
    .filter(
      ({ from, to, kind }) =>
        from === parameters.from && to === parameters.to && kind !== "SHARE_OF_ADMITTED",
    )
    .map(
      ({ source, achieved, dueOn, to }) =>
        `Nhịp cần đến ${formatNumber(achieved.denominator)} (${sourceLabel(source).toLowerCase()}, hạn ${formatDay(dueOn ?? to).slice(0, 5)})`,
    );
}

function linePoint({ at, day, admitted, before, paces }: CumulativePoint): LinePoint {
  const ways = Object.fromEntries(paces.map((pace, place) => [`pace${place}`, pace]));
  return { at, day: formatDay(day), admitted, before, ...ways };
}

/** The first day of each month. */
function ticksOf(line: CumulativePoint[]): { at: number; label: string }[] {
  const first = line[0];
  if (!first) return [];
  const ends = line.filter(
    ({ day }, place) => place > 0 && line[place + 1]?.day.slice(5, 7) !== day.slice(5, 7),
  );
  const starts = [
    { at: first.at, month: Number(first.day.slice(5, 7)) },
    ...ends.slice(0, -1).map(({ at, day }) => ({ at: at + 1, month: (Number(day.slice(5, 7)) % 12) + 1 })),
  ];
  return starts.map(({ at, month }) => ({ at, label: `T${month}` }));
}

/** Instead of a legend: each line by its look and its last number. */
function LineWords({
  paces,
  names,
  line,
}: {
  paces: string[];
  names: { admitted: string; before: string };
  line: CumulativePoint[];
}) {
  const reached = line.findLast(({ admitted }) => admitted !== null)?.admitted ?? 0;
  const before = line.at(-1)?.before ?? 0;
  const looks = ["border-dashed", "border-dotted", "border-double"];
  return (
    <figcaption>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-note text-ink2">
        <li className="flex items-center gap-2">
          <span className="w-6 border-t-3 border-ink" aria-hidden="true" />
          {names.admitted}: <strong className="text-ink">{formatNumber(reached)}</strong>
        </li>
        {paces.map((name, place) => (
          <li key={name} className="flex items-center gap-2">
            <span className={`w-6 border-t-2 border-ink ${looks[place]}`} aria-hidden="true" />
            {name}
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span className="w-6 border-t-2 border-bar2" aria-hidden="true" />
          {names.before}: {formatNumber(before)}
        </li>
      </ul>
    </figcaption>
  );
}

function MonthTable({
  points,
  paces,
  names,
}: {
  points: CumulativePoint[];
  paces: string[];
  names: { admitted: string; before: string };
}) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-medium">
              Đến ngày
            </th>
            {[names.admitted, names.before, ...paces].map((name) => (
              <th key={name} scope="col" className="px-3 py-2 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map(({ day, admitted, before, paces: needed }) => (
            <tr key={day} className="hover:bg-hover">
              <td className="px-3 py-1.5">
                <time dateTime={day}>{formatDay(day)}</time>
              </td>
              {[admitted, before, ...needed].map((value, place) => (
                <td key={[names.admitted, names.before, ...paces][place]} className="px-3 py-1.5 text-right">
                  {value === null ? "" : formatNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
