import { type FindingLine, FindingsList } from "@/components/ui/findings-list";
import { findingSentence, passedSentence } from "@/lib/pipeline/labels/findings";
import type { Finding, Review } from "@/lib/pipeline/rules/finding";
import { formatDay } from "@/lib/shared/days";

/** Findings of the rules in words, for the list that every screen shares. */
export function findingLines(findings: readonly Finding[]): FindingLine[] {
  return findings.map((finding, place) => ({
    key: `${finding.is}-${place}`,
    blocks: finding.blocks,
    sentence: findingSentence(finding),
    source: finding.rule ? `${finding.source} · ${finding.rule}` : finding.source,
    dueOn: finding.dueOn ? formatDay(finding.dueOn) : null,
  }));
}

/** What holds, in words, each once: several findings of a rule that hold are one sentence. */
export function passedLines({ passed }: Review): string[] {
  return [...new Set(passed.map(({ rule }) => passedSentence(rule)))];
}

export function ReviewList({ review }: { review: Review }) {
  return <FindingsList lines={findingLines(review.findings)} passed={passedLines(review)} />;
}
