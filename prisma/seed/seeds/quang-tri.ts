import { addDays } from "@/lib/shared/days";
import { syntheticName } from "../names";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { headcountRow } from "../units";
import { quangTriClasses } from "./quang-tri-classes";
import { ratingsOf, type SeedMember, unionMembers, YEARS } from "./quang-tri-people";
import { BASES, partyRows, unionRows } from "./quang-tri-units";

const OTHERS_ADMITTED = 1351;

/**
 * S1, Quảng Trị: 39 199 members of the Youth Union in 333 base unions, 11 727 in residential areas and
 * 22 209 in schools; from 2019 to 2022 8 034 introduced (2 931 residential, 56 pupils), 94 classes for 5 156
 * people, 2 945 of those introduced admitted; 9 757 members of the Union are party members, of 49 030.
 */
export function quangTri(): SeedTable[] {
  const chance = new Chance(20230808);
  const members = unionMembers(chance);
  const counts = headcounts(chance);
  const people = dossiers(chance, members);
  const classes = quangTriClasses(people, members);
  return [
    { kind: "don-vi", fileName: "don-vi-quang-tri.csv", rows: partyRows() },
    { kind: "so-luong-dang-vien", fileName: "dang-vien-quang-tri.csv", rows: counts },
    { kind: "to-chuc-doan", fileName: "to-chuc-doan-quang-tri.csv", rows: unionRows() },
    { kind: "ho-so", fileName: "ho-so-quang-tri.csv", rows: people },
    ...YEARS.toReversed().map(
      (year): SeedTable => ({
        kind: "doan-vien",
        fileName: `doan-vien-quang-tri-${year}.csv`,
        rows: memberRows(chance, members, year),
      }),
    ),
    ...classes,
  ];
}

function headcounts(chance: Chance): Record<string, string>[] {
  return [
    headcountRow(chance, "QUANGTRI", "2018-12-31", 46_870),
    headcountRow(chance, "QUANGTRI", "2021-12-31", 48_415),
    { ...headcountRow(chance, "QUANGTRI", "2022-12-31", 49_030), "Đoàn viên": "9757" },
  ];
}

/** The register of the last year is complete; of the years before stand those rated HTXSNV. */
function memberRows(chance: Chance, members: readonly SeedMember[], year: number): Record<string, string>[] {
  const ratings = ratingsOf(chance, members, year);
  const whole = year === YEARS.at(-1);
  return members.flatMap((member) => {
    const rated = ratings.get(member);
    if (!whole && rated?.rating !== "HTXSNV") return [];
    const introduced = member.referredOn?.startsWith(String(year)) ? member.referredOn : "";
    return [
      {
        "Mã tổ chức đoàn": member.chapter,
        "Họ và tên": member.name,
        "Ngày sinh": member.birthDay,
        "Giới tính": member.sex,
        "Ngày vào Đoàn": member.joined,
        "Là đảng viên": whole ? (member.partyMember ? "có" : "không") : "",
        "Năm xếp loại": rated ? String(year) : "",
        "Xếp loại": rated?.rating ?? "",
        "Đoàn viên ưu tú": rated?.outstanding ? "có" : "",
        "Ngày giới thiệu cho Đảng": introduced,
        "Mã chi bộ nhận giới thiệu": introduced ? member.base.cell : "",
      },
    ];
  });
}

/** Those admitted, the pupils, and people whom others introduced: the Union's share stays below 70 %. */
function dossiers(chance: Chance, members: readonly SeedMember[]): Record<string, string>[] {
  const decided = (day: string | null) => ({
    "Ngày cấp GCN nhận thức": day ? addDays(day, -chance.between(60, 100)) : "",
    "Số quyết định kết nạp": "",
    "Ngày quyết định kết nạp": day ?? "",
    "Ngày lễ kết nạp": day ? addDays(day, chance.between(5, 20)) : "",
  });
  const followed = members
    .filter(({ decidedOn, pupil }) => decidedOn || pupil)
    .map(({ base, name, birthDay, sex, referredOn, decidedOn, pupil }) => ({
      "Mã chi bộ": base.cell,
      "Họ và tên": name,
      "Ngày sinh": birthDay,
      "Giới tính": sex,
      "Dân tộc": "Kinh",
      "Tôn giáo": "Không",
      "Nhóm nghề nghiệp": pupil
        ? "11"
        : { RESIDENTIAL: "8", SCHOOL: "10", EMPLOYEE: "3", ARMED_FORCES: "9" }[base.bloc],
      "Giáo dục phổ thông": "THPT",
      "Đoàn viên": "có",
      "Nguồn giới thiệu": "Đoàn TNCS",
      "Ngày giới thiệu": referredOn ?? "",
      ...decided(decidedOn),
    }));
  const others = Array.from({ length: OTHERS_ADMITTED }, () => {
    const sex = chance.happens(0.5) ? "Nữ" : "Nam";
    const day = addDays("2019-06-01", chance.between(0, 1280));
    return {
      "Mã chi bộ": chance.pick(BASES).cell,
      "Họ và tên": syntheticName(chance, sex, "Kinh"),
      "Ngày sinh": addDays("1975-01-01", chance.between(0, 365 * 12)),
      "Giới tính": sex,
      "Dân tộc": "Kinh",
      "Tôn giáo": "Không",
      "Nhóm nghề nghiệp": "8",
      "Giáo dục phổ thông": "THPT",
      "Đoàn viên": "không",
      "Nguồn giới thiệu": chance.pick(["Chi bộ", "Hội LHPN", "Hội Nông dân", "Công đoàn"]),
      "Ngày giới thiệu": addDays(day, -chance.between(170, 240)),
      ...decided(day),
    };
  });
  return [...followed, ...others];
}
