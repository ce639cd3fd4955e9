import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { kindLabel } from "@/lib/organisation/labels";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import { confirmationStateLabel, periodTitle } from "@/lib/periods/labels";
import type { MissingPage } from "@/lib/periods/queries/periods";

/** Who beneath a unit has not confirmed, level by level. */
export function MissingView({ page }: { page: MissingPage }) {
  const { period, unit, kind, levels, missing, next } = page;
  const hrefOf = (more: string) =>
    `/periods/${period.id}/missing?unit=${encodeURIComponent(unit.code)}${more}`;
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Đơn vị chưa xác nhận"
        under={`${periodTitle(period)}. ${unit.name}.`}
        back={{ href: `/periods/${period.id}?unit=${encodeURIComponent(unit.code)}`, label: "Kỳ báo cáo" }}
        actions={<PrintButton />}
      />
      <div className="mb-4">
        <Tabs
          label="Cấp"
          tabs={[
            { href: hrefOf(""), label: "Tất cả", current: kind === null },
            ...levels.map((level) => ({
              href: hrefOf(`&kind=${level.kind}`),
              label: kindLabel(level.kind as UnitKind),
              count: level.units - level.confirmed,
              current: level.kind === kind,
            })),
          ]}
        />
      </div>
      <Panel flush>
        {missing.length === 0 && (
          <EmptyState title="Không còn đơn vị nào">Mọi đơn vị của cấp này đã xác nhận số liệu.</EmptyState>
        )}
        <ul>
          {missing.map(({ code, name, above, state }) => (
            <li
              key={code}
              className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <Link
                href={`/periods/${period.id}?unit=${encodeURIComponent(code)}`}
                prefetch={false}
                className="link min-h-6 font-semibold"
              >
                {name}
              </Link>
              {above && <span className="text-staff text-ink2">{above}</span>}
              <span className="text-staff">{confirmationStateLabel(state)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {next !== null && (
        <p className="no-print mt-4">
          <ButtonLink href={hrefOf(`${kind ? `&kind=${kind}` : ""}&after=${next}`)}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}
