import { FindingSource } from "@/components/pipeline/finding-lines";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusShape } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { nextStepLabel, stepLabel } from "@/lib/pipeline/labels/words";
import type { RecheckView } from "@/lib/pipeline/queries/recheck";
import type { Finding } from "@/lib/pipeline/rules/finding";
import type { ComparedFinding, RecheckedEvent } from "@/lib/pipeline/rules/recheck";
import { formatDay } from "@/lib/shared/days";
import { RecheckDay } from "./recheck-day";

/** Each event by the book of its own day and by the chosen one, side by side; nothing is written. */
export function RecheckPage({ view, typed }: { view: RecheckView; typed: string }) {
  const { candidate, events, book, day } = view;
  const differing = events.flatMap(({ lines }) => lines.filter(({ differs }) => differs)).length;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Kiểm tra lại theo quy định"
        under={`${candidate.name}, ${candidate.cellName}`}
        back={{ href: `/pipeline/${candidate.id}`, label: candidate.name }}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      <RecheckDay day={day} typed={typed} chosen={book} />
      <p className="mb-4 text-headline font-semibold">
        {differing === 0
          ? `Theo ${book.regulation}, kết quả không khác.`
          : `Theo ${book.regulation}, có ${differing} chỗ khác.`}
      </p>
      {events.length === 0 && (
        <Panel flush>
          <EmptyState title="Chưa có việc nào để kiểm tra lại.">
            Trang này xét lại các cuộc họp, quyết định, lễ kết nạp và việc tiếp theo.
          </EmptyState>
        </Panel>
      )}
      {events.map((event) => (
        <EventPanel key={event.stepId ?? "next"} event={event} view={view} />
      ))}
      <p className="text-note text-ink2">
        Chỉ xem, hồ sơ không thay đổi. Cấp có thẩm quyền quyết định lấy theo tổ chức đảng hôm nay.
      </p>
    </div>
  );
}

function EventPanel({ event, view }: { event: RecheckedEvent; view: RecheckView }) {
  const { kind, stepId, onDay, ownBook, lines, due } = event;
  const differing = lines.filter(({ differs }) => differs);
  const same = lines.filter(({ differs }) => !differs);
  return (
    <Panel
      flush
      className="mb-4"
      heading={stepId ? stepLabel(kind) : `Việc tiếp theo: ${nextStepLabel(kind).toLowerCase()}`}
      aside={stepId ? `ngày ${formatDay(onDay)}` : `xét vào hôm nay, ${formatDay(onDay)}`}
    >
      <div className="hidden gap-4 border-t border-line bg-sunken px-5 py-2 text-chip font-semibold phone:grid phone:grid-cols-2">
        <p>Theo quy định của ngày ấy: {ownBook.regulation}</p>
        <p>
          Theo quy định ngày {formatDay(view.day)}: {view.book.regulation}
        </p>
      </div>
      {due && due.own !== due.other && (
        <dl className="grid gap-x-4 gap-y-1 border-t border-line px-5 py-3 text-staff phone:grid-cols-2">
          <DueDay label="Hạn theo quy định của ngày ấy" day={due.own} />
          <DueDay label="Hạn theo quy định đã chọn" day={due.other} />
        </dl>
      )}
      {differing.length === 0 && (
        <p className="flex items-center gap-2 border-t border-line px-5 py-3 text-staff">
          <StatusShape shape="passes" /> Hai quy định cho kết quả như nhau.
        </p>
      )}
      {differing.length > 0 && <Lines lines={differing} />}
      {same.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-5 py-3.5 text-staff text-ink2">
            Xem {same.length} điều kiện chưa đạt, lưu ý giống nhau
          </summary>
          <Lines lines={same} />
        </details>
      )}
    </Panel>
  );
}

function DueDay({ label, day }: { label: string; day: string | null }) {
  return (
    <div>
      <dt className="text-note text-ink2">{label}</dt>
      <dd className="font-semibold">{day ? formatDay(day) : "không có hạn"}</dd>
    </div>
  );
}

function Lines({ lines }: { lines: readonly ComparedFinding[] }) {
  return (
    <ul>
      {lines.map(({ own, other, differs }) => (
        <li
          key={JSON.stringify([own?.is, own?.facts, other?.is, other?.facts])}
          className={`grid gap-x-4 gap-y-2 border-t border-line px-5 py-3 phone:grid-cols-2 ${differs ? "bg-ochre-soft" : ""}`}
        >
          <Side finding={own} label="Theo quy định của ngày ấy" />
          <Side finding={other} label="Theo quy định đã chọn" />
        </li>
      ))}
    </ul>
  );
}

function Side({ finding, label }: { finding: Finding | null; label: string }) {
  return (
    <div className="flex items-start gap-2.5">
      <span className="mt-1">
        <StatusShape shape={finding ? (finding.blocks ? "blocks" : "warns") : "passes"} size={16} />
      </span>
      <div className="min-w-0">
        <p className="text-note text-ink2 phone:sr-only">{label}</p>
        {finding ? (
          <>
            <p className="font-medium">
              <span className="sr-only">{finding.blocks ? "Chưa đạt: " : "Lưu ý: "}</span>
              {findingSentence(finding)}
            </p>
            <p className="text-note text-ink2">
              <FindingSource finding={finding} />
            </p>
          </>
        ) : (
          <p className="text-ink2">Không vướng.</p>
        )}
      </div>
    </div>
  );
}
