import type { Sex } from "./names";
import type { Chance } from "./random";

/** A synthetic citizen number: province code, digit of century and sex, year, six digits. */
export function syntheticCitizenNumber(chance: Chance, province: string, sex: Sex, birthDay: string): string {
  const year = Number(birthDay.slice(0, 4));
  const century = (year >= 2000 ? 2 : 0) + (sex === "Nữ" ? 1 : 0);
  const serial = String(chance.between(0, 999_999)).padStart(6, "0");
  return `${province}${century}${String(year % 100).padStart(2, "0")}${serial}`;
}
