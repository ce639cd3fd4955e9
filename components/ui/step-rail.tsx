import { ChevronDown } from "lucide-react";
import { classNames } from "./class-names";
import { StatusShape } from "./shapes";

export type RailItem = {
  label: string;
  state: "done" | "current" | "toCome";
  note?: string | null;
  href?: string;
};

/** The way of a candidate on a desktop: done with a tick and day, current with a red ring, to come in grey. */
export function StepRail({ items }: { items: RailItem[] }) {
  return (
    <ol className="hidden px-2 py-5 desk:flex">
      {items.map(({ label, state, note, href }, place) => (
        <li
          key={label}
          aria-current={state === "current" ? "step" : undefined}
          className="relative flex-1 px-0.5 text-center text-note"
        >
          {place > 0 && (
            <span
              className={classNames(
                "absolute top-2 right-1/2 h-0.5 w-full",
                state === "toCome" || state === "current" ? "bg-line2" : "bg-ink",
              )}
            />
          )}
          <span className="relative z-10 mx-auto flex size-5 items-center justify-center rounded-full bg-surface">
            <RailMark state={state} />
          </span>
          <span
            className={classNames(
              "mt-2 block",
              state === "current" && "font-semibold",
              state === "toCome" && "text-ink3",
            )}
          >
            {href ? (
              <a href={href} className="hover:underline">
                {label}
              </a>
            ) : (
              label
            )}
          </span>
          <span
            className={classNames(
              "block text-chip",
              state === "current" ? "font-semibold text-red" : "text-ink2",
            )}
          >
            {state === "current" ? "đang làm" : note}
          </span>
        </li>
      ))}
    </ol>
  );
}

function RailMark({ state }: { state: RailItem["state"] }) {
  if (state === "current") {
    return (
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="text-red">
        <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.4" />
        <circle cx="10" cy="10" r="3.4" fill="currentColor" />
      </svg>
    );
  }
  return state === "done" ? (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-label="xong" role="img">
      <circle cx="10" cy="10" r="9.5" className="fill-ink" />
      <path d="M6 10.3l2.7 2.7L14 7.4" fill="none" stroke="#fff" strokeWidth="2" />
    </svg>
  ) : (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" className="fill-surface stroke-line2" strokeWidth="2" />
    </svg>
  );
}

/** The same on a phone: segments, "Bước 6/11 · Lấy ý kiến", opening into a list. */
export function StepSegments({ items }: { items: RailItem[] }) {
  const current = items.findIndex(({ state }) => state === "current");
  const place = current < 0 ? items.filter(({ state }) => state === "done").length - 1 : current;
  return (
    <details className="group desk:hidden">
      <summary className="list-none py-3">
        <span className="flex gap-1" aria-hidden="true">
          {items.map(({ label, state }) => (
            <span
              key={label}
              className={classNames(
                "h-1.5 flex-1 rounded-full",
                state === "done" ? "bg-ink" : state === "current" ? "bg-red" : "bg-line2",
              )}
            />
          ))}
        </span>
        <span className="mt-2 flex items-center justify-between">
          <span className="text-ink2">
            Bước <strong className="text-ink">{`${place + 1}/${items.length}`}</strong> ·{" "}
            <strong className="text-ink">{items[place]?.label}</strong>
          </span>
          <ChevronDown size={20} aria-hidden="true" className="group-open:rotate-180" />
        </span>
      </summary>
      <ol className="border-t border-line py-2">
        {items.map(({ label, state, note }) => (
          <li key={label} className="flex items-center gap-3 py-1.5">
            {state === "done" ? (
              <StatusShape shape="passes" size={16} />
            ) : (
              <StatusShape shape="none" size={16} />
            )}
            <span className={state === "current" ? "font-semibold" : state === "toCome" ? "text-ink3" : ""}>
              {label}
            </span>
            <span className="ml-auto text-note text-ink2">{state === "current" ? "đang làm" : note}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Eleven tiny cells for a list, always with the step's name. */
export function StepCells({
  done,
  total,
  label,
  ended = false,
}: {
  done: number;
  total: number;
  label: string;
  ended?: boolean;
}) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="inline-flex gap-px" aria-hidden="true">
        {Array.from({ length: total }, (_, place) => place).map((place) => (
          <span
            key={place}
            className={classNames(
              "h-1.5 w-1",
              place < done ? "bg-ink" : place === done && !ended ? "bg-red" : "bg-line2",
            )}
          />
        ))}
      </span>
      <span className="keep">{label}</span>
    </span>
  );
}
