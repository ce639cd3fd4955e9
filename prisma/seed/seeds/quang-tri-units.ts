import type { SeedUnit } from "../units";
import { unitRow } from "../units";

type SeedBloc = "RESIDENTIAL" | "SCHOOL" | "EMPLOYEE" | "ARMED_FORCES";

/** A base union: its bloc, how many members and chi đoàn, the party unit beside it and the cell that receives. */
export type SeedBase = {
  code: string;
  name: string;
  above: string;
  bloc: SeedBloc;
  members: number;
  chapters: number;
  party: string;
  cell: string;
  /** A secondary school, whose members are pupils. */
  school: boolean;
};

const BLOC_WORDS: Record<SeedBloc, string> = {
  RESIDENTIAL: "Khu dân cư",
  SCHOOL: "Trường học",
  EMPLOYEE: "Công chức, viên chức, lao động",
  ARMED_FORCES: "Lực lượng vũ trang",
};

/** The 10 district unions, with how many communes each, and the 2 direct ones. */
export const DISTRICTS: readonly [code: string, name: string, communes: number][] = [
  ["DONGHA", "thành phố Đông Hà", 9],
  ["TXQT", "thị xã Quảng Trị", 5],
  ["VINHLINH", "huyện Vĩnh Linh", 18],
  ["GIOLINH", "huyện Gio Linh", 17],
  ["CAMLO", "huyện Cam Lộ", 8],
  ["TRIEUPHONG", "huyện Triệu Phong", 18],
  ["HAILANG", "huyện Hải Lăng", 16],
  ["HUONGHOA", "huyện Hướng Hóa", 21],
  ["DAKRONG", "huyện Đakrông", 13],
  ["CONCO", "huyện đảo Cồn Cỏ", 0],
];
const DIRECT: readonly [code: string, name: string, bloc: SeedBloc][] = [
  ["KHOICQ", "Khối các cơ quan và doanh nghiệp tỉnh", "EMPLOYEE"],
  ["CONGAN", "Công an tỉnh", "ARMED_FORCES"],
];

const SPREAD: readonly [bloc: SeedBloc, bases: number, members: number][] = [
  ["RESIDENTIAL", 125, 11_727],
  ["SCHOOL", 140, 22_209],
  ["EMPLOYEE", 60, 4563],
  ["ARMED_FORCES", 8, 700],
];

/** The 333 base unions with the 39 199 members spread over them. */
export const BASES: readonly SeedBase[] = SPREAD.flatMap(([bloc, bases, members]) =>
  Array.from({ length: bases }, (_, place) => baseOf(bloc, place, bases, members)),
);

function baseOf(bloc: SeedBloc, place: number, bases: number, members: number): SeedBase {
  const above = aboveOf(bloc, place);
  const number = String(place + 1).padStart(3, "0");
  const own = Math.floor(members / bases) + (place < members % bases ? 1 : 0);
  const code = `D-${{ RESIDENTIAL: "X", SCHOOL: "T", EMPLOYEE: "C", ARMED_FORCES: "V" }[bloc]}${number}`;
  const party = code.replace("D-", "QT-");
  const school = bloc === "SCHOOL" && place % 4 === 0;
  return {
    code,
    name: {
      RESIDENTIAL: `Đoàn xã số ${place + 1}`,
      SCHOOL: school ? `Đoàn Trường THPT số ${place + 1}` : `Đoàn trường học số ${place + 1}`,
      EMPLOYEE: `Đoàn cơ quan số ${place + 1}`,
      ARMED_FORCES: `Đoàn đơn vị vũ trang số ${place + 1}`,
    }[bloc],
    above,
    bloc,
    members: own,
    chapters: Math.max(1, Math.round(own / 36)),
    party,
    cell: bloc === "RESIDENTIAL" ? `${party}-01` : party,
    school,
  };
}

function aboveOf(bloc: SeedBloc, place: number): string {
  if (bloc === "ARMED_FORCES") return place < 7 ? "CONGAN" : "CONCO";
  if (bloc === "EMPLOYEE" && place >= 27) return "KHOICQ";
  if (bloc === "RESIDENTIAL") {
    let left = place;
    for (const [code, , communes] of DISTRICTS) {
      if (left < communes) return code;
      left -= communes;
    }
  }
  return DISTRICTS[place % 9]?.[0] ?? "DONGHA";
}

/** The party's units: province, districts and blocs, and beside each base union a committee with a cell, or a cell. */
export function partyRows(): Record<string, string>[] {
  const upper = (code: string, name: string): SeedUnit => ({
    code: `QT-${code}`,
    name,
    kind: "Cấp trên trực tiếp cơ sở",
    parent: "QUANGTRI",
    decides: true,
  });
  const units: SeedUnit[] = [
    { code: "QUANGTRI", name: "Đảng bộ tỉnh Quảng Trị", kind: "Đảng bộ tỉnh", parent: "TW" },
    ...DISTRICTS.map(([code, name]) => upper(code, `Đảng bộ ${name}`)),
    ...DIRECT.map(([code, name]) => upper(code, `Đảng bộ ${name}`)),
    ...BASES.flatMap((base) => partyUnits(base)),
  ];
  return units.map(unitRow);
}

function partyUnits({ bloc, party, cell, name, above, school }: SeedBase): SeedUnit[] {
  const parent = `QT-${above}`;
  const place = name.replace(/^Đoàn /, "");
  if (bloc !== "RESIDENTIAL") {
    const type = { SCHOOL: "trường học", EMPLOYEE: "cơ quan", ARMED_FORCES: "công an" }[bloc];
    const named = school ? place : place.charAt(0).toLowerCase() + place.slice(1);
    return [{ code: party, name: `Chi bộ ${named}`, kind: "Chi bộ cơ sở", parent, type }];
  }
  return [
    { code: party, name: `Đảng bộ ${place}`, kind: "Đảng bộ cơ sở", parent, type: "xã" },
    {
      code: cell,
      name: `Chi bộ thôn trung tâm, ${place}`,
      kind: "Chi bộ",
      parent: party,
      type: "thôn/tổ dân phố",
    },
  ];
}

/** Beneath whom a base union of a district stands since there are none. */
function aboveWithoutDistricts({ above, bloc, school }: SeedBase, place: number): string {
  const communes = BASES.filter((one) => one.above === above && one.bloc === "RESIDENTIAL");
  const commune = communes[place % Math.max(1, communes.length)];
  return bloc === "RESIDENTIAL" || school || !commune ? "D-QUANGTRI" : commune.code;
}

const LAST_DAY_OF_DISTRICTS = "2025-06-30";
const FIRST_DAY_WITHOUT = "2025-07-01";

/**
 * The Union's tree: Tỉnh đoàn, 10 district and 2 direct unions, 333 base unions and their chi đoàn. The district
 * level ended with June 2025: communes and schools of the upper level stand beneath the province since, the
 * other base unions of a district beneath one of its communes.
 */
export function unionRows(): Record<string, string>[] {
  const row = (code: string, name: string, level: string, parent: string, party: string, bloc = "") => ({
    "Mã tổ chức": code,
    "Tên tổ chức": name,
    Cấp: level,
    "Mã tổ chức cấp trên": parent,
    Khối: bloc,
    "Mã đơn vị đảng": party,
    "Từ ngày": "",
    "Đến ngày": "",
  });
  const untilTheEnd = (line: ReturnType<typeof row>) => ({ ...line, "Đến ngày": LAST_DAY_OF_DISTRICTS });
  const inDistrict = ({ above }: SeedBase) => DISTRICTS.some(([code]) => code === above);
  const base = ({ code, name, party, bloc }: SeedBase, above: string) =>
    row(code, name, "Đoàn cơ sở", above, party, BLOC_WORDS[bloc]);
  return [
    row("D-QUANGTRI", "Tỉnh đoàn Quảng Trị", "Tỉnh đoàn", "", "QUANGTRI"),
    ...DISTRICTS.map(([code, name]) =>
      untilTheEnd(row(`D-${code}`, `Đoàn ${name}`, "Cấp huyện", "D-QUANGTRI", `QT-${code}`)),
    ),
    ...DIRECT.map(([code, name, bloc]) =>
      row(`D-${code}`, `Đoàn ${name}`, "Đoàn trực thuộc", "D-QUANGTRI", `QT-${code}`, BLOC_WORDS[bloc]),
    ),
    ...BASES.map((one) => {
      const line = base(one, `D-${one.above}`);
      return inDistrict(one) ? untilTheEnd(line) : line;
    }),
    ...BASES.filter(inDistrict).map((one, place) => ({
      ...base(one, aboveWithoutDistricts(one, place)),
      "Từ ngày": FIRST_DAY_WITHOUT,
    })),
    ...BASES.flatMap(({ code, chapters, cell }) =>
      Array.from({ length: chapters }, (_, place) =>
        row(
          `${code}-${String(place + 1).padStart(2, "0")}`,
          `Chi đoàn số ${place + 1}`,
          "Chi đoàn",
          code,
          cell,
        ),
      ),
    ),
  ];
}
