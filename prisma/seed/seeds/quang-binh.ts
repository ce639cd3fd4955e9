import { addDays } from "@/lib/shared/days";
import { DossierWriter } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { cellsOf, headcountRow, type SeedUnit, unitRow } from "../units";

const BLOC = "CCQ-QUANGBINH";
const OFFICES = [
  "Sở Nội vụ",
  "Sở Tài chính",
  "Sở Giáo dục và Đào tạo",
  "Sở Y tế",
  "Sở Nông nghiệp và PTNT",
  "Sở Tài nguyên và Môi trường",
  "Sở Xây dựng",
  "Sở Giao thông vận tải",
  "Sở Công Thương",
  "Sở Tư pháp",
  "Sở Khoa học và Công nghệ",
  "Sở Văn hóa và Thể thao",
  "Sở Du lịch",
  "Sở Thông tin và Truyền thông",
  "Sở Lao động - Thương binh và Xã hội",
  "Sở Kế hoạch và Đầu tư",
  "Sở Ngoại vụ",
  "Thanh tra tỉnh",
  "Ban Dân tộc",
  "Văn phòng UBND tỉnh",
  "Văn phòng Tỉnh ủy",
  "Ban Tổ chức Tỉnh ủy",
  "Ban Tuyên giáo Tỉnh ủy",
  "Ban Dân vận Tỉnh ủy",
  "Ban Nội chính Tỉnh ủy",
  "Báo Quảng Bình",
  "Đài Phát thanh và Truyền hình",
  "Cục Thuế",
  "Cục Hải quan",
  "Kho bạc Nhà nước",
  "Bảo hiểm xã hội tỉnh",
  "Trường Đại học Quảng Bình",
  "Bệnh viện Đa khoa tỉnh",
];

/**
 * S4, the agencies' bloc of Quảng Bình: 73 base organisations, 4 749 members; 193 admitted in 2019, of them
 * 108 women. Two groups lost their names in the article; 138 is taken to be union members and 1 a person of
 * an ethnic minority.
 */
export function quangBinh(today: string): SeedTable[] {
  const chance = new Chance(20191231);
  const committees: SeedUnit[] = OFFICES.map((name, place) => ({
    code: `QB-${String(place + 1).padStart(2, "0")}`,
    name: `Đảng bộ ${name}`,
    kind: "Đảng bộ cơ sở",
    parent: BLOC,
    type: name.startsWith("Trường")
      ? "trường học"
      : name.startsWith("Bệnh viện")
        ? "đơn vị sự nghiệp"
        : "cơ quan",
  }));
  const baseCells: SeedUnit[] = Array.from({ length: 40 }, (_, place) => ({
    code: `QB-${String(place + 34).padStart(2, "0")}`,
    name: `Chi bộ Trung tâm, đơn vị trực thuộc số ${place + 1}`,
    kind: "Chi bộ cơ sở",
    parent: BLOC,
    type: "đơn vị sự nghiệp",
  }));
  const cells = committees.flatMap((base) =>
    cellsOf(
      base,
      [1, 2, 3].map((number) => ({
        name: `Chi bộ ${number}, ${base.name.replace("Đảng bộ ", "")}`,
        type: base.type ?? "cơ quan",
      })),
      3,
    ),
  );
  const units: SeedUnit[] = [
    { code: "QUANGBINH", name: "Đảng bộ tỉnh Quảng Bình", kind: "Đảng bộ tỉnh", parent: "TW" },
    {
      code: BLOC,
      name: "Đảng bộ Khối các cơ quan tỉnh Quảng Bình",
      kind: "Cấp trên trực tiếp cơ sở",
      parent: "QUANGBINH",
      decides: true,
    },
    ...committees,
    ...baseCells,
    ...cells,
  ];
  return [
    { kind: "don-vi", fileName: "don-vi-quang-binh.csv", rows: units.map(unitRow) },
    {
      kind: "so-luong-dang-vien",
      fileName: "dang-vien-quang-binh.csv",
      rows: [headcountRow(chance, BLOC, "2018-12-31", 4702), headcountRow(chance, BLOC, "2019-12-31", 4749)],
    },
    {
      kind: "chi-tieu",
      fileName: "chi-tieu-quang-binh.csv",
      rows: [
        {
          "Mã đơn vị": BLOC,
          "Từ ngày": "2019-01-01",
          "Đến ngày": "2019-12-31",
          Nguồn: "Cấp trên giao",
          "Giá trị": "190",
          "Số văn bản": "15-QĐ/TU",
          "Ngày văn bản": "2019-01-15",
        },
      ],
    },
    {
      kind: "ho-so",
      fileName: "ho-so-quang-binh.csv",
      rows: dossiers(chance, [...baseCells, ...cells], today),
    },
  ];
}

function dossiers(chance: Chance, cells: SeedUnit[], today: string): Record<string, string>[] {
  const writer = new DossierWriter(chance, { province: "044", ethnicities: [], today });
  const unionPlaces = new Set(
    chance.shuffled(Array.from({ length: 193 }, (_, person) => person)).slice(0, 138),
  );
  return Array.from({ length: 193 }, (_, person) => {
    const union = unionPlaces.has(person);
    return writer.row({
      cell: chance.pick(cells).code,
      decidedOn: addDays("2019-01-18", Math.floor((person * 320) / 193)),
      decisionNumber: `${person + 1}-QĐ/ĐUK`,
      sex: person < 108 ? "Nữ" : "Nam",
      ethnicity: person === 60 ? "Bru-Vân Kiều" : "Kinh",
      union,
      bornIn: union ? [20, 29] : [32, 48],
      occupation: chance.pick(["1", "2", "5", "5", "5"]),
      source: union ? "Đoàn TNCS" : "Công đoàn",
    });
  });
}
