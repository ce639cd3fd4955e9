import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { topicLabel } from "@/lib/pipeline/labels/rules";
import type { RulesPage } from "@/lib/pipeline/queries/rules";
import { TOPICS } from "@/lib/pipeline/rules/catalogue";
import { BookList } from "./book-list";
import { DeadlineTable } from "./deadline-table";
import { foundRules } from "./found-rules";
import { NotCompared } from "./not-compared";
import { RuleList } from "./rule-list";
import { RuleSearch } from "./rule-search";

/** "Quy định": books, rules, deadlines and forms with their sources, all of it or what a search finds. */
export function RulesView({ page, typed }: { page: RulesPage; typed: string }) {
  const found = foundRules(page, typed);
  const sections = [
    { id: "quy-dinh", label: "Quy định đang áp dụng", count: found.books.length },
    { id: "quy-tac", label: "Quy tắc", count: found.rules.length },
    { id: "thoi-han", label: "Thời hạn", count: found.deadlines.length },
    { id: "bieu-mau", label: "Biểu mẫu", count: found.forms.length },
  ].filter(({ count }) => count > 0);
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Quy định"
        under={`Đang áp dụng ${page.book.regulation} và ${page.book.guidance}.`}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      <RuleSearch typed={typed} />
      <nav aria-label="Các phần" className="no-print mb-4 flex flex-wrap gap-x-5 gap-y-1 text-staff">
        {sections.map(({ id, label, count }) => (
          <a key={id} href={`#${id}`} className="link inline-flex min-h-9 items-center">
            {label} <span className="figures ml-1 text-ink2">({count})</span>
          </a>
        ))}
        <a href="/rules/options" className="link inline-flex min-h-9 items-center">
          Quy định của tỉnh
        </a>
      </nav>
      <p className="mb-5 max-w-3xl text-staff text-ink2">
        Chỗ ghi <NotCompared /> là chỗ phần mềm chưa có văn bản gốc để so. Hãy xem văn bản trước khi dựa vào
        đó.
      </p>
      {typed && <p className="hidden print:block">Chỉ in những chỗ có “{typed}”.</p>}
      {sections.length === 0 && (
        <Panel flush>
          <EmptyState
            title={`Không có quy định nào nói đến “${typed}”.`}
            action={
              <a href="/rules" className="link">
                Xem tất cả
              </a>
            }
          >
            Hãy thử ít chữ hơn, hoặc ghi số, ví dụ R-05.
          </EmptyState>
        </Panel>
      )}
      {found.books.length > 0 && (
        <Panel id="quy-dinh" flush heading="Quy định đang áp dụng" className="mb-5">
          <BookList books={found.books} inForce={page.book} />
        </Panel>
      )}
      {found.rules.length > 0 && (
        <div id="quy-tac">
          {TOPICS.map((topic) => {
            const rules = found.rules.filter((rule) => rule.topic === topic);
            return rules.length === 0 ? null : (
              <Panel key={topic} flush heading={topicLabel(topic)} className="mb-5">
                <RuleList rules={rules} page={page} typed={typed} />
              </Panel>
            );
          })}
        </div>
      )}
      {found.deadlines.length > 0 && (
        <Panel id="thoi-han" flush heading="Thời hạn" className="mb-5">
          <DeadlineTable deadlines={found.deadlines} page={page} />
        </Panel>
      )}
      {found.forms.length > 0 && (
        <Panel
          id="bieu-mau"
          flush
          heading="Biểu mẫu"
          aside={`Theo ${page.book.formGuidance}`}
          className="mb-5"
        >
          <ul className="grid border-t border-line phone:grid-cols-2">
            {found.forms.map(({ id, code, title, confirmed, guidance }) => (
              <li key={id} className="border-b border-line px-5 py-2.5 text-staff">
                {title}{" "}
                {code && (
                  <span className="keep text-note text-ink2" title={guidance.source}>
                    {code}
                  </span>
                )}{" "}
                {code && !confirmed && <NotCompared />}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
