import { undoStep } from "@/lib/pipeline/actions/person";
import { recordCellStep } from "@/lib/pipeline/actions/record";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { today } from "@/lib/platform/clock";
import { formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { aForm } from "@/tests/support/organisation";
import type { Times } from "./measure";

/** Times the recording of a helper's note on a dossier, every rule applied; taken back after each round. */
export async function timedSaving(candidateId: string, rounds = 7): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { candidate } = await loadCandidate(candidateId);
    const note = aForm({
      kind: "progressNoted",
      candidateId,
      version: String(candidate.version),
      onDay: formatDay(today()),
      period: `Quý ${(round % 4) + 1}/${Number(today().slice(0, 4)) - 1 - Math.floor(round / 4)}`,
      note: "tích cực tham gia phong trào",
    });
    const begun = performance.now();
    const answer = await recordCellStep(initialFormState, note);
    const took = performance.now() - begun;
    if (answer.done === null) throw new Error(`not saved: ${JSON.stringify(answer)}`);
    if (round > 0) times.push(took);
    const after = (await loadCandidate(candidateId)).candidate;
    const step = after.steps.findLast(({ undoneAt }) => undoneAt === null);
    await undoStep(
      initialFormState,
      aForm({ candidateId, version: String(after.version), stepId: step?.id ?? "" }),
    );
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, best: sorted[0] ?? 0 };
}
