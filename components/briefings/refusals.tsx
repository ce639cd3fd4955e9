import { Notice } from "@/components/ui/states";
import { briefingFindingText, letterFindingText } from "@/lib/briefings/labels";
import type { BriefingFinding } from "@/lib/briefings/rules/briefing";
import type { LetterFinding } from "@/lib/briefings/rules/issue";
import type { FormState } from "@/lib/shared/form-state";

/** What refuses a form of a briefing as a whole; its fields tell of themselves. */
export function BriefingRefusals({ state }: { state: FormState<BriefingFinding> }) {
  return <Told sentences={[...(state.fieldErrors[""] ?? []), ...state.findings.map(briefingFindingText)]} />;
}

/** The same of a letter. */
export function LetterRefusals({ state }: { state: FormState<LetterFinding> }) {
  return <Told sentences={[...(state.fieldErrors[""] ?? []), ...state.findings.map(letterFindingText)]} />;
}

function Told({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => <Notice key={sentence} tone="blocks" title={sentence} />);
}
