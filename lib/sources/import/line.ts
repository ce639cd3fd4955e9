import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportRow } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { parseSex } from "@/lib/people/labels";
import type { Sex } from "@/lib/people/rules";
import { readBirth, readCitizenNumber, readName } from "@/lib/pipeline/import/line";
import type { ImportCell } from "@/lib/pipeline/repository/bulk";
import { type PlainDate, yearOf } from "@/lib/shared/days";
import { fold, givenNameOf } from "@/lib/shared/vietnamese";
import { ratingShort } from "../labels";
import type { UnionUnit } from "../repository/units";
import { mayBeRated, parseRating, RATINGS, type Rating } from "../rules/rating";
import { MEMBER_COLUMNS } from "./columns";

/** A row of `doan-vien`, read: who, how rated for which year, introduced when and to which cell. */
export type MemberLine = {
  row: number;
  unit: UnionUnit;
  name: string;
  givenName: string;
  nameFold: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: Sex;
  citizenNumber: string | null;
  joined: PlainDate | null;
  partyMember: boolean | null;
  rated: { year: number; rating: Rating | null; outstanding: boolean } | null;
  referral: { onDay: PlainDate; cell: ImportCell } | null;
  cells: Cells;
};

/** What rows may name. */
export type Known = {
  units: ReadonlyMap<string, UnionUnit>;
  receiving: ReadonlyMap<string, ImportCell>;
  today: PlainDate;
};

/** Reads one row; null when it cannot say who and where. */
export function readMemberLine(row: ImportRow, faults: Faults, known: Known): MemberLine | null {
  const cells = new Cells(row, MEMBER_COLUMNS, faults);
  const unit = readPlace(cells, "unionUnit", known.units, "tổ chức Đoàn");
  const name = readName(cells);
  const birth = readBirth(cells, known.today);
  const sex = cells.word("sex", parseSex, "Nam, Nữ");
  const citizenNumber = birth && readCitizenNumber(cells, { birthYear: birth.birthYear, sex });
  const joined = cells.day("joined", known.today);
  const partyMember = cells.yesNo("party");
  const rated = readRating(cells, partyMember === true, known.today);
  const referral = readReferral(cells, known);
  if (!unit || !name || !birth || !sex) return null;
  if (joined && birth.birthDate && joined <= birth.birthDate)
    cells.wrong("joined", "không thể trước ngày sinh.");
  return {
    row: row.row,
    unit,
    name,
    givenName: givenNameOf(name),
    nameFold: fold(name),
    ...birth,
    sex,
    citizenNumber,
    joined,
    partyMember,
    rated,
    referral,
    cells,
  };
}

function readPlace<Place extends { code: string; name: string }>(
  cells: Cells,
  key: string,
  known: ReadonlyMap<string, Place>,
  what: string,
): Place | null {
  const code = cells.text(key);
  if (code === null) return null;
  const place = known.get(code.toUpperCase());
  if (place) return place;
  const near = known.get(nearest(code, known.keys()) ?? "");
  return cells.wrong(
    key,
    `không có ${what} mang mã ${code}.${near ? ` Gần nhất: ${near.code} (${near.name}).` : ""}`,
  );
}

/** A party member still in the Union is not rated (domain §8): such a rating is left out, and said. */
function readRating(cells: Cells, partyMember: boolean, today: PlainDate): MemberLine["rated"] {
  const year = cells.count("year");
  const rating = cells.word("rating", parseRating, RATINGS.map(ratingShort).join(", "));
  const outstanding = cells.yesNo("outstanding") ?? false;
  if (year !== null && (year < 1990 || year > yearOf(today)))
    cells.wrong("year", `${year} không thể là năm xếp loại.`);
  if (year === null && cells.text("year") === null && (rating !== null || outstanding))
    cells.wrong("year", "chưa có, nhưng có xếp loại hoặc ưu tú.");
  if (rating !== null && !mayBeRated({ partyMember })) {
    cells.warn("rating", "đảng viên không xếp loại đoàn viên; xếp loại này không được ghi.");
    return null;
  }
  if (outstanding && rating !== "EXCELLENT")
    cells.wrong("outstanding", "chỉ chọn trong số đoàn viên xếp loại HTXSNV.");
  return year === null || (rating === null && !outstanding) ? null : { year, rating, outstanding };
}

function readReferral(cells: Cells, { receiving, today }: Known): MemberLine["referral"] {
  const onDay = cells.day("referred", today);
  const cell = readPlace(cells, "cell", receiving, "chi bộ");
  if (cells.text("referred") !== null && cells.text("cell") === null)
    cells.wrong("cell", "chưa có, nhưng có ngày giới thiệu.");
  if (cells.text("cell") !== null && cells.text("referred") === null)
    cells.wrong("referred", "chưa có, nhưng có chi bộ nhận giới thiệu.");
  return onDay && cell ? { onDay, cell } : null;
}
