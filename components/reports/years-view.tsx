import Link from "next/link";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import type { YearsPage } from "@/lib/reports/queries/years";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { YearResult, YearsLine } from "@/lib/reports/rules/years";
import type { BoardAddress } from "@/lib/reports/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { BoardPageFrame } from "./board-page";

const PATH = "/quotas/years";

/** "Nhiều năm": who missed the quota year after year, who admits nobody, who never did. */
export function YearsView({
  page,
  address,
  told,
}: {
  page: YearsPage;
  address: BoardAddress;
  told: Address;
}) {
  const { rows, total } = page;
  return (
    <BoardPageFrame path={PATH} title="Kết quả nhiều năm" page={page} address={address} told={told}>
      <p className="mb-4 max-w-[780px]">{sentenceOf(rows)}</p>
      <Panel flush>
        <div className="relative overflow-x-auto">
          <table className="w-full text-table">
            <thead className="bg-sunken text-chip">
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 min-w-40 bg-sunken px-5 py-2.5 text-left font-medium phone:min-w-56"
                >
                  Đơn vị
                </th>
                {total.years.map(({ year, complete }) => (
                  <th key={year} scope="col" className="min-w-24 px-3 py-2.5 text-right font-medium">
                    {complete ? `Năm ${year}` : `Năm ${year}, chưa hết`}
                  </th>
                ))}
                <th scope="col" className="min-w-40 px-5 py-2.5 text-left font-medium">
                  Liên tiếp
                </th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {rows.map((line) => (
                <YearsRow
                  key={line.unit.code}
                  line={line}
                  hrefOf={(field) => hrefOf(told, { unitCode: line.unit.code }, field)}
                  unitHref={addressWith(PATH, told, { unit: line.unit.code, figure: null })}
                />
              ))}
            </tbody>
            <tfoot className="border-t border-line2 bg-sunken font-medium">
              <YearsRow line={total} hrefOf={(field) => hrefOf(told, { total: true }, field)} />
            </tfoot>
          </table>
        </div>
        <p className="px-5 py-3 text-note text-ink2">
          Mỗi ô là số kết nạp trên số được giao của cả năm. Số năm liên tiếp tính từ năm đã hết gần nhất trở
          về trước; năm không giao chỉ tiêu thì ngắt.
        </p>
      </Panel>
    </BoardPageFrame>
  );
}

const hrefOf = (told: Address, line: { total: true } | { unitCode: string }, field: string): string =>
  addressWith(PATH, told, { figure: figurePath({ report: "years", line, field, quota: null }), tab: null });

function sentenceOf(rows: readonly YearsLine[]): string {
  const missed = rows.filter((line) => line.missed >= 2).length;
  const without = rows.filter((line) => line.without >= 2 && line.everAdmitted).length;
  const never = rows.filter((line) => !line.everAdmitted).length;
  return `${formatNumber(missed)} đơn vị không đạt chỉ tiêu từ 2 năm liền trở lên; ${formatNumber(without)} đơn vị không kết nạp ai từ 2 năm liền; ${formatNumber(never)} đơn vị chưa từng kết nạp.`;
}

type YearsRowProps = { line: YearsLine; hrefOf: (field: string) => string; unitHref?: string };

function YearsRow({ line, hrefOf, unitHref }: YearsRowProps) {
  const { unit, years } = line;
  return (
    <tr className="group hover:bg-hover">
      <th
        scope="row"
        className="sticky left-0 bg-surface px-5 py-1.5 text-left font-normal group-hover:bg-hover in-[tfoot]:bg-sunken in-[tfoot]:font-medium"
      >
        {unitHref ? (
          <Link href={unitHref} prefetch={false} className="hover:underline">
            {unit.name}
          </Link>
        ) : (
          `${unit.name}, cộng`
        )}
      </th>
      {years.map((result) => (
        <td key={result.year} className="keep figures px-3 text-right">
          <YearFigure result={result} name={unit.name} href={hrefOf(`y${result.year}`)} />
        </td>
      ))}
      <td className="px-5 py-1.5">
        <Streaks line={line} />
      </td>
    </tr>
  );
}

function YearFigure({ result, name, href }: { result: YearResult; name: string; href: string }) {
  const { year, attained, asked } = result;
  return (
    <span>
      <Figure
        numerator={attained.numerator}
        {...(asked === null ? {} : { denominator: asked })}
        href={attained.numerator > 0 ? href : undefined}
        label={`${name}, năm ${year}`}
      />
      {asked === null && <span className="text-ink3">/–</span>}
    </span>
  );
}

function Streaks({ line: { missed, without, everAdmitted } }: { line: YearsLine }) {
  if (!everAdmitted) return <StatusChip shape="none" word="Chưa từng kết nạp" />;
  if (without >= 2) return <StatusChip shape="late" word={`${without} năm liền không kết nạp`} />;
  if (missed >= 2) return <StatusChip shape="watch" word={`${missed} năm liền không đạt`} />;
  return null;
}
