import { DayInput, NumberInput, RadioCards, Select, TextInput } from "@/components/ui/inputs";
import { audienceLabel, classFormLabel } from "@/lib/classes/labels";
import { AUDIENCES, CLASS_FORMS } from "@/lib/classes/rules/training-class";

type PlanFieldsProps = { values: Record<string, string>; errors: Record<string, string[]> };

/** Name, days, form, place, sessions and size of a class. */
export function PlanFields({ values, errors }: PlanFieldsProps) {
  return (
    <div key={JSON.stringify(values)} className="space-y-5">
      <TextInput name="name" label="Tên lớp" defaultValue={values.name ?? ""} errors={errors.name} />
      <div className="flex flex-wrap gap-5">
        <DayInput name="from" label="Từ ngày" defaultValue={values.from ?? ""} errors={errors.from} />
        <DayInput name="to" label="Đến ngày" defaultValue={values.to ?? ""} errors={errors.to} />
        <NumberInput
          name="sessions"
          label="Số buổi"
          defaultValue={values.sessions ?? ""}
          errors={errors.sessions}
        />
        <NumberInput
          name="size"
          label="Sĩ số tối đa"
          defaultValue={values.size ?? ""}
          errors={errors.size}
          optional
        />
      </div>
      <RadioCards
        name="form"
        legend="Hình thức"
        chosen={values.form ?? "DAY"}
        errors={errors.form}
        choices={CLASS_FORMS.map((value) => ({ value, label: classFormLabel(value) }))}
      />
      <div className="flex flex-wrap gap-5">
        <Select
          name="audience"
          label="Dành cho"
          defaultValue={values.audience ?? "ALL"}
          choices={AUDIENCES.map((value) => ({ value, label: audienceLabel(value) }))}
          className="max-w-60"
        />
        <TextInput
          name="place"
          label="Địa điểm"
          defaultValue={values.place ?? ""}
          errors={errors.place}
          fieldClassName="min-w-60 flex-1"
          optional
        />
      </div>
    </div>
  );
}
