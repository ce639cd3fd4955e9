"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextArea } from "@/components/ui/inputs";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { giveTasks } from "@/lib/reports/actions";
import { unitTaskFindingText } from "@/lib/reports/labels";
import type { CoverageLimits, CoverageList } from "@/lib/reports/rules/coverage";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { formatNumber } from "@/lib/shared/ratio";

type GiveTasksFormProps = {
  unit: string;
  from: string;
  to: string;
  list: CoverageList;
  limits: CoverageLimits;
  /** Cells on the whole list. */
  all: number;
  /** What is asked of them. */
  request: string;
  children: ReactNode;
};

/** The list with boxes to tick, and beneath it the task for those ticked, or for all. */
export function GiveTasksForm({ unit, from, to, list, limits, all, request, children }: GiveTasksFormProps) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(giveTasks, initialFormState);
  const values = state.values as Record<string, string>;
  const wrong = wrongLines(state, "dueOn", unitTaskFindingText);
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(values)} />
      {Object.entries({ unit, from, to, list, months: limits.months, years: limits.years }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {children}
      <details className="no-print border-t border-line px-5 py-3" open={wrong.length > 0 || undefined}>
        <summary className="link cursor-pointer py-2">Giao việc cho bí thư các chi bộ này</summary>
        <div key={JSON.stringify(values)} className="max-w-[640px] space-y-4 pt-3 pb-2">
          <ErrorSummary lines={wrong} verb="giao" />
          <p className="text-ink2">{request}</p>
          <DayInput
            name="dueOn"
            label="Hạn"
            defaultValue={values.dueOn ?? ""}
            errors={state.fieldErrors.dueOn}
          />
          <TextArea
            name="note"
            label="Lời dặn"
            optional
            hint="Không ghi tên người."
            defaultValue={values.note ?? ""}
            errors={state.fieldErrors.note}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="whom" value="chosen" pending="Đang giao…">
              Giao việc cho chi bộ đã chọn
            </SubmitButton>
            <SubmitButton name="whom" value="all" look="panel" pending="Đang giao…">
              {`Giao việc cho cả ${formatNumber(all)} chi bộ`}
            </SubmitButton>
          </div>
        </div>
      </details>
    </form>
  );
}
