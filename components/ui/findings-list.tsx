import type { ReactNode } from "react";
import { StatusShape } from "./shapes";

export type FindingLine = {
  key: string;
  blocks: boolean;
  sentence: string;
  source: ReactNode;
  dueOn?: string | null;
  action?: ReactNode;
};

/** Blocks first, then warnings, then what holds, folded: shape, one sentence, article, day, one button. */
export function FindingsList({ lines, passed }: { lines: FindingLine[]; passed: string[] }) {
  return (
    <div>
      <ul>
        {lines.map(({ key, blocks, sentence, source, dueOn, action }) => (
          <li key={key} className="flex flex-wrap items-start gap-x-4 gap-y-3 border-t border-line px-5 py-4">
            <span className="mt-1">
              <StatusShape shape={blocks ? "blocks" : "warns"} size={17} />
              <span className="sr-only">{blocks ? "Chưa đạt: " : "Lưu ý: "}</span>
            </span>
            <div className="min-w-56 flex-1">
              <p className="font-medium">{sentence}</p>
              <p className="mt-0.5 text-note text-ink2">{source}</p>
            </div>
            {dueOn && (
              <p className="keep text-note text-ink2">
                trước ngày <strong className="block text-body text-ink">{dueOn}</strong>
              </p>
            )}
            {action}
          </li>
        ))}
      </ul>
      {passed.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-5 py-3.5 text-staff text-ink2">Xem {passed.length} điều kiện đã đạt</summary>
          <ul className="px-5 pb-4">
            {passed.map((sentence) => (
              <li key={sentence} className="flex items-center gap-2.5 py-1 text-staff">
                <StatusShape shape="passes" />
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** "2 chưa đạt · 1 lưu ý · 10 đạt". */
export function FindingCounts({ blocks, warns, passes }: { blocks: number; warns: number; passes: number }) {
  return (
    <span className="flex flex-wrap items-center gap-4 text-note text-ink2">
      {blocks > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <StatusShape shape="blocks" /> {blocks} chưa đạt
        </span>
      )}
      {warns > 0 && (
        <span className="inline-flex items-center gap-1.5">
          <StatusShape shape="warns" /> {warns} lưu ý
        </span>
      )}
      <span className="inline-flex items-center gap-1.5">
        <StatusShape shape="passes" /> {passes} đạt
      </span>
    </span>
  );
}
