import { Figure } from "@/components/ui/figure";
import { eventLabel } from "@/lib/reports/labels";
import { EVENTS } from "@/lib/reports/rules/figure";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { FunnelLine, FunnelReport } from "@/lib/reports/rules/funnel";
import type { Ratio } from "@/lib/shared/ratio";
import { type FigureColumn, UnitFiguresTable } from "./unit-figures-table";

type HrefOf = (figure: string) => string;

const RATIOS: { field: "certifiedOfSent" | "admittedOfCertified" | "admittedOfIntroduced"; label: string }[] =
  [
    { field: "certifiedOfSent", label: "Được cấp chứng nhận / cử học" },
    { field: "admittedOfCertified", label: "Kết nạp / được cấp chứng nhận" },
    { field: "admittedOfIntroduced", label: "Kết nạp / giới thiệu" },
  ];

/** Persons whose step falls in the period, unit by unit; every number opens its people. */
export function FunnelTable({ report: { rows, total }, hrefOf }: { report: FunnelReport; hrefOf: HrefOf }) {
  const events = EVENTS.map(
    (event): FigureColumn<FunnelLine> => ({
      key: event,
      label: eventLabel(event),
      cell: (line, where) => (
        <Figure
          numerator={line[event]}
          href={hrefOf(figurePath({ report: "funnel", line: where, field: event, quota: null }))}
          label={`${line.unit.name}, ${eventLabel(event).toLowerCase()}`}
        />
      ),
    }),
  );
  const ratios = RATIOS.map(
    ({ field, label }): FigureColumn<FunnelLine> => ({
      key: field,
      label,
      className: "keep",
      cell: (line) => <RatioFigure ratio={line[field]} label={`${line.unit.name}, ${label}`} />,
    }),
  );
  return <UnitFiguresTable rows={rows} total={total} columns={[...events, ...ratios]} wide />;
}

function RatioFigure({ ratio: { numerator, denominator, percent }, label }: { ratio: Ratio; label: string }) {
  return denominator === 0 ? (
    "–"
  ) : (
    <Figure numerator={numerator} denominator={denominator} percent={percent} label={label} />
  );
}
