import { buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { NeedsPage } from "@/lib/classes/queries/needs";
import type { NeedRow } from "@/lib/classes/repository/needs";
import { waitedDays } from "@/lib/classes/rules/need";
import type { NeedsAddress } from "@/lib/classes/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { Chosen } from "./chosen";
import { needFields } from "./need-fields";

type NeedListProps = { page: NeedsPage; address: NeedsAddress };

/** One page of who needs the class; who is ticked stays so on the next one. */
export function NeedList({ page, address }: NeedListProps) {
  const { rows, count, before, next, today } = page;
  if (rows.length === 0)
    return (
      <Panel flush>
        <EmptyState title="Không có ai đang cần học lớp này">
          Người được giới thiệu, vào diện cảm tình hoặc đang dự bị sẽ hiện ở đây khi chưa có giấy chứng nhận.
        </EmptyState>
      </Panel>
    );
  const here = new Set(rows.map(({ candidateId }) => candidateId));
  const ticked = new Set(address.person);
  const elsewhere = address.person.filter((id) => !here.has(id));
  const onOnePage = rows.length === count;
  return (
    <form action="/classes/new" method="get">
      {Object.entries(needFields(address)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Panel
        flush
        heading={`${formatNumber(count)} người cần học`}
        aside={
          onOnePage
            ? "Chờ lâu nhất đứng trước"
            : `Đang xem ${formatNumber(before + 1)}–${formatNumber(before + rows.length)}, chờ lâu nhất đứng trước`
        }
      >
        <ul className="border-t border-line">
          {rows.map((row) => (
            <NeedItem key={row.candidateId} row={row} ticked={ticked.has(row.candidateId)} today={today} />
          ))}
        </ul>
        {(before > 0 || next) && (
          <div className="no-print flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">
            {before > 0 && (
              <button type="submit" formAction="/classes" className={buttonClass()}>
                Về đầu
              </button>
            )}
            {next && (
              <button type="submit" formAction="/classes" name="after" value={next} className={buttonClass()}>
                Xem tiếp
              </button>
            )}
          </div>
        )}
      </Panel>
      <Chosen
        key={elsewhere.join(" ")}
        elsewhere={elsewhere}
        whole={onOnePage ? null : formatNumber(count)}
      />
    </form>
  );
}

function NeedItem({ row, ticked, today }: { row: NeedRow; ticked: boolean; today: string }) {
  const { candidateId, name, birthYear, cell, above, since, certifiedOn, again } = row;
  const notes = [
    certifiedOn && `giấy chứng nhận cấp ngày ${formatDay(certifiedOn)} đã hết hạn`,
    again && "đã học nhưng chưa được cấp giấy chứng nhận",
  ].filter(Boolean);
  return (
    <li className="border-b border-line last:border-0">
      <label className="flex min-h-12 cursor-pointer items-start gap-4 px-5 py-3 hover:bg-hover">
        <input
          type="checkbox"
          name="person"
          value={candidateId}
          defaultChecked={ticked}
          aria-label={`Chọn ${name}`}
          className="mt-1 size-5 shrink-0 accent-ink"
        />
        <span className="min-w-0 flex-1">
          <span className="font-semibold">{name}</span>
          <span className="text-ink2">, sinh {birthYear}</span>
          <span className="block text-note text-ink2">{[cell, above].filter(Boolean).join(", ")}</span>
          {notes.length > 0 && (
            <span className="block text-note text-ochre-text">Cần học lại: {notes.join("; ")}.</span>
          )}
        </span>
        <span className="figures shrink-0 text-right">
          {since === null ? "–" : `${formatNumber(waitedDays(since, today))} ngày`}
          {since && <span className="block text-note text-ink2">từ {formatDay(since)}</span>}
        </span>
      </label>
    </li>
  );
}
