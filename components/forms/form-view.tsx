import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import { writerLabel } from "@/lib/forms/labels";
import type { FormView } from "@/lib/forms/queries/catalogue";
import { formatDay } from "@/lib/shared/days";
import { FieldList } from "./field-list";
import { ReplaceForm } from "./replace-form";
import { WithdrawForm } from "./withdraw-form";

/** One form: its templates, the fields they may name, and where an own one is sent. */
export function FormPage({ view, done }: { view: FormView; done: boolean }) {
  const { form, templates, unitName, mayReplace, today } = view;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={form.title}
        under={[form.code && `Mẫu ${form.code}`, writerLabel(form.writer)].filter(Boolean).join(" · ")}
        back={{ href: "/forms", label: "Mẫu giấy tờ" }}
        actions={
          <>
            <ButtonLink href={`/forms/${form.id}/blank`} download>
              Tải mẫu trống
            </ButtonLink>
            <ButtonLink href={`/forms/${form.id}/template`} download>
              Tải mẫu có trường
            </ButtonLink>
          </>
        }
      />
      {done && <DoneBar message="Đã ghi mẫu của đơn vị" />}
      <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_346px]">
        <div className="space-y-4">
          <Panel flush heading="Mẫu đang có">
            <ul className="divide-y divide-line border-t border-line">
              {templates.map(
                ({ id, unitName: unit, from, fileName, addedByName, addedOn, mine, version }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
                    <div>
                      <p className="font-medium">
                        {unit}, từ {formatDay(from)}
                        {form.own?.id === id && <span className="text-petrol"> · đang dùng</span>}
                      </p>
                      <p className="text-note text-ink2">
                        {fileName}, {addedByName} gửi ngày {formatDay(addedOn)}
                      </p>
                    </div>
                    <div className="flex flex-wrap items-center gap-3">
                      <a href={`/forms/${form.id}/template?id=${id}`} className="link" download>
                        Tải về
                      </a>
                      {mine && mayReplace && <WithdrawForm templateId={id} version={version} />}
                    </div>
                  </li>
                ),
              )}
              <li className="px-5 py-3">
                <p className="font-medium">
                  Mẫu có sẵn của phần mềm
                  {form.own === null && <span className="text-petrol"> · đang dùng</span>}
                </p>
                <p className="text-note text-ink2">Dùng khi không đơn vị nào từ đây trở lên có mẫu riêng.</p>
              </li>
            </ul>
          </Panel>
          <Panel heading="Các trường trong mẫu">
            <FieldList />
          </Panel>
        </div>
        {mayReplace && (
          <Panel heading="Thay bằng mẫu của đơn vị" className="self-start">
            <ReplaceForm form={form.id} unitName={unitName} from={formatDay(today)} />
          </Panel>
        )}
      </div>
    </div>
  );
}
