"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { RadioCards } from "@/components/ui/choices";
import { controlClass, fieldId } from "@/components/ui/field";
import { DayInput, NumberInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/shared/days";
import { chooseOutstanding } from "@/lib/sources/actions/rating";
import type { YearRow } from "@/lib/sources/repository/ratings";
import type { OutstandingVote } from "@/lib/sources/rules/outstanding";

type Props = {
  unit: string;
  year: number;
  rows: YearRow[];
  vote: OutstandingVote | null;
  mayChange: boolean;
};

/** The meeting, and beside each member rated HTXSNV the votes they got; an empty field was not proposed. */
export function OutstandingForm({ unit, year, rows, vote, mayChange }: Props) {
  return (
    <AnsweredForm action={chooseOutstanding} summary="" hidden={{ unit, year }}>
      {(state) => (
        <>
          <div className="space-y-5">
            <Panel heading="Hội nghị chi đoàn">
              <div className="grid gap-5 phone:grid-cols-3">
                <DayInput
                  name="votedOn"
                  label="Ngày họp"
                  defaultValue={vote ? formatDay(vote.votedOn) : ""}
                />
                <NumberInput name="present" label="Có mặt" defaultValue={String(vote?.present ?? "")} />
                <RadioCards
                  name="ballot"
                  legend="Cách biểu quyết"
                  chosen={vote?.ballot}
                  choices={[
                    { value: "secret", label: "Bỏ phiếu kín" },
                    { value: "show", label: "Giơ tay" },
                  ]}
                />
              </div>
            </Panel>
            <Panel flush heading="Đoàn viên HTXSNV" aside="Ghi số tán thành; để trống nếu không bình chọn.">
              <ul key={JSON.stringify(state.values)}>
                {rows.map((row, place) => (
                  <li
                    key={row.id}
                    className="flex items-center justify-between gap-4 border-t border-line px-5 py-2"
                  >
                    <label htmlFor={fieldId(`agreed-${row.id}`)} className="min-w-0 flex-1">
                      <strong className="font-semibold">{row.name}</strong>
                      <span className="ml-2 text-staff text-ink2">
                        {row.birthYear}
                        {row.before?.outstanding && ", ưu tú năm trước"}
                      </span>
                    </label>
                    <input type="hidden" name="member" value={row.id} />
                    <input
                      name="agreed"
                      id={fieldId(`agreed-${row.id}`)}
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={`Tán thành ${row.name}`}
                      defaultValue={
                        [state.values.agreed ?? []].flat()[place] ??
                        (row.outstanding ? String(row.agreed ?? "") : "")
                      }
                      disabled={!mayChange}
                      className={controlClass(
                        Boolean(state.fieldErrors[`agreed-${row.id}`]),
                        "figures max-w-24",
                      )}
                    />
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
          {mayChange && (
            <SubmitButton className="mt-5 w-full phone:w-auto">Ghi kết quả bình chọn</SubmitButton>
          )}
        </>
      )}
    </AnsweredForm>
  );
}
