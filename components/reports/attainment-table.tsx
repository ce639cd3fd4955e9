import { Figure } from "@/components/ui/figure";
import { StatusChip } from "@/components/ui/shapes";
import { groupLabel, indicatorLabel, quotaKindLabel, sourceLabel, statusLabel } from "@/lib/quotas/labels";
import { lineFigure, quotaLink } from "@/lib/reports/chart/board";
import { HELD_NOTE, heldWords } from "@/lib/reports/labels/official";
import type { AttainmentLine, AttainmentReport, HeldQuota, QuotaLine } from "@/lib/reports/rules/attainment";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;

const HEADS = [
  "Đã kết nạp trong kỳ",
  "Đảng viên",
  "Kết nạp / đảng viên cuối năm trước",
  "Chỉ tiêu",
  "Kỳ, hạn",
  "Đạt",
  "Còn thiếu",
  "Vượt",
  "Nhịp",
  "Tiến độ",
  "Dự báo: chắc chắn, có thể, tối đa",
];

/** A row per unit and quota, as in the file; a unit without a quota has one row that says so. */
export function AttainmentTable({ report, hrefOf }: { report: AttainmentReport; hrefOf: HrefOf }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="sticky left-0 min-w-56 bg-sunken px-5 py-2.5 text-left font-medium">
              Đơn vị
            </th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="min-w-22 px-3 py-2.5 text-left font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {report.rows.map((line) => (
            <LineRows key={line.unit.code} line={line} code={line.unit.code} hrefOf={hrefOf} />
          ))}
        </tbody>
        <tfoot className="divide-y divide-line border-t border-line2 bg-sunken">
          <LineRows line={report.total} code={null} hrefOf={hrefOf} />
        </tfoot>
      </table>
    </div>
  );
}

function LineRows({ line, code, hrefOf }: { line: AttainmentLine; code: string | null; hrefOf: HrefOf }) {
  const told: (QuotaLine | HeldQuota)[] = [...line.quotas, ...(line.held ?? [])];
  const quotas = told.length > 0 ? told : [null];
  return quotas.map((quota) => (
    <tr
      key={quota ? [quota.source, quota.indicator, quota.group, quota.from, quota.to].join() : "none"}
      className="group hover:bg-hover"
    >
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {line.unit.name}
        {code === null && ", toàn đơn vị"}
      </th>
      <td className="px-3 py-1.5 text-right">
        <Figure
          numerator={line.admitted}
          href={hrefOf(lineFigure(code, "admitted"))}
          label={`${line.unit.name}, đã kết nạp trong kỳ`}
        />
      </td>
      <td className="px-3 py-1.5 text-right">{line.members === null ? "–" : formatNumber(line.members)}</td>
      <td className="keep px-3 py-1.5 text-right">{formatPercent(line.rate.percent)}</td>
      {quota ? <QuotaCells quota={quota} line={line} code={code} hrefOf={hrefOf} /> : <NoQuotaCells />}
      <td className="keep px-3 py-1.5">
        {`${formatNumber(line.forecast.certain)}, ${formatNumber(line.forecast.likely)}, `}
        <Figure
          numerator={line.forecast.possible}
          href={hrefOf(lineFigure(code, "forecast.possible"))}
          label={`${line.unit.name}, dự báo tối đa`}
        />
      </td>
    </tr>
  ));
}

function QuotaCells({
  quota,
  line,
  code,
  hrefOf,
}: {
  quota: QuotaLine | HeldQuota;
  line: AttainmentLine;
  code: string | null;
  hrefOf: HrefOf;
}) {
  const { source, indicator, group, kind, from, to, dueOn } = quota;
  return (
    <>
      <td className="px-3 py-1.5">
        {sourceLabel(source)}
        {(indicator !== "ADMISSION" || group !== "ALL" || kind !== "NUMBER") && (
          <span className="block text-note text-ink2">
            {indicatorLabel(indicator)}, {groupLabel(group).toLowerCase()},{" "}
            {quotaKindLabel(kind).toLowerCase()}
          </span>
        )}
      </td>
      <td className="keep px-3 py-1.5">
        {formatDay(from)} – {formatDay(to)}
        {dueOn && <span className="block text-note text-ink2">hạn {formatDay(dueOn)}</span>}
      </td>
      {"shown" in quota ? (
        <>
          <td className="px-3 py-1.5">{heldWords(quota.shown)}</td>
          <td className="px-3 py-1.5" colSpan={4}>
            {HELD_NOTE}
          </td>
        </>
      ) : (
        <CountedCells quota={quota} line={line} code={code} hrefOf={hrefOf} />
      )}
    </>
  );
}

function CountedCells({
  quota,
  line,
  code,
  hrefOf,
}: {
  quota: QuotaLine;
  line: AttainmentLine;
  code: string | null;
  hrefOf: HrefOf;
}) {
  const { source, achieved, remaining, surplus, pace, status } = quota;
  const figure = quotaLink(line, code, quota);
  return (
    <>
      <td className="px-3 py-1.5">
        <Figure
          numerator={achieved.numerator}
          denominator={achieved.denominator}
          percent={achieved.percent}
          href={figure === null ? undefined : hrefOf(figure)}
          label={`${line.unit.name}, ${sourceLabel(source).toLowerCase()}`}
        />
      </td>
      <td className="px-3 py-1.5 text-right">{formatNumber(remaining)}</td>
      <td className="px-3 py-1.5 text-right">{formatNumber(surplus)}</td>
      <td className="px-3 py-1.5 text-right">{pace === null ? "–" : formatNumber(pace)}</td>
      <td className="px-3 py-1.5">
        <StatusChip shape={status} word={statusLabel(status)} />
      </td>
    </>
  );
}

function NoQuotaCells() {
  return (
    <>
      <td className="px-3 py-1.5" colSpan={6}>
        –
      </td>
      <td className="px-3 py-1.5">
        <StatusChip shape="notAssigned" word={statusLabel("notAssigned")} />
      </td>
    </>
  );
}
