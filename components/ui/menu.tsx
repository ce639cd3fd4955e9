import type { ReactNode } from "react";
import { classNames } from "./class-names";

type MenuProps = {
  label: string;
  /** Of menus with one name only one is open. */
  name?: string;
  className?: string;
  /** How what opens stands below the button. */
  listClassName: string;
  children: ReactNode;
};

/** A button that opens what is done less often. */
export function Menu({ label, name, className, listClassName, children }: MenuProps) {
  return (
    <details className={classNames("relative", className)} name={name}>
      <summary className="flex min-h-12 list-none items-center gap-2 rounded-button border border-line2 bg-surface px-4 text-staff font-semibold hover:bg-hover phone:min-h-10">
        {label}
      </summary>
      <div
        className={classNames(
          "absolute z-20 mt-1 rounded-menu border border-line2 bg-surface shadow-float",
          listClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
