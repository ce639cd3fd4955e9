import type { ReactNode } from "react";

export type TimelineItem = {
  key: string;
  day: string;
  title: string;
  note?: string;
  action?: ReactNode;
  undone?: boolean;
};

/** What happened, newest first, with who entered it. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol>
      {items.map(({ key, day, title, note, action, undone }) => (
        <li key={key} className="relative border-l-2 border-line pb-4 pl-5 last:pb-0">
          <span
            className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-bar2 bg-surface"
            aria-hidden="true"
          />
          <time className="text-note text-ink2">{day}</time>
          <p className={undone ? "text-ink3 line-through" : "font-medium"}>{title}</p>
          {note && <p className="text-note text-ink2">{note}</p>}
          {action}
        </li>
      ))}
    </ol>
  );
}

export type KeyValue = { label: string; value: ReactNode };

export function KeyValues({ items }: { items: KeyValue[] }) {
  return (
    <dl className="divide-y divide-line/60">
      {items.map(({ label, value }) => (
        <div key={label} className="flex items-baseline justify-between gap-4 py-1.5">
          <dt className="text-ink2">{label}</dt>
          <dd className="text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
