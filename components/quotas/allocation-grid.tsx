"use client";

import { type ClipboardEvent, type KeyboardEvent, useActionState, useMemo, useRef, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { allocateQuotas } from "@/lib/quotas/actions";
import { pastedColumn, sumTyped } from "@/lib/quotas/rules/allocation";
import type { AllocationPage } from "@/lib/reports/queries/allocation";
import { initialFormState } from "@/lib/shared/form-state";
import { AllocationBar } from "./allocation-bar";
import { AllocationRowView } from "./allocation-row";
import { AllocationTrial, initialTrial, suggestionsOf } from "./allocation-trial";
import { errorsByField, refusedLines } from "./refused-lines";

/** The column of numbers: arrows and Enter move as in a spreadsheet, a column can be pasted, Esc restores a cell. */
export function AllocationGrid({ page }: { page: AllocationPage }) {
  const { unit, year, source, rows } = page;
  const [state, send] = useActionState(allocateQuotas, initialFormState);
  const [cells, setCells] = useState(() => rows.map(({ asked }) => (asked === null ? "" : String(asked))));
  const [trial, setTrial] = useState(() => initialTrial(page));
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => refusedLines(state), [state]);
  const errors = errorsByField(lines);
  const table = useRef<HTMLTableElement>(null);
  const suggestions = suggestionsOf(trial, rows, cells, locked);
  const typed = (name: string): string =>
    typeof state.values[name] === "string" ? String(state.values[name]) : "";

  const setCell = (place: number, text: string) =>
    setCells((before) => before.map((cell, at) => (at === place ? text : cell)));
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (event.key === "Escape") return setCell(place, String(rows[place]?.asked ?? ""));
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const inputs = table.current?.querySelectorAll<HTMLInputElement>("input[name=asked]");
    inputs?.[place + step]?.focus();
    inputs?.[place + step]?.select();
  };
  const onPaste = (event: ClipboardEvent, place: number) => {
    const column = pastedColumn(event.clipboardData.getData("text"));
    if (column.length < 2) return;
    event.preventDefault();
    setCells((before) => before.map((cell, at) => column[at - place] ?? cell));
  };
  const suggest = () =>
    setCells((before) =>
      before.map((cell, at) => (locked.has(rows[at]?.code ?? "") ? cell : String(suggestions?.[at] ?? cell))),
    );
  const lock = (code: string) =>
    setLocked((before) =>
      before.has(code) ? new Set([...before].filter((known) => known !== code)) : new Set([...before, code]),
    );

  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="unit" value={unit.code} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="source" value={source} />
      <ErrorSummary lines={lines} verb="giao" />
      <div className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3">
        <TextInput
          name="documentNumber"
          label="Số văn bản"
          placeholder="402-QĐ/HU"
          errors={errors.documentNumber}
          defaultValue={typed("documentNumber")}
        />
        <DayInput
          name="documentDay"
          label="Ngày văn bản"
          errors={errors.documentDay}
          defaultValue={typed("documentDay")}
        />
      </div>
      <AllocationTrial trial={trial} onChange={setTrial} onFill={suggest} possible={suggestions !== null} />
      <Panel flush>
        <table ref={table} className="w-full text-table">
          <thead className="sticky top-15 z-10 bg-sunken text-chip">
            <tr>
              <th scope="col" className="px-5 py-2.5 text-left font-medium">
                Đơn vị
              </th>
              {[
                "Đảng viên",
                `Năm ${year - 1}: kết nạp/giao`,
                "Có thể kết nạp",
                "Đề xuất",
                "Giao",
                "Giữ",
                "So với đề xuất",
                "Trên đảng viên",
              ].map((head) => (
                <th key={head} scope="col" className="px-2 py-2.5 text-right font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row, place) => (
              <AllocationRowView
                key={row.code}
                row={row}
                typed={cells[place] ?? ""}
                suggested={suggestions?.[place] ?? null}
                proposed={page.proposals.find(({ unit: of }) => of.code === row.code)?.value ?? null}
                locked={locked.has(row.code)}
                onLock={() => lock(row.code)}
                errors={errors[`asked-${row.code}`]}
                onType={(text) => setCell(place, text)}
                onKeyDown={(event) => onKeyDown(event, place)}
                onPaste={(event) => onPaste(event, place)}
              />
            ))}
          </tbody>
        </table>
      </Panel>
      <AllocationBar
        own={page.own}
        sum={sumTyped(cells)}
        units={cells.filter((cell) => sumTyped([cell]) > 0).length}
      />
    </form>
  );
}
