"use client";

import { useActionState } from "react";
import { Panel } from "@/components/ui/panel";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OldFontOffer } from "@/lib/imports/old-text";
import { readOldFont } from "@/lib/intake/actions";
import { oldFontLabel } from "@/lib/intake/labels";
import { initialFormState } from "@/lib/shared/form-state";
import { WrittenImport } from "./progress-lines";

/** Shows what the texts would become and asks; nothing is converted unasked. */
export function OldFontForm({ batchId, offer: { font, samples } }: { batchId: string; offer: OldFontOffer }) {
  const [state, read] = useActionState(readOldFont, initialFormState);
  const choices = [
    { script: font, words: "Đúng, chuyển sang Unicode", look: "main" as const },
    { script: "unicode" as const, words: "Không phải, giữ nguyên", look: "panel" as const },
  ];
  return (
    <Panel heading={`Chữ trong tệp có phải phông cũ ${oldFontLabel(font)} không?`} className="mb-5">
      <p className="text-staff text-ink2">
        Chưa có chữ nào được chuyển. Hãy xem thử trước và sau khi chuyển:
      </p>
      <table className="my-3 w-full text-table">
        <thead className="text-left text-chip">
          <tr>
            <th scope="col" className="py-1 pr-3">
              Dòng
            </th>
            <th scope="col" className="pr-3">
              Trong tệp
            </th>
            <th scope="col">Sau khi chuyển</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ row, before, after }) => (
            <tr key={`${row} ${before}`} className="border-t border-line align-top">
              <td className="py-1 pr-3 text-ink2">{row}</td>
              <td className="break-words pr-3">{before}</td>
              <td className="break-words font-semibold">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refusals state={state} look="line" />
      <div className="flex flex-wrap gap-3">
        {choices.map(({ script, words, look }) => (
          <form key={script} action={read}>
            <RequestKey />
            <input type="hidden" name="batchId" value={batchId} />
            <input type="hidden" name="script" value={script} />
            <WrittenImport batchId={batchId} />
            <SubmitButton look={look} pending="Đang kiểm tra lại…">
              {words}
            </SubmitButton>
          </form>
        ))}
      </div>
    </Panel>
  );
}
