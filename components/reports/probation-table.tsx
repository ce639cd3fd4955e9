import { Figure } from "@/components/ui/figure";
import { probationLabel } from "@/lib/reports/labels/official";
import { type FigurePath, figurePath } from "@/lib/reports/rules/figure-path";
import { PROBATION_FIELDS, type ProbationLine, type ProbationReport } from "@/lib/reports/rules/probation";

type HrefOf = (figure: string) => string;

/** Probationary members whose time ends in the period, unit by unit; every number opens its people. */
export function ProbationTable({ report, hrefOf }: { report: ProbationReport; hrefOf: HrefOf }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium">
              Đơn vị
            </th>
            {PROBATION_FIELDS.map((field) => (
              <th key={field} scope="col" className="min-w-22 px-3 py-2.5 text-right font-medium">
                {probationLabel(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {report.rows.map((line) => (
            <Row key={line.unit.code} line={line} where={{ unitCode: line.unit.code }} hrefOf={hrefOf} />
          ))}
        </tbody>
        <tfoot className="border-t border-line2 bg-sunken font-medium">
          <Row line={report.total} where={{ total: true }} hrefOf={hrefOf} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({ line, where, hrefOf }: { line: ProbationLine; where: FigurePath["line"]; hrefOf: HrefOf }) {
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {"total" in where ? `${line.unit.name}, cộng` : line.unit.name}
      </th>
      {PROBATION_FIELDS.map((field) => (
        <td key={field} className="px-3 py-1.5 text-right">
          <Figure
            numerator={line[field]}
            href={hrefOf(figurePath({ report: "probation", line: where, field, quota: null }))}
            label={`${line.unit.name}, ${probationLabel(field).toLowerCase()}`}
          />
        </td>
      ))}
    </tr>
  );
}
