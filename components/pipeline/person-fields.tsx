import { RadioCards } from "@/components/ui/choices";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import {
  ETHNICITIES,
  educationLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  theoryLabel,
} from "@/lib/people/labels";
import { EDUCATIONS, OCCUPATIONS, PROFESSIONS, RELIGIONS, THEORIES } from "@/lib/people/rules";

const YES_NO = [
  { value: "yes", label: "Có" },
  { value: "no", label: "Không" },
];

/** What is known of a person; an empty choice is "Chưa rõ", never a guess. */
export function PersonFields({ numberHint }: { numberHint: string }) {
  const choice = (name: string, label: string, choices: { value: string; label: string }[]) => (
    <Select name={name} label={label} choices={choices} empty="Chưa rõ" />
  );
  return (
    <>
      <TextInput name="name" label="Họ và tên" autoComplete="off" />
      <div className="grid gap-5 phone:grid-cols-2">
        <DayInput name="birth" label="Ngày sinh" hint="Ngày, tháng, năm; nếu chưa rõ thì ghi riêng năm." />
        <RadioCards
          name="sex"
          legend="Giới tính"
          choices={[
            { value: "male", label: "Nam" },
            { value: "female", label: "Nữ" },
          ]}
        />
      </div>
      <TextInput
        name="citizenNumber"
        label="Số định danh"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-64"
        hint={numberHint}
        optional
      />
      <div className="grid gap-5 phone:grid-cols-2">
        {choice(
          "ethnicity",
          "Dân tộc",
          Object.entries(ETHNICITIES)
            .toSorted(([a], [b]) => a.localeCompare(b))
            .map(([value, label]) => ({ value, label })),
        )}
        {choice(
          "religion",
          "Tôn giáo",
          RELIGIONS.map((value) => ({ value, label: religionLabel(value) })),
        )}
        {choice(
          "occupation",
          "Nhóm nghề nghiệp",
          OCCUPATIONS.map((value) => ({ value, label: `${value}. ${occupationLabel(value)}` })),
        )}
        {choice(
          "education",
          "Giáo dục phổ thông",
          EDUCATIONS.map((value) => ({ value, label: educationLabel(value) })),
        )}
        {choice(
          "profession",
          "Chuyên môn cao nhất",
          PROFESSIONS.map((value) => ({ value, label: professionLabel(value) })),
        )}
        {choice(
          "politicalTheory",
          "Lý luận chính trị",
          THEORIES.map((value) => ({ value, label: theoryLabel(value) })),
        )}
        {choice("unionMember", "Đoàn viên", YES_NO)}
        {choice("privateOwner", "Chủ doanh nghiệp tư nhân", YES_NO)}
        {choice("religiousDignitary", "Chức sắc, chức việc tôn giáo", YES_NO)}
        {choice("foreignSpouse", "Hôn nhân với người nước ngoài", YES_NO)}
      </div>
    </>
  );
}
