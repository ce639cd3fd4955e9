import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { filterSummary } from "@/lib/reports/chart/period";
import { reportLabel } from "@/lib/reports/labels";
import { nameListPurpose, nameListTitle, reportPurpose } from "@/lib/reports/labels/official";
import type { ReportIndex } from "@/lib/reports/queries/official-page";
import { NAME_LISTS } from "@/lib/reports/rules/name-list";
import type { ReportName } from "@/lib/reports/schema";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { periodFilter } from "./board-filters";
import { FileLinks } from "./file-links";
import { FilterSheet } from "./filter-sheet";

const STEERING = ["attainment", "funnel", "coverage", "classes", "sources"] as const;
const OFFICIAL = [
  "new-members",
  "ethnicity-religion",
  "changes",
  "unit-types",
  "member-work",
  "probation",
] as const;

/** All reports and lists in one place: what each is for, the way to it, and its files. */
export function ReportIndexView({ index, told }: { index: ReportIndex; told: Address }) {
  const { parameters, unitName, mayExport } = index;
  const report = (name: ReportName) => ({
    key: name,
    title: reportLabel(name),
    purpose: reportPurpose(name),
    href: addressWith(name === "sources" ? "/sources" : `/reports/${name}`, told, {}),
    files: <FileLinks report={name} name={reportLabel(name)} parameters={parameters} />,
  });
  return (
    <>
      <PageHeading
        title="Báo cáo và danh sách"
        under={unitName}
        actions={<ButtonLink href="/reports/layouts">Mẫu biểu và cách tính</ButtonLink>}
      />
      <FilterSheet summary={filterSummary(parameters)}>
        <FilterBar
          filters={[periodFilter(index)]}
          clearHref={addressWith("/reports", told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname="/reports" told={told} asOf={parameters.asOf} />
        </FilterBar>
      </FilterSheet>
      <Lines heading="Theo dõi, điều hành" lines={STEERING.map(report)} />
      <Lines
        heading="Biểu thống kê chính thức"
        aside="Kỳ này và cùng kỳ năm trước; XLSX, Word và PDF để ký"
        lines={OFFICIAL.map(report)}
      />
      {mayExport && (
        <Lines
          heading="Danh sách có tên"
          aside="Mỗi lần xem, xuất đều ghi vào nhật ký"
          lines={NAME_LISTS.map((list) => ({
            key: list,
            title: nameListTitle(list),
            purpose: nameListPurpose(list),
            href: addressWith(`/reports/lists/${list}`, told, {}),
            files: (
              <FileLinks
                report="name-list"
                name={nameListTitle(list)}
                parameters={parameters}
                more={{ list }}
              />
            ),
          }))}
        />
      )}
    </>
  );
}

type IndexLine = { key: string; title: string; purpose: string; href: string; files: React.ReactNode };

function Lines({ heading, aside, lines }: { heading: string; aside?: string; lines: IndexLine[] }) {
  return (
    <Panel flush heading={heading} aside={aside} className="mb-5">
      <ul className="divide-y divide-line border-t border-line">
        {lines.map(({ key, title, purpose, href, files }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-2">
            <div className="min-w-0 flex-1 basis-72">
              <Link href={href} prefetch={false} className="link font-medium">
                {title}
              </Link>
              <p className="text-note text-ink2">{purpose}</p>
            </div>
            {files}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
