"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";

/** On a phone the filters are one button that says what is chosen; on a desktop they stand open. */
export function FilterSheet({ summary, children }: { summary: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print mb-4">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-12 w-full items-center justify-between gap-2 rounded-button border border-line2 bg-surface px-4 phone:hidden"
      >
        {summary}
        <ChevronDown size={18} aria-hidden="true" className={open ? "rotate-180" : ""} />
      </button>
      <div className={open ? "mt-3 phone:mt-0" : "hidden phone:block"}>{children}</div>
    </div>
  );
}
