"use client";

import { useActionState } from "react";
import { controlClass } from "@/components/ui/field";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { MATCHES, type Twin } from "@/lib/imports/answers";
import { matchImport } from "@/lib/intake/actions";
import { matchLabel, twinReason, usualWords } from "@/lib/intake/labels";
import { initialFormState } from "@/lib/shared/form-state";
import { WrittenImport } from "./progress-lines";

/** Rows that meet somebody known, what differs side by side, and who they are to be. */
export function TwinGrid({ batchId, twins, open }: { batchId: string; twins: Twin[]; open: boolean }) {
  const [state, decide] = useActionState(matchImport, initialFormState);
  return (
    <form action={decide}>
      <RequestKey />
      <input type="hidden" name="batchId" value={batchId} />
      <ul className="rounded-panel border border-line bg-surface">
        {twins.map((twin) => (
          <li
            key={twin.row}
            className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-0 desk:grid-cols-[minmax(0,1fr)_280px]"
          >
            <div className="min-w-0">
              <p>
                <span className="text-ink2">Dòng {twin.row}</span> <strong>{twin.name}</strong>
              </p>
              <p className="text-staff text-ink2">{twinReason(twin)}</p>
              <Differences twin={twin} />
            </div>
            <label className="text-note font-semibold">
              Người này là
              <select
                name={`match.${twin.row}`}
                defaultValue={twin.decided ?? ""}
                disabled={!open}
                className={controlClass(twin.usual === null && twin.decided === null, "mt-1 font-normal")}
              >
                <option value="">{usualWords(twin)}</option>
                {twin.choices.map((match) => (
                  <option key={match} value={match}>
                    {matchLabel(match)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <WrittenImport batchId={batchId} />
      {open && (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <label className="text-note font-semibold">
            Áp dụng
            <select name="all" defaultValue="" className={controlClass(false, "mt-1 font-normal")}>
              <option value="">Từng dòng như chọn ở trên</option>
              {MATCHES.map((match) => (
                <option key={match} value={match}>
                  Mọi dòng trùng: {matchLabel(match).toLowerCase()}
                </option>
              ))}
            </select>
          </label>
          <SubmitButton look="panel" pending="Đang kiểm tra lại…">
            Ghi lựa chọn và kiểm tra lại
          </SubmitButton>
          <Refusals state={state} look="line" />
        </div>
      )}
    </form>
  );
}

function Differences({ twin: { differs } }: { twin: Twin }) {
  if (differs.length === 0) return <p className="text-staff">Các mục còn lại đều giống nhau.</p>;
  return (
    <table className="mt-2 w-full table-fixed text-table">
      <thead className="text-left text-chip">
        <tr>
          <th scope="col" className="py-1 pr-3">
            Khác nhau ở
          </th>
          <th scope="col" className="pr-3">
            Trong tệp
          </th>
          <th scope="col">Đã ghi</th>
        </tr>
      </thead>
      <tbody>
        {differs.map(({ label, file, recorded }) => (
          <tr key={label} className="border-t border-line align-top">
            <th scope="row" className="break-words py-1 pr-3 text-left font-normal text-ink2">
              {label}
            </th>
            <td className="break-words pr-3 font-semibold">{file}</td>
            <td className="break-words">{recorded}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
