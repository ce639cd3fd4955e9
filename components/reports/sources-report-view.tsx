import { ButtonLink } from "@/components/ui/button";
import { Figure } from "@/components/ui/figure";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { sourceLabel } from "@/lib/pipeline/labels/words";
import { periodWords } from "@/lib/reports/chart/period";
import type { SourcesPage } from "@/lib/reports/queries/sources-page";
import { figurePath } from "@/lib/reports/rules/figure-path";
import type { SourcesLine } from "@/lib/reports/rules/sources";
import { formatDay } from "@/lib/shared/days";
import type { Ratio } from "@/lib/shared/ratio";
import { formatNumber } from "@/lib/shared/ratio";
import { blocLabel } from "@/lib/sources/labels";
import { type Address, addressWith } from "./address";
import { AsOfForm } from "./as-of-form";
import { fileHref } from "./board";
import { periodFilter } from "./board-filters";
import { FigureDrawer, type FigureTab } from "./figure-drawer";
import { SourceFunnel } from "./source-funnel";

/** "Nguồn và Đoàn": from the members of the Union to those admitted, with the flow between any two steps. */
export function SourcesReportView({ page, told, tab }: { page: SourcesPage; told: Address; tab: FigureTab }) {
  const { report, parameters, flows, drawer } = page;
  const { total } = report;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) => addressWith("/sources", told, changes);
  const opens: Opens = (field, chosen) => {
    const path = { report: "sources", line: { total: true }, field, quota: null } as const;
    if (!page.opens) return undefined;
    return hrefOf({ figure: figurePath(chosen ? { ...path, chosen } : path), tab: null });
  };
  return (
    <>
      <PageHeading
        title={`Nguồn từ Đoàn và các đoàn thể, ${periodWords(parameters.from, parameters.to)}`}
        under={report.unit.name}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
            {!page.inUnionTree && <ButtonLink href="/sources/programmes">Chương trình</ButtonLink>}
            <ButtonLink href={fileHref("sources", parameters, "xlsx")} download>
              Tải bảng XLSX
            </ButtonLink>
          </>
        }
      />
      <div className="no-print mb-4">
        <FilterBar
          filters={[periodFilter(page)]}
          clearHref={addressWith("/sources", told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname="/sources" told={told} asOf={parameters.asOf} />
        </FilterBar>
      </div>
      <p className="mb-4 max-w-[780px]">{sentenceOf(total)}</p>
      <div className="mb-5 grid gap-4 phone:grid-cols-2 desk:grid-cols-4">
        <Tile
          label="Ưu tú trong số HTXSNV"
          ratio={total.outstandingOfExcellent}
          href={opens("outstandingOfExcellent")}
        />
        <Tile
          label="Kết nạp trong số Đoàn giới thiệu"
          ratio={total.admittedOfIntroduced}
          href={opens("admittedOfIntroduced")}
        />
        {!page.inUnionTree && (
          <Tile
            label="Đoàn viên trong số kết nạp"
            ratio={total.unionMembersOfAdmitted}
            href={opens("unionMembersOfAdmitted")}
          />
        )}
        {!page.inUnionTree && (
          <Tile
            label="Đảng viên là đoàn viên"
            ratio={total.unionMembersOfMembers}
            href={opens("unionMembersOfMembers")}
          />
        )}
      </div>
      <SourceFunnel flows={flows} told={page.opens ? told : null} />
      <div className="mt-5 grid gap-5 desk:grid-cols-2">
        <Panel flush heading="Theo khối">
          <CountTable
            heads={["Khối", "Đoàn viên", "Giới thiệu"]}
            rows={total.byBloc.map(({ bloc, ofAll }, place) => ({
              label: blocLabel(bloc),
              ratios: [
                { ratio: ofAll, href: opens("byBloc.count", { bloc }) },
                {
                  ratio: total.introducedByBloc[place]?.ofAll,
                  href: opens("introducedByBloc.count", { bloc }),
                },
              ],
            }))}
          />
        </Panel>
        <Panel flush heading="Theo nơi giới thiệu">
          <CountTable
            heads={["Nơi giới thiệu", "Người"]}
            rows={[
              ...total.introducedBy.map(({ by, count }) => ({
                label: sourceLabel(by),
                count,
                href: opens("introducedBy.count", { by }),
              })),
              {
                label: "Trong đó học sinh do Đoàn giới thiệu",
                count: total.introducedPupils,
                href: opens("introducedPupils"),
              },
            ]}
          />
        </Panel>
      </div>
      <p className="mt-4 text-note text-ink2">
        Tính đến ngày {formatDay(report.asOf)}. Kết nạp là người Đoàn giới thiệu, kể cả giới thiệu trước kỳ.
      </p>
      {drawer && (
        <FigureDrawer
          drawer={drawer}
          tab={tab}
          hrefOf={hrefOf}
          fileHref={page.mayExport ? fileHref("people", parameters, "xlsx", { figure: drawer.path }) : null}
          links
        />
      )}
    </>
  );
}

function sentenceOf({ unionMembers, introduced, admitted }: SourcesLine): string {
  return `Có ${formatNumber(unionMembers)} đoàn viên. Trong kỳ Đoàn giới thiệu ${formatNumber(introduced)} người, ${formatNumber(admitted)} người Đoàn giới thiệu được kết nạp.`;
}

/** The address that opens a number of the report's unit; undefined where numbers do not open. */
type Opens = (field: string, chosen?: Record<string, string>) => string | undefined;

type TileProps = { label: string; ratio: Ratio; href: string | undefined };

function Tile({ label, ratio: { numerator, denominator, percent }, href }: TileProps) {
  return (
    <Panel heading={label}>
      {denominator === 0 ? (
        <p className="text-ink2">Chưa có số để so sánh</p>
      ) : (
        <Figure
          large
          numerator={numerator}
          denominator={denominator}
          percent={percent}
          href={href}
          label={label}
        />
      )}
    </Panel>
  );
}

type CountRow = {
  label: string;
  count?: number;
  href?: string | undefined;
  ratios?: { ratio: Ratio | undefined; href: string | undefined }[];
};

function CountTable({ heads, rows }: { heads: string[]; rows: CountRow[] }) {
  return (
    <table className="w-full text-table">
      <thead className="bg-sunken text-chip">
        <tr>
          {heads.map((head, place) => (
            <th
              key={head}
              scope="col"
              className={`px-5 py-2.5 font-medium ${place === 0 ? "text-left" : "text-right"}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ label, count, href, ratios = [] }) => (
          <tr key={label}>
            <th scope="row" className="px-5 py-2 text-left font-normal">
              {label}
            </th>
            {count !== undefined && (
              <td className="figures px-5 text-right">
                <Figure numerator={count} href={href} label={label} />
              </td>
            )}
            {ratios.map(({ ratio, href: opens }, place) => (
              <td key={heads[place + 1]} className="figures keep px-5 text-right">
                {ratio && ratio.denominator > 0 ? (
                  <Figure
                    numerator={ratio.numerator}
                    percent={ratio.percent}
                    href={opens}
                    label={`${label}, ${heads[place + 1]?.toLowerCase()}`}
                  />
                ) : (
                  "–"
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
