"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioCards } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { setCountBy } from "@/lib/reports/actions/counting";
import type { CountBy } from "@/lib/reports/rules/parameters";
import { initialFormState } from "@/lib/shared/form-state";

/** The province's one switch: by the decision or by the ceremony. */
export function CountByForm({ countBy }: { countBy: CountBy }) {
  const [state, send] = useActionState(setCountBy, initialFormState);
  const errors = state.fieldErrors;
  const lines = Object.entries(errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  return (
    <form action={send} noValidate className="space-y-4">
      <RequestKey key={JSON.stringify(lines)} />
      <ErrorSummary lines={lines} />
      <input type="hidden" name="seen" value={countBy} />
      <RadioCards
        key={countBy}
        name="countBy"
        legend="Theo ngày"
        choices={[
          { value: "decision", label: "Ngày quyết định", hint: "Ghi trên quyết định kết nạp" },
          { value: "ceremony", label: "Ngày lễ kết nạp", hint: "Ngày chi bộ tổ chức lễ" },
        ]}
        chosen={countBy}
        errors={errors.countBy}
      />
      <p className="max-w-[780px] text-staff text-ink2">
        Dùng cho mọi báo cáo, danh sách và chỉ tiêu trong toàn tỉnh, kể cả các kỳ trước. Báo cáo in ra ghi rõ
        tính theo ngày nào.
      </p>
      <SubmitButton pending="Đang ghi…">Ghi cách tính</SubmitButton>
    </form>
  );
}
