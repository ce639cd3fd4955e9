import { Panel } from "@/components/ui/panel";
import { formatDay } from "@/lib/shared/days";
import type { loadWaitingReferrals } from "@/lib/sources/queries/referrals";

type Waiting = Awaited<ReturnType<typeof loadWaitingReferrals>>;

/** Who was introduced and waits for an answer; nothing where nobody does. */
export function WaitingPanel({ waiting: { count, first } }: { waiting: Waiting }) {
  if (count === 0) return null;
  return (
    <Panel
      heading={`${count} người chờ tiếp nhận`}
      aside={
        <a href="/sources/referrals?state=waiting" data-soft="" className="link">
          Xem hết
        </a>
      }
      className="border-l-4 border-l-red"
    >
      <ul>
        {first.map(({ id, name, organisation, onDay, until }) => (
          <li key={id} className="border-t border-line py-2 first:border-0">
            <a href={`/sources/referrals/${id}`} data-soft="" className="link font-semibold">
              {name}
            </a>
            <span className="block text-note text-ink2">
              {organisation && `${organisation}, `}
              {formatDay(onDay)}, hiệu lực đến {formatDay(until)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
