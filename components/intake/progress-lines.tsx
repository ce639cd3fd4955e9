"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { StatusShape } from "@/components/ui/shapes";
import { IMPORT_STAGES, type ImportStage } from "@/lib/imports/progress";
import type { StoredProgress } from "@/lib/imports/repository/progress";
import { formatNumber } from "@/lib/shared/ratio";

/** What a page shows of a run; null: there is none. */
export type ShownProgress = Pick<StoredProgress, "doing" | "stage" | "rows" | "done" | "total" | "alive">;

const EVERY_MS = 700;

/** Asks how far a run is until there is none any more; `onEnd` is told once, if there was one. */
function useProgress(batchId: string | null, first: ShownProgress | null, onEnd?: () => void) {
  const [progress, setProgress] = useState(first);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (batchId === null) return;
    let seen = first !== null;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await progressOf(batchId);
      if (answer !== undefined) {
        setProgress(answer);
        if (seen && !answer?.alive) {
          end.current?.();
          return;
        }
        seen ||= answer !== null;
      }
      timer = setTimeout(ask, EVERY_MS);
    };
    timer = setTimeout(ask, EVERY_MS);
    return () => clearTimeout(timer);
  }, [batchId, first]);
  return progress;
}

/** Undefined: the connection is gone, ask again. */
async function progressOf(batchId: string): Promise<ShownProgress | null | undefined> {
  try {
    const answer = await fetch(`/api/v1/imports/${batchId}/progress`, { cache: "no-store" });
    if (!answer.ok) return undefined;
    return ((await answer.json()) as { progress: ShownProgress | null }).progress;
  } catch {
    return undefined;
  }
}

/** A run that is under way; the page is read anew when it ends. */
export function RunningImport({ batchId, first }: { batchId: string; first: ShownProgress }) {
  const router = useRouter();
  const progress = useProgress(batchId, first, () => router.refresh());
  return <ProgressLines progress={progress ?? first} />;
}

/** The same while a file is being sent: nothing is shown until the run has begun. */
export function SentImport({ batchId }: { batchId: string }) {
  const progress = useProgress(batchId, null);
  return progress && <ProgressLines progress={progress} />;
}

/** The same inside the form that writes a file, while it is on its way. */
export function WrittenImport({ batchId }: { batchId: string }) {
  const { pending } = useFormStatus();
  return pending && <SentImport batchId={batchId} />;
}

const WORDS: Record<ImportStage, string> = { read: "Đọc", check: "Kiểm tra", write: "Ghi" };

/** Which stages there are, how far each is, and that one may leave. */
function ProgressLines({ progress }: { progress: ShownProgress }) {
  const stages = IMPORT_STAGES.filter((stage) => stage !== "write" || progress.doing === "write");
  const at = stages.indexOf(progress.stage);
  return (
    <div role="status" className="w-full rounded-panel border border-line bg-surface p-4">
      <p className="font-semibold">{progress.doing === "write" ? "Đang ghi" : "Đang kiểm tra"}</p>
      <ol className="mt-2 space-y-2">
        {stages.map((stage, place) => (
          <li key={stage} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-staff">
            <StatusShape shape={place < at ? "done" : place === at ? "onTrack" : "none"} />
            <span className="w-20">{WORDS[stage]}</span>
            {place === at && (
              <>
                <progress
                  value={progress.done}
                  max={Math.max(progress.total, 1)}
                  className="h-2 min-w-32 flex-1"
                  aria-label={WORDS[stage]}
                />
                <span className="text-note text-ink2">{amount(progress)}</span>
              </>
            )}
            {place < at && stage === "read" && (
              <span className="text-note text-ink2">{formatNumber(progress.rows)} dòng</span>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-2 text-note text-ink2">Đồng chí có thể sang trang khác rồi quay lại đây.</p>
    </div>
  );
}

function amount({ stage, rows, done, total }: ShownProgress): string {
  if (rows === 0) return "Đang mở tệp";
  return `${formatNumber(done)} trên ${formatNumber(total)} ${stage === "write" ? "bản ghi" : "dòng"}`;
}
