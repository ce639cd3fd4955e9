import { KeyValues } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import { optionLabel, optionValueLabel } from "@/lib/pipeline/labels/rules";
import type { OptionsPage } from "@/lib/pipeline/queries/rules";
import { HANOI_OPTIONS, OPTION_FIELDS, versionsKey } from "@/lib/pipeline/rules/options";
import { formatDay } from "@/lib/shared/days";
import { OptionsForm } from "./options-form";
import { OptionsHistory } from "./options-history";
import { YearCalendar } from "./year-calendar";

type OptionsViewProps = {
  page: OptionsPage;
  /** Fill the form with the values of Hà Nội. */
  sample: boolean;
  done: { from: string; changed: number } | null;
};

/** "Quy định của tỉnh": what the province adds to the central rules, since when and by which document. */
export function OptionsView({ page, sample, done }: OptionsViewProps) {
  const { province, options, maySet } = page;
  const versions = province?.versions ?? [];
  const initial = sample ? { ...HANOI_OPTIONS, calendar: options.calendar } : options;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Quy định của tỉnh"
        under={province?.name ?? "Đơn vị không thuộc tỉnh nào: áp dụng quy định của Trung ương."}
        back={{ href: "/rules", label: "Quy định" }}
        actions={<PrintButton />}
      />
      {done && <DoneBar message={doneMessage(done, page.today)} />}
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_330px]">
        <div className="space-y-4">
          {maySet ? (
            <OptionsForm
              key={`${versionsKey(versions)}${sample}`}
              initial={initial}
              seen={versionsKey(versions)}
              sample={sample}
            />
          ) : (
            <Panel heading="Đang áp dụng">
              <KeyValues
                items={OPTION_FIELDS.map((field) => ({
                  label: optionLabel(field),
                  value: optionValueLabel(field, options),
                }))}
              />
            </Panel>
          )}
        </div>
        <div className="space-y-4">
          <Panel flush heading="Các lần quy định">
            <OptionsHistory versions={versions} today={page.today} />
          </Panel>
          <YearCalendar page={page} />
        </div>
      </div>
    </div>
  );
}

function doneMessage({ from, changed }: { from: string; changed: number }, today: string): string {
  const set = `Đã ghi quy định của tỉnh, áp dụng từ ngày ${formatDay(from)}.`;
  if (from > today) return set;
  return changed === 0
    ? `${set} Không hồ sơ nào đổi hạn.`
    : `${set} Đã tính lại bước tiếp theo và hạn của ${changed} hồ sơ.`;
}
