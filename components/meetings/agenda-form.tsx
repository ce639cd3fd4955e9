"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeAgenda } from "@/lib/meetings/actions";
import { meetingFindingText } from "@/lib/meetings/labels";

type AgendaFormProps = { meetingId: string; candidateId: string; name: string; on: boolean };

/** Puts one person on the agenda, or takes them off; beside it the way to their whole dossier. */
export function AgendaForm({ meetingId, candidateId, name, on }: AgendaFormProps) {
  return (
    <AnsweredForm
      action={changeAgenda}
      look="own"
      hidden={{ meetingId, candidateId, on: on ? "yes" : "no" }}
      className="flex flex-wrap items-center gap-2.5 border-t border-line px-5 py-3"
    >
      {({ findings }) => (
        <>
          {!on && <ButtonLink href={`/pipeline/${candidateId}`}>Mở cả hồ sơ</ButtonLink>}
          {on && <span className="min-w-40 flex-1 text-staff">{name}</span>}
          <SubmitButton look="panel">{on ? "Đưa vào danh sách" : "Đưa ra khỏi danh sách"}</SubmitButton>
          {findings.map((finding) => (
            <p key={finding.is} role="alert" className="w-full text-note font-medium text-red-hover">
              {meetingFindingText(finding)}
            </p>
          ))}
        </>
      )}
    </AnsweredForm>
  );
}
