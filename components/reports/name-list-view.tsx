import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { occupationLabel, sexLabel } from "@/lib/people/labels";
import type { Occupation, Sex } from "@/lib/people/rules";
import { filterSummary, periodWords } from "@/lib/reports/chart/period";
import { nameListDay, nameListPurpose, nameListTitle } from "@/lib/reports/labels/official";
import type { NameListPage } from "@/lib/reports/queries/official-page";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { periodFilter } from "./board-filters";
import { FileButtons } from "./file-links";
import { FilterSheet } from "./filter-sheet";

/** A list with names: its first people on the screen, all of them in the files. */
export function NameListView({ page, told }: { page: NameListPage; told: Address }) {
  const { parameters, report } = page;
  const { list, count, people, ofAll } = report;
  const pathname = `/reports/lists/${list}`;
  return (
    <>
      <PageHeading
        title={`${nameListTitle(list)}, ${periodWords(parameters.from, parameters.to)}`}
        under={report.unit.name}
        back={{ href: addressWith("/reports", told, {}), label: "Báo cáo và danh sách" }}
        actions={
          <>
            <PrintButton />
            <FileButtons report="name-list" parameters={parameters} more={{ list }} />
          </>
        }
      />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[periodFilter(page)]}
          clearHref={addressWith(pathname, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={pathname} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      <p className="mb-4 max-w-[780px]">
        {nameListPurpose(list)} Có {formatNumber(count)} người
        {people.length < count ? `; dưới đây là ${people.length} người đầu, tệp có đủ` : ""}.
        {ofAll &&
          ` Trên tổng số ${formatNumber(ofAll.denominator)} đảng viên mới kết nạp, đạt tỷ lệ ${formatPercent(ofAll.percent)}.`}
      </p>
      <Panel flush>
        {people.length === 0 ? (
          <EmptyState title="Không có ai trong danh sách">Hãy chọn kỳ khác.</EmptyState>
        ) : (
          <People report={report} />
        )}
      </Panel>
    </>
  );
}

function People({ report: { list, people } }: { report: NameListPage["report"] }) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-table">
        <thead className="bg-sunken text-chip">
          <tr>
            {[
              "Họ và tên",
              "Ngày sinh",
              "Giới tính",
              "Nghề nghiệp",
              "Chi bộ",
              "Đảng bộ",
              nameListDay(list),
            ].map((head) => (
              <th key={head} scope="col" className="px-3 py-2.5 text-left font-medium first:pl-5 last:pr-5">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {people.map(({ id, name, birthDate, birthYear, sex, occupation, unit, above, day }) => (
            <tr key={id}>
              <th scope="row" className="px-5 py-1.5 text-left font-medium">
                {name}
              </th>
              <td className="keep px-3">{birthDate ? formatDay(birthDate) : birthYear}</td>
              <td className="px-3">{sexLabel(sex as Sex | null)}</td>
              <td className="px-3">{occupationLabel(occupation as Occupation | null)}</td>
              <td className="px-3">{unit}</td>
              <td className="px-3">{above}</td>
              <td className="keep px-3 pr-5">{day && formatDay(day)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
