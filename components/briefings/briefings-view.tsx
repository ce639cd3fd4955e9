import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { BriefingsPage } from "@/lib/briefings/queries/briefings";
import type { BriefingLine } from "@/lib/briefings/repository/briefings";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { BriefingTabs } from "./briefing-tabs";
import { HoldForm } from "./hold-form";

/** "Giao ban": the briefings that were held, and a new one. */
export function BriefingsView({ page }: { page: BriefingsPage }) {
  const { unit, from, asOf, briefings, next, beneath, last, today } = page;
  const days = [from && `từ ngày ${formatDay(from)}`, asOf && `đến ngày ${formatDay(asOf)}`].filter(Boolean);
  const address = new URLSearchParams({ unit: unit.code });
  if (from) address.set("from", from);
  if (asOf) address.set("asOf", asOf);
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading title="Giao ban" under={unit.name} />
      <BriefingTabs current="/briefings" unit={unit.code} mayHold />
      <div className="space-y-5">
        {beneath.length > 0 && (
          <details className="rounded-panel border border-line bg-surface" open={briefings.length === 0}>
            <summary className="cursor-pointer px-5 py-4 text-read font-semibold">
              Ghi phiên giao ban mới
            </summary>
            <div className="px-5 pb-5">
              <HoldForm unit={unit.code} beneath={beneath} today={today} last={last} />
            </div>
          </details>
        )}
        <Panel flush heading={`Các phiên giao ban ${days.join(" ")}`.trim()}>
          {briefings.length === 0 ? (
            <EmptyState title="Chưa có phiên giao ban nào">
              {beneath.length > 0
                ? "Phiên giao ban đã ghi sẽ nằm ở đây; việc chưa xong tự chuyển sang phiên sau."
                : "Đơn vị không có đơn vị trực thuộc để giao ban."}
            </EmptyState>
          ) : (
            <ul className="border-t border-line">
              {briefings.map((briefing) => (
                <BriefingItem key={briefing.id} briefing={briefing} unit={unit.name} />
              ))}
            </ul>
          )}
        </Panel>
        {next && (
          <p className="no-print">
            <ButtonLink href={`/briefings?${address}&after=${next.day}_${next.id}`}>Xem tiếp</ButtonLink>
          </p>
        )}
      </div>
    </div>
  );
}

function BriefingItem({ briefing, unit }: { briefing: BriefingLine; unit: string }) {
  const { id, heldOn, place, present, difficulties, commitments } = briefing;
  return (
    <li className="border-b border-line last:border-0">
      <a
        href={`/briefings/${id}`}
        className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3.5 hover:bg-hover"
      >
        <time className="figures w-24 font-semibold">{formatDay(heldOn)}</time>
        <span className="min-w-48 flex-1">
          {place}
          {briefing.unit.name !== unit && (
            <span className="block text-note text-ink2">{briefing.unit.name}</span>
          )}
        </span>
        <span className="text-staff text-ink2">
          {formatNumber(present.length)} đơn vị dự, {formatNumber(difficulties)} khó khăn,{" "}
          {formatNumber(commitments)} việc
        </span>
      </a>
    </li>
  );
}
