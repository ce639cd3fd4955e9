import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusShape } from "@/components/ui/shapes";
import { EmptyState, Notice } from "@/components/ui/states";
import type { Fault } from "@/lib/imports/fault";
import type { ImportPage } from "@/lib/intake/queries/imports";
import { formatNumber } from "@/lib/shared/ratio";
import { CommitForm, UndoForm } from "./import-forms";
import { RunningImport } from "./progress-lines";

const SHOWN_COLUMNS = 6;

/** "Kiểm tra thử": know all faults before anything is written. */
export function ImportView({
  page,
  kindLabel,
  column,
  done,
}: {
  page: ImportPage;
  kindLabel: string;
  column: string | null;
  done: string | null;
}) {
  const { batch, progress } = page;
  if (!batch || progress?.alive) return <UnfinishedView page={page} kindLabel={kindLabel} />;
  const { summary } = batch;
  const groups = groupFaults(summary.faults);
  const faults = column ? summary.faults.filter((fault) => groupKey(fault) === column) : summary.faults;
  const written = summary.toAdd + summary.toChange;
  return (
    <>
      <PageHeading
        title={`Nhập ${kindLabel.toLowerCase()}: ${TITLES[batch.state]}`}
        under={`${batch.fileName}. ${batch.state === "checked" ? "Chưa có gì được ghi." : ""}`}
        back={{ href: "/import", label: "Nhập dữ liệu" }}
      />
      {progress && batch.state === "checked" && (
        <Notice tone="blocks" title="Lần ghi trước không xong, chưa có gì được ghi.">
          Đồng chí có thể bấm ghi lại.
        </Notice>
      )}
      {done && batch.state === "committed" && (
        <p role="status" className="mb-4 rounded-menu bg-ink px-4 py-3 text-white">
          Đã ghi {done} dòng.
        </p>
      )}
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
        <Count value={summary.toAdd} label="thêm mới" />
        <Count value={summary.toChange} label="sửa" />
        <Count value={summary.unchanged} label="giữ nguyên" />
        <Count value={summary.refused} label="không nhận được" red={summary.refused > 0} />
        <Count
          value={summary.faults.filter(({ level }) => level === "warning").length}
          label="lưu ý, vẫn nhập"
        />
      </dl>
      <div className="grid gap-5 desk:grid-cols-[250px_minmax(0,1fr)]">
        <nav aria-label="Nhóm lỗi">
          <Link
            href={`/import/${batch.id}`}
            prefetch={false}
            aria-current={column === null ? "true" : undefined}
            className={`flex justify-between rounded-button px-3 py-2.5 ${column === null ? "bg-hover font-semibold" : ""}`}
          >
            Mọi chỗ cần xem <span>{summary.faults.length}</span>
          </Link>
          {(["error", "warning"] as const).map((level) => (
            <div key={level} className="mt-4">
              {groups.some((group) => group.level === level) && (
                <p className="px-3 text-note font-semibold text-ink2">
                  {level === "error" ? "Lỗi, dòng không nhận được" : "Lưu ý, vẫn nhập được"}
                </p>
              )}
              {groups
                .filter((group) => group.level === level)
                .map(({ key, words, count }) => (
                  <Link
                    key={key}
                    href={`/import/${batch.id}?group=${encodeURIComponent(key)}`}
                    prefetch={false}
                    scroll={false}
                    aria-current={column === key ? "true" : undefined}
                    className={`flex items-center gap-2 rounded-button px-3 py-2 text-staff ${column === key ? "bg-hover font-semibold" : "hover:bg-sunken"}`}
                  >
                    <StatusShape shape={level === "error" ? "blocks" : "warns"} />
                    <span className="flex-1">{words}</span> {count}
                  </Link>
                ))}
            </div>
          ))}
        </nav>
        <FaultTable page={page} faults={faults} />
      </div>
      <footer className="no-print sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-t border-line bg-canvas py-4">
        {summary.refused > 0 && (
          <>
            <ButtonLink href={`/api/v1/imports/${batch.id}/rejects`} download>
              Tải {formatNumber(summary.refused)} dòng lỗi
            </ButtonLink>
            <span className="text-note text-ink2">Tệp có thêm cột "Lỗi", sửa rồi nhập lại</span>
          </>
        )}
        <span className="ml-auto flex flex-wrap items-center gap-3">
          {batch.state === "checked" && (
            <span className="text-note text-ink2">Cả lần nhập có thể hoàn tác</span>
          )}
          {batch.state === "checked" && (
            <CommitForm batchId={batch.id} rows={written} refused={summary.refused} />
          )}
          {batch.state === "committed" && <UndoForm batchId={batch.id} />}
        </span>
      </footer>
    </>
  );
}

/** A file that is being checked or written, or whose check came to nothing. */
function UnfinishedView({ page: { batch, progress }, kindLabel }: { page: ImportPage; kindLabel: string }) {
  const { alive, doing, fileName, batchId } = progress ?? {
    alive: false,
    doing: "check",
    fileName: "",
    batchId: "",
  };
  const what = doing === "write" ? "ghi" : "kiểm tra";
  return (
    <>
      <PageHeading
        title={`Nhập ${kindLabel.toLowerCase()}: ${alive ? `đang ${what}` : `${what} không xong`}`}
        under={batch?.fileName ?? fileName}
        back={{ href: "/import", label: "Nhập dữ liệu" }}
      />
      {progress && alive && <RunningImport batchId={batchId} first={progress} />}
      {!alive && (
        <Notice tone="blocks" title="Lần kiểm tra này bị ngắt giữa chừng, chưa có gì được ghi.">
          Hãy tải tệp lên lại.
        </Notice>
      )}
    </>
  );
}

const TITLES = { checked: "kiểm tra thử", committed: "đã ghi", undone: "đã hoàn tác" } as const;

function Count({ value, label, red = false }: { value: number; label: string; red?: boolean }) {
  return (
    <div>
      <dd className={`text-title font-semibold ${red ? "text-red" : ""}`}>{formatNumber(value)}</dd>
      <dt className="text-note text-ink2">{label}</dt>
    </div>
  );
}

function FaultTable({ page, faults }: { page: ImportPage; faults: readonly Fault[] }) {
  if (faults.length === 0) {
    return (
      <div className="rounded-panel border border-line bg-surface">
        <EmptyState title="Không có chỗ nào cần xem lại." />
      </div>
    );
  }
  const cellsOf = new Map(page.rows.map(({ row, cells }) => [row, cells]));
  const rows = [...new Set(faults.map(({ row }) => row))].slice(0, 100);
  const places = shownPlaces(page.header, faults);
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table className="w-full text-table">
        <thead className="bg-sunken text-left text-chip">
          <tr>
            <th scope="col" className="px-4 py-2 text-right">
              Dòng
            </th>
            {places.map((place) => (
              <th key={place} scope="col" className="px-3">
                {page.header[place]}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <FaultyRow
            key={row}
            row={row}
            cells={places.map((place) => ({
              place,
              text: cellsOf.get(row)?.[place] ?? "",
              column: page.header[place],
            }))}
            faults={faults.filter((fault) => fault.row === row)}
          />
        ))}
      </table>
      {rows.length === 100 && (
        <p className="border-t border-line px-4 py-2 text-note text-ink2">
          Đang hiện 100 dòng đầu. Tải tệp lỗi để xem đủ.
        </p>
      )}
    </div>
  );
}

/** The columns with something wrong, filled up with the first ones, in the order of the file. */
function shownPlaces(header: readonly string[], faults: readonly Fault[]): number[] {
  const wrong = new Set(faults.map(({ column }) => column));
  const all = header.map((_words, place) => place);
  const chosen = [...all.slice(0, 2), ...all.filter((place) => wrong.has(header[place] ?? "")), ...all];
  return [...new Set(chosen)].slice(0, SHOWN_COLUMNS).toSorted((a, b) => a - b);
}

type FaultyRowProps = {
  row: number;
  cells: { place: number; text: string; column: string | undefined }[];
  faults: readonly Fault[];
};

/** A row of the file, what is wrong framed, and beneath it a sentence for each. */
function FaultyRow({ row, cells, faults }: FaultyRowProps) {
  return (
    <tbody className="border-t border-line align-top">
      <tr>
        <th scope="row" className="px-4 pt-2.5 text-right font-normal text-ink2">
          {row}
        </th>
        {cells.map(({ place, text, column }) => {
          const fault = faults.find((one) => one.column === column);
          const frame =
            fault && `rounded-tag border px-1.5 ${fault.level === "error" ? "border-red" : "border-ochre"}`;
          return (
            <td key={place} className="px-3 pt-2.5">
              <span className={frame}>{text || "–"}</span>
            </td>
          );
        })}
      </tr>
      <tr>
        <td />
        <td colSpan={cells.length} className="px-3 pb-2.5">
          {faults.map(({ level, message }) => (
            <span
              key={message}
              className={`mt-1 flex items-start gap-2 ${level === "error" ? "text-red-hover" : "text-ink2"}`}
            >
              <span className="mt-1">
                <StatusShape shape={level === "error" ? "blocks" : "warns"} size={12} />
              </span>
              {message}
            </span>
          ))}
        </td>
      </tr>
    </tbody>
  );
}

const groupKey = ({ level, column, rule }: Fault): string => `${level}:${column}:${rule ?? ""}`;

function groupFaults(
  faults: readonly Fault[],
): { key: string; level: Fault["level"]; words: string; count: number }[] {
  const groups = new Map<string, { key: string; level: Fault["level"]; words: string; count: number }>();
  for (const fault of faults) {
    const key = groupKey(fault);
    const group = groups.get(key) ?? {
      key,
      level: fault.level,
      words: fault.rule ? `${fault.column} (${fault.rule})` : fault.column,
      count: 0,
    };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
