"use client";

import Link from "next/link";
import { useActionState } from "react";
import { controlClass } from "@/components/ui/field";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { StatusShape } from "@/components/ui/shapes";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Fault } from "@/lib/imports/fault";
import { mendImport } from "@/lib/intake/actions";
import { initialFormState, type TypedValues } from "@/lib/shared/form-state";
import { WrittenImport } from "./progress-lines";

export type GridColumn = { key: string; header: string; choices?: readonly string[] };
/** A row to look at: its cells by column, and what is wrong with them. */
export type GridRow = { row: number; cells: Record<string, string>; faults: Fault[] };

type Props = {
  batchId: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** The row shown with all its cells. */
  whole: number | null;
  /** What was looked for on the page, to come back to. */
  query: string;
  /** The file is not written yet: its cells can be mended. */
  open: boolean;
};

/** Rows with something to look at, each wrong cell in place: read, or mended and checked again together. */
export function FaultGrid({ batchId, columns, rows, whole, query, open }: Props) {
  const [state, mend] = useActionState(mendImport, initialFormState);
  const list = (
    <ul className="rounded-panel border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.row} className="border-t border-line px-4 py-3 first:border-0">
          <RowCells
            row={row}
            columns={columns}
            whole={whole === row.row}
            open={open && row.row > 1}
            values={state.values}
            query={query}
          />
        </li>
      ))}
    </ul>
  );
  if (!open) return list;
  return (
    <form action={mend}>
      <RequestKey />
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="back" value={query} />
      {list}
      <WrittenImport batchId={batchId} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <SubmitButton look="panel" pending="Đang kiểm tra lại…">
          Lưu các ô đã sửa và kiểm tra lại
        </SubmitButton>
        <Refusals state={state} look="line" />
      </div>
    </form>
  );
}

type RowProps = {
  row: GridRow;
  columns: GridColumn[];
  whole: boolean;
  open: boolean;
  values: TypedValues;
  query: string;
};

function RowCells({ row: { row, cells, faults }, columns, whole, open, values, query }: RowProps) {
  const wrong = columns.filter(({ header }) => faults.some(({ column }) => column === header));
  const others = faults.filter(({ column }) => !columns.some(({ header }) => header === column));
  const named = columns.slice(0, 2).flatMap(({ key }) => cells[key] || []);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-ink2">Dòng {row}</span>
        <strong>{row === 1 ? "Tiêu đề" : named.join(" · ")}</strong>
        {open && !whole && (
          <Link href={`?${rowQuery(query, row)}`} prefetch={false} scroll={false} className="link text-note">
            Sửa cả dòng
          </Link>
        )}
      </p>
      <div className="grid gap-x-5 gap-y-3 phone:grid-cols-2 desk:grid-cols-3">
        {(whole ? columns : wrong).map((column) => (
          <Cell
            key={column.key}
            row={row}
            column={column}
            text={cells[column.key] ?? ""}
            faults={faults.filter(({ column: header }) => header === column.header)}
            open={open}
            values={values}
          />
        ))}
      </div>
      <Sentences faults={others} />
    </>
  );
}

type CellProps = {
  row: number;
  column: GridColumn;
  text: string;
  faults: Fault[];
  open: boolean;
  values: TypedValues;
};

function Cell({ row, column: { key, header, choices }, text, faults, open, values }: CellProps) {
  const name = `cell.${row}.${key}`;
  const typed = values[name];
  const value = typeof typed === "string" ? typed : text;
  const isWrong = faults.some(({ level }) => level === "error");
  const common = { id: name, name, defaultValue: value, "aria-describedby": `${name}-faults` };
  return (
    <div className="mt-1 min-w-0">
      {open ? (
        <>
          <label htmlFor={name} className="text-note font-semibold">
            {header}
          </label>
          <input type="hidden" name={`was.${row}.${key}`} value={text} />
          {choices ? (
            <select {...common} className={controlClass(isWrong)}>
              {[...new Set([value, "", ...choices])].map((choice) => (
                <option key={choice} value={choice}>
                  {choice || "(để trống)"}
                </option>
              ))}
            </select>
          ) : (
            <input {...common} autoComplete="off" className={controlClass(isWrong)} />
          )}
        </>
      ) : (
        <p>
          <span className="text-note text-ink2">{header}</span> {text || "(để trống)"}
        </p>
      )}
      <div id={`${name}-faults`}>
        <Sentences faults={faults} />
      </div>
    </div>
  );
}

function Sentences({ faults }: { faults: readonly Fault[] }) {
  return faults.map(({ level, message, rule }) => (
    <span
      key={message}
      className={`mt-1 flex items-start gap-2 text-staff ${level === "error" ? "text-red-hover" : "text-ink2"}`}
    >
      <span className="mt-1">
        <StatusShape shape={level === "error" ? "blocks" : "warns"} size={12} />
      </span>
      <span className="min-w-0 break-words">
        {message}
        {rule ? ` (${rule})` : ""}
      </span>
    </span>
  ));
}

function rowQuery(query: string, row: number): string {
  const address = new URLSearchParams(query);
  address.set("row", String(row));
  return address.toString();
}
