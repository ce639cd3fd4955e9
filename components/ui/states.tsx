import type { ReactNode } from "react";
import { StatusShape } from "./shapes";

/** Says why nothing is there and what fills it, with the one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-5 py-6">
      <div>
        <p className="font-semibold">{title}</p>
        {children && <p className="mt-1 text-staff text-ink2">{children}</p>}
      </div>
      {action}
    </div>
  );
}

type NoticeProps = {
  tone: "warns" | "blocks" | "passes";
  title: string;
  children?: ReactNode;
  action?: ReactNode;
};

/** Something to know before going on. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const look = {
    warns: "border-ochre-line bg-ochre-soft",
    blocks: "border-red-line bg-red-soft",
    passes: "border-line2 bg-petrol-soft",
  }[tone];
  return (
    <div role={tone === "blocks" ? "alert" : "status"} className={`mb-5 rounded-panel border p-4 ${look}`}>
      <div className="flex items-start gap-3">
        <span className="mt-1">
          <StatusShape shape={tone} size={16} />
        </span>
        <div>
          <p className="font-semibold">{title}</p>
          {children && <div className="mt-1 text-staff">{children}</div>}
          {action && <div className="mt-3 flex flex-wrap gap-3">{action}</div>}
        </div>
      </div>
    </div>
  );
}

/** After writing: stays until it is closed or one goes on; `undo` is the form that takes it back. */
export function DoneBar({ message, undo }: { message: ReactNode; undo?: ReactNode }) {
  return (
    <div
      role="status"
      className="no-print mb-5 flex flex-wrap items-center gap-3 rounded-menu bg-ink px-4 py-3 text-white"
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 8.5l3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span className="flex-1">{message}</span>
      {undo}
    </div>
  );
}
