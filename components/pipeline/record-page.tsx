import { PageHeading } from "@/components/ui/page-heading";
import { stepLabel } from "@/lib/pipeline/labels/words";
import type { RecordingView } from "@/lib/pipeline/queries/candidate";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { letterFor } from "@/lib/pipeline/rules/moving";
import { probationEnd } from "@/lib/pipeline/rules/probation";
import { nextPeriod, typedPeriod } from "@/lib/pipeline/rules/progress";
import { decisionThreshold } from "@/lib/pipeline/rules/vote";
import type { RecordableKind } from "@/lib/pipeline/schema/forms";
import { formatDay } from "@/lib/shared/days";
import { RecordForm } from "./record-form";

const TITLES: Partial<Record<RecordableKind, string>> = {
  cellVoted: "Ghi biểu quyết của chi bộ",
  baseVoted: "Ghi biểu quyết của đảng ủy cơ sở",
  decisionVoted: "Ghi biểu quyết của ban thường vụ",
  recognitionVoted: "Ghi kết quả họp xét công nhận chính thức",
  recognitionBaseVoted: "Ghi biểu quyết công nhận của đảng ủy cơ sở",
  removalVoted: "Ghi biểu quyết đề nghị xóa tên",
};

/** The page of one step's form. */
export function RecordPage({
  view,
  kind,
  chosen,
}: {
  view: RecordingView;
  kind: RecordableKind;
  /** The target, paper or case that the link named. */
  chosen: string;
}) {
  const { candidate, standing, today } = view;
  const { person, cell } = candidate;
  const born = person.birthDate ? formatDay(person.birthDate) : person.birthYear;
  const endsOn = probationEnd(standing, rulebookOn(today));
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={TITLES[kind] ?? stepLabel(kind)}
        under={`${person.name}, sinh ${born}, ${cell.name}`}
        back={{ href: `/pipeline/${candidate.id}`, label: person.name }}
      />
      <RecordForm
        kind={kind}
        candidateId={candidate.id}
        version={candidate.version}
        facts={{
          officialMembers: cell.officialMembers,
          helpers: standing.helpers.map(({ name }) => name),
          probationEnd: endsOn && formatDay(endsOn),
          isBaseCell: cell.kind === "BASE_CELL",
          threshold: decisionThreshold(view.event),
          letter: letterFor(standing, true),
          period: typedPeriod(nextPeriod(standing.notedFor, view.event.options.notesEvery, today)),
          chosen,
          proposedNumber: view.proposedNumber,
        }}
      />
    </div>
  );
}
