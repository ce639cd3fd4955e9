"use client";

import { useActionState } from "react";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreQuota, withdrawQuota } from "@/lib/quotas/actions";
import { quotaFindingText } from "@/lib/quotas/labels";
import { initialFormState } from "@/lib/shared/form-state";

type Props = {
  does: "withdraw" | "restore";
  unit: string;
  quota: { id: string; version: number };
  label: string;
  /** Which quota, for a screen reader. */
  words?: string;
  onDark?: boolean;
};

/** Takes one document's quota out of force with one press, or back in. */
export function WithdrawForm({ does, unit, quota: { id, version }, label, words, onDark = false }: Props) {
  const [state, send] = useActionState(does === "withdraw" ? withdrawQuota : restoreQuota, initialFormState);
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="quota" value={id} />
      <input type="hidden" name="version" value={version} />
      {state.findings.map((finding) => (
        <span key={finding.is} role="alert" className="text-note">
          {quotaFindingText(finding)}
        </span>
      ))}
      <SubmitButton
        look="quiet"
        pending="Đang ghi…"
        className={
          onDark ? "text-white underline underline-offset-4 hover:bg-bar1" : "underline underline-offset-4"
        }
      >
        {label}
        {words && <span className="sr-only"> {words}</span>}
      </SubmitButton>
    </form>
  );
}
