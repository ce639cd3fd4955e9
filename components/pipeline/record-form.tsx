"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary, type SummaryLine } from "@/components/ui/error-summary";
import { FindingsList } from "@/components/ui/findings-list";
import { Panel } from "@/components/ui/panel";
import { wrongLines } from "@/components/ui/refusals";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  closeCandidate,
  markPaper,
  recordBaseStep,
  recordCellStep,
  recordCeremony,
  recordConsent,
  recordDecision,
  recordRecognition,
  returnCandidate,
  transferCandidate,
} from "@/lib/pipeline/actions/record";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { recordLabel } from "@/lib/pipeline/labels/words";
import type { Finding } from "@/lib/pipeline/rules/finding";
import { PERMISSION_OF } from "@/lib/pipeline/rules/step";
import type { RecordableKind } from "@/lib/pipeline/schema/forms";
import type { FormState } from "@/lib/shared/form-state";
import { findingLines } from "./finding-lines";
import { RecordFields } from "./record-fields";
import type { RecordFacts } from "./record-parts";

const ACTIONS = {
  "candidate.recordCellStep": recordCellStep,
  "candidate.recordBaseStep": recordBaseStep,
  "candidate.recordDecision": recordDecision,
  "candidate.recordConsent": recordConsent,
  "candidate.markPaper": markPaper,
  "candidate.transfer": transferCandidate,
  "candidate.recordCeremony": recordCeremony,
  "candidate.recordRecognition": recordRecognition,
  "candidate.return": returnCandidate,
  "candidate.close": closeCandidate,
} as const;

type Send = (state: FormState<Finding>, form: FormData) => Promise<FormState<Finding>>;
type RecordFormProps = { kind: RecordableKind; candidateId: string; version: number; facts: RecordFacts };

/** The form of one step: what is wrong is counted on top, the law's conditions stand beside it. */
export function RecordForm({ kind, candidateId, version, facts }: RecordFormProps) {
  const action = ACTIONS[PERMISSION_OF[kind] as keyof typeof ACTIONS] as Send;
  return (
    <AnsweredForm
      action={action}
      summary={summaryLines}
      look="own"
      errors={withVoteErrors}
      hidden={{ kind, candidateId, version }}
      className="grid gap-5 desk:grid-cols-[minmax(0,1fr)_346px]"
    >
      {(state, lines) => {
        const values = state.values as Record<string, string>;
        const conflict = state.findings.find(({ is }) => is === "changedMeanwhile");
        const short = state.findings.some(({ is, blocks }) => blocks && is === "votesShort");
        return (
          <>
            <div>
              {conflict && (
                <Notice
                  tone="warns"
                  title={findingSentence(conflict)}
                  action={<ButtonLink href={`/pipeline/${candidateId}`}>Xem bản mới</ButtonLink>}
                >
                  Chưa ghi gì cả. Hãy xem bản mới rồi mở lại biểu này.
                </Notice>
              )}
              <ErrorSummary lines={lines} />
              <Panel>
                <div key={JSON.stringify(values)} className="space-y-5">
                  <RecordFields kind={kind} values={values} errors={withVoteErrors(state)} facts={facts} />
                </div>
                <div className="mt-6 flex flex-wrap items-center gap-4">
                  <SubmitButton className="w-full phone:w-auto">{recordLabel(kind)}</SubmitButton>
                  <ButtonLink href={`/pipeline/${candidateId}`} look="quiet">
                    Quay lại hồ sơ
                  </ButtonLink>
                </div>
              </Panel>
            </div>
            <aside>
              {state.findings.length > 0 && (
                <Panel flush heading="Điều kiện">
                  <FindingsList
                    lines={findingLines(
                      state.findings.filter(({ is }) => is !== "changedMeanwhile"),
                      "beside",
                    )}
                    passed={[]}
                  />
                  {short && (
                    <div className="border-t border-line p-5">
                      <p className="mb-3 text-staff">
                        Nếu cuộc họp đã biểu quyết như vậy, hãy ghi lại là chưa đủ phiếu.
                      </p>
                      <SubmitButton look="panel" name="fellShort" value="yes" className="w-full">
                        Ghi là chưa đủ phiếu
                      </SubmitButton>
                    </div>
                  )}
                </Panel>
              )}
            </aside>
          </>
        );
      }}
    </AnsweredForm>
  );
}

const VOTE_FIELD: Partial<Record<Finding["is"], string>> = {
  votesDoNotAddUp: "agreed",
  presentAboveConvened: "present",
  votesShort: "agreed",
  inFuture: "onDay",
  beforeEarlierStep: "onDay",
  ceremonyBeforeDecision: "onDay",
  ceremonyLate: "onDay",
  decisionNumberUsed: "documentNumber",
  resolutionNumberUsed: "documentNumber",
  decisionLate: "lateReason",
  letterMissing: "documentNumber",
  prolongationTooLong: "months",
  carrierRelated: "carrierRelated",
  waiverUnfounded: "matched",
  probationNotOver: "onDay",
  recognitionDayWrong: "onDay",
};

function summaryLines(state: FormState<Finding>): SummaryLine[] {
  const blocking = state.findings.filter(({ blocks, is }) => blocks && is !== "changedMeanwhile");
  return [
    ...wrongLines(state, ""),
    ...blocking.map((finding) => ({
      field: VOTE_FIELD[finding.is] ?? "onDay",
      sentence: findingSentence(finding),
    })),
  ];
}

/** Arithmetic of a vote is shown at its fields as well. */
function withVoteErrors({ fieldErrors, findings }: FormState<Finding>): Record<string, string[]> {
  const errors = { ...fieldErrors };
  for (const finding of findings) {
    const field = VOTE_FIELD[finding.is];
    if (finding.blocks && field && finding.is !== "votesShort")
      errors[field] = [...(errors[field] ?? []), findingSentence(finding)];
  }
  return errors;
}
