import { Figure } from "@/components/ui/figure";
import { probationLabel } from "@/lib/reports/labels/official";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { PROBATION_FIELDS, type ProbationLine, type ProbationReport } from "@/lib/reports/rules/probation";
import { type FigureColumn, UnitFiguresTable } from "./unit-figures-table";

type Props = { report: ProbationReport; hrefOf: (figure: string) => string };

/** Probationary members whose time ends in the period, unit by unit; every number opens its people. */
export function ProbationTable({ report: { rows, total }, hrefOf }: Props) {
  return (
    <UnitFiguresTable
      rows={rows}
      total={total}
      columns={PROBATION_FIELDS.map(
        (field): FigureColumn<ProbationLine> => ({
          key: field,
          label: probationLabel(field),
          cell: (line, where) => (
            <Figure
              numerator={line[field]}
              href={hrefOf(figurePath({ report: "probation", line: where, field, quota: null }))}
              label={`${line.unit.name}, ${probationLabel(field).toLowerCase()}`}
            />
          ),
        }),
      )}
    />
  );
}
