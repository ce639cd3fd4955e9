"use client";

import { type ReactNode, useActionState } from "react";
import type { ButtonLook } from "@/components/ui/button";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { endHat, lockAccount, resetPassword } from "@/lib/access/actions";
import { initialFormState } from "@/lib/shared/form-state";

const ACTIONS = { lockAccount, resetPassword, endHat } as const;

type ActionFormProps = {
  action: keyof typeof ACTIONS;
  fields: Record<string, string>;
  look?: ButtonLook;
  children: ReactNode;
};

/** A button that does one thing and says what came of it. */
export function ActionForm({ action, fields, look = "panel", children }: ActionFormProps) {
  const [state, send] = useActionState(ACTIONS[action], initialFormState);
  return (
    <form action={send} className="inline-block">
      <RequestKey />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.done && <Notice tone="passes" title={state.done.message} />}
      <Refusals state={state} />
      <SubmitButton look={look} pending="Đang làm…">
        {children}
      </SubmitButton>
    </form>
  );
}
