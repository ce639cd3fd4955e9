import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusShape } from "@/components/ui/shapes";
import { EmptyState, Notice } from "@/components/ui/states";
import { headingKey, suggestColumn } from "@/lib/imports/headings";
import type { ImportColumn } from "@/lib/imports/kind";
import type { Draft } from "@/lib/imports/repository/drafts";
import type { StoredSummary } from "@/lib/imports/summary";
import type { ImportPage } from "@/lib/intake/queries/imports";
import type { ImportAddress } from "@/lib/intake/schema";
import { convertOldFont } from "@/lib/shared/old-fonts";
import { formatNumber } from "@/lib/shared/ratio";
import { FaultGrid, type GridColumn } from "./fault-grid";
import { CommitForm, UndoForm } from "./import-forms";
import { type FileColumn, MappingForm } from "./mapping-form";
import { OldFontForm } from "./old-font-form";
import { RunningImport } from "./progress-lines";
import { TwinGrid } from "./twin-grid";

type Props = {
  page: ImportPage;
  kind: { label: string; columns: readonly ImportColumn[] };
  address: ImportAddress;
  done: string | null;
};

/** "Kiểm tra thử": know all faults before anything is written, and mend them. */
export function ImportView({ page, kind, address, done }: Props) {
  const { batch, progress, draft } = page;
  if (!batch || progress?.alive) return <UnfinishedView page={page} kindLabel={kind.label} />;
  const { summary, id } = batch;
  const open = batch.state === "checked" && draft !== null;
  const mapping = open ? mappingOf(draft, kind.columns) : null;
  const asksFont = open && draft.oldFont !== null && draft.answers.script === null;
  const missing = mapping?.missing ?? [];
  const written = summary.toAdd + summary.toChange;
  return (
    <>
      <PageHeading
        title={`Nhập ${kind.label.toLowerCase()}: ${TITLES[batch.state]}`}
        under={`${batch.fileName}. ${batch.state === "checked" ? "Chưa có gì được ghi." : ""}`}
        back={{ href: "/import", label: "Nhập dữ liệu" }}
        actions={
          batch.state !== "checked" && <ButtonLink href={`/import/${id}/receipt`}>Biên nhận</ButtonLink>
        }
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
      {batch.state === "checked" && draft === null && (
        <Notice tone="warns" title="Tệp này đã hết hạn giữ.">
          Nội dung tệp chỉ được giữ hai tuần. Hãy tải tệp lên lại.
        </Notice>
      )}
      {mapping && (missing.length > 0 || mapping.unknown || address.step === "columns") && (
        <MappingForm
          batchId={id}
          fileColumns={mapping.fileColumns}
          columns={kind.columns.map(({ key, header, required = false }) => ({ key, header, required }))}
          missing={missing}
        />
      )}
      {asksFont && draft.oldFont && <OldFontForm batchId={id} offer={draft.oldFont} />}
      {missing.length === 0 && (
        <>
          <Counts summary={summary} />
          <div className="grid gap-5 desk:grid-cols-[250px_minmax(0,1fr)]">
            <Groups batchId={id} summary={summary} address={address} open={open} />
            <Rows page={page} columns={kind.columns} address={address} open={open} />
          </div>
        </>
      )}
      <footer className="no-print sticky bottom-0 mt-6 flex flex-wrap items-center gap-3 border-t border-line bg-canvas py-4">
        {summary.refused > 0 && draft !== null && missing.length === 0 && (
          <>
            <ButtonLink href={`/api/v1/imports/${id}/rejects`} download>
              Tải {formatNumber(summary.refused)} dòng lỗi
            </ButtonLink>
            <span className="text-note text-ink2">Tệp có thêm cột "Lỗi", sửa rồi nhập lại</span>
          </>
        )}
        {summary.mends > 0 && open && (
          <ButtonLink href={`/api/v1/imports/${id}/file`} download>
            Tải tệp đã sửa {formatNumber(summary.mends)} ô
          </ButtonLink>
        )}
        <span className="ml-auto flex flex-wrap items-center gap-3">
          {open && missing.length === 0 && (
            <>
              <span className="text-note text-ink2">Cả lần nhập có thể hoàn tác</span>
              <CommitForm batchId={id} rows={written} refused={summary.refused} />
            </>
          )}
          {batch.state === "committed" && <UndoForm batchId={id} />}
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

/** The headings of the file with what they stand for, and what is still wanted. */
function mappingOf({ header, places, first, answers, oldFont }: Draft, columns: readonly ImportColumn[]) {
  const font = answers.script === null ? oldFont?.font : undefined;
  const taken = new Set(places.flatMap((key) => key ?? []));
  const fileColumns = header.map((words, place): FileColumn => {
    const heading = font ? convertOldFont(words, font) : words;
    const key = places[place] ?? null;
    const unanswered = key === null && answers.columns[place] === undefined;
    const suggested = unanswered ? suggestColumn(heading, columns, taken) : "";
    if (suggested) taken.add(suggested);
    return { place, heading, first: first.map((texts) => texts[place] ?? ""), key, suggested };
  });
  const unknown = fileColumns.some(
    ({ place, heading, key }) =>
      key === null &&
      answers.columns[place] === undefined &&
      headingKey(heading) !== "" &&
      headingKey(heading) !== "loi",
  );
  const missing = columns
    .filter(({ key, required }) => required && !places.includes(key))
    .map((column) => column.header);
  return { fileColumns, unknown, missing };
}

function Counts({ summary }: { summary: StoredSummary }) {
  return (
    <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
      <Count value={summary.toAdd} label="thêm mới" />
      <Count value={summary.toChange} label="sửa" />
      <Count value={summary.unchanged} label="giữ nguyên" />
      <Count value={summary.refused} label="không nhận được" red={summary.refused > 0} />
      <Count value={summary.warnings} label="lưu ý, vẫn nhập" />
      {summary.twins > 0 && <Count value={summary.undecided} label="dòng trùng chưa chọn" />}
    </dl>
  );
}

function Count({ value, label, red = false }: { value: number; label: string; red?: boolean }) {
  return (
    <div>
      <dd className={`text-title font-semibold ${red ? "text-red" : ""}`}>{formatNumber(value)}</dd>
      <dt className="text-note text-ink2">{label}</dt>
    </div>
  );
}

type GroupsProps = { batchId: string; summary: StoredSummary; address: ImportAddress; open: boolean };

/** What there is to look at, by groups. */
function Groups({ batchId, summary: { groups, twins }, address: { group, show }, open }: GroupsProps) {
  const all = groups.reduce((count, one) => count + one.count, 0);
  const link = (href: string, current: boolean, look: string) => ({
    href,
    prefetch: false as const,
    "aria-current": current ? ("true" as const) : undefined,
    className: `flex items-center gap-2 rounded-button px-3 text-staff ${look} ${current ? "bg-hover font-semibold" : "hover:bg-sunken"}`,
  });
  return (
    <nav aria-label="Nhóm lỗi">
      <Link {...link(`/import/${batchId}`, group === null && show === null, "py-2.5")}>
        <span className="flex-1">Mọi chỗ cần xem</span> {formatNumber(all)}
      </Link>
      {twins > 0 && (
        <Link {...link(`/import/${batchId}?show=twin`, show === "twin", "py-2.5")}>
          <span className="flex-1">Dòng trùng với người đã có</span> {formatNumber(twins)}
        </Link>
      )}
      {open && (
        <Link {...link(`/import/${batchId}?step=columns`, false, "py-2.5")}>
          <span className="flex-1">Ghép lại các cột</span>
        </Link>
      )}
      {(["error", "warning"] as const).map((level) => (
        <div key={level} className="mt-4">
          {groups.some((one) => one.level === level) && (
            <p className="px-3 text-note font-semibold text-ink2">
              {level === "error" ? "Lỗi, dòng không nhận được" : "Lưu ý, vẫn nhập được"}
            </p>
          )}
          {groups
            .filter((one) => one.level === level)
            .map(({ key, column, rule, count }) => (
              <Link
                key={key}
                {...link(`/import/${batchId}?group=${encodeURIComponent(key)}`, group === key, "py-2")}
                scroll={false}
              >
                <StatusShape shape={level === "error" ? "blocks" : "warns"} />
                <span className="flex-1">{rule ? `${column} (${rule})` : column}</span> {formatNumber(count)}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

type RowsProps = {
  page: ImportPage;
  columns: readonly ImportColumn[];
  address: ImportAddress;
  open: boolean;
};

/** A page of the rows to look at. */
function Rows({ page: { batch, draft, rows, more }, columns, address, open }: RowsProps) {
  if (rows.length === 0 || !batch) {
    return (
      <div className="rounded-panel border border-line bg-surface">
        <EmptyState title="Không có chỗ nào cần xem lại." />
      </div>
    );
  }
  const query = queryOf(address);
  const places = draft?.places ?? [];
  const gridColumns: GridColumn[] = columns.map(({ key, header, choices }) => ({
    key,
    header,
    ...(choices ? { choices } : {}),
  }));
  const last = rows.at(-1)?.row ?? 0;
  return (
    <div className="min-w-0">
      {address.show === "twin" ? (
        <TwinGrid
          key={`${batch.id} ${query}`}
          batchId={batch.id}
          twins={rows.flatMap(({ twin }) => twin ?? [])}
          open={open}
        />
      ) : (
        <FaultGrid
          key={`${batch.id} ${query}`}
          batchId={batch.id}
          columns={gridColumns}
          rows={rows.map(({ row, texts, faults }) => ({
            row,
            faults,
            cells: Object.fromEntries(
              places.flatMap((key, place) => (key ? [[key, texts[place] ?? ""]] : [])),
            ),
          }))}
          whole={address.row}
          query={query}
          open={open}
        />
      )}
      <p className="mt-3 flex flex-wrap gap-4 text-staff">
        {address.after > 0 && (
          <Link href={`?${queryOf({ ...address, after: 0 })}`} prefetch={false} className="link">
            Về các dòng đầu
          </Link>
        )}
        {more && (
          <Link href={`?${queryOf({ ...address, after: last })}`} prefetch={false} className="link">
            Các dòng tiếp theo
          </Link>
        )}
      </p>
    </div>
  );
}

function queryOf({ group, show, after }: ImportAddress): string {
  const query = new URLSearchParams();
  if (group) query.set("group", group);
  if (show) query.set("show", show);
  if (after > 0) query.set("after", String(after));
  return query.toString();
}
