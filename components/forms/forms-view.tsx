import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { phaseLabel, writerLabel } from "@/lib/forms/labels";
import type { FormLine, FormsView } from "@/lib/forms/queries/catalogue";
import { FORM_PHASES } from "@/lib/forms/rules/catalogue";
import { formatDay } from "@/lib/shared/days";

/** "Mẫu giấy tờ": every form in the order of the procedure, blank and as a template. */
export function FormsPage({ view: { forms, guidances, mayReplace, today } }: { view: FormsView }) {
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Mẫu giấy tờ"
        under={`Mã mẫu ngày ${formatDay(today)} theo ${guidances.map(({ source }) => source).join("; ")}.`}
        actions={
          <ButtonLink href="/forms/fields" download>
            Tải danh sách trường
          </ButtonLink>
        }
      />
      <p className="mb-4 max-w-[46rem] text-body text-ink2">
        Mẫu điền sẵn của một người ở nút “In mẫu” trong hồ sơ.{" "}
        {mayReplace && "Đơn vị có thể thay mẫu bằng tệp Word của mình: hãy mở mẫu cần thay."}
      </p>
      <div className="space-y-4">
        {FORM_PHASES.map((phase) => (
          <Panel key={phase} flush heading={phaseLabel(phase)}>
            <ul className="divide-y divide-line border-t border-line">
              {forms
                .filter((form) => form.phase === phase)
                .map((form) => (
                  <FormRow key={form.id} form={form} />
                ))}
            </ul>
          </Panel>
        ))}
      </div>
    </div>
  );
}

function FormRow({ form }: { form: FormLine }) {
  const { id, title, code, confirmed, writer, listed, own } = form;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3 hover:bg-hover">
      <div className="min-w-64 flex-1">
        <a href={`/forms/${id}`} className="link font-medium">
          {title}
        </a>{" "}
        {code && <span className="keep text-note text-ink3">{code}</span>}
        <p className="text-note text-ink2">
          {[
            writerLabel(writer),
            code && !confirmed && "mã chưa đối chiếu với hướng dẫn",
            listed.length > 0 && `số ${listed.join(", ")} trong danh mục 1361-CV/BTCTW`,
            own && `mẫu của ${own.unitName} từ ${formatDay(own.from)}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <a
        href={`/forms/${id}/blank`}
        className="link inline-flex min-h-11 items-center phone:min-h-8"
        download
        aria-label={`Tải mẫu trống: ${title}`}
      >
        Mẫu trống
      </a>
    </li>
  );
}
