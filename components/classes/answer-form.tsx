"use client";

import { useState } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { Select, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerCall } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";

type AnswerFormProps = {
  enrolmentId: string;
  version: number;
  name: string;
  substitutes: { candidateId: string; name: string }[];
};

/** Confirms at one press; who declines says why and may name a substitute. Several stand on one page. */
export function AnswerForm({ enrolmentId, version, name, substitutes }: AnswerFormProps) {
  const [declines, setDeclines] = useState(false);
  return (
    <AnsweredForm action={answerCall} words={classFindingText} hidden={{ enrolmentId, version }}>
      {declines ? (
        <div className="space-y-4">
          <TextInput name="reason" label="Lý do không đi được" />
          {substitutes.length > 0 && (
            <Select
              name="substitute"
              label="Đề nghị người thay"
              optional
              empty="Không đề nghị ai"
              choices={substitutes.map((one) => ({ value: one.candidateId, label: one.name }))}
            />
          )}
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="answer" value="decline" look="panel">
              Ghi là không đi được
            </SubmitButton>
            <button
              type="button"
              className="inline-flex min-h-12 items-center px-3 text-ink2 underline phone:min-h-10"
              onClick={() => setDeclines(false)}
            >
              Quay lại
            </button>
          </div>
        </div>
      ) : (
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="answer" value="confirm">
            Xác nhận đi học<span className="sr-only">: {name}</span>
          </SubmitButton>
          <button
            type="button"
            className="inline-flex min-h-12 items-center rounded-button border border-line2 bg-surface px-4 font-semibold hover:bg-hover phone:min-h-10"
            onClick={() => setDeclines(true)}
          >
            Không đi được<span className="sr-only">: {name}</span>
          </button>
        </div>
      )}
    </AnsweredForm>
  );
}
