"use client";

import type { ReactNode } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextArea } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { giveTasks } from "@/lib/reports/actions";
import { unitTaskFindingText } from "@/lib/reports/labels";
import type { CoverageLimits, CoverageList } from "@/lib/reports/rules/coverage";
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
  return (
    <AnsweredForm
      action={giveTasks}
      summary="dueOn"
      words={unitTaskFindingText}
      look="own"
      hidden={{ unit, from, to, list, months: limits.months, years: limits.years }}
    >
      {(_, wrong) => (
        <>
          {children}
          <details className="no-print border-t border-line px-5 py-3" open={wrong.length > 0 || undefined}>
            <summary className="link cursor-pointer py-2">Giao việc cho bí thư các chi bộ này</summary>
            <div className="max-w-[640px] space-y-4 pt-3 pb-2">
              <ErrorSummary lines={wrong} verb="giao" />
              <p className="text-ink2">{request}</p>
              <DayInput name="dueOn" label="Hạn" />
              <TextArea name="note" label="Lời dặn" optional hint="Không ghi tên người." />
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
        </>
      )}
    </AnsweredForm>
  );
}
