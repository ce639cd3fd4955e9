import Link from "next/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { ImportColumn } from "@/lib/imports/kind";
import type { StoredBatch } from "@/lib/imports/repository/batches";
import type { StoredProgress } from "@/lib/imports/repository/progress";
import { formatMoment } from "@/lib/shared/days";
import { RunningImport } from "./progress-lines";
import { UploadForm } from "./upload-form";

export type KindHelp = { name: string; label: string; columns: readonly ImportColumn[] };

/** Send a file, see what came in before, and what each kind of file looks like. */
export function ImportsView({
  batches,
  running,
  kinds,
}: {
  batches: StoredBatch[];
  running: StoredProgress[];
  kinds: KindHelp[];
}) {
  return (
    <>
      <PageHeading
        title="Nhập dữ liệu"
        under="Kiểm tra thử trước; chưa có gì được ghi cho đến khi đồng chí bấm ghi."
      />
      <div className="space-y-5">
        {kinds.some(({ name }) => name === "chi-tieu") && (
          <p className="text-staff">
            Báo cáo cũ chỉ có số, không có tên người?{" "}
            <Link href="/quotas/totals" prefetch={false} className="link">
              Ghi số liệu gộp
            </Link>
          </p>
        )}
        <Panel heading="Chọn tệp" className="hidden phone:block">
          <UploadForm kinds={kinds.map(({ name, label }) => ({ name, label }))} />
        </Panel>
        <p className="rounded-panel border border-ochre-line bg-ochre-soft p-4 phone:hidden">
          Mở trên máy tính để nhập tệp.
        </p>
        {running.length > 0 && (
          <Panel flush heading="Đang làm hoặc chưa xong">
            <ul>
              {running.map((progress) => (
                <li key={progress.batchId} className="space-y-2 border-t border-line px-5 py-3">
                  <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
                    <Link
                      href={`/import/${progress.batchId}`}
                      prefetch={false}
                      className="link font-semibold"
                    >
                      {progress.fileName}
                    </Link>
                    {!progress.alive && (
                      <span className="text-staff text-red-hover">
                        {progress.doing === "write" ? "ghi" : "kiểm tra"} không xong, chưa có gì được ghi
                      </span>
                    )}
                    <span className="ml-auto text-note text-ink2">
                      {progress.actor}, {formatMoment(progress.startedAt)}
                    </span>
                  </p>
                  {progress.alive && <RunningImport batchId={progress.batchId} first={progress} />}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel flush heading="Các lần nhập">
          {batches.length === 0 && (
            <EmptyState title="Chưa nhập tệp nào">Tải mẫu bên dưới, điền, rồi kiểm tra thử.</EmptyState>
          )}
          <ul>
            {batches.map(({ id, fileName, state, actor, createdAt, summary }) => (
              <li
                key={id}
                className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3"
              >
                <Link href={`/import/${id}`} prefetch={false} className="link font-semibold">
                  {fileName}
                </Link>
                <span className="text-staff text-ink2">{STATES[state]}</span>
                <span className="text-staff">
                  {summary.toAdd} thêm, {summary.toChange} sửa, {summary.unchanged} giữ nguyên,{" "}
                  {summary.refused} không nhận
                </span>
                <span className="ml-auto text-note text-ink2">
                  {actor}, {formatMoment(createdAt)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel heading="Mẫu tệp" className="hidden phone:block">
          {kinds.map(({ name, label, columns }) => (
            <div
              key={name}
              className="flex items-start justify-between gap-4 border-t border-line py-2 first:border-0"
            >
              <details className="flex-1">
                <summary className="py-1 font-semibold">{label}</summary>
                <ul className="grid gap-x-6 py-2 text-staff desk:grid-cols-2">
                  {columns.map(({ key, header, required, example, help }) => (
                    <li key={key} className="py-0.5">
                      <strong>{header}</strong>
                      {required ? " (bắt buộc)" : ""}
                      <span className="text-ink2">
                        {[help, example && `ví dụ ${example}`]
                          .filter(Boolean)
                          .map((words) => `, ${words}`)
                          .join("")}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
              <a
                href={`/api/v1/imports/template/${name}`}
                className="link py-1 text-staff"
                aria-label={`Tải mẫu ${label}`}
                download
              >
                Tải mẫu
              </a>
            </div>
          ))}
        </Panel>
      </div>
    </>
  );
}

const STATES = { checked: "kiểm tra thử, chưa ghi", committed: "đã ghi", undone: "đã hoàn tác" } as const;
