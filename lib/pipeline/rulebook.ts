import type { PlainDate } from "@/lib/shared/days";

/** The regulation of the Central Committee that judged, as "number/year". */
export const RULEBOOK_NAMES = ["29/2016", "24/2021", "232/2025", "294/2025", "20/2026", "208/2026"] as const;
export type RulebookName = (typeof RULEBOOK_NAMES)[number];

/** The numbers of the instructions in force from a day on, with their sources (domain §0, §3.22). */
export type Rulebook = {
  name: RulebookName;
  /** First day on which it judges. */
  from: PlainDate;
  /** Central Committee's regulation, Secretariat's guidance and the guidance on forms, as cited on screen. */
  regulation: string;
  guidance: string;
  formGuidance: string;
  /** By which regulation a political question is concluded. */
  politicalStandard: string;
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
  /** Months a referrer has worked or studied with the person, and whether living together counts. */
  togetherMonths: number;
  togetherByResidence: boolean;
  /** Are those who raised the spouse verified too? */
  verifiesSpouseCarers: boolean;
  /** Working days for the answer to a verification, at home and abroad. */
  verificationWorkingDays: number;
  verificationAbroadWorkingDays: number;
  /** Who decides an admission: the committee above or a delegated base committee, or the base standing committee. */
  decider: "directUpperCommittee" | "baseStandingCommittee";
  /** Working days from the cell's resolution to the decision, and the extension. */
  decisionWorkingDays: number;
  decisionExtensionWorkingDays: number;
  /** Working days to the ceremony, and what they are counted from. */
  ceremonyWorkingDays: number;
  ceremonyCountsFrom: "receipt" | "issue";
  /** Probation in months from the ceremony; working days for the cell and for the decision after it. */
  probationMonths: number;
  recognitionWorkingDays: number;
  recognitionExtensionWorkingDays: number;
  /** Votes of the cell after which the committee above decides. */
  recognitionRounds: number;
  /** Up to this age a person must come from the Youth Union where there is one. */
  youthAge: number;
  /** Months out of the Party before a re-admission, and after a cleared record. */
  readmissionMonths: number;
  readmissionClearedMonths: number;
  /** Working days for a transfer, and to present the letter at the new cell. */
  transferWorkingDays: number;
  letterWorkingDays: number;
  /** Numbers that no text of this book confirmed: shown as "chưa đối chiếu". */
  unverified: readonly (keyof Rulebook)[];
};

type Numbers = Omit<
  Rulebook,
  "name" | "from" | "regulation" | "guidance" | "formGuidance" | "politicalStandard"
>;

const CENTRAL_2021: Numbers = {
  minimumAge: 18,
  maximumAge: 60,
  certificateMonths: 60,
  certificateCountsUntil: "admission",
  dossierMonths: 12,
  education: "lowerSecondaryDiploma",
  togetherMonths: 12,
  togetherByResidence: false,
  verifiesSpouseCarers: false,
  verificationWorkingDays: 30,
  verificationAbroadWorkingDays: 90,
  decider: "directUpperCommittee",
  decisionWorkingDays: 60,
  decisionExtensionWorkingDays: 30,
  ceremonyWorkingDays: 30,
  ceremonyCountsFrom: "receipt",
  probationMonths: 12,
  recognitionWorkingDays: 30,
  recognitionExtensionWorkingDays: 30,
  recognitionRounds: 3,
  youthAge: 30,
  readmissionMonths: 36,
  readmissionClearedMonths: 60,
  transferWorkingDays: 60,
  letterWorkingDays: 30,
  unverified: [],
};

const CENTRAL_2025: Numbers = {
  ...CENTRAL_2021,
  certificateCountsUntil: "cellReview",
  unverified: ["verificationWorkingDays", "verificationAbroadWorkingDays"],
};

const CENTRAL_2026: Numbers = {
  ...CENTRAL_2025,
  education: "lowerSecondaryCompleted",
  togetherByResidence: true,
  verifiesSpouseCarers: true,
  decider: "baseStandingCommittee",
  ceremonyCountsFrom: "issue",
  unverified: [
    ...CENTRAL_2025.unverified,
    "education",
    "togetherByResidence",
    "verifiesSpouseCarers",
    "dossierMonths",
    "decider",
    "decisionWorkingDays",
    "decisionExtensionWorkingDays",
    "recognitionWorkingDays",
    "recognitionExtensionWorkingDays",
  ],
};

/** From the oldest to the newest (domain §0 and §3.22). */
export const RULEBOOKS: readonly Rulebook[] = [
  {
    ...CENTRAL_2021,
    name: "29/2016",
    from: "2016-07-25",
    regulation: "Quy định 29-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2016)",
    formGuidance: "Hướng dẫn 09-HD/BTCTW (2017)",
    politicalStandard: "Quy định 57-QĐ/TW",
  },
  {
    ...CENTRAL_2021,
    name: "24/2021",
    from: "2021-07-30",
    regulation: "Quy định 24-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2021)",
    formGuidance: "Hướng dẫn 12-HD/BTCTW (2022)",
    politicalStandard: "Quy định 58-QĐ/TW, Điều 10",
  },
  {
    ...CENTRAL_2025,
    name: "232/2025",
    from: "2025-01-20",
    regulation: "Quy định 232-QĐ/TW",
    guidance: "Hướng dẫn 05-HD/TW (2025)",
    formGuidance: "Hướng dẫn 12-HD/BTCTW (2022)",
    politicalStandard: "Quy định 58-QĐ/TW, Điều 10",
  },
  {
    ...CENTRAL_2025,
    name: "294/2025",
    from: "2025-07-01",
    regulation: "Quy định 294-QĐ/TW",
    guidance: "Hướng dẫn 06-HD/TW (2025)",
    formGuidance: "Hướng dẫn 38-HD/BTCTW (2025)",
    politicalStandard: "Quy định 367-QĐ/TW, Điều 11 (trước 04/09/2025: 58-QĐ/TW)",
  },
  {
    ...CENTRAL_2026,
    name: "20/2026",
    from: "2026-04-08",
    regulation: "Quy định 20-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2026)",
    formGuidance: "Hướng dẫn 38-HD/BTCTW (2025)",
    politicalStandard: "Quy định 367-QĐ/TW, Điều 11",
    decider: "directUpperCommittee",
    ceremonyCountsFrom: "receipt",
    unverified: [...CENTRAL_2026.unverified, "ceremonyCountsFrom"],
  },
  {
    ...CENTRAL_2026,
    name: "208/2026",
    from: "2026-07-26",
    regulation: "Quy định 208-QĐ/TW",
    guidance: "Hướng dẫn 01-HD/TW (2026)",
    formGuidance: "Hướng dẫn 38-HD/BTCTW (2025)",
    politicalStandard: "Quy định 367-QĐ/TW, Điều 11",
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
