import { Figure } from "@/components/ui/figure";
import { programmeFigureLabel } from "@/lib/reports/labels";
import { figurePath } from "@/lib/reports/rules/figure-path";
import {
  isEmptyLine,
  PROGRAMME_FIGURES,
  PROGRAMME_STEPS,
  type ProgrammeFigure,
  type ProgrammeLine,
} from "@/lib/reports/rules/programme";
import { formatPercent } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;
type Where = { total: true } | { unitCode: string };

const pathOf = (line: Where, field: ProgrammeFigure) =>
  figurePath({ report: "programme", line, field, quota: null });

/** Step by step, with the share of the step before; every number opens its people. */
export function ProgrammeFunnel({ line, hrefOf }: { line: ProgrammeLine; hrefOf: HrefOf }) {
  const most = Math.max(1, ...PROGRAMME_STEPS.map((step) => line[step]));
  return (
    <>
      <ol className="divide-y divide-line">
        {PROGRAMME_STEPS.map((step) => {
          const conversion = line.conversions[step];
          return (
            <li
              key={step}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-5 py-2 phone:grid-cols-[11rem_minmax(0,1fr)_4rem_13rem]"
            >
              <span>{programmeFigureLabel(step)}</span>
              <span className="hidden h-3 rounded-tag bg-sunken phone:block" aria-hidden="true">
                <span
                  className="block h-3 rounded-tag bg-bar2"
                  style={{ width: `${(line[step] / most) * 100}%` }}
                />
              </span>
              <span className="text-right">
                <Figure
                  numerator={line[step]}
                  href={hrefOf(pathOf({ total: true }, step))}
                  label={programmeFigureLabel(step)}
                />
              </span>
              <span className="col-span-2 text-right text-note text-ink2 phone:col-span-1">
                {conversion &&
                  conversion.share.denominator > 0 &&
                  `${formatPercent(conversion.share.percent)} của ${programmeFigureLabel(conversion.of).toLowerCase()}`}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="flex justify-between gap-4 border-t border-line2 bg-sunken px-5 py-2">
        Đang theo dõi
        <Figure
          numerator={line.underWay}
          href={hrefOf(pathOf({ total: true }, "underWay"))}
          label="Đang theo dõi"
        />
      </p>
    </>
  );
}

/** The same numbers of the units beneath; those without anybody are named below. */
export function ProgrammeUnits({
  rows,
  total,
  hrefOf,
}: {
  rows: ProgrammeLine[];
  total: ProgrammeLine;
  hrefOf: HrefOf;
}) {
  const empty = rows.filter(isEmptyLine);
  return (
    <>
      <div className="relative overflow-x-auto">
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              <th scope="col" className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium">
                Đơn vị
              </th>
              {PROGRAMME_FIGURES.map((field) => (
                <th key={field} scope="col" className="min-w-22 px-3 py-2.5 text-right font-medium">
                  {programmeFigureLabel(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows
              .filter((line) => !isEmptyLine(line))
              .map((line) => (
                <UnitRow
                  key={line.unit.code}
                  line={line}
                  where={{ unitCode: line.unit.code }}
                  hrefOf={hrefOf}
                />
              ))}
          </tbody>
          <tfoot className="border-t border-line2 bg-sunken font-medium">
            <UnitRow line={total} where={{ total: true }} hrefOf={hrefOf} />
          </tfoot>
        </table>
      </div>
      {empty.length > 0 && (
        <details className="border-t border-line px-5 py-2 text-staff">
          <summary className="min-h-11 py-2">{empty.length} đơn vị chưa có ai</summary>
          <p className="pb-2 text-ink2">{empty.map(({ unit }) => unit.name).join("; ")}</p>
        </details>
      )}
    </>
  );
}

function UnitRow({ line, where, hrefOf }: { line: ProgrammeLine; where: Where; hrefOf: HrefOf }) {
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {"total" in where ? `${line.unit.name}, cộng` : line.unit.name}
      </th>
      {PROGRAMME_FIGURES.map((field) => (
        <td key={field} className="px-3 py-1.5 text-right">
          <Figure
            numerator={line[field]}
            href={hrefOf(pathOf(where, field))}
            label={`${line.unit.name}, ${programmeFigureLabel(field).toLowerCase()}`}
          />
        </td>
      ))}
    </tr>
  );
}
