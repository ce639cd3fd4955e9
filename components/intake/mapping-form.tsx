"use client";

import { useActionState } from "react";
import { controlClass } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { mapImport } from "@/lib/intake/actions";
import { initialFormState } from "@/lib/shared/form-state";
import { WrittenImport } from "./progress-lines";

/** A heading of the file: what stands beneath it, and the column it is taken for or may mean. */
export type FileColumn = {
  place: number;
  heading: string;
  first: string[];
  key: string | null;
  suggested: string;
};

type Props = {
  batchId: string;
  fileColumns: FileColumn[];
  columns: { key: string; header: string; required: boolean }[];
  missing: string[];
};

/** Which column of ours each heading of the file stands for. */
export function MappingForm({ batchId, fileColumns, columns, missing }: Props) {
  const [state, map] = useActionState(mapImport, initialFormState);
  return (
    <Panel heading="Ghép cột của tệp" className="mb-5">
      <form action={map}>
        <RequestKey />
        <input type="hidden" name="batchId" value={batchId} />
        <p className="mb-3 text-staff text-ink2">
          {missing.length > 0 && (
            <strong className="text-red-hover">Còn thiếu cột bắt buộc: {missing.join(", ")}. </strong>
          )}
          Cách ghép được nhớ cho các tệp sau của đơn vị.
        </p>
        <Refusals state={state} look="line" />
        <ul>
          {fileColumns.map(({ place, heading, first, key, suggested }) => {
            const name = `column.${place}`;
            const typed = state.values[name];
            return (
              <li
                key={place}
                className="grid items-center gap-x-5 gap-y-1 border-t border-line py-2 phone:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
              >
                <label htmlFor={name} className="min-w-0">
                  <span className="font-semibold">{heading || `Cột ${place + 1} (không có tiêu đề)`}</span>
                  <span className="block truncate text-note text-ink2">
                    {first.filter((text) => text !== "").join(" · ") || "các dòng đầu để trống"}
                  </span>
                </label>
                <select
                  id={name}
                  name={name}
                  defaultValue={typeof typed === "string" ? typed : (key ?? suggested)}
                  className={controlClass(false)}
                >
                  <option value="">Không dùng</option>
                  {columns.map((column) => (
                    <option key={column.key} value={column.key}>
                      {column.header}
                      {column.required ? " (bắt buộc)" : ""}
                    </option>
                  ))}
                </select>
              </li>
            );
          })}
        </ul>
        <WrittenImport batchId={batchId} />
        <div className="mt-3">
          <SubmitButton pending="Đang kiểm tra lại…">Ghép và kiểm tra lại</SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
