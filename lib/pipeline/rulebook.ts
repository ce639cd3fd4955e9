import type { PlainDate } from "@/lib/shared/days";

/** The numbers of the instructions in force from a day on, with their sources. */
export type Rulebook = {
  name: "2016" | "2021" | "2025" | "2026";
  /** First day on which it judges. */
  from: PlainDate;
  /** Central Committee's regulation and Secretariat's guidance, as cited on screen. */
  regulation: string;
  guidance: string;
  minimumAge: number;
  maximumAge: number;
  /** Months an awareness certificate is valid. */
  certificateMonths: number;
  /** Until when the certificate has to be valid. */
  certificateCountsUntil: "admission" | "cellReview";
  /** Months a dossier may be under way before the cell resolves. */
  dossierMonths: number;
  /** What the general education floor asks for. */
  education: "lowerSecondaryDiploma" | "lowerSecondaryCompleted";
  /** Working days from the cell's resolution to the decision, and the extension. */
  decisionWorkingDays: number;
  decisionExtensionWorkingDays: number;
  /** Working days to the ceremony, and what they are counted from. */
  ceremonyWorkingDays: number;
  ceremonyCountsFrom: "receipt" | "issue";
  /** Probation in months from the ceremony; working days for the cell and for the decision after it. */
  probationMonths: number;
  recognitionWorkingDays: number;
  /** Up to this age a person must come from the Youth Union where there is one. */
  youthAge: number;
  /** Facts that no text confirmed: shown as "chưa đối chiếu". */
  unverified: readonly string[];
};

const CENTRAL_2021: Omit<Rulebook, "name" | "from" | "regulation" | "guidance"> = {
  minimumAge: 18,
  maximumAge: 60,
  certificateMonths: 60,
  certificateCountsUntil: "admission",
  dossierMonths: 12,
  education: "lowerSecondaryDiploma",
  decisionWorkingDays: 60,
  decisionExtensionWorkingDays: 30,
  ceremonyWorkingDays: 30,
  ceremonyCountsFrom: "receipt",
  probationMonths: 12,
  recognitionWorkingDays: 30,
  youthAge: 30,
  unverified: [],
};

/** From the oldest to the newest (domain §0 and §3.22). */
export const RULEBOOKS: readonly Rulebook[] = [
  {
    ...CENTRAL_2021,
    name: "2016",
    from: "2016-07-25",
    regulation: "Quy định 29-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2016)",
  },
  {
    ...CENTRAL_2021,
    name: "2021",
    from: "2021-07-30",
    regulation: "Quy định 24-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2021)",
  },
  {
    ...CENTRAL_2021,
    name: "2025",
    from: "2025-01-20",
    regulation: "Quy định 232-QĐ/TW, từ 01/07/2025 là 294-QĐ/TW",
    guidance: "Hướng dẫn 06-HD/TW (2025)",
    certificateCountsUntil: "cellReview",
  },
  {
    ...CENTRAL_2021,
    name: "2026",
    from: "2026-07-26",
    regulation: "Quy định 208-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2026)",
    certificateCountsUntil: "cellReview",
    education: "lowerSecondaryCompleted",
    ceremonyCountsFrom: "issue",
    unverified: [
      "decisionWorkingDays",
      "decisionExtensionWorkingDays",
      "recognitionWorkingDays",
      "dossierMonths",
    ],
  },
];

/** The rulebook in force on a day; what lies before the first one is judged by the first. */
export function rulebookOn(day: PlainDate): Rulebook {
  const inForce = RULEBOOKS.filter(({ from }) => from <= day).at(-1) ?? RULEBOOKS[0];
  if (!inForce) throw new Error("no rulebook");
  return inForce;
}

/** The rulebook a step was judged by. */
export function rulebookNamed(name: string): Rulebook | null {
  return RULEBOOKS.find((book) => book.name === name) ?? null;
}
