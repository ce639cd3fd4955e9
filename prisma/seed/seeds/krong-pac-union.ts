import { addDays } from "@/lib/shared/days";
import { syntheticCitizenNumber } from "../citizen-number";
import { syntheticName } from "../names";
import { Chance } from "../random";
import type { SeedTable } from "../tables";

/** The chi đoàn beside cells of Ea Phê: code, name, the cell, how many members. */
const CHAPTERS: readonly [code: string, name: string, cell: string, members: number][] = [
  ["D-EAP-08", "Chi đoàn thôn Phước Thọ 1", "EAP-08", 14],
  ["D-EAP-09", "Chi đoàn thôn Phước Thọ 2", "EAP-09", 12],
  ["D-EAP-10", "Chi đoàn buôn Puăn B", "EAP-10", 16],
];

/** The Youth Union of Ea Phê, small enough to work through: last year is rated, this year is to be done. */
export function krongPacUnion(today: string): SeedTable[] {
  const chance = new Chance(26031931);
  const row = (code: string, name: string, level: string, parent: string, party: string, bloc = "") => ({
    "Mã tổ chức": code,
    "Tên tổ chức": name,
    Cấp: level,
    "Mã tổ chức cấp trên": parent,
    Khối: bloc,
    "Mã đơn vị đảng": party,
  });
  return [
    {
      kind: "to-chuc-doan",
      fileName: "to-chuc-doan-krong-pac.csv",
      rows: [
        row("D-DAKLAK", "Tỉnh đoàn Đắk Lắk", "Tỉnh đoàn", "", "DAKLAK"),
        row("D-KRONGPAC", "Huyện đoàn Krông Pắc", "Cấp huyện", "D-DAKLAK", "KRONGPAC"),
        row("D-EAP", "Đoàn xã Ea Phê", "Đoàn cơ sở", "D-KRONGPAC", "EAP", "Khu dân cư"),
        ...CHAPTERS.map(([code, name, cell]) => row(code, name, "Chi đoàn", "D-EAP", cell)),
      ],
    },
    {
      kind: "doan-vien",
      fileName: "doan-vien-krong-pac.csv",
      rows: members(chance, Number(today.slice(0, 4))),
    },
  ];
}

function members(chance: Chance, year: number): Record<string, string>[] {
  return CHAPTERS.flatMap(([code, , , count], chapter) =>
    Array.from({ length: count }, (_, place) => {
      const sex = chance.happens(0.5) ? "Nữ" : "Nam";
      const ethnicity = chapter === 2 ? "Ê-đê" : "Kinh";
      const birthDay = addDays(`${year - 27}-01-01`, chance.between(0, 365 * 8));
      const party = place === 0;
      const rating = place % 4 === 1 ? "HTXSNV" : place % 4 === 2 ? "HTTNV" : "HTNV";
      return {
        "Mã tổ chức đoàn": code,
        "Họ và tên": syntheticName(chance, sex, ethnicity),
        "Ngày sinh": birthDay,
        "Giới tính": sex,
        "Số định danh": syntheticCitizenNumber(chance, "066", sex, birthDay),
        "Ngày vào Đoàn": addDays(birthDay, 16 * 365 + 90),
        "Là đảng viên": party ? "có" : "không",
        "Năm xếp loại": party ? "" : String(year - 1),
        "Xếp loại": party ? "" : rating,
      };
    }),
  );
}
