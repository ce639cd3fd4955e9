import { Printer } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState, Notice } from "@/components/ui/states";
import { ballotLabel, committeeLabel, matterLabel } from "@/lib/meetings/labels";
import type { MeetingPage } from "@/lib/meetings/queries/meeting";
import { outcomeOf } from "@/lib/meetings/rules/row";
import { formatDay } from "@/lib/shared/days";
import { AgendaForm } from "./agenda-form";
import { countsText } from "./counts-text";
import { MeetingDesk } from "./meeting-desk";
import { MeetingResults } from "./meeting-results";
import { DropForm, ReopenForm } from "./state-form";

/** One meeting: the desk while it is open, what it decided once it is recorded. */
export function MeetingView({ page, done }: { page: MeetingPage; done: string | null }) {
  const { id, unit, matter, heldOn, people, state, version, mayHold, off } = page;
  const open = state === "open";
  const form = { meetingId: id, version, heldOn: formatDay(heldOn) };
  return (
    <>
      <PageHeading
        title={`Phiên họp ${committeeLabel(matter, unit)}`}
        under={`${matterLabel(matter)} ${people.length} người, ngày ${formatDay(heldOn)}`}
        back={{ href: "/meetings", label: "Phiên họp" }}
        actions={
          <>
            <ButtonLink href={`/meetings/${id}/minutes`}>
              <Printer size={16} aria-hidden="true" />
              In biên bản
            </ButtonLink>
            {mayHold && (
              <div className="hidden phone:contents">
                {open ? <DropForm {...form} /> : <ReopenForm {...form} />}
              </div>
            )}
          </>
        }
      />
      {done === "recorded" && !open && <DoneBar message="Đã ghi kết quả phiên họp" />}
      {done === "reopened" && open && (
        <DoneBar message="Đã mở lại phiên họp, các bước đã ghi được hoàn tác" />
      )}
      {open && mayHold ? (
        <>
          <MeetingDesk key={people.map(({ itemId }) => itemId).join()} page={page} />
          <div className="phone:hidden">
            <Notice tone="warns" title="Mở trên máy tính để sửa" />
            <Summary page={page} />
            <MeetingResults page={page} />
          </div>
          {off.length > 0 && (
            <Panel flush heading="Có thể đưa vào danh sách" className="mt-4 hidden phone:block">
              {off.map(({ candidateId, name, cell }) => (
                <AgendaForm
                  key={candidateId}
                  meetingId={id}
                  candidateId={candidateId}
                  name={`${name}, ${cell}`}
                  on={true}
                />
              ))}
            </Panel>
          )}
        </>
      ) : people.length === 0 ? (
        <Panel flush>
          <EmptyState title="Danh sách không còn ai" />
        </Panel>
      ) : (
        <>
          <Summary page={page} />
          <MeetingResults page={page} />
        </>
      )}
    </>
  );
}

/** Who came, how it was voted, and what came of it, in two sentences. */
function Summary({ page }: { page: MeetingPage }) {
  const { convened, present, ballot, people, recordedOn, recordedByName, minutesNumber } = page;
  const counts = countsText(people.map(({ row }) => outcomeOf(row, page, page)));
  return (
    <div className="mb-4">
      <p>
        Triệu tập {convened ?? "–"}, dự họp {present ?? "–"}. {ballotLabel(ballot)}.
        {minutesNumber && ` Biên bản số ${minutesNumber}.`}
      </p>
      {counts && <p className="font-semibold">{counts}</p>}
      {recordedOn && recordedByName && (
        <p className="text-note text-ink2">
          {recordedByName} ghi ngày {formatDay(recordedOn)}
        </p>
      )}
    </div>
  );
}
