import Link from "next/link";
import { StatusChip } from "@/components/ui/shapes";
import type { SnapshotLine } from "@/lib/periods/rules/snapshot";
import { formatDay } from "@/lib/shared/days";

/** Snapshots, each with who made and who approved it. */
export function SnapshotList({ snapshots }: { snapshots: SnapshotLine[] }) {
  return (
    <ul>
      {snapshots.map(({ id, title, unit, asOf, madeOn, madeByName, approvedOn, hash }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
        >
          <Link href={`/periods/snapshots/${id}`} prefetch={false} className="link min-h-6 font-semibold">
            {title}
          </Link>
          <span className="text-staff">
            {unit.name}, số liệu có đến {formatDay(asOf)}
          </span>
          <StatusChip
            shape={approvedOn === null ? "none" : "done"}
            word={approvedOn === null ? "Chưa phê duyệt" : `Phê duyệt ${formatDay(approvedOn)}`}
          />
          <span className="text-note text-ink2">
            {madeByName} chốt ngày {formatDay(madeOn)} · <span className="figures">{hash.slice(0, 8)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
