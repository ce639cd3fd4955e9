import Link from "next/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import type { TotalsPage } from "@/lib/totals/queries/totals";
import { TotalForm, WithdrawTotalForm } from "./total-forms";
import { TotalLine } from "./total-line";

/** Totals of the past without names: what is written down, and how to write another. */
export function TotalsView({ page, done }: { page: TotalsPage; done: boolean }) {
  const { unit, ownUnit, totals, next, maySet } = page;
  const of = unit ?? ownUnit;
  const query = new URLSearchParams({
    ...(unit ? { unit: unit.code } : {}),
    ...(next ? { after: next } : {}),
  });
  return (
    <>
      <PageHeading
        title="Số liệu gộp"
        under={`${of.name}. Số của các báo cáo cũ không có danh sách người; không cộng vào số liệu có tên.`}
        back={{ href: `/quotas?unit=${encodeURIComponent(of.code)}`, label: "Bảng chỉ tiêu" }}
      />
      {done && <DoneBar message="Đã ghi số liệu gộp" />}
      <Panel heading="Đã ghi" flush className="mb-6">
        {totals.length === 0 && (
          <EmptyState title="Chưa có số liệu gộp">
            {maySet ? "Ghi số của báo cáo cũ ở dưới." : "Cấp ủy chưa ghi số liệu gộp nào."}
          </EmptyState>
        )}
        <ul>
          {totals.map((total) => (
            <li
              key={total.id}
              className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1 border-t border-line px-5 py-3"
            >
              <div className="min-w-0">
                {!unit && <p className="text-note text-ink2">{total.unit.name}</p>}
                <TotalLine total={total} />
              </div>
              {maySet && (
                <WithdrawTotalForm
                  total={total.id}
                  version={total.version}
                  words={`${total.words} của ${total.unit.name}`}
                />
              )}
            </li>
          ))}
        </ul>
        {next && (
          <p className="border-t border-line px-5 py-3">
            <Link href={`/quotas/totals?${query}`} prefetch={false} className="link">
              Các số trước đó
            </Link>
          </p>
        )}
      </Panel>
      {maySet && <TotalForm unit={of.code} />}
    </>
  );
}
