import { useAnswer } from "@/components/ui/answer";
import { Checkbox, GroupErrors, RadioCards } from "@/components/ui/choices";
import { NumberInput, Select } from "@/components/ui/inputs";
import { typeLabel } from "@/lib/organisation/labels";
import { UNIT_TYPES } from "@/lib/organisation/rules/kinds";
import { occupationLabel } from "@/lib/people/labels";
import { OCCUPATIONS } from "@/lib/people/rules";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import type { ProgrammeRule } from "@/lib/sources/rules/programme";

/** Who belongs to a programme: what is left open says nothing. */
export function RuleFields() {
  return (
    <>
      <p className="text-staff text-ink2">
        Điều kiện nào để trống thì không xét. Người thuộc chương trình phải có đủ các điều kiện đã ghi.
      </p>
      <div className="flex flex-wrap gap-5">
        <NumberInput name="ageFrom" label="Tuổi từ" optional />
        <NumberInput name="ageTo" label="Tuổi đến" optional />
      </div>
      <RadioCards
        name="ageOn"
        legend="Tuổi tròn tính vào"
        chosen="introduction"
        choices={[
          { value: "introduction", label: "Ngày được giới thiệu" },
          { value: "asOf", label: "Ngày xem số liệu" },
        ]}
      />
      <Ticks
        name="occupations"
        legend="Nghề nghiệp"
        choices={OCCUPATIONS.map((value) => ({ value, label: occupationLabel(value) }))}
      />
      <Ticks
        name="types"
        legend="Loại hình của chi bộ"
        choices={UNIT_TYPES.map((value) => ({ value, label: typeLabel(value) }))}
      />
      <Ticks
        name="sources"
        legend="Nơi giới thiệu"
        choices={SOURCES.map((value) => ({ value, label: sourceLabel(value) }))}
      />
      <div className="flex flex-wrap gap-5">
        <Select
          name="sex"
          label="Giới tính"
          empty="Không xét"
          choices={[
            { value: "male", label: "Nam" },
            { value: "female", label: "Nữ" },
          ]}
          className="min-w-44"
        />
        <Select
          name="unionMember"
          label="Đoàn viên"
          empty="Không xét"
          choices={[
            { value: "yes", label: "Là đoàn viên" },
            { value: "no", label: "Không phải đoàn viên" },
          ]}
          className="min-w-52"
        />
      </div>
    </>
  );
}

type TicksProps = {
  name: string;
  legend: string;
  choices: { value: string; label: string }[];
};

/** Boxes that may be ticked together, folded while none is. */
function Ticks({ name, legend, choices }: TicksProps) {
  const ticked = useAnswer(name)?.ticked ?? [];
  return (
    <details open={ticked.some(Boolean)} className="rounded-panel border border-line px-4 py-2">
      <summary className="min-h-11 py-2 font-semibold">
        {legend}
        <span className="font-normal text-ink3"> (không bắt buộc)</span>
      </summary>
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        <div className="grid gap-x-6 phone:grid-cols-2">
          {choices.map(({ value, label }) => (
            <Checkbox key={value} name={name} value={value} label={label} />
          ))}
        </div>
        <GroupErrors name={name} />
      </fieldset>
    </details>
  );
}

/** A rule as its fields hold it. */
export function ruleValues(rule: ProgrammeRule): Record<string, string | string[]> {
  return {
    ageFrom: rule.ageFrom === null ? "" : String(rule.ageFrom),
    ageTo: rule.ageTo === null ? "" : String(rule.ageTo),
    ageOn: rule.ageOn,
    occupations: rule.occupations,
    types: rule.types,
    sources: rule.sources,
    sex: rule.sex ?? "",
    unionMember: rule.unionMember === null ? "" : rule.unionMember ? "yes" : "no",
  };
}
