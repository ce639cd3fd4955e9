import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import {
  audienceLabel,
  classFormLabel,
  classKindWords,
  classStateLabel,
  enrolmentStateLabel,
  gradeLabel,
} from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import type { Enrolment } from "@/lib/classes/repository/enrolments";
import { isLearner } from "@/lib/classes/rules/enrolment";
import { reviewDropping } from "@/lib/classes/rules/review";
import { isComing } from "@/lib/classes/rules/training-class";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent, type Ratio } from "@/lib/shared/ratio";
import { CLASS_SHAPES, ENROLMENT_SHAPES } from "./class-shapes";
import { DropForm } from "./drop-form";
import { SubstituteForm } from "./substitute-form";
import { WithdrawForm } from "./withdraw-form";

const DONE: Record<string, string> = {
  planned: "Đã lập lớp và gọi học",
  edited: "Đã ghi",
  called: "Đã gọi thêm người",
  substituted: "Đã nhận người thay",
  graded: "Đã ghi kết quả",
  certified: "Đã cấp giấy chứng nhận và ghi vào hồ sơ",
  withdrawn: "Đã thu hồi giấy chứng nhận, ở lớp và trong hồ sơ",
};

/** A class: what it is, what comes next, and everybody of it. */
export function ClassView({ page, done }: { page: ClassPage; done: string | null }) {
  const {
    id,
    name,
    unit,
    code,
    kind,
    form,
    audience,
    place,
    from,
    to,
    sessions,
    size,
    state,
    people,
    today,
  } = page;
  const learners = people.filter(isLearner);
  const others = people.filter((one) => !isLearner(one));
  const certified = learners.filter((one) => one.certifiedOn !== null && one.person !== null);
  const began = from <= today;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={name}
        under={`${unit.name}, mã lớp ${code}`}
        back={{ href: "/classes", label: "Lớp bồi dưỡng" }}
        actions={
          state === "dropped" ? undefined : state === "ended" ? (
            <ButtonLink href={`/classes/${id}/certificates`} download>
              In giấy chứng nhận
            </ButtonLink>
          ) : (
            <ButtonLink href={`/classes/${id}/edit`}>Sửa lớp</ButtonLink>
          )
        }
      />
      {done && DONE[done] && <DoneBar message={DONE[done]} />}
      <Panel>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <p>
              Lớp {classKindWords(kind)}, {classFormLabel(form).toLowerCase()}
              {audience !== "ALL" && `, dành cho ${audienceLabel(audience).toLowerCase()}`}.
            </p>
            <p className="text-ink2">
              Từ {formatDay(from)} đến {formatDay(to)}, {sessions} buổi{place && `, tại ${place}`}.
              {size !== null && ` Nhận nhiều nhất ${formatNumber(size)} người.`}
            </p>
          </div>
          <StatusChip shape={CLASS_SHAPES[state]} word={classStateLabel(state)} />
        </div>
        {page.droppedReason !== null && (
          <p className="mt-3">
            Đã bỏ, lý do: {page.droppedReason}. Những người được gọi trở về danh sách cần học.
          </p>
        )}
        {page.later && (
          <p className="mt-3">
            Trong số {formatNumber(page.later.within12.denominator)} người được cấp giấy chứng nhận:{" "}
            {shareWords(page.later.within12)} có quyết định kết nạp trong 12 tháng,{" "}
            {shareWords(page.later.within24)} trong 24 tháng.
          </p>
        )}
        <nav aria-label="Việc của lớp" className="no-print mt-5 flex flex-wrap gap-3">
          {isComing(state) && began && (
            <>
              <ButtonLink href={`/classes/${id}/attendance`} look={state === "planned" ? "main" : "panel"}>
                Điểm danh
              </ButtonLink>
              <ButtonLink href={`/classes/${id}/results`} look={state === "open" ? "main" : "panel"}>
                Ghi kết quả và cấp giấy chứng nhận
              </ButtonLink>
            </>
          )}
          <ButtonLink href={`/classes/${id}/roster`}>Danh sách để in</ButtonLink>
          {isComing(state) && (
            <ButtonLink href={`/classes/${id}/roster?sheet=attendance`}>Bảng điểm danh để in</ButtonLink>
          )}
          {reviewDropping(page, people) === null && (
            <DropForm classId={id} version={page.version} name={name} people={learners.length} />
          )}
        </nav>
      </Panel>
      <Panel flush heading={`${formatNumber(learners.length)} học viên`} className="mt-5">
        {learners.length === 0 ? (
          <EmptyState title="Chưa có học viên nào">Người được gọi học sẽ hiện ở đây.</EmptyState>
        ) : (
          <ul className="border-t border-line">
            {learners.map((one) => (
              <Person key={one.id} one={one} page={page} />
            ))}
          </ul>
        )}
      </Panel>
      {others.length > 0 && (
        <Panel flush heading="Không đi được và người thay" className="mt-5">
          <ul className="border-t border-line">
            {others.map((one) => (
              <Person key={one.id} one={one} page={page} />
            ))}
          </ul>
        </Panel>
      )}
      {certified.length > 0 && (
        <WithdrawForm
          classId={id}
          learners={certified.map((one) => ({
            value: `${one.id}:${one.version}`,
            label: `${one.person?.name ?? ""}, ${one.certificateNumber ?? "không ghi số"}`,
          }))}
        />
      )}
    </div>
  );
}

const shareWords = ({ numerator, percent }: Ratio): string =>
  `${formatNumber(numerator)} người (${formatPercent(percent)})`;

function Person({ one, page }: { one: Enrolment; page: ClassPage }) {
  const { candidateId, person, state, reason, replaces, present, grade, certificateNumber, certifiedOn } =
    one;
  const told = [
    reason && `Lý do: ${reason}.`,
    replaces && `Thay ${replaces}.`,
    state === "attended" && present.length > 0 && `Đi ${present.length}/${page.sessions} buổi.`,
    grade && `Kết quả: ${gradeLabel(grade)}.`,
    certifiedOn && `Giấy chứng nhận ${certificateNumber ?? ""} ngày ${formatDay(certifiedOn)}.`,
    one.withdrawnReason !== null &&
      `Giấy chứng nhận ${one.withdrawnNumber ?? ""} đã thu hồi, lý do: ${one.withdrawnReason}.`,
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-5 py-3 last:border-0">
      <span className="min-w-60 flex-1">
        {person ? (
          <Link href={`/pipeline/${candidateId}`} prefetch={false} className="font-semibold hover:underline">
            {person.name}
          </Link>
        ) : (
          <span className="text-ink2">Đã chuyển đi nơi khác</span>
        )}
        {person && (
          <span className="block text-note text-ink2">
            sinh {person.birthYear}, {[person.cell, person.above].filter(Boolean).join(", ")}
          </span>
        )}
        {told.length > 0 && <span className="block text-note">{told.join(" ")}</span>}
      </span>
      <StatusChip shape={ENROLMENT_SHAPES[state]} word={enrolmentStateLabel(state)} />
      {state === "substitute" && isComing(page.state) && (
        <SubstituteForm
          classId={page.id}
          enrolmentId={one.id}
          version={one.version}
          name={person?.name ?? ""}
        />
      )}
    </li>
  );
}
