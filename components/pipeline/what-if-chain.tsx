import { boundLabel, plannedLabel } from "@/lib/pipeline/labels/what-if";
import type { Link } from "@/lib/pipeline/rules/earliest";
import { formatDay } from "@/lib/shared/days";

/** The days of a plan one after the other, each with what fixes it. */
export function PlanChain({ links }: { links: readonly Link[] }) {
  return (
    <ol className="divide-y divide-line/60">
      {links.map((link) => (
        <li key={link.step} className="flex items-baseline gap-x-4 py-1.5">
          <time dateTime={link.onDay} className="figures w-22 shrink-0 font-medium">
            {formatDay(link.onDay)}
          </time>
          <span className="min-w-0 flex-1">
            {plannedLabel(link.step)}
            <span className="block text-note text-ink2">
              {boundLabel(link)}
              {link.rule && ` · ${link.rule}`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
