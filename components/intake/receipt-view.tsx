import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { changedTableLabel } from "@/lib/intake/labels";
import type { ImportReceipt } from "@/lib/intake/queries/imports";
import { formatMoment } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** What an import wrote and left out, by whom and when, to be printed and kept. */
export function ReceiptView({
  receipt: { batch, changes, left },
  kindLabel,
}: {
  receipt: ImportReceipt;
  kindLabel: string;
}) {
  const { summary } = batch;
  const lines: [string, string | null][] = [
    ["Tệp", batch.fileName],
    ["Loại tệp", kindLabel],
    ["Mã lần nhập", batch.id],
    ["Mã kiểm tra của tệp (SHA-256)", batch.fileHash],
    ["Người nhập", batch.actor],
    ["Ghi lúc", batch.committedAt && formatMoment(batch.committedAt)],
    ["Hoàn tác lúc", batch.undoneAt && formatMoment(batch.undoneAt)],
    ["Dòng thêm mới", formatNumber(summary.toAdd)],
    ["Dòng sửa", formatNumber(summary.toChange)],
    ["Dòng giữ nguyên", formatNumber(summary.unchanged)],
    ["Dòng không nhận", formatNumber(summary.refused)],
    ["Ô sửa trên trang", formatNumber(summary.mends)],
  ];
  return (
    <>
      <PageHeading
        title={batch.state === "undone" ? "Biên nhận nhập dữ liệu (đã hoàn tác)" : "Biên nhận nhập dữ liệu"}
        back={{ href: `/import/${batch.id}`, label: "Lần nhập" }}
        actions={<PrintButton />}
      />
      <Panel className="mb-5">
        <dl className="grid gap-x-6 gap-y-2 phone:grid-cols-[260px_minmax(0,1fr)]">
          {lines.map(
            ([label, value]) =>
              value && (
                <div key={label} className="contents">
                  <dt className="text-ink2">{label}</dt>
                  <dd className="min-w-0 break-words font-semibold">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Panel>
      <Panel heading="Đã ghi vào sổ" className="mb-5">
        {changes.length === 0 && <p className="text-ink2">Không có bản ghi nào được thêm hoặc sửa.</p>}
        <ul>
          {changes.map(({ table, added, changed }) => (
            <li key={table} className="border-t border-line py-1.5 first:border-0">
              {changedTableLabel(table)}: {formatNumber(added)} thêm, {formatNumber(changed)} sửa
            </li>
          ))}
        </ul>
      </Panel>
      {left.length > 0 && (
        <Panel heading={`Không nhận: ${formatNumber(left.length)} dòng`}>
          <ul>
            {left.map(({ row, faults }) => (
              <li key={row} className="border-t border-line py-1.5 first:border-0">
                Dòng {row}:{" "}
                {faults
                  .filter(({ level }) => level === "error")
                  .map(({ message }) => message)
                  .join(" ")}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** "08:05 ngày 22/11/2026". */
