import Link from "next/link";
import { formatNumber } from "@/lib/shared/ratio";
import { classNames } from "./class-names";

export type Tab = { href: string; label: string; count?: number; current: boolean };

/** Tabs are links: each has an address. On a phone they take a second row, so that none is hidden. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap gap-x-6 border-b border-line phone:flex-nowrap phone:overflow-x-auto"
    >
      {tabs.map(({ href, label: words, count, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={current ? "page" : undefined}
          className={classNames(
            "keep -mb-px border-b-2 py-3 text-staff",
            current ? "border-red font-semibold text-ink" : "border-transparent text-ink2 hover:text-ink",
          )}
        >
          {words} {count !== undefined && <span className="figures ml-1">{formatNumber(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Two or three views of the same thing. */
export function SegmentedLinks({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="inline-flex rounded-button border border-line2 bg-sunken p-0.5">
      {tabs.map(({ href, label: words, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          prefetch={false}
          aria-current={current ? "true" : undefined}
          className={classNames(
            "keep rounded-tag px-3 py-1.5 text-note",
            current ? "border border-line2 bg-surface font-semibold" : "text-ink2 hover:text-ink",
          )}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
