import { FileDown } from "lucide-react";
import { phaseLabel } from "@/lib/forms/labels";
import type { CandidateForms } from "@/lib/forms/queries/dossier";
import { type DatedForm, FORM_PHASES } from "@/lib/forms/rules/catalogue";

/** "In mẫu": the forms that fit the dossier's step, all others folded behind "Mẫu khác". */
export function PrintMenu({ forms: { candidateId, fitting, others } }: { forms: CandidateForms }) {
  return (
    <details className="relative" name="candidate-menu">
      <summary className="flex min-h-12 list-none items-center gap-2 rounded-button border border-line2 bg-surface px-4 text-staff font-semibold hover:bg-hover phone:min-h-10">
        <FileDown size={16} aria-hidden="true" />
        In mẫu
      </summary>
      <div className="fixed inset-x-4 bottom-24 z-20 max-h-[70vh] overflow-y-auto rounded-menu border border-line2 bg-surface py-1 shadow-float phone:absolute phone:inset-x-auto phone:right-0 phone:bottom-auto phone:mt-1 phone:w-[26rem]">
        {fitting.length === 0 && (
          <p className="px-4 py-2.5 text-staff text-ink2">Bước này không có mẫu riêng.</p>
        )}
        <FormLinks candidateId={candidateId} forms={fitting} />
        <details className="border-t border-line">
          <summary className="px-4 py-3 font-semibold hover:bg-hover">Mẫu khác</summary>
          {FORM_PHASES.map((phase) => {
            const inPhase = others.filter((form) => form.phase === phase);
            return (
              inPhase.length > 0 && (
                <section key={phase} aria-label={phaseLabel(phase)}>
                  <h3 className="bg-sunken px-4 py-1.5 text-note font-semibold">{phaseLabel(phase)}</h3>
                  <FormLinks candidateId={candidateId} forms={inPhase} />
                </section>
              )
            );
          })}
        </details>
        <p className="border-t border-line px-4 py-2.5 text-note text-ink2">
          Tải về tệp Word. Mỗi lần in đều được ghi vào nhật ký.
        </p>
      </div>
    </details>
  );
}

function FormLinks({ candidateId, forms }: { candidateId: string; forms: DatedForm[] }) {
  return (
    <ul>
      {forms.map(({ id, title, code, writer }) => (
        <li key={id}>
          <a
            href={`/pipeline/${candidateId}/forms/${id}`}
            className="block px-4 py-2.5 hover:bg-hover"
            download
          >
            {title} {code && <span className="keep text-note text-ink3">{code}</span>}
            {writer === "person" && (
              <span className="block text-note text-ink2">Để viết tay, chỉ điền sẵn tên và đơn vị.</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
