import { ButtonLink } from "@/components/ui/button";
import { KeyValues } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import type { SnapshotPage } from "@/lib/periods/queries/snapshots";
import type { FrozenSheet } from "@/lib/periods/rules/content";
import { approvalInGroups, hashInGroups } from "@/lib/periods/rules/snapshot";
import type { ColumnKind } from "@/lib/platform/spreadsheet/sheet";
import { cellWords } from "@/lib/reports/export/form";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ApproveForm } from "./snapshot-forms";

const FILES = [
  { format: "xlsx", label: "Tải bảng XLSX" },
  { format: "docx", label: "Word" },
  { format: "pdf", label: "PDF" },
  { format: "csv", label: "CSV" },
] as const;

const isNumeric = (kind: ColumnKind): boolean => kind === "number" || kind === "percent";

/** Rows of a sheet that the page shows; the files have them all. */
const SHOWN_ROWS = 100;

/** A snapshot as it was frozen, with what proves it. */
export function SnapshotView({
  page,
  qr,
  done,
}: {
  page: SnapshotPage;
  qr: string;
  done: string | undefined;
}) {
  const { line, content } = page;
  const tables = content.sheets.slice(0, -1);
  const explanation = content.sheets.at(-1);
  return (
    <>
      <PageHeading
        title={line.title}
        under={`${line.unit.name}, số liệu có đến ${formatDay(line.asOf)}. Bản chốt ngày ${formatDay(line.madeOn)}.`}
        back={{ href: "/periods/snapshots", label: "Bản chốt số liệu" }}
        actions={
          <>
            <PrintButton />
            {FILES.map(({ format, label }) => (
              <ButtonLink key={format} href={`/api/v1/snapshots/${line.id}?format=${format}`} download>
                {label}
              </ButtonLink>
            ))}
          </>
        }
      />
      {done && <DoneBar message={done === "approved" ? "Đã phê duyệt." : "Đã chốt số liệu."} />}
      <div className="space-y-5">
        {tables.map((sheet, place) => (
          <SheetPanel key={sheet.name} sheet={sheet} heading={place > 0 ? sheet.name : "Bảng số liệu"} />
        ))}
        <ProofPanel page={page} qr={qr} />
        <ComparePanel page={page} />
        {explanation && (
          <Panel heading={explanation.name}>
            <KeyValues
              items={explanation.rows.map(([label, text]) => ({
                label: String(label ?? ""),
                value: String(text ?? ""),
              }))}
            />
          </Panel>
        )}
      </div>
    </>
  );
}

function SheetPanel({ sheet: { columns, rows }, heading }: { sheet: FrozenSheet; heading: string }) {
  return (
    <Panel flush heading={heading}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, it is scrolled by key too */}
      <section className="overflow-x-auto" aria-label={heading} tabIndex={0}>
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              {columns.map(({ title, kind }) => (
                <th
                  key={title}
                  scope="col"
                  className={`min-w-20 px-3 py-2.5 font-medium ${isNumeric(kind) ? "text-right" : "text-left"}`}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.slice(0, SHOWN_ROWS).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: frozen rows never move
              <tr key={at}>
                {columns.map(({ title, kind }, place) => (
                  <td
                    key={title}
                    className={`px-3 py-1.5 ${isNumeric(kind) ? "figures text-right" : "text-left"}`}
                  >
                    {cellWords(row[place] ?? null, { kind })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > SHOWN_ROWS && (
        <p className="border-t border-line px-5 py-3 text-ink2">
          Còn {formatNumber(rows.length - SHOWN_ROWS)} dòng nữa trong tệp.
        </p>
      )}
    </Panel>
  );
}

/** Who answers for it, its hash, and the code that leads to its verification. */
function ProofPanel({
  page: { line, content, address, mayApprove },
  qr,
}: {
  page: SnapshotPage;
  qr: string;
}) {
  return (
    <Panel heading="Chứng thực">
      <div className="flex flex-wrap items-start gap-6">
        {/* biome-ignore lint/performance/noImgElement: a picture inside the page, nothing to optimise */}
        <img src={qr} alt={`Mã QR dẫn đến trang kiểm tra ${address}`} width={148} height={148} />
        <div className="min-w-0 flex-1">
          <KeyValues
            items={[
              {
                label: "Người lập",
                value: `${line.madeByName}, ${content.madeAtUnit}, ${formatDay(line.madeOn)}`,
              },
              {
                label: "Người phê duyệt",
                value:
                  line.approvedOn === null
                    ? "Chưa phê duyệt"
                    : `${line.approvedByName}, ${formatDay(line.approvedOn)}`,
              },
              { label: "Quy định áp dụng", value: content.rulebook },
              { label: "Chỉ tiêu đã dùng", value: `${formatNumber(content.quotas.length)} chỉ tiêu` },
              {
                label: "Mã kiểm tra (SHA-256)",
                value: <span className="figures break-words">{hashInGroups(line.hash)}</span>,
              },
              ...(line.approvalCode === null
                ? []
                : [
                    {
                      label: "Mã phê duyệt",
                      value: (
                        <span className="figures break-words">{approvalInGroups(line.approvalCode)}</span>
                      ),
                    },
                  ]),
            ]}
          />
          <p className="mt-3 text-note break-all text-ink2">{address}</p>
          {mayApprove && (
            <div className="no-print mt-4">
              <ApproveForm snapshotId={line.id} />
            </div>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** Other snapshots of the same report and unit, to be compared with. */
function ComparePanel({ page: { line, others } }: { page: SnapshotPage }) {
  if (others.length === 0) return null;
  return (
    <Panel heading="So với bản chốt khác" className="no-print">
      <form action={`/periods/snapshots/${line.id}/compare`} className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1">
          <span className="mb-1.5 block font-semibold">Bản chốt</span>
          <select
            name="with"
            className="min-h-10 w-full rounded-button border border-field bg-surface px-3 text-body"
          >
            {others.map(({ id, title, asOf, madeOn, hash }) => (
              <option key={id} value={id}>
                {title}, có đến {formatDay(asOf)}, chốt {formatDay(madeOn)} · {hash.slice(0, 8)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          className="min-h-10 rounded-button border border-line2 bg-surface px-4 font-semibold hover:bg-hover"
        >
          So sánh
        </button>
      </form>
    </Panel>
  );
}
