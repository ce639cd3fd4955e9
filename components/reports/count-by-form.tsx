"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { RadioCards } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { setCountBy } from "@/lib/reports/actions/counting";
import type { CountBy } from "@/lib/reports/rules/parameters";

/** The province's one switch: by the decision or by the ceremony. */
export function CountByForm({ countBy }: { countBy: CountBy }) {
  return (
    <AnsweredForm action={setCountBy} summary="" hidden={{ seen: countBy }} className="space-y-4">
      <RadioCards
        key={countBy}
        name="countBy"
        legend="Theo ngày"
        choices={[
          { value: "decision", label: "Ngày quyết định", hint: "Ghi trên quyết định kết nạp" },
          { value: "ceremony", label: "Ngày lễ kết nạp", hint: "Ngày chi bộ tổ chức lễ" },
        ]}
        chosen={countBy}
      />
      <p className="max-w-[780px] text-staff text-ink2">
        Dùng cho mọi báo cáo, danh sách và chỉ tiêu trong toàn tỉnh, kể cả các kỳ trước. Báo cáo in ra ghi rõ
        tính theo ngày nào.
      </p>
      <SubmitButton pending="Đang ghi…">Ghi cách tính</SubmitButton>
    </AnsweredForm>
  );
}
