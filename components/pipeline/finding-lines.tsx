import { NotCompared } from "@/components/rules/not-compared";
import { ButtonLink } from "@/components/ui/button";
import { type FindingLine, FindingsList } from "@/components/ui/findings-list";
import { findingSentence, passedSentence } from "@/lib/pipeline/labels/findings";
import { recordLabel } from "@/lib/pipeline/labels/words";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import type { Finding, Review } from "@/lib/pipeline/rules/finding";
import { mendingOf } from "@/lib/pipeline/rules/mending";
import { formatDay } from "@/lib/shared/days";

/** Where the link to a rule opens: a form keeps what was typed and opens it beside itself. */
type Opens = "here" | "beside";

/** Findings of the rules in words, for the list that every screen shares; each leads to its rule. */
export function findingLines(findings: readonly Finding[], opens: Opens = "here"): FindingLine[] {
  return findings.map((finding, place) => ({
    key: `${finding.is}-${place}`,
    blocks: finding.blocks,
    sentence: findingSentence(finding),
    source: <FindingSource finding={finding} opens={opens} />,
    dueOn: finding.dueOn ? formatDay(finding.dueOn) : null,
  }));
}

/** The article, as a link to the rule where there is one, and whether it was compared with the text. */
export function FindingSource({ finding, opens = "here" }: { finding: Finding; opens?: Opens }) {
  const { rule, source, unverified } = finding;
  if (rule === null) return source;
  return (
    <>
      <a
        href={`/rules#${rule}`}
        className="link"
        {...(opens === "beside" ? { target: "_blank", rel: "noopener" } : {})}
      >
        {source} · <span className="keep">{rule}</span>
        {opens === "beside" && <span className="sr-only"> (mở ở trang mới)</span>}
      </a>{" "}
      {unverified && <NotCompared />}
    </>
  );
}

/** What holds, in words, each once: several findings of a rule that hold are one sentence. */
export function passedLines({ passed }: Review): string[] {
  return [...new Set(passed.map(({ rule }) => passedSentence(rule)))];
}

/** The review of a dossier; beside each finding the one button that mends it, where the actor may record that. */
export function ReviewList({ view }: { view: CandidateView }) {
  const { review } = view;
  const lines = findingLines(review.findings).map((line, place) => ({
    ...line,
    action: <MendingButton finding={review.findings[place]} view={view} />,
  }));
  return <FindingsList lines={lines} passed={passedLines(review)} />;
}

function MendingButton({ finding, view }: { finding: Finding | undefined; view: CandidateView }) {
  const mending = finding ? mendingOf(finding) : null;
  if (!mending || !view.may[mending.kind]) return null;
  const of = mending.of ? `?of=${mending.of}` : "";
  return (
    <ButtonLink
      href={`/pipeline/${view.candidate.id}/record/${mending.kind}${of}`}
      look="panel"
      className="no-print w-full phone:w-auto"
    >
      {recordLabel(mending.kind)}
    </ButtonLink>
  );
}
