import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { askedWords, documentWords, groupLabel, indicatorLabel, sourceLabel } from "@/lib/quotas/labels";
import type { QuotaEntryPage, QuotaHistory } from "@/lib/quotas/queries/entry";
import { formatDay } from "@/lib/shared/days";
import { QuotaForm } from "./quota-form";
import { UnitProposals } from "./unit-proposals";
import { WithdrawForm } from "./withdraw-form";

const DONE: Record<string, string> = {
  set: "Đã ghi chỉ tiêu",
  withdrawn: "Đã bỏ chỉ tiêu",
  restored: "Chỉ tiêu lại có hiệu lực",
  years: "Đã ghi chỉ tiêu của từng năm",
  proposed: "Đã gửi đề nghị cho cấp trên",
  proposalWithdrawn: "Đã rút đề nghị",
};

/** What was just done, to which quota in which version. */
export type EntryDone = { what: string; quota: { id: string; version: number } | null };

/** The quotas of one unit: what is in force, by which document, what it was before. */
export function EntryView({ page, done }: { page: QuotaEntryPage; done: EntryDone | null }) {
  const { unit, quotas, maySet, today } = page;
  const message = done === null ? undefined : DONE[done.what];
  return (
    <>
      <PageHeading
        title="Chỉ tiêu của đơn vị"
        under={unit.name}
        back={{ href: `/quotas?unit=${encodeURIComponent(unit.code)}`, label: "Bảng chỉ tiêu" }}
        actions={
          <ButtonLink href={`/quotas/totals?unit=${encodeURIComponent(unit.code)}`}>Số liệu gộp</ButtonLink>
        }
      />
      {message && (
        <DoneBar
          message={message}
          undo={
            maySet &&
            done?.quota && (
              <WithdrawForm
                does={done.what === "withdrawn" ? "restore" : "withdraw"}
                unit={unit.code}
                quota={done.quota}
                label="Hoàn tác"
                onDark
              />
            )
          }
        />
      )}
      <Panel heading="Đã ghi" flush className="mb-6">
        {quotas.length === 0 ? (
          <EmptyState title="Chưa có chỉ tiêu">
            {maySet
              ? "Ghi chỉ tiêu theo văn bản ở dưới, hoặc nhập từ tệp."
              : "Cấp có thẩm quyền chưa ghi chỉ tiêu nào."}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-t border-line">
            {quotas.map((history) => (
              <QuotaItem key={history.key} history={history} unit={unit.code} maySet={maySet} />
            ))}
          </ul>
        )}
      </Panel>
      <UnitProposals page={page} />
      {maySet && <QuotaForm unit={unit.code} year={today.slice(0, 4)} />}
    </>
  );
}

function QuotaItem({ history, unit, maySet }: { history: QuotaHistory; unit: string; maySet: boolean }) {
  const { current, documents } = history;
  const shown = current ?? documents[0];
  if (!shown) return null;
  const earlier = documents.filter(({ id }) => id !== shown.id);
  const { source, indicator, group, from, to, dueOn, note } = shown;
  const words = `${indicatorLabel(indicator)}${group === "ALL" ? "" : `, ${groupLabel(group).toLowerCase()}`}: ${askedWords(shown)}`;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-64 flex-1">
        <p className="font-semibold">{words}</p>
        <p className="text-staff text-ink2">
          {sourceLabel(source)}, {formatDay(from)} – {formatDay(to)}
          {dueOn && `, hạn ${formatDay(dueOn)}`}
        </p>
        <p className="text-note text-ink2">
          Theo {documentWords(shown.documentNumber, shown.documentDay)}
          {current === null && ", chưa có hiệu lực"}
          {note && `. ${note}`}
        </p>
        {earlier.length > 0 && (
          <details className="mt-1 text-note">
            <summary className="text-ink2">Xem {earlier.length} văn bản khác</summary>
            <ul className="mt-1 space-y-1">
              {earlier.map((quota) => (
                <li key={quota.id}>
                  {askedWords(quota)}, {documentWords(quota.documentNumber, quota.documentDay)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {maySet && (
        <WithdrawForm
          does="withdraw"
          unit={unit}
          quota={shown}
          label="Bỏ"
          words={words.charAt(0).toLowerCase() + words.slice(1)}
        />
      )}
    </li>
  );
}
