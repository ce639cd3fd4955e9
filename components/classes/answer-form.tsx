"use client";

import { useActionState, useId, useState } from "react";
import { controlClass } from "@/components/ui/field";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerCall } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type AnswerFormProps = {
  enrolmentId: string;
  version: number;
  name: string;
  substitutes: { candidateId: string; name: string }[];
};

/** Confirms at one press; who declines says why and may name a substitute. Several stand on one page. */
export function AnswerForm({ enrolmentId, version, name, substitutes }: AnswerFormProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(answerCall, initialFormState);
  const values = state.values as Record<string, string>;
  const [declines, setDeclines] = useState(false);
  const id = useId();
  const wrong = [...Object.values(state.fieldErrors).flat(), ...state.findings.map(classFindingText)];
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <input type="hidden" name="version" value={version} />
      {wrong.map((sentence) => (
        <Notice key={sentence} tone="blocks" title={sentence} />
      ))}
      {declines ? (
        <div key={JSON.stringify(values)} className="space-y-4">
          <div>
            <label htmlFor={`${id}reason`} className="mb-1.5 block font-semibold">
              Lý do không đi được
            </label>
            <input
              id={`${id}reason`}
              name="reason"
              defaultValue={values.reason ?? ""}
              className={controlClass(Boolean(state.fieldErrors.reason))}
              aria-invalid={state.fieldErrors.reason ? true : undefined}
            />
          </div>
          {substitutes.length > 0 && (
            <div>
              <label htmlFor={`${id}substitute`} className="mb-1.5 block font-semibold">
                Đề nghị người thay <span className="font-normal text-ink3">(không bắt buộc)</span>
              </label>
              <select
                id={`${id}substitute`}
                name="substitute"
                defaultValue={values.substitute ?? ""}
                className={controlClass(false)}
              >
                <option value="">Không đề nghị ai</option>
                {substitutes.map((one) => (
                  <option key={one.candidateId} value={one.candidateId}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
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
    </form>
  );
}
