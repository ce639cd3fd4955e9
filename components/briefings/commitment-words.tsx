import { type Shape, StatusChip } from "@/components/ui/shapes";
import { commitmentStateLabel } from "@/lib/briefings/labels";
import { type Commitment, type CommitmentState, commitmentStateOf } from "@/lib/briefings/rules/briefing";
import { formatDay, type PlainDate } from "@/lib/shared/days";

const SHAPES: Record<CommitmentState, Shape> = {
  open: "onTrack",
  late: "late",
  reported: "watch",
  done: "done",
  notDone: "notAssigned",
};

/** What was agreed, who does it, by when, and how far it is. */
export function CommitmentWords({ commitment, today }: { commitment: Commitment; today: PlainDate }) {
  const { unit, doer, committeeId, committeeName, words, agreedOn, dueOn, report, reportedOn } = commitment;
  const state = commitmentStateOf(commitment, today);
  const helps = doer === "committee" && unit.id !== committeeId ? `, giúp ${unit.name}` : "";
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-56 flex-1">
          <strong className="font-semibold">
            {doer === "unit" ? unit.name : `${committeeName}${helps}`}
          </strong>
          : {words}
        </p>
        <StatusChip shape={SHAPES[state]} word={`${commitmentStateLabel(state)}, hạn ${formatDay(dueOn)}`} />
      </div>
      <p className="text-note text-ink2">
        {committeeName}, giao ban ngày {formatDay(agreedOn)}
        {commitment.closedOn && `; kết thúc ngày ${formatDay(commitment.closedOn)}`}
      </p>
      {report && reportedOn && (
        <p className="mt-1 border-l-2 border-line2 pl-3">
          {report}{" "}
          <span className="text-note text-ink2">
            ({commitment.reportedByName}, ngày {formatDay(reportedOn)})
          </span>
        </p>
      )}
    </>
  );
}
