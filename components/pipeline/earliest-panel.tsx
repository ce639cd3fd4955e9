import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import { earliestAdmission, longestAllowed } from "@/lib/pipeline/rules/earliest";
import { formatDay } from "@/lib/shared/days";
import { PlanChain } from "./what-if-chain";

/** The earliest lawful day of admission, with the chain of days folded; nothing once admitted or ended. */
export function EarliestPanel({ view: { event, next, standing, candidate } }: { view: CandidateView }) {
  if (next === null || standing.admittedOn !== null) return null;
  const usual = longestAllowed(event.book, event.options);
  const { links, admittedOn, obstacles } = earliestAdmission(event, {
    classOn: null,
    meetingOn: null,
    usual,
  });
  return (
    <Panel heading="Sớm nhất có thể kết nạp">
      {admittedOn ? (
        <>
          <p className="text-headline font-semibold">ngày {formatDay(admittedOn)}</p>
          <p className="text-note text-ink2">Mỗi bước tính số ngày dài nhất mà quy định cho phép.</p>
          <details className="mt-2">
            <summary className="cursor-pointer py-2.5 text-staff font-semibold">Xem từng bước</summary>
            <PlanChain links={links} />
          </details>
        </>
      ) : (
        <>
          <p>Chưa tính được ngày, vì còn vướng:</p>
          <ul className="mt-1 list-disc pl-5 text-staff">
            {obstacles.map((finding) => (
              <li key={finding.is}>{findingSentence(finding)}</li>
            ))}
          </ul>
        </>
      )}
      <p className="no-print mt-3">
        <ButtonLink href={`/pipeline/what-if?unit=${candidate.cell.code}`}>
          Thử ngày họp, ngày mở lớp
        </ButtonLink>
      </p>
    </Panel>
  );
}
