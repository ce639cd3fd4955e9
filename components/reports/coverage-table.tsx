import { Figure } from "@/components/ui/figure";
import { coverageListLabel, liveStepLabel } from "@/lib/reports/labels";
import { COVERAGE_LISTS, type CoverageLine, type CoverageReport } from "@/lib/reports/rules/coverage";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { formatNumber } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;
type Where = { total: true } | { unitCode: string };

/** Live sources by step against what is missing, unit by unit; every number of people opens them. */
export function CoverageTable({ report, hrefOf }: { report: CoverageReport; hrefOf: HrefOf }) {
  const heads = [
    "Nguồn đang có",
    ...report.total.byStep.map(({ step }) => liveStepLabel(step)),
    "Nguồn / còn phải kết nạp",
    ...COVERAGE_LISTS.map((list) => `Chi bộ: ${coverageListLabel(list).toLowerCase()}`),
    "Số năm chưa kết nạp",
  ];
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th
              scope="col"
              className="sticky left-0 min-w-44 bg-sunken px-5 py-2.5 text-left font-medium phone:min-w-56"
            >
              Đơn vị
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="min-w-22 px-3 py-2.5 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {report.rows.map((line) => (
            <CoverageRow
              key={line.unit.code}
              line={line}
              where={{ unitCode: line.unit.code }}
              hrefOf={hrefOf}
            />
          ))}
        </tbody>
        <tfoot className="border-t border-line2 bg-sunken font-medium">
          <CoverageRow line={report.total} where={{ total: true }} hrefOf={hrefOf} />
        </tfoot>
      </table>
    </div>
  );
}

const NUMBER = "keep px-3 py-1.5 text-right figures";

function CoverageRow({ line, where, hrefOf }: { line: CoverageLine; where: Where; hrefOf: HrefOf }) {
  const { unit, liveSources, byStep, remaining, coverage, lists, yearsWithoutAdmission } = line;
  const href = (field: string) => hrefOf(figurePath({ report: "coverage", line: where, field, quota: null }));
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {"total" in where ? `${unit.name}, cộng` : unit.name}
      </th>
      <td className={NUMBER}>
        <Figure numerator={liveSources} href={href("liveSources")} label={`${unit.name}, nguồn đang có`} />
      </td>
      {byStep.map(({ step, count }) => (
        <td key={step} className={NUMBER}>
          <Figure
            numerator={count}
            href={count > 0 ? href(`byStep.${step}`) : undefined}
            label={`${unit.name}, ${liveStepLabel(step).toLowerCase()}`}
          />
        </td>
      ))}
      <td className={NUMBER}>
        {remaining === null ? (
          <span className="text-ink2">Không giao</span>
        ) : remaining === 0 ? (
          "Đã đủ"
        ) : (
          <Figure
            numerator={coverage.numerator}
            denominator={coverage.denominator}
            percent={coverage.percent}
            label={`${unit.name}, nguồn trên số còn phải kết nạp`}
          />
        )}
      </td>
      {COVERAGE_LISTS.map((list) => (
        <td key={list} className={NUMBER}>
          {formatNumber(lists[list].length)}
        </td>
      ))}
      <td className={NUMBER}>{yearsWithoutAdmission === null ? "–" : formatNumber(yearsWithoutAdmission)}</td>
    </tr>
  );
}
