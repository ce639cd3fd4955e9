import { addDays } from "@/lib/shared/days";
import { DossierWriter } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { cellsOf, headcountRow, type SeedUnit, unitRow } from "../units";

const COMMUNE = "XUANLOI";
const CELLS = [
  ...[
    "Đồng Xuân",
    "Lai Châu",
    "Đồng Ngà",
    "Xuân Lũng",
    "Gò Đồng",
    "Đồng Tâm",
    "Cầu Gạo",
    "Ngọc Xuân",
    "Bì La",
    "Tân Tiến",
    "Rừng Chùa",
    "Đồi Sỏi",
    "Đình Cả",
  ].map((name) => ({ name: `Chi bộ thôn ${name}`, type: "thôn/tổ dân phố" })),
  { name: "Chi bộ Trường Mầm non Xuân Lôi", type: "trường học" },
  { name: "Chi bộ Trường Tiểu học Xuân Lôi", type: "trường học" },
  { name: "Chi bộ Trường THCS Xuân Lôi", type: "trường học" },
  { name: "Chi bộ Trạm Y tế Xuân Lôi", type: "đơn vị sự nghiệp" },
];

/**
 * S0, the commune of Xuân Lôi: 17 cells, 528 members; 17 admitted in the 18 months to 30-6-2021; in the
 * first half of 2021 the mass organisations introduced 10 people.
 */
export function xuanLoi(today: string): SeedTable[] {
  const chance = new Chance(20210729);
  const commune: SeedUnit = {
    code: COMMUNE,
    name: "Đảng bộ xã Xuân Lôi",
    kind: "Đảng bộ cơ sở",
    parent: "LAPTHACH",
    type: "xã",
  };
  const cells = cellsOf(commune, CELLS, 17);
  const units: SeedUnit[] = [
    { code: "VINHPHUC", name: "Đảng bộ tỉnh Vĩnh Phúc", kind: "Đảng bộ tỉnh", parent: "TW" },
    {
      code: "LAPTHACH",
      name: "Đảng bộ huyện Lập Thạch",
      kind: "Cấp trên trực tiếp cơ sở",
      parent: "VINHPHUC",
      decides: true,
    },
    commune,
    ...cells,
  ];
  return [
    { kind: "don-vi", fileName: "don-vi-xuan-loi.csv", rows: units.map(unitRow) },
    {
      kind: "so-luong-dang-vien",
      fileName: "dang-vien-xuan-loi.csv",
      rows: [
        headcountRow(chance, COMMUNE, "2019-12-31", 519),
        headcountRow(chance, COMMUNE, "2020-12-31", 524),
        headcountRow(chance, COMMUNE, "2021-06-30", 528),
      ],
    },
    { kind: "chi-tieu", fileName: "chi-tieu-xuan-loi.csv", rows: quotas(cells) },
    { kind: "ho-so", fileName: "ho-so-xuan-loi.csv", rows: dossiers(chance, cells, today) },
  ];
}

function quotas(cells: SeedUnit[]): Record<string, string>[] {
  const year = (code: string, value: number, of: number, number: string) => ({
    "Mã đơn vị": code,
    "Từ ngày": `${of}-01-01`,
    "Đến ngày": `${of}-12-31`,
    Nguồn: "Cấp trên giao",
    "Giá trị": String(value),
    "Số văn bản": number,
    "Ngày văn bản": `${of}-01-20`,
  });
  return [
    year(COMMUNE, 12, 2020, "31-QĐ/HU"),
    year(COMMUNE, 13, 2021, "44-QĐ/HU"),
    ...cells.slice(0, 13).map(({ code }) => year(code, 1, 2020, "02-NQ/ĐU")),
    ...cells.slice(0, 13).map(({ code }) => year(code, 1, 2021, "03-NQ/ĐU")),
  ];
}

function dossiers(chance: Chance, cells: SeedUnit[], today: string): Record<string, string>[] {
  const writer = new DossierWriter(chance, { province: "026", ethnicities: [["Cao Lan", 0]], today });
  const meetings = [
    "2020-02-21",
    "2020-05-15",
    "2020-08-28",
    "2020-10-16",
    "2020-12-18",
    "2021-02-26",
    "2021-04-16",
    "2021-05-28",
  ];
  const admitted = Array.from({ length: 17 }, (_, person) =>
    writer.row({
      cell: chance.pick(cells).code,
      decidedOn: meetings[person % meetings.length] ?? null,
      decisionNumber: `${100 + person}-QĐ/HU`,
    }),
  );
  const organisations = [
    "Đoàn TNCS",
    "Đoàn TNCS",
    "Đoàn TNCS",
    "Đoàn TNCS",
    "Đoàn TNCS",
    "Hội LHPN",
    "Hội LHPN",
    "Hội Nông dân",
    "Hội Nông dân",
    "Hội CCB",
  ];
  const introduced = organisations.map((source, person) => {
    const day = addDays("2021-01-11", person * 17);
    return writer.row({
      cell: chance.pick(cells).code,
      decidedOn: null,
      source,
      union: source === "Đoàn TNCS",
      days: { "Ngày giới thiệu": day, "Ngày vào diện cảm tình": addDays(day, 25) },
    });
  });
  return [...admitted, ...introduced];
}
