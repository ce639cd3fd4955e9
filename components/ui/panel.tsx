import type { ReactNode } from "react";
import { classNames } from "./class-names";

type PanelProps = {
  heading?: ReactNode;
  /** Right of the heading. */
  aside?: ReactNode;
  className?: string;
  /** No padding around the contents, for lists and tables. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
};

/** A sheet of paper on the desk, with a hairline around it. */
export function Panel({ heading, aside, className, flush = false, id, children }: PanelProps) {
  return (
    <section id={id} className={classNames("rounded-panel border border-line bg-surface", className)}>
      {heading && (
        <div
          className={classNames(
            "flex flex-wrap items-baseline justify-between gap-2 px-5 pt-4",
            flush ? "pb-4" : "pb-2",
          )}
        >
          <h2 className="text-read font-semibold">{heading}</h2>
          {aside && <div className="text-note text-ink2">{aside}</div>}
        </div>
      )}
      <div className={flush ? "" : classNames("px-5 pb-5", !heading && "pt-5")}>{children}</div>
    </section>
  );
}
