import { classNames } from "@/components/ui/class-names";
import { Figure } from "@/components/ui/figure";
import { heldWords } from "@/lib/reports/labels/official";
import type { OfficialShown } from "@/lib/reports/queries/official-page";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { LayoutLine } from "@/lib/reports/rules/layout";
import type { ComparedRow } from "@/lib/reports/rules/official";
import { isSensitive, partsOfKey } from "@/lib/reports/rules/part";
import { rowSource } from "@/lib/reports/rules/row-key";
import type { Shown } from "@/lib/reports/rules/suppression";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";

type Listed = Exclude<OfficialShown, { name: "probation" }>;
type HrefOf = (figure: string) => string;

const NUMBER = "keep px-3 py-1.5 text-right figures last:pr-5";

/** The rows of an official table in its layout; every number of people opens them. */
export function OfficialTable({ shown, hrefOf, opens }: { shown: Listed; hrefOf: HrefOf; opens: boolean }) {
  const heads = headsOf(shown);
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            <th scope="col" className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium">
              Tiêu chí
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-3 py-2.5 text-right font-medium last:pr-5">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {shown.report.layout.lines.map((line, place) => (
            <tr key={line.key ?? `heading ${place}`} className="group hover:bg-hover">
              <LabelCell line={line} span={line.key === null ? heads.length + 1 : 1} />
              {line.key !== null && (
                <Cells shown={shown} line={line} rowKey={line.key} hrefOf={hrefOf} opens={opens} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const INDENT = ["", "", "phone:pl-4", "phone:pl-8"];

function LabelCell({ line: { number, label, level }, span }: { line: LayoutLine; span: number }) {
  return (
    <th
      scope={span > 1 ? "rowgroup" : "row"}
      colSpan={span}
      className={classNames(
        "sticky left-0 bg-surface px-5 py-1.5 text-left group-hover:bg-hover",
        level === 0 ? "font-semibold" : span > 1 ? "font-medium" : "font-normal",
      )}
    >
      <span className={INDENT[Math.min(level, 3)]}>
        <span className="text-ink3">{number}</span> {label}
      </span>
    </th>
  );
}

function headsOf({ name }: Listed): string[] {
  const compared = ["Cùng kỳ năm trước", "% so với cùng kỳ"];
  switch (name) {
    case "ethnicity-religion":
      return ["Tổng số", "Nữ", "Đoàn viên"];
    case "unit-types":
      return [
        "Tổ chức cơ sở đảng",
        "Đảng bộ cơ sở",
        "Chi bộ cơ sở",
        "Có kết nạp",
        "Kết nạp kỳ này",
        ...compared,
      ];
    default:
      return ["Kỳ này", ...compared];
  }
}

/** Is a row's number one of people: of dossiers, or of the learners of classes? */
function opensPeople(key: string): boolean {
  const source = rowSource(key);
  return source?.is === "people" || (source?.is === "classes" && source.fact !== "classes");
}

type CellsProps = { shown: Listed; line: LayoutLine; rowKey: string; hrefOf: HrefOf; opens: boolean };

function Cells({ shown, line, rowKey, hrefOf, opens }: CellsProps) {
  const path = (column: string | null) =>
    opensPeople(rowKey)
      ? hrefOf(
          figurePath({
            report: shown.name,
            line: { total: true },
            field: rowKey,
            quota: null,
            ...(column ? { chosen: { column } } : {}),
          }),
        )
      : null;
  if (shown.name === "ethnicity-religion") {
    const row = shown.report.rows.find(({ key }) => key === rowKey);
    const values = [
      ["total", row?.total],
      ["women", row?.women],
      ["unionMember", row?.unionMember],
    ] as const;
    return values.map(([column, value], place) => (
      <td key={column} className={NUMBER}>
        <Value
          value={value ?? null}
          shown={row?.shown?.[place]}
          href={opens && value ? path(column === "total" ? null : column) : null}
          label={line.label}
        />
      </td>
    ));
  }
  const row: ComparedRow | undefined = shown.report.rows.find(({ key }) => key === rowKey);
  const mayOpen = opens || !(partsOfKey(rowKey) ?? []).some(isSensitive);
  const compared = (
    <>
      <td className={NUMBER}>
        <Value
          value={row?.current ?? null}
          shown={row?.shown?.current}
          href={mayOpen && row?.current ? path(null) : null}
          label={line.label}
        />
      </td>
      <td className={NUMBER}>
        <Value
          value={row?.previous ?? null}
          shown={row?.shown?.previous}
          href={mayOpen && row?.previous ? path("previous") : null}
          label={`${line.label}, cùng kỳ năm trước`}
        />
      </td>
      <td className={NUMBER}>{row?.percent == null ? "" : formatPercent(row.percent)}</td>
    </>
  );
  if (shown.name !== "unit-types") return compared;
  const own = shown.report.rows.find(({ key }) => key === rowKey);
  const bases = [own?.organisations, own?.baseCommittees, own?.baseCells, own?.admitting];
  return (
    <>
      {bases.map((value, place) => (
        <td key={headsOf(shown)[place]} className={NUMBER}>
          {formatNumber(value ?? 0)}
        </td>
      ))}
      {compared}
    </>
  );
}

function Value({
  value,
  shown = "shown",
  href,
  label,
}: {
  value: number | null;
  shown?: Shown | undefined;
  href: string | null;
  label: string;
}) {
  if (shown !== "shown") return heldWords(shown);
  if (value === null) return "";
  return href ? <Figure numerator={value} href={href} label={label} /> : formatNumber(value);
}
