"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeAgenda } from "@/lib/meetings/actions";
import { meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type AgendaFormProps = { meetingId: string; candidateId: string; name: string; on: boolean };

/** Puts one person on the agenda, or takes them off; beside it the way to their whole dossier. */
export function AgendaForm({ meetingId, candidateId, name, on }: AgendaFormProps) {
  const [state, send] = useActionState<FormState<MeetingFinding>, FormData>(changeAgenda, initialFormState);
  return (
    <form action={send} className="flex flex-wrap items-center gap-2.5 border-t border-line px-5 py-3">
      <RequestKey />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="candidateId" value={candidateId} />
      <input type="hidden" name="on" value={on ? "yes" : "no"} />
      {!on && <ButtonLink href={`/pipeline/${candidateId}`}>Mở cả hồ sơ</ButtonLink>}
      {on && <span className="min-w-40 flex-1 text-staff">{name}</span>}
      <SubmitButton look="panel">{on ? "Đưa vào danh sách" : "Đưa ra khỏi danh sách"}</SubmitButton>
      {state.findings.map((finding) => (
        <p key={finding.is} role="alert" className="w-full text-note font-medium text-red-hover">
          {meetingFindingText(finding)}
        </p>
      ))}
    </form>
  );
}
