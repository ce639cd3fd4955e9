import { type FigureColumn, UnitFiguresTable } from "@/components/reports/unit-figures-table";
import { Figure } from "@/components/ui/figure";
import { programmeFigureLabel } from "@/lib/reports/labels";
import { type FigurePath, figurePath } from "@/lib/reports/rules/figure-path";
import {
  isEmptyLine,
  PROGRAMME_FIGURES,
  PROGRAMME_STEPS,
  type ProgrammeFigure,
  type ProgrammeLine,
} from "@/lib/reports/rules/programme";
import { formatPercent } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;

const pathOf = (line: FigurePath["line"], field: ProgrammeFigure) =>
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
      <UnitFiguresTable
        rows={rows.filter((line) => !isEmptyLine(line))}
        total={total}
        columns={PROGRAMME_FIGURES.map(
          (field): FigureColumn<ProgrammeLine> => ({
            key: field,
            label: programmeFigureLabel(field),
            cell: (line, where) => (
              <Figure
                numerator={line[field]}
                href={hrefOf(pathOf(where, field))}
                label={`${line.unit.name}, ${programmeFigureLabel(field).toLowerCase()}`}
              />
            ),
          }),
        )}
      />
      {empty.length > 0 && (
        <details className="border-t border-line px-5 py-2 text-staff">
          <summary className="min-h-11 py-2">{empty.length} đơn vị chưa có ai</summary>
          <p className="pb-2 text-ink2">{empty.map(({ unit }) => unit.name).join("; ")}</p>
        </details>
      )}
    </>
  );
}
