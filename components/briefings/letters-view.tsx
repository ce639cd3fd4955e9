import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import type { LettersPage } from "@/lib/briefings/queries/letters";
import { monthName } from "@/lib/briefings/rules/letter/change";
import { formatDay } from "@/lib/shared/days";
import { BriefingTabs } from "./briefing-tabs";
import { WriteLetterForm } from "./letter-forms";

/** The monthly letters of a unit, and a new one. */
export function LettersView({ page }: { page: LettersPage }) {
  const { unit, letters, today, mayWrite, mayHold } = page;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading title="Thư hằng tháng" under={unit.name} />
      <BriefingTabs current="/briefings/letters" unit={unit.code} mayHold={mayHold} />
      <div className="space-y-5">
        {mayWrite && (
          <Panel heading="Lập thư của một tháng">
            <p className="mb-4 text-ink2">
              Thư viết bằng lời từ số đã ghi trong phần mềm. Mỗi con số mở ra được danh sách của nó; sửa từng
              đoạn trước khi phát hành.
            </p>
            <WriteLetterForm unit={unit.code} month={`${today.slice(5, 7)}/${today.slice(0, 4)}`} />
          </Panel>
        )}
        <Panel flush heading="Thư đã lập">
          {letters.length === 0 ? (
            <EmptyState title="Chưa có thư nào">Thư đã lập sẽ nằm ở đây.</EmptyState>
          ) : (
            <ul className="border-t border-line">
              {letters.map(({ id, month, asOf, state, issuedOn, documentNumber }) => (
                <li key={id} className="border-b border-line last:border-0">
                  <a
                    href={`/briefings/letters/${id}`}
                    className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3.5 hover:bg-hover"
                  >
                    <span className="w-36 font-semibold">{monthName(month)}</span>
                    <span className="min-w-40 flex-1 text-ink2">
                      Số liệu đến ngày {formatDay(asOf)}
                      {documentNumber && `, số ${documentNumber}`}
                    </span>
                    {state === "issued" ? (
                      <StatusChip shape="done" word={`Đã phát hành ${formatDay(issuedOn ?? asOf)}`} />
                    ) : (
                      <StatusChip shape="watch" word="Bản thảo" />
                    )}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}
