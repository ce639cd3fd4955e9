import { addDays } from "@/lib/shared/days";
import { classTables, gradesOf, learnerRow } from "../classes";
import { DossierWriter } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { cellsOf, headcountRow, type SeedUnit, unitRow } from "../units";

const TOWN = "NAHANG";
const GROUPS = Array.from({ length: 16 }, (_, place) => ({
  name: `Chi bộ tổ dân phố ${place + 1}`,
  type: "thôn/tổ dân phố",
}));
const OTHERS = [
  { name: "Chi bộ Trường Mầm non Na Hang", type: "trường học" },
  { name: "Chi bộ Trường Tiểu học Na Hang", type: "trường học" },
  { name: "Chi bộ Trường THCS Na Hang", type: "trường học" },
  { name: "Chi bộ Trường THPT Na Hang", type: "trường học" },
  { name: "Chi bộ Trạm Y tế thị trấn", type: "đơn vị sự nghiệp" },
  { name: "Chi bộ Công an thị trấn", type: "công an" },
  { name: "Chi bộ Quân sự thị trấn", type: "quân đội" },
  { name: "Chi bộ Cơ quan thị trấn", type: "cơ quan" },
];

/** Last days of the classes of the district, on which the certificates were given. */
const CLASS_DAYS = ["2015-08-14", "2015-11-20", "2016-04-22", "2016-08-19", "2016-11-25", "2017-04-21"];

/**
 * S3, the town of Na Hang: 24 cells, 691 members, a term resolution of 70; in half the term (until the end
 * of 2017) 111 people were sent to the class and 51 of them admitted.
 */
export function naHang(today: string): SeedTable[] {
  const chance = new Chance(20191017);
  const town: SeedUnit = {
    code: TOWN,
    name: "Đảng bộ thị trấn Na Hang",
    kind: "Đảng bộ cơ sở",
    parent: "HUYEN-NAHANG",
    type: "thị trấn",
  };
  const cells = cellsOf(town, [...GROUPS, ...OTHERS], 24);
  const units: SeedUnit[] = [
    { code: "TUYENQUANG", name: "Đảng bộ tỉnh Tuyên Quang", kind: "Đảng bộ tỉnh", parent: "TW" },
    {
      code: "HUYEN-NAHANG",
      name: "Đảng bộ huyện Na Hang",
      kind: "Cấp trên trực tiếp cơ sở",
      parent: "TUYENQUANG",
      decides: true,
    },
    town,
    ...cells,
  ];
  const members = [
    headcountRow(chance, TOWN, "2014-12-31", 652),
    headcountRow(chance, TOWN, "2017-12-31", 691),
    headcountRow(chance, TOWN, "2019-10-17", 691),
  ];
  const people = dossiers(chance, cells, today);
  return [
    { kind: "don-vi", fileName: "don-vi-na-hang.csv", rows: units.map(unitRow) },
    { kind: "so-luong-dang-vien", fileName: "dang-vien-na-hang.csv", rows: members },
    {
      kind: "chi-tieu",
      fileName: "chi-tieu-na-hang.csv",
      rows: [
        {
          "Mã đơn vị": TOWN,
          "Từ ngày": "2015-07-01",
          "Đến ngày": "2020-06-30",
          Nguồn: "Nghị quyết nhiệm kỳ",
          "Giá trị": "70",
          "Số văn bản": "01-NQ/ĐH",
          "Ngày văn bản": "2015-06-25",
        },
      ],
    },
    { kind: "ho-so", fileName: "ho-so-na-hang.csv", rows: people },
    ...naHangClasses(people),
  ];
}

function dossiers(chance: Chance, cells: SeedUnit[], today: string): Record<string, string>[] {
  const place = {
    province: "008",
    ethnicities: [
      ["Tày", 0.52],
      ["Dao", 0.16],
      ["Hmông", 0.06],
    ] as [string, number][],
    today,
  };
  const writer = new DossierWriter(chance, place);
  const sent = Array.from({ length: 111 }, (_, person) => ({ person, certifiedOn: chance.pick(CLASS_DAYS) }));
  return sent.map(({ person, certifiedOn }) => {
    const cell = chance.pick(cells).code;
    const before = {
      "Ngày cấp GCN nhận thức": certifiedOn,
      "Ngày vào diện cảm tình": addDays(certifiedOn, -chance.between(10, 30)),
      "Ngày giới thiệu": addDays(certifiedOn, -chance.between(35, 44)),
    };
    if (person >= 51) return writer.row({ cell, decidedOn: null, days: before });

    const applied = addDays(certifiedOn, chance.between(15, 40));
    return writer.row({
      cell,
      decidedOn: addDays(certifiedOn, chance.between(130, 230)),
      decisionNumber: `${person + 1}-QĐ/HU`,
      days: { ...before, "Ngày viết đơn": applied },
    });
  });
}

/** The six classes that the 111 were sent to, each with those whose certificate it gave. */
function naHangClasses(people: readonly Record<string, string>[]): SeedTable[] {
  const chance = new Chance(20150814);
  const classes = CLASS_DAYS.map((day, place) => ({
    code: `NH-NT-${place + 1}`,
    kind: "Nhận thức về Đảng" as const,
    name: `Lớp bồi dưỡng nhận thức về Đảng huyện Na Hang, khóa ${place + 1}`,
    organiser: "HUYEN-NAHANG",
    from: addDays(day, -4),
    to: day,
    place: "Trung tâm Bồi dưỡng Chính trị huyện Na Hang",
  }));
  const learners = classes.flatMap(({ code, to }) => {
    const sent = people.filter((row) => row["Ngày cấp GCN nhận thức"] === to);
    const grades = gradesOf(chance, sent.length);
    return sent.map((row, place) => learnerRow(code, row, grades[place] ?? "Khá", "nhận thức"));
  });
  return classTables("na-hang", classes, learners);
}
