"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { restoreQuota, withdrawQuota } from "@/lib/quotas/actions";
import { quotaFindingText } from "@/lib/quotas/labels";

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
  return (
    <AnsweredForm
      action={does === "withdraw" ? withdrawQuota : restoreQuota}
      look="own"
      hidden={{ unit, quota: id, version }}
      className="inline-flex flex-wrap items-center gap-3"
    >
      {({ findings }) => (
        <>
          {findings.map((finding) => (
            <span key={finding.is} role="alert" className="text-note">
              {quotaFindingText(finding)}
            </span>
          ))}
          <SubmitButton
            look="quiet"
            pending="Đang ghi…"
            className={
              onDark
                ? "text-white underline underline-offset-4 hover:bg-bar1"
                : "underline underline-offset-4"
            }
          >
            {label}
            {words && <span className="sr-only"> {words}</span>}
          </SubmitButton>
        </>
      )}
    </AnsweredForm>
  );
}
