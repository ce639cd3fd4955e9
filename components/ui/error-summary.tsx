"use client";

import { useEffect, useRef } from "react";
import { StatusShape } from "./shapes";

/** What is wrong, and the field it leads to; "": the form as a whole. */
export type SummaryLine = { field: string; sentence: string };

/** "Chưa ghi được: 3 chỗ cần xem lại": gets the focus, each line leads to its field. */
export function ErrorSummary({ lines, verb = "ghi" }: { lines: SummaryLine[]; verb?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);
  if (lines.length === 0) return null;

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mb-5 rounded-panel border-2 border-red bg-surface p-5"
    >
      <h2 className="flex items-center gap-2 text-task font-semibold">
        <StatusShape shape="blocks" size={18} />
        Chưa {verb} được: {lines.length} chỗ cần xem lại
      </h2>
      <ul className="mt-2 space-y-1.5">
        {lines.map(({ field, sentence }) => (
          <li key={`${field}${sentence}`}>
            {field === "" ? (
              sentence
            ) : (
              <a href={`#field-${field}`} className="link text-red-hover">
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
