import { Timeline } from "@/components/ui/lists";
import {
  combinationLabel,
  consentLabel,
  opinionFromLabel,
  periodLabel,
  resultLabel,
  stepLabel,
  targetLabel,
} from "@/lib/pipeline/labels/words";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import { effectiveSteps } from "@/lib/pipeline/rules/standing";
import type { Step } from "@/lib/pipeline/rules/step";
import { formatDay } from "@/lib/shared/days";

/** What happened, newest first, with document, votes and who entered it; undone steps stay readable. */
export function History({ view }: { view: CandidateView }) {
  const { steps } = view.candidate;
  const undone = steps.filter(({ undoneAt }) => undoneAt !== null);
  const items = [...effectiveSteps(steps), ...undone]
    .filter(({ kind }) => kind !== "paperMarked")
    .toSorted((a, b) => b.onDay.localeCompare(a.onDay));
  return (
    <Timeline
      items={items.map((step) => ({
        key: step.id,
        day: formatDay(step.onDay),
        title: titleOf(step),
        note: [
          step.documentNumber,
          `${step.recordedByName}${/^Nhập/.test(step.recordedByName) ? "" : " ghi"}`,
        ]
          .filter(Boolean)
          .join(" · "),
        undone: step.undoneAt !== null,
      }))}
    />
  );
}

function titleOf(step: Step): string {
  const title = stepLabel(step.kind);
  switch (step.kind) {
    case "helperAssigned":
    case "helperEnded":
      return `${title}: ${step.data.name}`;
    case "progressNoted":
      return `${title}, ${periodLabel(step.data.period)}: ${step.data.note}`;
    case "consentGiven":
      return `${title}: ${consentLabel(step.data.of).toLowerCase()} (${step.data.by})`;
    case "verificationSent":
    case "verificationWaived":
      return `${title}: ${targetLabel(step.data.target)}`;
    case "verificationReturned":
      return `${title}: ${targetLabel(step.data.target)}, ${resultLabel(step.data.result).toLowerCase()}`;
    case "transferred":
      return `${title}: từ ${step.data.fromName} đến ${step.data.toName}`;
    case "probationExtended":
      return `${title} ${step.data.months} tháng: ${step.data.reason}`;
    case "decisionExtended":
      return `${title}: ${step.data.reason}`;
    case "probationOpinionCollected":
    case "opinionCollected":
      return `${title} của ${opinionFromLabel(step.data.from)}`;
    case "referred":
      return `${title}: ${step.data.referrers.map(({ name }) => name).join(", ")} (${combinationLabel(step.data.combination).toLowerCase()})`;
    case "cellVoted":
    case "baseVoted":
    case "decisionVoted":
    case "recognitionVoted":
    case "recognitionBaseVoted":
    case "removalVoted":
      return [
        title,
        step.data.votes && `${step.data.votes.agreed}/${step.data.votes.convened} tán thành`,
        step.data.passed ? null : "chưa đủ phiếu",
      ]
        .filter(Boolean)
        .join(", ");
    case "returned":
      return [
        `${title}: ${step.data.reason}`,
        ...(step.data.papers ?? []).map(({ comment }) => comment),
      ].join("; ");
    case "reopened":
      return `${title}: ${step.data.reason}`;
    default:
      return title;
  }
}
