import { Figure } from "@/components/ui/figure";
import { KeyValues } from "@/components/ui/lists";
import { EmptyState } from "@/components/ui/states";
import { classFormLabel, classKindLabel, classKindWords, gradeLabel } from "@/lib/classes/labels";
import { GRADES } from "@/lib/classes/rules/enrolment";
import type { AdmittedLater } from "@/lib/classes/rules/results";
import { CLASS_KINDS } from "@/lib/classes/rules/training-class";
import { explainClasses } from "@/lib/reports/labels";
import type { ClassesLine, ClassesReport, ClassLine } from "@/lib/reports/rules/classes";
import { figurePath } from "@/lib/reports/rules/figure-path";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";

type HrefOf = (figure: string) => string;
/** The address of a field of a line. */
type Opener = (field: string) => string;

const NUMBER = "keep px-2 py-1.5 text-right figures last:pr-5";
const LATER = ["Kết nạp trong 12 tháng", "Kết nạp trong 24 tháng"];
const HEADS = [
  "Số lớp",
  "Được gọi",
  "Học viên",
  "Có đi học",
  "Đạt yêu cầu",
  ...GRADES.map(gradeLabel),
  "Giấy chứng nhận",
];

/** Organisers with both kinds of classes, and each class with the share of its grades. */
export function ClassesTable({ report, hrefOf }: { report: ClassesReport; hrefOf: HrefOf }) {
  if (report.list.length === 0)
    return (
      <EmptyState title="Không có lớp nào trong kỳ">
        Lớp được tính theo ngày học đầu tiên. Hãy chọn kỳ khác, hoặc lập lớp ở mục Lớp bồi dưỡng.
      </EmptyState>
    );
  return (
    <>
      <div className="relative overflow-x-auto">
        <table className="w-full text-table">
          <Head first="Đơn vị tổ chức" heads={[...HEADS, ...LATER]} />
          <tbody className="divide-y divide-line">
            {report.rows.flatMap((line) => kindRows(line, line.unit.name, opener(line.unit.code, hrefOf)))}
          </tbody>
          <tfoot className="border-t border-line2 bg-sunken font-medium">
            {kindRows(report.total, `${report.total.unit.name}, cộng`, opener(null, hrefOf))}
          </tfoot>
        </table>
      </div>
      <h2 className="px-5 pt-6 pb-3 text-read font-semibold">Từng lớp</h2>
      <div className="relative overflow-x-auto border-t border-line">
        <table className="w-full text-table">
          <Head first="Lớp" heads={["Ngày học", ...HEADS.slice(1), ...LATER]} />
          <tbody className="divide-y divide-line">
            {report.list.map((one) => (
              <ClassRow key={`${one.unit.code} ${one.code}`} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <details className="border-t border-line px-5 py-3">
        <summary className="cursor-pointer font-semibold">Cách tính</summary>
        <div className="mt-3 max-w-[780px] text-staff">
          <KeyValues items={explainClasses(report).map(({ label, text }) => ({ label, value: text }))} />
        </div>
      </details>
    </>
  );
}

function Head({ first, heads }: { first: string; heads: string[] }) {
  return (
    <thead className="bg-sunken text-chip">
      <tr>
        <th scope="col" className="sticky left-0 min-w-44 bg-sunken px-5 py-2.5 text-left font-medium">
          {first}
        </th>
        {heads.map((head) => (
          <th key={head} scope="col" className="px-2 py-2.5 text-right font-medium last:pr-5">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const opener =
  (unitCode: string | null, hrefOf: HrefOf): Opener =>
  (field) =>
    hrefOf(
      figurePath({
        report: "classes",
        line: unitCode === null ? { total: true } : { unitCode },
        field,
        quota: null,
      }),
    );

const kindRows = (line: ClassesLine, name: string, open: Opener) =>
  CLASS_KINDS.map((kind) => {
    const results = line[kind];
    const { classes, called, learners, attended, passed, grades, certificates } = results;
    return (
      <tr key={`${line.unit.code} ${kind}`} className="group hover:bg-hover">
        <th
          scope="row"
          className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
        >
          {name}
          <span className="block text-note text-ink2">{classKindLabel(kind)}</span>
        </th>
        <td className={NUMBER}>{formatNumber(classes)}</td>
        {(
          [
            ["called", called],
            ["learners", learners],
            ["attended", attended],
            ["passed", passed],
            ...GRADES.map((grade) => [`grades.${grade}`, grades[grade]] as const),
            ["certificates", certificates],
          ] as const
        ).map(([field, count], place) => (
          <td key={field} className={NUMBER}>
            <Figure
              numerator={count}
              href={count > 0 ? open(`${kind}.${field}`) : undefined}
              label={`${name}, ${classKindWords(kind)}, ${HEADS[place + 1]}`}
            />
          </td>
        ))}
        <LaterCells of={results} />
      </tr>
    );
  });

function ClassRow({ one }: { one: ClassLine }) {
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover"
      >
        {one.name}
        <span className="block text-note text-ink2">
          {one.code}, {classKindWords(one.kind)}, {classFormLabel(one.form).toLowerCase()}
        </span>
      </th>
      <td className={NUMBER}>
        {formatDay(one.from)}
        <span className="block text-note text-ink2">đến {formatDay(one.to)}</span>
      </td>
      {[one.called, one.learners, one.attended, one.passed].map((count, place) => (
        <td key={HEADS[place + 1]} className={NUMBER}>
          {formatNumber(count)}
        </td>
      ))}
      {GRADES.map((grade) => (
        <td key={grade} className={NUMBER}>
          {formatNumber(one.grades[grade])}
          <span className="block text-note text-ink2">{formatPercent(one.shares[grade].percent)}</span>
        </td>
      ))}
      <td className={NUMBER}>{formatNumber(one.certificates)}</td>
      <LaterCells of={one} />
    </tr>
  );
}

/** Of those certified, who was admitted so soon; nothing for a class of which that cannot be told. */
function LaterCells({ of: { admittedWithin12, admittedWithin24 } }: { of: AdmittedLater }) {
  return [admittedWithin12, admittedWithin24].map(({ numerator, denominator, percent }, place) => (
    <td key={LATER[place]} className={NUMBER}>
      {denominator === 0 ? (
        "–"
      ) : (
        <>
          {formatNumber(numerator)}
          <span className="block text-note text-ink2">{formatPercent(percent)}</span>
        </>
      )}
    </td>
  ));
}
