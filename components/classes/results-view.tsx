import { PageHeading } from "@/components/ui/page-heading";
import { Notice } from "@/components/ui/states";
import { classStateLabel } from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import { isLearner, passes } from "@/lib/classes/rules/enrolment";
import { isComing } from "@/lib/classes/rules/training-class";
import { formatDay } from "@/lib/shared/days";
import { CertifyForm } from "./certify-form";
import { ResultsGrid } from "./results-grid";

/** The results of everybody in one grid, then the certificates of those who passed. */
export function ResultsView({ page }: { page: ClassPage }) {
  const { id, name, state, version, sessions, today, from, to, people } = page;
  const over = !isComing(state);
  const learners = people.filter(isLearner);
  const graded = learners.filter(({ grade }) => grade !== null);
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading title="Kết quả lớp học" under={name} back={{ href: `/classes/${id}`, label: "Lớp" }} />
      {over || from > today ? (
        <Notice
          tone="warns"
          title={over ? `Lớp ${classStateLabel(state).toLowerCase()}` : `Lớp bắt đầu ngày ${formatDay(from)}`}
        >
          {over ? "Kết quả đã chốt, xem ở trang lớp." : "Kết quả ghi được từ ngày học đầu tiên."}
        </Notice>
      ) : (
        <div className="space-y-6">
          <ResultsGrid
            key={version}
            classId={id}
            version={version}
            learners={learners.map((one) => ({
              id: one.id,
              name: one.person?.name ?? "Đã chuyển đi nơi khác",
              cell: one.person?.cell ?? "",
              sessions: `${one.present.length}/${sessions} buổi`,
              grade: one.grade,
            }))}
          />
          {graded.length === learners.length && learners.length > 0 && (
            <CertifyForm
              classId={id}
              version={version}
              people={learners.filter(({ grade }) => passes(grade)).length}
              left={learners.filter(({ grade }) => !passes(grade)).length}
              day={formatDay([to, today].toSorted()[0] ?? today)}
            />
          )}
        </div>
      )}
    </div>
  );
}
