import { addDays } from "@/lib/shared/days";
import { classTables, learnerRow, type SeedGrade } from "../classes";
import { DossierWriter } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { type SeedUnit, unitRow } from "../units";

const DISTRICT = "QUAN9";
const WARDS = ["Phước Long A", "Phước Long B", "Tăng Nhơn Phú A", "Hiệp Phú", "Long Trường", "Trường Thạnh"];
const RESULTS: [grade: SeedGrade, people: number][] = [
  ["Giỏi", 56],
  ["Khá", 48],
  ["Trung bình", 31],
];
const CLASS = {
  code: "Q9-NT-I-2016",
  kind: "Nhận thức về Đảng" as const,
  name: "Lớp bồi dưỡng nhận thức về Đảng khóa I/2016",
  organiser: DISTRICT,
  from: "2016-03-04",
  to: "2016-03-25",
  form: "Cuối tuần" as const,
  place: "Trung tâm Bồi dưỡng Chính trị Quận 9",
};

/** C42, the district 9 of Ho Chi Minh City: one class of 135 in March 2016, all of whom passed. */
export function quan9(today: string): SeedTable[] {
  const chance = new Chance(20160325);
  const wards = WARDS.map(
    (name, place): SeedUnit => ({
      code: `Q9-${place + 1}`,
      name: `Chi bộ cơ quan phường ${name}`,
      kind: "Chi bộ cơ sở",
      parent: DISTRICT,
      type: "cơ quan",
    }),
  );
  const units: SeedUnit[] = [
    { code: "TPHCM", name: "Đảng bộ Thành phố Hồ Chí Minh", kind: "Đảng bộ tỉnh", parent: "TW" },
    {
      code: DISTRICT,
      name: "Đảng bộ Quận 9",
      kind: "Cấp trên trực tiếp cơ sở",
      parent: "TPHCM",
      decides: true,
    },
    ...wards,
  ];
  const writer = new DossierWriter(chance, { province: "079", ethnicities: [["Hoa", 0.03]], today });
  const grades = chance.shuffled(RESULTS.flatMap(([grade, people]) => Array<SeedGrade>(people).fill(grade)));
  const learners = grades.map((grade, place) => {
    const person = writer.row({
      cell: chance.pick(wards).code,
      decidedOn: null,
      days: { "Ngày cấp GCN nhận thức": addDays(CLASS.to, 7) },
    });
    return learnerRow(CLASS.code, { ...person, "Số GCN nhận thức": `${place + 1}/GCN` }, grade, "nhận thức");
  });
  return [
    { kind: "don-vi", fileName: "don-vi-quan-9.csv", rows: units.map(unitRow) },
    ...classTables("quan-9", [CLASS], learners),
  ];
}
