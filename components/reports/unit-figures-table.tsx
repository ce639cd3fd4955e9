import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { FigurePath } from "@/lib/reports/rules/figure-path";

type OfUnit = { unit: { code: string; name: string } };

/** A column of figures: the cell of a line, which is a unit's or the sum of all. */
export type FigureColumn<Line extends OfUnit> = {
  key: string;
  label: string;
  className?: string;
  cell: (line: Line, where: FigurePath["line"]) => ReactNode;
};

type UnitFiguresTableProps<Line extends OfUnit> = {
  rows: readonly Line[];
  total: Line;
  columns: readonly FigureColumn<Line>[];
  /** Names of units have more room. */
  wide?: boolean;
};

/** A line for each unit and their sum beneath; the unit stays in sight while the figures are scrolled. */
export function UnitFiguresTable<Line extends OfUnit>({
  rows,
  total,
  columns,
  wide = false,
}: UnitFiguresTableProps<Line>) {
  const row = (line: Line, where: FigurePath["line"]) => (
    <tr key={line.unit.code} className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {"total" in where ? `${line.unit.name}, cộng` : line.unit.name}
      </th>
      {columns.map(({ key, className, cell }) => (
        <td key={key} className={classNames("px-3 py-1.5 text-right", className)}>
          {cell(line, where)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th
              scope="col"
              className={classNames(
                "sticky left-0 bg-sunken px-5 py-2.5 text-left font-medium",
                wide ? "min-w-56" : "min-w-40",
              )}
            >
              Đơn vị
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="min-w-22 px-3 py-2.5 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((line) => row(line, { unitCode: line.unit.code }))}
        </tbody>
        <tfoot className="border-t border-line2 bg-sunken font-medium">{row(total, { total: true })}</tfoot>
      </table>
    </div>
  );
}
