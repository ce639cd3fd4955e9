import { sexLabel } from "@/lib/people/labels";
import type { Sex } from "@/lib/people/rules";
import { stageLabel } from "@/lib/pipeline/labels/words";
import type { Stage } from "@/lib/pipeline/rules/standing";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import type { PeopleReport } from "../queries/people";
import type { FigurePerson } from "../repository/figures";

export const PEOPLE_COLUMNS: Column[] = [
  { title: "Họ và tên", kind: "text", width: 28 },
  { title: "Ngày sinh", kind: "text" },
  { title: "Giới tính", kind: "text" },
  { title: "Mã chi bộ", kind: "text" },
  { title: "Chi bộ", kind: "text", width: 36 },
  { title: "Bước", kind: "text", width: 20 },
  { title: "Ngày", kind: "day" },
];

export function peopleRows({ people }: Pick<PeopleReport, "people">): Cell[][] {
  return people.map(({ name, birthDate, sex, unit, step, day }) => [
    name,
    birthDate,
    sexLabel(sex as Sex | null),
    unit.code,
    unit.name,
    stageLabel(step as Stage),
    day,
  ]);
}

/** A person as a list of people has them. */
export function personLine({
  id,
  name,
  birthDate,
  birthYear,
  sex,
  unitCode,
  unitName,
  step,
  day,
}: FigurePerson): PeopleReport["people"][number] {
  return {
    id,
    name,
    birthDate: birthDate ?? String(birthYear),
    sex,
    unit: { code: unitCode, name: unitName },
    step,
    day,
  };
}
