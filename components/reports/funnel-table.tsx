import { Figure } from "@/components/ui/figure";
import { eventLabel } from "@/lib/reports/labels";
import { EVENTS } from "@/lib/reports/rules/figure";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { FunnelLine, FunnelReport } from "@/lib/reports/rules/funnel";
import type { Ratio } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;

const RATIOS: { field: "certifiedOfSent" | "admittedOfCertified" | "admittedOfIntroduced"; label: string }[] =
  [
    { field: "certifiedOfSent", label: "Được cấp chứng nhận / cử học" },
    { field: "admittedOfCertified", label: "Kết nạp / được cấp chứng nhận" },
    { field: "admittedOfIntroduced", label: "Kết nạp / giới thiệu" },
  ];

/** Persons whose step falls in the period, unit by unit; every number opens its people. */
export function FunnelTable({ report, hrefOf }: { report: FunnelReport; hrefOf: HrefOf }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="sticky left-0 min-w-56 bg-sunken px-5 py-2.5 text-left font-medium">
              Đơn vị
            </th>
            {[...EVENTS.map(eventLabel), ...RATIOS.map(({ label }) => label)].map((label) => (
              <th key={label} scope="col" className="min-w-22 px-3 py-2.5 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {report.rows.map((line) => (
            <FunnelRow
              key={line.unit.code}
              line={line}
              where={{ unitCode: line.unit.code }}
              hrefOf={hrefOf}
            />
          ))}
        </tbody>
        <tfoot className="border-t border-line2 bg-sunken font-medium">
          <FunnelRow line={report.total} where={{ total: true }} hrefOf={hrefOf} />
        </tfoot>
      </table>
    </div>
  );
}

function FunnelRow({
  line,
  where,
  hrefOf,
}: {
  line: FunnelLine;
  where: { total: true } | { unitCode: string };
  hrefOf: HrefOf;
}) {
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {"total" in where ? `${line.unit.name}, cộng` : line.unit.name}
      </th>
      {EVENTS.map((event) => (
        <td key={event} className="px-3 py-1.5 text-right">
          <Figure
            numerator={line[event]}
            href={hrefOf(figurePath({ report: "funnel", line: where, field: event, quota: null }))}
            label={`${line.unit.name}, ${eventLabel(event).toLowerCase()}`}
          />
        </td>
      ))}
      {RATIOS.map(({ field, label }) => (
        <td key={field} className="keep px-3 py-1.5 text-right">
          <RatioFigure ratio={line[field]} label={`${line.unit.name}, ${label}`} />
        </td>
      ))}
    </tr>
  );
}

function RatioFigure({ ratio: { numerator, denominator, percent }, label }: { ratio: Ratio; label: string }) {
  return denominator === 0 ? (
    "–"
  ) : (
    <Figure numerator={numerator} denominator={denominator} percent={percent} label={label} />
  );
}
