"use client";

import { useActionState, useEffect, useMemo, useRef, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordMeeting } from "@/lib/meetings/actions";
import { meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingPage } from "@/lib/meetings/queries/meeting";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import type { Outcome } from "@/lib/meetings/rules/row";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { countsText } from "./counts-text";

type DeskFootProps = {
  page: MeetingPage;
  outcomes: readonly Outcome[];
  present: number | null;
  /** Rows that are not stored yet: recording waits for them, unless the server refused one. */
  unsent: number;
  refused: number;
  /** The meeting's version and that of each row, as this screen knows them. */
  version: number;
  seen: string;
};

/** The keys of the grid, how it stands, and the one button that records everybody together. */
export function DeskFoot({ page, outcomes, present, unsent, refused, version, seen }: DeskFootProps) {
  const [state, send] = useActionState<FormState<MeetingFinding>, FormData>(recordMeeting, initialFormState);
  const lines = useMemo(() => summaryLines(state), [state]);
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked || unsent > 0) return;
    setAsked(false);
    form.current?.requestSubmit();
  }, [asked, unsent]);
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        if (unsent === 0) return;
        event.preventDefault();
        setAsked(refused === 0);
      }}
      className="sticky bottom-0 z-10 border-t border-line2 bg-surface"
    >
      <input type="hidden" name="meetingId" value={page.id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={seen} />
      {lines.length > 0 && (
        <div className="max-h-72 overflow-y-auto px-5 pt-4">
          <ErrorSummary lines={lines} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-5 py-3 text-note text-ink2">
        <Hint keys={["Tab"]} says="ô sau" />
        <Hint keys={["Enter"]} says="ghi, người sau" />
        <Hint keys={["*"]} says={present === null ? "tất cả tán thành" : `cả ${present} tán thành`} />
        <Hint keys={["Ctrl", "Z"]} says="hoàn tác" />
        <p className="ml-auto text-staff text-ink" aria-live="polite">
          {countsText(outcomes)}
          {asked && <span className="text-ink2"> · đang chờ gửi {unsent} dòng</span>}
          {refused > 0 && <span className="text-red-hover"> · {refused} dòng cần xem lại</span>}
        </p>
        <SubmitButton id="record-meeting">Ghi kết quả phiên họp</SubmitButton>
      </div>
    </form>
  );
}

function Hint({ keys, says }: { keys: string[]; says: string }) {
  return (
    <span className="keep hidden items-center gap-1.5 desk:inline-flex">
      {keys.map((key) => (
        <kbd key={key} className="rounded-tag border border-line2 px-1.5 font-sans text-chip">
          {key}
        </kbd>
      ))}
      {says}
    </span>
  );
}

/** Each sentence leads to the cell it is about. */
function summaryLines({ findings, fieldErrors }: FormState<MeetingFinding>) {
  return [
    ...Object.entries(fieldErrors).flatMap(([field, sentences]) =>
      sentences.map((sentence) => ({ field, sentence })),
    ),
    ...findings.map((finding) => ({ field: fieldOf(finding), sentence: meetingFindingText(finding) })),
  ];
}

function fieldOf(finding: MeetingFinding): string {
  if (!("itemId" in finding)) return finding.is === "inFuture" ? "heldOn" : "present";
  const number =
    finding.is === "numberMissing" || finding.is === "numberTwice" || finding.is === "numberUsed";
  const late = finding.is === "condition" && finding.finding.is === "decisionLate";
  const field = number ? "documentNumber" : finding.is === "noteMissing" || late ? "note" : "agreed";
  return `${field}-${finding.itemId}`;
}
