import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { OwnCommitments } from "@/lib/briefings/repository/commitments";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** On the home page: what was agreed at briefings and is one's own to do, and what was told to be done. */
export function CommitmentNote({ note }: { note: OwnCommitments | null }) {
  if (!note) return null;
  const { mine, late, firstDue, reported } = note;
  return (
    <Panel heading="Việc đã thống nhất tại giao ban">
      {mine > 0 && (
        <p>
          {formatNumber(mine)} việc phải làm
          {late > 0 && (
            <>
              , <strong className="font-semibold text-red-hover">{formatNumber(late)} việc quá hạn</strong>
            </>
          )}
          {firstDue && `. Hạn gần nhất: ${formatDay(firstDue)}`}.
        </p>
      )}
      {reported > 0 && <p>{formatNumber(reported)} việc đã báo xong, chờ xác nhận tại phiên tới.</p>}
      <p className="mt-4">
        <ButtonLink href={mine > 0 ? "/briefings/commitments" : "/briefings/commitments?state=reported"}>
          Xem việc giao ban
        </ButtonLink>
      </p>
    </Panel>
  );
}
