import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { reportLabel } from "@/lib/reports/labels";
import { countByWords } from "@/lib/reports/labels/official";
import type { LayoutsPage } from "@/lib/reports/queries/layouts";
import type { Layout } from "@/lib/reports/rules/layout";
import { formatDay } from "@/lib/shared/days";
import { CountByForm } from "./count-by-form";
import { PutLayoutForm } from "./put-layout-form";

/** How the official tables are laid out now and later; the province puts a new instruction's rows in. */
export function LayoutsView({
  page: { current, coming, countBy, mayPut, unitName },
  done,
}: {
  page: LayoutsPage;
  done: string | null;
}) {
  return (
    <>
      <PageHeading
        title="Mẫu biểu và cách tính"
        under={unitName}
        back={{ href: "/reports", label: "Báo cáo và danh sách" }}
      />
      {done && (
        <p role="status" className="mb-4 rounded-panel border border-line bg-surface px-5 py-3 font-medium">
          {done === "countBy" ? `Từ nay tính kết nạp theo ${countByWords(countBy)}.` : "Đã ghi mẫu biểu."}
        </p>
      )}
      <Panel heading="Tính kết nạp theo ngày nào" className="mb-5">
        {mayPut ? (
          <CountByForm countBy={countBy} />
        ) : (
          <p>Mọi báo cáo tính kết nạp theo {countByWords(countBy)}, như tỉnh đã chọn.</p>
        )}
      </Panel>
      <Panel flush heading="Mẫu biểu đang dùng" className="mb-5">
        <Layouts layouts={current} />
      </Panel>
      {coming.length > 0 && (
        <Panel flush heading="Mẫu biểu sẽ dùng" className="mb-5">
          <Layouts layouts={coming} />
        </Panel>
      )}
      {mayPut && (
        <Panel heading="Đưa mẫu mới vào">
          <PutLayoutForm
            choices={current.map(({ report, formNumber }) => ({
              value: report,
              label: `${formNumber}, ${reportLabel(report)}`,
            }))}
          />
        </Panel>
      )}
    </>
  );
}

function Layouts({ layouts }: { layouts: readonly Layout[] }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {layouts.map(({ report, formNumber, title, document, from, lines }) => (
        <li
          key={`${report} ${from}`}
          className="flex flex-wrap items-center justify-between gap-x-6 px-5 py-2"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-medium">
              {formNumber}: {title}
            </p>
            <p className="text-note text-ink2">
              {document}, {lines.length} dòng{from > "1900-01-01" ? `, từ ngày ${formatDay(from)}` : ""}
            </p>
          </div>
          <a href={`/api/v1/layouts/${report}`} className="link inline-flex min-h-11 items-center" download>
            Tải các dòng
          </a>
        </li>
      ))}
    </ul>
  );
}
