/** What is known of a person; null is "chưa rõ", never a guess. */
export type Sex = "male" | "female";
export const EDUCATIONS = [
  "literate",
  "primary",
  "lowerSecondaryCompleted",
  "lowerSecondary",
  "upperSecondary",
] as const;
export type Education = (typeof EDUCATIONS)[number];
export const PROFESSIONS = ["basic", "intermediate", "college", "university", "master", "doctor"] as const;
export type Profession = (typeof PROFESSIONS)[number];
export const THEORIES = ["none", "elementary", "intermediate", "advanced"] as const;
export type PoliticalTheory = (typeof THEORIES)[number];
export const RELIGIONS = [
  "none",
  "buddhism",
  "catholicism",
  "protestantism",
  "caodai",
  "hoahao",
  "islam",
  "other",
] as const;
export type Religion = (typeof RELIGIONS)[number];
export const OCCUPATIONS = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7a",
  "7b",
  "7c",
  "8",
  "9",
  "10",
  "11",
  "12",
] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** Code of the Kinh; everybody else belongs to an ethnic minority. */
export const KINH = "01";

/** What a citizen number says against the person: R-52 warns, a wrong length is an error. */
export type CitizenNumberFault = "wrongLength" | "wrongProvince" | "otherBirthYear" | "otherSex";

type Known = { birthYear: number; sex: Sex | null };

/**
 * Checks a citizen number of 12 digits: province code 001–096, a digit for century and sex, two of the
 * birth year.
 */
export function citizenNumberFaults(number: string, { birthYear, sex }: Known): CitizenNumberFault[] {
  if (!/^\d{12}$/.test(number)) return ["wrongLength"];
  const faults: CitizenNumberFault[] = [];
  const province = Number(number.slice(0, 3));
  if (province < 1 || province > 96) faults.push("wrongProvince");

  const digit = Number(number[3]);
  const year = 1900 + Math.floor(digit / 2) * 100 + Number(number.slice(4, 6));
  if (year !== birthYear) faults.push("otherBirthYear");
  if (sex !== null && (digit % 2 === 1) !== (sex === "female")) faults.push("otherSex");
  return faults;
}

/** A number of 11 digits that becomes right with a leading 0, as spreadsheets lose it; else null. */
export function mendedCitizenNumber(number: string, known: Known): string | null {
  if (!/^\d{11}$/.test(number)) return null;
  const mended = `0${number}`;
  return citizenNumberFaults(mended, known).length === 0 ? mended : null;
}

/** "•••• •••• 4471". */
export function maskedCitizenNumber(last4: string | null): string | null {
  return last4 && `•••• •••• ${last4}`;
}
