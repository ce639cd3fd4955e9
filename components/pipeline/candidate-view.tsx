import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { FindingCounts } from "@/components/ui/findings-list";
import { KeyValues } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { StepRail, StepSegments } from "@/components/ui/step-rail";
import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  sexLabel,
  theoryLabel,
} from "@/lib/people/labels";
import {
  closeReasonLabel,
  nextStepLabel,
  railLabel,
  recordLabel,
  returnLevelLabel,
  sourceLabel,
} from "@/lib/pipeline/labels/words";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import { partyAgeFrom } from "@/lib/pipeline/rules/probation";
import { daysBetween, formatDay } from "@/lib/shared/days";
import { CitizenNumber } from "./citizen-number";
import { DoneNote } from "./done-note";
import { EarliestPanel } from "./earliest-panel";
import { passedLines, ReviewList } from "./finding-lines";
import { History } from "./history";
import { OtherThings, stepButtons } from "./next-things";
import { Papers } from "./papers";
import { VerificationPanel } from "./verification";

type CandidatePageProps = {
  view: CandidateView;
  done: string | null;
  /** The menu of printed forms, for those who may print. */
  printing: ReactNode;
};

/** Where they stand, what comes next, what is missing and until when. */
export function CandidatePage({ view, done, printing }: CandidatePageProps) {
  const { candidate, rail, standing } = view;
  const { person, cell } = candidate;
  const items = rail.map(({ step, state, doneOn }) => ({
    label: railLabel(step),
    state,
    note: doneOn && formatDay(doneOn),
  }));
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={person.name}
        under={[cell.name, cell.above].filter(Boolean).join(", ")}
        back={{ href: "/pipeline", label: "Hồ sơ" }}
        actions={
          <>
            <PrintButton />
            {printing}
            <OtherThings view={view} />
          </>
        }
      />
      {done && (
        <DoneNote
          done={done}
          candidateId={candidate.id}
          version={candidate.version}
          stepId={undoableStep(view, done)}
        />
      )}
      <Panel flush className="mb-4">
        <StepRail items={items} />
        <div className="px-5 desk:hidden">
          <StepSegments items={items} />
        </div>
      </Panel>
      <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_330px]">
        <div className="space-y-4">
          <NextThing view={view} />
          {view.next && (
            <Panel
              flush
              heading={`Điều kiện: ${nextStepLabel(view.next.kind).toLowerCase()}`}
              aside={
                <FindingCounts
                  blocks={view.review.findings.filter(({ blocks }) => blocks).length}
                  warns={view.review.findings.filter(({ blocks }) => !blocks).length}
                  passes={passedLines(view.review).length}
                />
              }
            >
              <ReviewList view={view} />
            </Panel>
          )}
          <p className="no-print px-5 text-note text-ink2">
            <a className="link" href={`/pipeline/${candidate.id}/recheck`}>
              Kiểm tra lại theo quy định ngày khác
            </a>
          </p>
          <VerificationPanel view={view} />
          <Papers
            papers={view.papers}
            candidateId={candidate.id}
            mayMark={view.may.paperMarked && !standing.closedOn}
            today={view.today}
          />
        </div>
        <div className="space-y-4">
          <EarliestPanel view={view} />
          <Helpers view={view} />
          <Panel heading="Quá trình">
            <History view={view} />
          </Panel>
          <Panel
            heading="Thông tin chính"
            aside={
              view.mayEdit && (
                <a className="link" href={`/pipeline/${candidate.id}/edit`}>
                  Sửa
                </a>
              )
            }
          >
            <KeyData view={view} />
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** The step just recorded, if it is the last one and not the only one. */
function undoableStep({ candidate }: CandidateView, done: string): string | null {
  const effective = candidate.steps.filter(({ undoneAt }) => undoneAt === null);
  const last = effective.at(-1);
  return last && last.kind === done && effective.length > 1 ? last.id : null;
}

function NextThing({ view }: { view: CandidateView }) {
  const { next, standing, candidate, today } = view;
  if (standing.revokedOn)
    return (
      <Ended
        title={`Quyết định kết nạp đã bị hủy ngày ${formatDay(standing.revokedOn)}.`}
        again={view.mayEdit ? candidate.id : null}
      />
    );
  if (standing.closedOn) {
    const why = standing.closedReason ? closeReasonLabel(standing.closedReason).toLowerCase() : "";
    return (
      <Ended
        title={`Hồ sơ đã đóng ngày ${formatDay(standing.closedOn)}: ${why}.`}
        again={view.mayEdit && standing.closedReason !== "died" ? candidate.id : null}
      />
    );
  }
  if (!next) return <Ended title={officialTitle(standing)} />;
  const days = next.dueOn ? daysBetween(today, next.dueOn) : null;
  return (
    <section className="rounded-panel border border-l-4 border-line border-l-red bg-surface px-5 py-4">
      <p className="text-staff text-ink2">Việc tiếp theo</p>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="min-w-56 flex-1">
          <p className="text-headline font-semibold">
            {nextStepLabel(next.kind)}
            {next.dueOn && <span className="keep"> trước ngày {formatDay(next.dueOn)}</span>}
          </p>
          {standing.returnedTo && standing.returnedOn && (
            <p className="mt-1 text-staff">
              Bị trả lại {returnLevelLabel(standing.returnedTo).toLowerCase()} ngày{" "}
              {formatDay(standing.returnedOn)}: {standing.returnReason}
            </p>
          )}
          {next.notBefore && next.notBefore > today && (
            <p className="text-staff text-ink2">Không trước ngày {formatDay(next.notBefore)}.</p>
          )}
          {days !== null && (
            <p className={days < 0 ? "font-semibold text-red" : "text-ink2"}>
              {days < 0 ? `Đã quá hạn ${-days} ngày.` : `Còn ${days} ngày.`}
            </p>
          )}
        </div>
        <div className="no-print flex w-full flex-col gap-2 phone:w-auto">
          {stepButtons(view).map(({ kind, main }) => (
            <ButtonLink
              key={kind}
              href={`/pipeline/${candidate.id}/record/${kind}`}
              look={main ? "main" : "panel"}
            >
              {recordLabel(kind)}
            </ButtonLink>
          ))}
        </div>
      </div>
    </section>
  );
}

/** the Party age counts from the day of the decision. */
function officialTitle(standing: CandidateView["standing"]): string {
  const from = partyAgeFrom(standing);
  return from
    ? `Đã là đảng viên chính thức. Tuổi Đảng tính từ ngày ${formatDay(from)}.`
    : "Đã là đảng viên chính thức.";
}

function Ended({ title, again = null }: { title: string; again?: string | null }) {
  return (
    <Panel flush>
      <EmptyState
        title={title}
        action={again && <ButtonLink href={`/pipeline/${again}/again`}>Lập hồ sơ mới</ButtonLink>}
      />
    </Panel>
  );
}

function Helpers({ view }: { view: CandidateView }) {
  const { standing, candidate, may } = view;
  return (
    <Panel
      heading="Người giúp đỡ"
      aside={
        may.helperAssigned &&
        !standing.closedOn && (
          <a className="link" href={`/pipeline/${candidate.id}/record/helperAssigned`}>
            Phân công
          </a>
        )
      }
    >
      {standing.helpers.length === 0 && <p className="text-ink2">Chưa phân công.</p>}
      {standing.helpers.map(({ name, official, from }) => (
        <div key={name} className="border-t border-line py-2 first:border-0 first:pt-0">
          <p className="font-semibold">{name}</p>
          <p className="text-staff text-ink2">
            {official ? "Đảng viên chính thức" : "Chưa phải đảng viên chính thức"}. Giúp đỡ từ{" "}
            {formatDay(from)}.
          </p>
        </div>
      ))}
    </Panel>
  );
}

function KeyData({ view }: { view: CandidateView }) {
  const { person, source, readmission } = view.candidate;
  const age = Number(view.today.slice(0, 4)) - person.birthYear;
  const born =
    person.birthDate && !view.masked
      ? `${formatDay(person.birthDate)} (${age} tuổi)`
      : String(person.birthYear);
  const yes = (value: boolean | null) => (value === null ? "Chưa rõ" : value ? "Có" : "Không");
  return (
    <KeyValues
      items={[
        { label: "Sinh ngày", value: born },
        { label: "Giới tính", value: sexLabel(person.sex) },
        ...(view.masked
          ? []
          : [
              { label: "Dân tộc", value: ethnicityLabel(person.ethnicity) },
              { label: "Tôn giáo", value: religionLabel(person.religion) },
            ]),
        { label: "Đoàn viên", value: yes(person.unionMember) },
        {
          label: "Học vấn",
          value: [educationLabel(person.education), person.profession && professionLabel(person.profession)]
            .filter(Boolean)
            .join(", "),
        },
        { label: "Lý luận", value: theoryLabel(person.politicalTheory) },
        { label: "Nghề nghiệp", value: occupationLabel(person.occupation) },
        { label: "Nguồn", value: sourceLabel(source) },
        ...(readmission ? [{ label: "Kết nạp lại", value: "Có" }] : []),
        ...(view.masked
          ? []
          : [
              {
                label: "Số định danh",
                value: (
                  <CitizenNumber
                    candidateId={view.candidate.id}
                    last4={person.citizenLast4}
                    mayOpen={view.mayOpenNumber}
                  />
                ),
              },
            ]),
      ]}
    />
  );
}
