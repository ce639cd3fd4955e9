import type { PlainDate } from "@/lib/shared/days";
import { leadsBases } from "./kinds";
import { committeeName, numberSign } from "./register";

/** A unit as heads and signatures of papers need it. */
export type HeadedUnit = { name: string; kind: string };

export const BLANK_DAY = "ngày …… tháng …… năm ………";
const BLANK_PLACE = "…………";

const capitals = (words: string): string => words.toLocaleUpperCase("vi");

/** "ngày 03 tháng 5 năm 2024": days below 10 and the months 1 and 2 carry a zero, as documents write them. */
export function officialDay(day: PlainDate): string {
  const [year, month, date] = day.split("-").map(Number);
  const padded = (value = 0, below = 10) => (value < below ? `0${value}` : String(value));
  return `ngày ${padded(date)} tháng ${padded(month, 3)} năm ${year}`;
}

/** The place in front of the day: the name of the nearest administrative unit from here upwards. */
function placeOf(line: readonly Pick<HeadedUnit, "name">[]): string | null {
  for (const { name } of line) {
    const place = /^Đảng bộ (?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) (.+)$/iu.exec(
      name,
    )?.[1];
    if (place) return place;
  }
  return null;
}

/** "Ea Phê, ngày 03 tháng 5 năm 2024", of the line from the writing unit upwards; no day leaves room for one. */
export const placeAndDay = (line: readonly Pick<HeadedUnit, "name">[], day: PlainDate | null): string =>
  `${placeOf(line) ?? BLANK_PLACE}, ${day ? officialDay(day) : BLANK_DAY}`;

/** The unit above as heads name it: "ĐẢNG BỘ HUYỆN KRÔNG PẮC"; nothing stands above a province's own. */
export function superiorName({ name, kind }: HeadedUnit): string {
  if (kind === "CENTRAL") return "";
  return capitals(kind === "SECTION" ? committeeName(name) : name);
}

/** The unit that writes, by its committee: "ĐẢNG ỦY XÃ EA PHÊ". */
export const writerName = ({ name }: Pick<HeadedUnit, "name">): string => capitals(committeeName(name));

/** For whom the secretary signs a unit's paper: levels above the base lead through their standing committee. */
export function signsFor({ name, kind }: HeadedUnit): string {
  if (/^Chi bộ/iu.test(name)) return "T/M CHI BỘ";
  if (kind === "SECTION") return "T/M ĐẢNG ỦY BỘ PHẬN";
  return leadsBases(kind) ? "T/M BAN THƯỜNG VỤ" : "T/M ĐẢNG ỦY";
}

/** "Số ………-BC/ĐU": room for the number of a document of this kind. */
export const blankNumber = (kind: string, { name }: Pick<HeadedUnit, "name">): string =>
  `Số ………-${kind}/${numberSign(name)}`;
