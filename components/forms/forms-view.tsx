import { Button, ButtonLink } from "@/components/ui/button";
import { DayInput } from "@/components/ui/inputs";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { phaseLabel, writerLabel } from "@/lib/forms/labels";
import type { FormLine, FormsView } from "@/lib/forms/queries/catalogue";
import { FORM_PHASES } from "@/lib/forms/rules/catalogue";
import { formatDay, parseDay } from "@/lib/shared/days";

/** "Mẫu giấy tờ": every form in the order of the procedure, blank and as a template. */
export function FormsPage({ view, emptyDay }: { view: FormsView; emptyDay: string | null }) {
  const { forms, guidances, mayReplace, today } = view;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Mẫu giấy tờ"
        under={`Mã mẫu ngày ${formatDay(today)} theo ${guidances.map(({ source }) => source).join("; ")}.`}
        actions={
          <>
            {mayReplace && <ButtonLink href="/forms/register">Sổ số văn bản</ButtonLink>}
            <ButtonLink href="/forms/fields" download>
              Tải danh sách trường
            </ButtonLink>
          </>
        }
      />
      <p className="mb-4 max-w-[46rem] text-body text-ink2">
        Mẫu điền sẵn của một người ở nút “In mẫu” trong hồ sơ.{" "}
        {mayReplace && "Đơn vị có thể thay mẫu bằng tệp Word của mình: hãy mở mẫu cần thay."}
      </p>
      <Panel heading="In mọi quyết định của một ngày" className="mb-4">
        <form action="/forms/decisions" className="flex flex-wrap items-end gap-3">
          <DayInput
            name="day"
            label="Ngày quyết định kết nạp"
            defaultValue={emptyDay ?? ""}
            errors={emptyDay === null ? undefined : [emptyDaySentence(emptyDay)]}
          />
          <Button type="submit">Tải các quyết định</Button>
        </form>
      </Panel>
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

function emptyDaySentence(typed: string): string {
  if (typed.trim() === "") return "Hãy ghi ngày quyết định, ví dụ 12/06/2024.";
  const day = parseDay(typed);
  return day === null
    ? `Không có ngày ${typed}.`
    : `Ngày ${formatDay(day)} không có quyết định kết nạp nào trong phạm vi của đồng chí.`;
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
