import { RadioCards } from "@/components/ui/choices";
import { DayInput, NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { audienceLabel, classFormLabel } from "@/lib/classes/labels";
import { AUDIENCES, CLASS_FORMS } from "@/lib/classes/rules/training-class";

/** Name, days, form, place, sessions and size of a class. */
export function PlanFields() {
  return (
    <div className="space-y-5">
      <TextInput name="name" label="Tên lớp" />
      <div className="flex flex-wrap gap-5">
        <DayInput name="from" label="Từ ngày" />
        <DayInput name="to" label="Đến ngày" />
        <NumberInput name="sessions" label="Số buổi" />
        <NumberInput name="size" label="Sĩ số tối đa" optional />
      </div>
      <RadioCards
        name="form"
        legend="Hình thức"
        chosen="DAY"
        choices={CLASS_FORMS.map((value) => ({ value, label: classFormLabel(value) }))}
      />
      <div className="flex flex-wrap gap-5">
        <Select
          name="audience"
          label="Dành cho"
          defaultValue="ALL"
          choices={AUDIENCES.map((value) => ({ value, label: audienceLabel(value) }))}
          className="max-w-60"
        />
        <TextInput name="place" label="Địa điểm" fieldClassName="min-w-60 flex-1" optional />
      </div>
    </div>
  );
}
