"use client";

import { type KeyboardEvent, useActionState, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldId } from "@/components/ui/field";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { rateChapter } from "@/lib/sources/actions/rating";
import { ratingShort, titleLabel } from "@/lib/sources/labels";
import type { YearRow } from "@/lib/sources/repository/ratings";
import { titleState } from "@/lib/sources/rules/outstanding";
import { activeTooShort, RATINGS, type RatingFinding } from "@/lib/sources/rules/rating";

type Props = {
  unit: string;
  year: number;
  rows: YearRow[];
  excellentPercent: number | null;
  mayChange: boolean;
};

/** One line a member: keys 1 to 4 rate and go on to the next, arrows move. */
export function RatingGrid({ unit, year, rows, excellentPercent, mayChange }: Props) {
  const [state, send] = useActionState<FormState<RatingFinding>, FormData>(rateChapter, initialFormState);
  const grid = useRef<HTMLTableSectionElement>(null);
  const typed = (name: string, place: number, otherwise: string): string =>
    [state.values[name] ?? []].flat()[place] ?? otherwise;

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const cell = event.target;
    if (!(cell instanceof HTMLSelectElement || cell instanceof HTMLInputElement)) return;
    const column = [
      ...(grid.current?.querySelectorAll<HTMLSelectElement | HTMLInputElement>(`[name="${cell.name}"]`) ??
        []),
    ].filter(({ type }) => type !== "hidden");
    const place = column.indexOf(cell);
    const rating = cell instanceof HTMLSelectElement ? ["1", "2", "3", "4"].indexOf(event.key) : -1;
    const step = rating >= 0 ? 1 : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    if (rating >= 0) cell.value = RATINGS[rating] ?? "";
    column[place + step]?.focus();
  };

  return (
    <form action={send} noValidate>
      <ErrorSummary lines={wrongLines(state, "")} />
      <RequestKey />
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="year" value={year} />
      <p className="mb-3 hidden text-staff text-ink2 phone:block">
        Trong ô xếp loại, phím 1, 2, 3, 4 chọn lần lượt HTXSNV, HTTNV, HTNV, KHTNV rồi xuống dòng.
      </p>
      {excellentPercent !== null && (
        <p className="mb-3 text-staff text-ink2">HTXSNV nhiều nhất {excellentPercent} % số được xếp loại.</p>
      )}
      <div className="overflow-x-auto rounded-panel border border-line bg-surface">
        <table className="w-full text-table">
          <thead className="bg-sunken text-left text-chip">
            <tr>
              <th className="px-4 py-2.5 font-semibold">Họ và tên</th>
              <th className="hidden px-3 text-right font-semibold phone:table-cell">Sinh năm</th>
              <th className="px-3 font-semibold">Xếp loại</th>
              <th className="px-3 font-semibold">Điểm rèn luyện</th>
              <th className="hidden px-3 font-semibold phone:table-cell">Năm trước</th>
              <th className="hidden px-3 font-semibold phone:table-cell">Lưu ý</th>
            </tr>
          </thead>
          <tbody ref={grid} onKeyDown={onKeyDown} key={JSON.stringify(state.values)}>
            {rows.map((row, place) => (
              <tr key={row.id} className="border-t border-line has-focus-visible:bg-hover">
                <td className="px-4 py-1.5 font-semibold">
                  {row.name}
                  <input type="hidden" name="member" value={row.id} />
                  <input type="hidden" name="version" value={row.version} />
                </td>
                <td className="hidden px-3 text-right text-ink2 phone:table-cell">{row.birthYear}</td>
                <td className="px-3 py-1.5">
                  {row.partyMember ? (
                    <>
                      <input type="hidden" name="rating" value="" />
                      <span className="text-note text-ink2">Đảng viên, không xếp loại</span>
                    </>
                  ) : (
                    <select
                      name="rating"
                      aria-label={`Xếp loại của ${row.name}`}
                      defaultValue={typed("rating", place, row.rating ?? "")}
                      disabled={!mayChange}
                      className="min-h-11 rounded-button border border-field bg-surface px-2 phone:min-h-9"
                    >
                      <option value="">Chưa xếp</option>
                      {RATINGS.map((rating) => (
                        <option key={rating} value={rating}>
                          {ratingShort(rating)}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
                <td className="px-3 py-1.5">
                  <input
                    name="training"
                    id={fieldId(`training-${row.id}`)}
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={`Điểm rèn luyện của ${row.name}`}
                    aria-invalid={state.fieldErrors[`training-${row.id}`] ? true : undefined}
                    defaultValue={typed("training", place, row.training === null ? "" : String(row.training))}
                    disabled={!mayChange}
                    className="figures min-h-11 w-20 rounded-button border border-field bg-surface px-2 phone:min-h-9"
                  />
                </td>
                <td className="hidden px-3 text-ink2 phone:table-cell">
                  {row.before?.rating ? ratingShort(row.before.rating) : "–"}
                </td>
                <td className="hidden px-3 text-note text-ink2 phone:table-cell">{noteOf(row, year)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayChange && (
        <SubmitButton className="mt-5 w-full phone:w-auto">Ghi xếp loại {rows.length} đoàn viên</SubmitButton>
      )}
    </form>
  );
}

function noteOf(row: YearRow, year: number): string {
  const title = titleState(row.before, row);
  const notes = [
    title && titleLabel(title),
    activeTooShort(row, year) && !row.partyMember && "Sinh hoạt dưới 6 tháng: cần nhận xét của chi đoàn cũ",
  ];
  return notes.filter(Boolean).join(". ");
}
